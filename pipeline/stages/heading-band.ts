import { type Label, labelOf } from '../model/label.ts';
import type { CellValue, Range, Sheet } from '../model/workbook.ts';
import { termsOf } from './heading-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One row of a sheet as labels: what a heading is looked for in. */
export interface LabelRow {
  readonly row: number;
  readonly cells: readonly LabelCell[];
  /** Cells that are not text, or whose text is a figure. */
  readonly figures: number;
  /** Whether merges make it one heading with the row below, whatever its words. */
  readonly joinsBelow: boolean;
}

export interface LabelCell {
  readonly column: number;
  readonly text: string;
  readonly label: Label;
}

/** Rows that form the heading of a table: first and last row, both included. */
export interface Band {
  readonly first: number;
  readonly last: number;
}

/** A heading of one column: its labels from top to bottom. */
export interface ColumnPath {
  readonly column: number;
  readonly labels: readonly Label[];
  /** As written, joined by `/`. */
  readonly written: string;
  /** What the first rows below hold: figures alone, words alone (no digit in them), or neither for certain. */
  readonly holds: Holds;
  /** Where it heads a row instead: that row. */
  readonly row?: number;
  /** Whether it reaches down beside the rows below, as the label of the whole table rather than of one of its columns. */
  readonly isBeside?: true;
}

export type Holds = 'figures' | 'words' | 'unclear';

/** How far down a sheet headings are looked for; forms and sheets with several tables are shorter. */
const rowsLookedAt = 400;
const tallestHeading = 5;

/** The first rows of a sheet as labels. */
export function labelRowsOf(sheet: Sheet): readonly LabelRow[] {
  const rows: LabelRow[] = [];
  const count = Math.min(sheet.filledRows.length, rowsLookedAt);
  for (let index = 0; index < count; index += 1) {
    const row = sheet.filledRows[index] ?? 0;
    const columns = sheet.filledColumns(row);
    const cells: LabelCell[] = [];
    let figures = 0;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? 0;
      const value = headingAt(sheet, row, column);
      if (typeof value !== 'string' || isFigure(value)) {
        if (value !== null) figures += 1;
        continue;
      }
      const label = labelOf(value);
      if (value.trim() !== '') cells.push({ column, text: value, label });
    }
    rows.push({ row, cells, figures, joinsBelow: false });
  }
  return withJoins(sheet, rows);
}

/**
 * What a cell says where it may be a heading: the numbers 1 to 12 below one heading merged over them, or between headings
 * in words, are months.
 */
function headingAt(sheet: Sheet, row: number, column: number): CellValue {
  const value = sheet.value(row, column);
  if (typeof value !== 'number' || value < 1 || value > 12) return value;
  // Of small figures few have the next one beside them.
  const isInLine =
    value < 12 ? sheet.value(row, column + 1) === value + 1 : sheet.value(row, column - 1) === 11;
  if (!isInLine) return value;
  const left = column - value + 1;
  const isBelowOne = sheet.merges.some(
    (merge) => merge.bottom === row - 1 && merge.left === left && merge.right === left + 11,
  );
  return isBelowOne || areMonthsAmongWords(sheet, row, left) ? `${value}月` : value;
}

/** Whether the numbers 1 to 12 begin in a column and have several headings in words before them and one behind. */
function areMonthsAmongWords(sheet: Sheet, row: number, left: number): boolean {
  const isWord = (column: number) => {
    const value = sheet.value(row, column);
    return typeof value === 'string' && !isFigure(value);
  };
  return (
    left > 2 &&
    isWord(left - 2) &&
    isWord(left - 1) &&
    isWord(left + 12) &&
    Array.from({ length: 12 }, (_, index) => sheet.value(row, left + index)).every(
      (value, index) => value === index + 1,
    )
  );
}

/** Whether a cell holds a figure: as a number, or as text where a file knows nothing else. */
export function isFigure(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && figure.test(value));
}

const figure = /^\s*[-+(（]?[\d,.]*\d[)）%％分]?\s*$/;

/**
 * Marks rows that are the upper part of a heading by their layout: merged, one heading reaches down into the next row and
 * another lies over several cells of it; plain, one has nothing below and another has the first of several below it.
 */
function withJoins(sheet: Sheet, rows: readonly LabelRow[]): readonly LabelRow[] {
  const downward = sheet.merges.filter(
    (merge) => merge.bottom > merge.top && merge.bottom - merge.top < tallestHeading,
  );
  const across = sheet.merges.filter((merge) => merge.right > merge.left);
  return rows.map((row, index) => {
    const below = rows[index + 1];
    if (below === undefined || below.row !== row.row + 1 || row.figures + below.figures > 0) return row;
    const reachDown = downward.filter((merge) => merge.top <= row.row && merge.bottom > row.row).length;
    const joins =
      (reachDown > 0 &&
        across.some(
          (merge) =>
            merge.bottom === row.row &&
            below.cells.filter(({ column }) => column >= merge.left && column <= merge.right).length >= 2,
        )) ||
      // 比上年增减 / %: all the others reach down beside the one heading below.
      (below.cells.length === 1 && reachDown >= 3 && reachDown >= row.cells.length - 1);
    const isPlain = !sheet.merges.some((merge) => merge.top <= below.row && merge.bottom >= row.row);
    return joins || (isPlain && headsPlainly(row, below)) ? { ...row, joinsBelow: true } : row;
  });
}

/** Whether a row of plain cells lies over the next as parents over children: every parent stands over its first child. */
function headsPlainly(upper: LabelRow, lower: LabelRow): boolean {
  if (upper.cells.length < 4 || upper.cells.some(({ text }) => /[:：]/.test(text))) return false;
  const below = new Set(lower.cells.map(({ column }) => column));
  const above = upper.cells.map(({ column }) => column);
  const parents = lower.cells.map(({ column }) => above.findLast((own) => own <= column));
  return (
    above.some((column) => !below.has(column)) &&
    parents.some((parent, index) => index > 0 && parent === parents[index - 1]) &&
    parents.every((parent) => parent !== undefined && below.has(parent))
  );
}

/**
 * For each row, how many of its cells are words of each table's headings, counted once for all tables; behind them, how
 * many are words of any.
 */
export function wordHitsOf(
  rows: readonly LabelRow[],
  { tables, tablesOf }: Vocabulary,
): readonly Uint16Array[] {
  return rows.map(({ cells }) => {
    const hits = new Uint16Array(tables.length + 1);
    for (const { label } of cells) {
      const exact = tablesOf.get(label.key) ?? [];
      if (tablesOf.has(label.key) || tablesOf.has(label.monthKey))
        hits[tables.length] = (hits[tables.length] ?? 0) + 1;
      for (const table of exact) hits[table] = (hits[table] ?? 0) + 1;
      if (label.monthKey === label.key) continue;
      for (const table of tablesOf.get(label.monthKey) ?? []) {
        if (!exact.includes(table)) hits[table] = (hits[table] ?? 0) + 1;
      }
    }
    return hits;
  });
}

/**
 * The bands of rows that could head a table: rows of which at least half the cells are words of that table's
 * headings, with their neighbours of the same kind. On a sheet that bears the table's title a third of several is enough.
 */
export function bandsOf(
  rows: readonly LabelRow[],
  wordHits: readonly Uint16Array[],
  table: number,
  isTitled = false,
): readonly Band[] {
  const bands: Band[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const isHalf = hitsOf(index) >= 2 && shareOf(index) >= 0.5;
    const isEnough = isHalf || (isTitled && hitsOf(index) >= 3 && shareOf(index) >= 0.35);
    if (!isEnough || isMostlyFigures(rows[index])) continue;
    let first = index;
    let last = index;
    const isJoined = (upper: number) => rows[upper]?.joinsBelow === true;
    while (
      first > 0 &&
      (isJoined(first - 1) || belongs(first - 1, first)) &&
      last - first + 1 < tallestHeading
    )
      first -= 1;
    while (
      last + 1 < rows.length &&
      (isJoined(last) || belongs(last + 1, last)) &&
      last - first + 1 < tallestHeading
    )
      last += 1;
    bands.push({ first: rows[first]?.row ?? 0, last: rows[last]?.row ?? 0 });
    index = last;
  }
  return bands;

  function hitsOf(index: number): number {
    return wordHits[index]?.[table] ?? 0;
  }

  function shareOf(index: number): number {
    const row = rows[index];
    return row === undefined ? 0 : hitsOf(index) / Math.max(1, row.cells.length + row.figures);
  }

  function belongs(index: number, neighbour: number): boolean {
    const row = rows[index];
    if (row === undefined || row.figures > 0) return false;
    const [upper, lower] = [rows[Math.min(index, neighbour)], rows[Math.max(index, neighbour)]];
    if (upper === undefined || lower === undefined || lower.row - upper.row > 1) return false;
    if (isFilledBelow(upper, lower)) return false;
    if (hitsOf(index) === 0 || shareOf(index) < 0.5) return false;
    // One word beside one text that heads nothing is a label with its value, not a row of headings.
    return row.cells.length !== 2 || wordHits[index]?.at(-1) === 2;
  }
}

/** Whether a row has a text under every heading of a row that needs no children: those are values, however they read. */
function isFilledBelow(upper: LabelRow, lower: LabelRow): boolean {
  const below = new Set(lower.cells.map(({ column }) => column));
  const words = new Set(upper.cells.map(({ label }) => label.key));
  return (
    upper.cells.length >= 3 &&
    words.size === upper.cells.length &&
    lower.cells.length === upper.cells.length &&
    upper.cells.every(({ column }) => below.has(column))
  );
}

/** A row of headings may name a few years; a row with more figures than that is a body. */
function isMostlyFigures(row: LabelRow | undefined): boolean {
  return row !== undefined && row.figures * 2 > row.cells.length;
}

/**
 * The headings of a band, column by column: merges are spread over the columns they cover, blanks under a parent take it
 * over. A column that only lies under the right part of a merged heading has none of its own: its cells are merged too.
 */
export function pathsOf(sheet: Sheet, band: Band, titleYear: number | null): readonly ColumnPath[] {
  const merges = sheet.merges.filter((merge) => merge.top <= band.last && merge.bottom >= band.first);
  let width = 0;
  for (let row = band.first; row <= band.last; row += 1) {
    const columns = sheet.filledColumns(row);
    width = Math.max(width, columns[columns.length - 1] ?? 0);
  }
  for (const merge of merges) width = Math.max(width, Math.min(merge.right, width + 16));
  const grid: (string | null)[][] = [];
  for (let row = band.first; row <= band.last; row += 1) {
    const texts: (string | null)[] = [null];
    for (let column = 1; column <= width; column += 1) texts.push(textAt(sheet, row, column, merges));
    grid.push(texts);
  }
  inheritParents(grid, band, merges);
  const relative = yearWords(grid, titleYear);
  const paths: ColumnPath[] = [];
  for (let column = 1; column <= width; column += 1) {
    const texts: string[] = [];
    for (const row of grid) {
      const text = row[column]?.trim();
      if (text !== undefined && text !== '' && texts.at(-1) !== text) texts.push(text);
    }
    if (texts.length === 0 || isWithinHeading(grid, band, column, merges)) continue;
    const isBeside = reachesBeside(sheet, band, column, merges);
    paths.push({
      column,
      labels: texts.map((text) => labelOf(relative(text))),
      written: texts.map((text) => text.replace(/\s+/g, '')).join('/'),
      holds: heldIn(sheet, band.last, column),
      ...(isBeside ? { isBeside } : {}),
    });
  }
  return paths;
}

/** Whether a heading is merged down beside rows that hold something; an empty row below a heading is still part of it. */
function reachesBeside(sheet: Sheet, band: Band, column: number, merges: readonly Range[]): boolean {
  const merge = merges.find((one) => one.left <= column && one.right >= column && one.bottom > band.last);
  if (merge === undefined) return false;
  for (let row = band.last + 1; row <= merge.bottom; row += 1) {
    const columns = sheet.filledColumns(row);
    for (let at = 0; at < columns.length; at += 1)
      if (sheet.value(row, columns[at] ?? 0) !== null) return true;
  }
  return false;
}

/** Rows below a heading that show what its columns hold. */
const rowsSampled = 8;

function heldIn(sheet: Sheet, headingRow: number, column: number): Holds {
  let figures = 0;
  let words = 0;
  for (let row = headingRow + 1; row <= headingRow + rowsSampled; row += 1) {
    const value = sheet.value(row, column);
    if (isFigure(value)) figures += 1;
    else if (typeof value === 'string' && value.trim().length > 1 && !/\d/.test(value)) words += 1;
    else if (value !== null) return 'unclear';
  }
  if (figures > 0 && words === 0) return 'figures';
  return words > 0 && figures === 0 ? 'words' : 'unclear';
}

/**
 * How headings of several years say which is which: `2022年决算数` beside `2023年预算数` is 上年决算数 beside 本年预算数. A
 * forecast is of the year it is made in; otherwise the year of the title is 本年, or the latest one. Beside 决算数 alone,
 * 2022年决算数 is of another year than the title's, though no heading names that.
 */
function yearWords(
  grid: readonly (readonly (string | null)[])[],
  titleYear: number | null,
): (text: string) => string {
  const texts = grid.flat().filter((text) => text !== null);
  const years = new Set(texts.map((text) => labelOf(text).year).filter((year) => year !== null));
  if (years.size === 0 || (years.size === 1 && (titleYear === null || years.has(titleYear))))
    return (text) => text;
  const latest = Math.max(...years);
  const isLatest = titleYear === null || (titleYear > latest && !isBesideUndated(texts.map(labelOf)));
  const current = forecastYear(grid) ?? (isLatest ? latest : titleYear);
  return (text) => {
    const { year } = labelOf(text);
    const word = year === null ? undefined : ['前年', '上年', '本年', '下年'][year - current + 2];
    return word === undefined ? text : text.replace(/(?:19|20)\d\d\s*年度?/, word);
  };
}

/** The year of a forecast, named with it or in the heading above it: 2024年 / 全年预计. */
function forecastYear(grid: readonly (readonly (string | null)[])[]): number | null {
  for (let column = 1; column < (grid[0]?.length ?? 0); column += 1) {
    const labels = grid.flatMap((row) => row[column] ?? []).map(labelOf);
    const year = labels.find((label) => label.year !== null)?.year;
    if (year !== undefined && labels.some((label) => termsOf(label).has('预计'))) return year;
  }
  return null;
}

function isBesideUndated(labels: readonly Label[]): boolean {
  const undated = new Set(labels.flatMap(({ year, key }) => (year === null ? [key] : [])));
  return labels.some(({ year, key }) => year !== null && undated.has(key));
}

/** Whether the lowest heading over a column is a merged one that begins left of it. */
function isWithinHeading(
  grid: readonly (readonly (string | null)[])[],
  band: Band,
  column: number,
  merges: readonly Range[],
): boolean {
  const lowest = band.first + grid.findLastIndex((row) => (row[column] ?? null) !== null);
  return merges.some(
    (merge) => lowest >= merge.top && lowest <= merge.bottom && column > merge.left && column <= merge.right,
  );
}

function textAt(sheet: Sheet, row: number, column: number, merges: readonly Range[]): string | null {
  const merge = merges.find(
    (one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right,
  );
  const value = merge === undefined ? headingAt(sheet, row, column) : sheet.value(merge.top, merge.left);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** Where headings were not merged (CSV, hand-made sheets), a blank right of a parent with children belongs to it. */
function inheritParents(grid: (string | null)[][], band: Band, merges: readonly Range[]): void {
  for (let index = 0; index < grid.length - 1; index += 1) {
    const row = grid[index] ?? [];
    const hasChild = (column: number) =>
      grid.slice(index + 1).some((lower) => (lower[column] ?? null) !== null);
    for (let column = 2; column < row.length; column += 1) {
      const parent = row[column - 1] ?? null;
      if (row[column] !== null || parent === null || !hasChild(column) || !hasChild(column - 1)) continue;
      const rowNumber = band.first + index;
      const merged = merges.some(
        (one) =>
          rowNumber >= one.top &&
          rowNumber <= one.bottom &&
          column - 1 >= one.left &&
          column - 1 <= one.right,
      );
      const sameBelow = grid[index + 1]?.[column - 1] === parent;
      if (!merged && !sameBelow) row[column] = parent;
    }
  }
}
