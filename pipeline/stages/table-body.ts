import { foldText } from '../model/label.ts';
import type { AmountUnit } from '../model/money.ts';
import type { TableColumn } from '../model/submission.ts';
import type { TableLayout } from '../model/template.ts';
import type { Sheet } from '../model/workbook.ts';
import { BodyLines, type Line } from './body-lines.ts';
import { isPlaceholder, isUnfinished } from './cells/number.ts';
import { textOf } from './extract-cell.ts';
import { type Band, isFigure } from './heading-band.ts';
import type { RecognisedTable } from './recognition.ts';
import { areColumnNumbers, levelOf, type RowRole, roleOf } from './row-role.ts';

/** What extraction needs to know besides the sheet. */
export interface TableCircumstances {
  readonly file: string;
  /** Last row the table may reach. */
  readonly lastRow: number;
  /** Headings of other tables on the sheet: bodies end there. */
  readonly otherBands: readonly Band[];
  /** Rows with labels of the form around it: the body ends there too. */
  readonly formRows: ReadonlySet<number>;
  /** The sheet's unit of amount. */
  readonly unit: AmountUnit;
  readonly year: number;
  /** Whether formulas may point into other workbooks, so that it is worth looking. */
  readonly hasExternalLinks: boolean;
  /** Whether the file format knows nothing but text, so that numbers as text are no oddity. */
  readonly isAllText: boolean;
  /** The rows of a table with more lines are not held as values: see `longRows`. */
  readonly mostRowsHeld: number;
}

const named: ReadonlySet<RowRole> = new Set(['total', 'subtotal', 'ofWhich']);

interface Body {
  readonly lines: BodyLines;
  /** Texts of a 栏次 row by column: `1`, `1=2+11`. */
  readonly columnNumbers: ReadonlyMap<number, string>;
  readonly end: number;
}

/** The lines of a table's body with their roles, and where it ends: at a note or signature, another table, a label of the form. */
export function bodyOf(
  sheet: Sheet,
  recognised: RecognisedTable,
  columns: ReadonlyMap<string, TableColumn>,
  around: TableCircumstances,
): Body {
  const { layout } = recognised.words;
  const { band } = recognised;
  const labelColumns = labelColumnsOf(layout, columns);
  const used = [...columns.values()].map((column) => column.column);
  const left = Math.min(...used, ...recognised.columns.unknown.map((path) => path.column));
  const right = Math.max(...used);
  const figures = figureColumnsOf(layout, columns);
  const numbers = sequenceColumnsOf(layout, columns);
  const codeColumn =
    layout.identity.code === undefined ? undefined : columns.get(layout.identity.code)?.column;
  const prose = proseRows(sheet, band.last, left, right, columns.get(layout.identity.name)?.column ?? left);
  const lines = new BodyLines();
  let last: Line | null = null;
  // Rows that call themselves 合计, whatever of.
  let sums = 0;
  const columnNumbers = new Map<number, string>();
  let end = band.last + 1;
  let isInOfWhich = false;
  // Whether the last row of its own had a number or a code.
  let areNumbered = false;
  let resumesAt = 0;
  const filled = sheet.filledRows;
  const lastRow = recognised.isPaired ? band.last : around.lastRow;
  for (
    let index = firstAfter(filled, band.last - (recognised.isPaired ? 1 : 0));
    index < filled.length;
    index += 1
  ) {
    const number = filled[index] ?? 0;
    if (number > lastRow || around.formRows.has(number)) break;
    if (
      around.otherBands.some(
        (other) => other !== band && number >= other.first && number <= other.last && other.first > band.last,
      )
    )
      break;
    if (number < resumesAt || prose.has(number)) continue;
    const { first, isAlone } = filledIn(sheet, number, left, right);
    if (first === null) continue;
    // A heading has no figures.
    const hasFigures = figures.some((column) => typeof sheet.value(number, column) === 'number');
    if (!hasFigures) {
      resumesAt = headingAgain(sheet, index, recognised, around.lastRow) ?? 0;
      if (number < resumesAt) continue;
    }
    if (isUnfilled(sheet, number, numbers)) continue;
    const labels = labelColumns.map((column) => textOf(sheet.value(number, column), null));
    const stated = roleOf(labels, first);
    // Where rows are named items, 合计 and 其中 are names like any other.
    const role = layout.rowsNest && named.has(stated) ? 'data' : stated;
    if (
      role === 'end' ||
      (role === 'data' && lineWithLabel.test(first) && saysOnlyLines(sheet, number, left, right))
    )
      break;
    if (
      role === 'columnNumbers' ||
      (number <= band.last + 2 && last === null && areColumnNumbers(textsIn(sheet, number, left, right)))
    ) {
      for (let column = left; column <= right; column += 1)
        columnNumbers.set(column, foldText(textOf(sheet.value(number, column), null)));
      end = number + 1;
      continue;
    }
    if (!hasFigures && isRepeatedHeading(sheet, number, recognised)) continue;
    if (isAlone && isBanner(sheet, number, left, right, figures)) continue;
    // 截至2025年10月, alone below the total: a line of the sheet, or what the next part is called.
    if (isAlone && !hasFigures && figures.length > 0 && last?.role === 'total') continue;
    const name = labels.at(-1) ?? '';
    const isIndented = /^[\s\u3000]/.test(rawName(sheet, number, layout, columns));
    const isNameAlone = labels.slice(0, -1).every((text) => text === '');
    // Where rows have numbers or codes, one without is no row of its own: it goes on with what 其中 began.
    isInOfWhich =
      role === 'ofWhich' || (isInOfWhich && role === 'data' && isNameAlone && (isIndented || areNumbered));
    if (role === 'data' && !isInOfWhich) areNumbered = !isNameAlone;
    const line: Line = {
      number,
      role: isInOfWhich ? 'ofWhich' : role,
      label: name === '' ? (labels.find((text) => text !== '') ?? first) : name,
      level: levelOf(name) || (isItemOfLevel(labels, layout) ? 0 : levelOfNumber(labels[0] ?? '')),
    };
    if (line.role === 'total' || isSumOf(line)) sums += 1;
    if (last !== null) lines.add(headsGroup(last, line) ? { ...last, role: 'subtotal' } : last);
    last = line;
    end = number + 1;
  }
  // 非税收入合计 or 全镇合计 at the end, with no other 合计 above it, is that of all rows.
  if (last !== null) {
    const isTotal = (sums === 1 && isSumOf(last)) || (sums === 0 && isUnnamedSum(last));
    lines.add(isTotal ? { ...last, role: 'total' } : last);
  }
  return { lines, columnNumbers, end };

  /** A last row of figures alone, of which one is the sum of those above it: the total, though nobody says so. */
  function isUnnamedSum({ number, role }: Line): boolean {
    if (role !== 'data' || layout.rowsNest || lines.count < 2) return false;
    if (textsIn(sheet, number, left, right).some((text) => !isFigure(text))) return false;
    return amountColumnsOf(layout, columns).some((column) => {
      const stated = figureAt(sheet, number, column);
      let sum = 0;
      for (const row of lines.dataRows()) sum += figureAt(sheet, row, column);
      return stated !== 0 && Math.abs(sum - stated) < halfAHundredth;
    });
  }

  /** Rows that head a group and carry its sum are subtotals: numbered 一、 with deeper rows below, no code of their own. */
  function headsGroup(line: Line, next: Line): boolean {
    if (layout.rowsNest || line.role !== 'data' || line.level === 0 || line.level > 2) return false;
    if (next.role !== 'data' || (next.level !== 0 && next.level <= line.level)) return false;
    return codeColumn === undefined || sheet.value(line.number, codeColumn) === null;
  }
}

const halfAHundredth = 0.005;

/** The figure in a cell, 0 where there is none. */
function figureAt(sheet: Sheet, row: number, column: number): number {
  const value = sheet.value(row, column);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && isFigure(value) ? Number(value.replace(/[,\s]/g, '')) || 0 : 0;
}

function levelOfNumber(text: string): number {
  return levelOf(text) || levelOf(`${text}、`);
}

/** 一 | 预算编制 | 部门预算编制完整: the number is that of the upper level, and the row is its first item, not its sum. */
function isItemOfLevel(labels: readonly string[], { levels }: TableLayout): boolean {
  const isName = (text: string) => /[\u4e00-\u9fff]{2}/.test(text);
  return levels !== undefined && isName(labels.at(-1) ?? '') && labels.slice(0, -1).some(isName);
}

/** Whether a row is a 合计 by a name of its own, not a 小计. */
function isSumOf({ role, label }: Line): boolean {
  return role === 'subtotal' && /合计[:：]?$/.test(foldText(label));
}

/** Sequence, code and name columns, left to right: where the words of a row's role stand; the name last. */
function labelColumnsOf(layout: TableLayout, columns: ReadonlyMap<string, TableColumn>): readonly number[] {
  const { code, name } = layout.identity;
  const nameColumn = columns.get(name)?.column;
  const before: number[] = [];
  for (const [field, column] of columns) {
    const kind = layout.fields[field]?.kind;
    const isLabel = kind === 'sequence' || kind === 'text' || kind === 'code' || field === code;
    if (isLabel && (nameColumn === undefined || column.column < nameColumn)) before.push(column.column);
  }
  before.sort((one, other) => one - other);
  return nameColumn === undefined ? before : [...before, nameColumn];
}

function amountColumnsOf(
  layout: TableLayout,
  columns: ReadonlyMap<string, Pick<TableColumn, 'column'>>,
): readonly number[] {
  return [...columns]
    .filter(([field]) => layout.fields[field]?.kind === 'amount')
    .map(([, column]) => column.column);
}

export function figureColumnsOf(
  layout: TableLayout,
  columns: ReadonlyMap<string, Pick<TableColumn, 'column'>>,
): readonly number[] {
  return [...columns]
    .filter(([field]) => ['amount', 'rate', 'number'].includes(layout.fields[field]?.kind ?? ''))
    .map(([, column]) => column.column);
}

function sequenceColumnsOf(
  layout: TableLayout,
  columns: ReadonlyMap<string, TableColumn>,
): readonly number[] {
  return [...columns]
    .filter(([field]) => layout.fields[field]?.kind === 'sequence')
    .map(([, { column }]) => column);
}

/** The first text of a row within some columns (null: nothing there), and whether no other cell says something. */
function filledIn(
  sheet: Sheet,
  row: number,
  left: number,
  right: number,
): { readonly first: string | null; readonly isAlone: boolean } {
  let first: string | null = null;
  const columns = sheet.filledColumns(row);
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] ?? 0;
    if (column < left || column > right) continue;
    const value = sheet.value(row, column);
    const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
    if (isBlank && !sheet.isUncalculated(row, column)) continue;
    if (first !== null) return { first, isAlone: false };
    first = textOf(value, null);
  }
  return { first, isAlone: first !== null };
}

/** 监控结论：总体正常 | 复核：某某: every cell of a row is a line of its own, with its label before a colon; no row of a table is. */
function saysOnlyLines(sheet: Sheet, row: number, left: number, right: number): boolean {
  return textsIn(sheet, row, left, right).every((text) => lineWithLabel.test(text));
}

const lineWithLabel = /^\s*[\u4e00-\u9fff]{2,12}(?:[(（][^()（）]{1,8}[)）])?[:：]/;

function textsIn(sheet: Sheet, row: number, left: number, right: number): readonly string[] {
  const texts: string[] = [];
  const columns = sheet.filledColumns(row);
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] ?? 0;
    if (column < left || column > right) continue;
    const text = textOf(sheet.value(row, column), null);
    if (text !== '' || sheet.isUncalculated(row, column)) texts.push(text);
  }
  return texts;
}

function rawName(
  sheet: Sheet,
  row: number,
  layout: TableLayout,
  columns: ReadonlyMap<string, TableColumn>,
): string {
  const column = columns.get(layout.identity.name)?.column;
  const value = column === undefined ? null : sheet.value(row, column);
  return typeof value === 'string' ? value : '';
}

/**
 * Rows of one text beside its label, merged over the names and all that follows: 改进措施 | 提前编制计划… below the
 * indicators of a form is none of them.
 */
function proseRows(
  sheet: Sheet,
  headingRow: number,
  left: number,
  right: number,
  nameColumn: number,
): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const merge of sheet.merges) {
    const isText = merge.left > left && merge.left <= nameColumn && merge.right >= right;
    if (!isText || merge.top <= headingRow || right - nameColumn < 2) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1) rows.add(row);
  }
  return rows;
}

/** A heading printed again at a page break: most of its cells say what the heading says. */
function isRepeatedHeading(sheet: Sheet, row: number, { columns }: RecognisedTable): boolean {
  let same = 0;
  let filled = 0;
  for (const { path } of columns.matches.values()) {
    const value = sheet.value(row, path.column);
    if (value === null) continue;
    if (typeof value === 'number') return false;
    filled += 1;
    const plain = foldText(textOf(value, null));
    if (
      plain !== '' &&
      path.labels.some((label) => label.key !== '' && foldText(path.written).split('/').includes(plain))
    )
      same += 1;
  }
  return filled >= 2 && same >= 0.6 * filled;
}

/** How many rows may stand between the end of a page and the heading on the next: page number, title, unit line. */
const rowsBetweenPages = 6;

/** The row of the heading that is printed again a few rows on, when nothing but titles and unit lines stands before it. */
function headingAgain(
  sheet: Sheet,
  index: number,
  recognised: RecognisedTable,
  lastRow: number,
): number | null {
  const figures = figureColumnsOf(
    recognised.words.layout,
    new Map([...recognised.columns.matches].map(([field, { path }]) => [field, { column: path.column }])),
  );
  for (let ahead = index; ahead < index + rowsBetweenPages; ahead += 1) {
    const row = sheet.filledRows[ahead];
    if (row === undefined || row > lastRow) return null;
    if (isRepeatedHeading(sheet, row, recognised)) return row;
    if (figures.some((column) => typeof sheet.value(row, column) === 'number')) return null;
  }
  return null;
}

/** A row that was only numbered, or where formulas came to nothing: no words but signs for nothing, no figure but zeros. */
function isUnfilled(sheet: Sheet, row: number, numbers: readonly number[]): boolean {
  let isNumbered = false;
  let saysNothing = false;
  const filled = sheet.filledColumns(row);
  for (let index = 0; index < filled.length; index += 1) {
    const column = filled[index] ?? 0;
    if (numbers.includes(column)) {
      isNumbered = true;
      continue;
    }
    const value = sheet.value(row, column);
    if (sheet.isUncalculated(row, column)) return false;
    if (value === null || value === 0 || (typeof value === 'string' && value.trim() === '')) continue;
    if (typeof value !== 'string' || !isPlaceholder(value) || isUnfinished(value)) return false;
    saysNothing = true;
  }
  return isNumbered || saysNothing;
}

/** One text across the table and no figure: a divider, a title of the next part, a hint. */
function isBanner(
  sheet: Sheet,
  row: number,
  left: number,
  right: number,
  figures: readonly number[],
): boolean {
  const width = right - left + 1;
  // In a table of words alone a wide text may be one of them; merged over all columns it is none.
  const least = Math.max(3, figures.length === 0 ? width : 0.6 * width);
  return sheet.merges.some(
    (merge) => merge.top <= row && merge.bottom >= row && merge.right - merge.left + 1 >= least,
  );
}

/** The index of the first filled row behind a row; rows are ascending. */
function firstAfter(rows: ArrayLike<number>, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}
