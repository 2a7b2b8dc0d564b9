import { type Label, labelOf } from '../model/label.ts';
import type { Range, Sheet } from '../model/workbook.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One row of a sheet as labels: what a heading is looked for in. */
export interface LabelRow {
  readonly row: number;
  readonly cells: readonly LabelCell[];
  /** Cells that are not text. */
  readonly figures: number;
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
}

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
      const value = sheet.value(row, column);
      if (typeof value !== 'string') {
        if (value !== null) figures += 1;
        continue;
      }
      const label = labelOf(value);
      if (value.trim() !== '') cells.push({ column, text: value, label });
    }
    rows.push({ row, cells, figures });
  }
  return rows;
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
 * headings, with their neighbours of the same kind.
 */
export function bandsOf(
  rows: readonly LabelRow[],
  wordHits: readonly Uint16Array[],
  table: number,
): readonly Band[] {
  const bands: Band[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    if (hitsOf(index) < 2 || shareOf(index) < 0.5) continue;
    let first = index;
    let last = index;
    while (first > 0 && belongs(first - 1, first) && last - first + 1 < tallestHeading) first -= 1;
    while (last + 1 < rows.length && belongs(last + 1, last) && last - first + 1 < tallestHeading) last += 1;
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
    if (Math.abs(row.row - (rows[neighbour]?.row ?? 0)) > 1) return false;
    if (hitsOf(index) === 0 || shareOf(index) < 0.5) return false;
    // One word beside one text that heads nothing is a label with its value, not a row of headings.
    return row.cells.length !== 2 || wordHits[index]?.at(-1) === 2;
  }
}

/**
 * The headings of a band, column by column: merges are spread over the columns they cover, blanks under a parent take it
 * over. A column that only lies under the right part of a merged heading has none of its own: its cells are merged too.
 */
export function pathsOf(sheet: Sheet, band: Band): readonly ColumnPath[] {
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
  const paths: ColumnPath[] = [];
  for (let column = 1; column <= width; column += 1) {
    const texts: string[] = [];
    for (const row of grid) {
      const text = row[column]?.trim();
      if (text !== undefined && text !== '' && texts.at(-1) !== text) texts.push(text);
    }
    if (texts.length === 0 || isWithinHeading(grid, band, column, merges)) continue;
    paths.push({
      column,
      labels: texts.map(labelOf),
      written: texts.map((text) => text.replace(/\s+/g, '')).join('/'),
    });
  }
  return paths;
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
  const value = merge === undefined ? sheet.value(row, column) : sheet.value(merge.top, merge.left);
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
