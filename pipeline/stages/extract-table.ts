import { cellAddress } from '../model/address.ts';
import { foldText } from '../model/label.ts';
import type { AmountUnit } from '../model/money.ts';
import {
  type Gap,
  placeOf,
  projectOf,
  type ReadProblem,
  type Row,
  type RowSource,
  type SignedField,
  type Table,
  type TableColumn,
} from '../model/submission.ts';
import type { Field, TableLayout } from '../model/template.ts';
import { isCellError, type Range, type Sheet } from '../model/workbook.ts';
import { BodyLines, type Line } from './body-lines.ts';
import { type CellCircumstances, extractCell, type RateScale, rateScaleOf, textOf } from './extract-cell.ts';
import type { Band } from './heading-band.ts';
import { longRows, type RowReader } from './long-rows.ts';
import type { RecognisedTable } from './recognise.ts';
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

export interface ExtractedTable {
  readonly table: Table;
  readonly problems: readonly ReadProblem[];
  /** The row after the last one of the body. */
  readonly end: number;
}

/** Reads the body of a table into typed rows: data, totals, subtotals and of-which rows apart. */
export function extractTable(
  sheet: Sheet,
  recognised: RecognisedTable,
  around: TableCircumstances,
): ExtractedTable {
  const { layout } = recognised.words;
  const { band } = recognised;
  const columns = withNameColumn(sheet, recognised, columnsOf(recognised, layout, around.unit), around);
  const source: RowSource = {
    file: around.file,
    sheet: sheet.name,
    fields: layout.fields,
    identity: layout.identity,
    columns,
    cells: null,
    headingRow: band.last,
    unit: around.unit,
  };
  const body = bodyOf(sheet, recognised, columns, around);
  const scales = rateScales(sheet, body.lines, layout, columns);
  const fillDowns = fillDownMerges(sheet, body.lines, layout, columns);
  const plan = planRows(source, scales, fillDowns, around.year);
  const long = body.lines.count > around.mostRowsHeld ? longRows(readerOf(sheet, plan)) : null;
  const problems: ReadProblem[] = [];
  const rows: Row[] = [];
  const totals: Row[] = [];
  const subtotals: Row[] = [];
  const ofWhich: Row[] = [];
  let parent: number | null = null;
  for (const line of body.lines) {
    if (line.role === 'pageTotal') continue;
    const row = extractRow(sheet, line, plan, around, problems, parent);
    if (line.role === 'total') totals.push(row);
    else if (line.role === 'subtotal') subtotals.push(row);
    else if (line.role === 'ofWhich') ofWhich.push(row);
    else {
      if (long === null) rows.push(row);
      else long.add(row);
      parent = row.number;
    }
    if (line.role === 'total' || line.role === 'subtotal') parent = row.number;
    noteUnknownErrors(sheet, line.number, recognised, around.file, problems);
  }
  return {
    table: {
      layout,
      fields: layout.fields,
      file: around.file,
      sheet: sheet.name,
      columns,
      headingRows: band,
      rows: long?.rows ?? rows,
      totals,
      subtotals,
      ofWhich,
      columnFormulas: columnFormulasOf(body.columnNumbers, layout, columns),
      unknownColumns: new Map(recognised.columns.unknown.map((path) => [path.column, path.written])),
    },
    problems,
    end: body.end,
  };
}

const named: ReadonlySet<RowRole> = new Set(['total', 'subtotal', 'ofWhich']);

interface Body {
  readonly lines: BodyLines;
  /** Texts of a 栏次 row by column: `1`, `1=2+11`. */
  readonly columnNumbers: ReadonlyMap<number, string>;
  readonly end: number;
}

function columnsOf(
  recognised: RecognisedTable,
  layout: TableLayout,
  sheetUnit: AmountUnit,
): ReadonlyMap<string, TableColumn> {
  const columns = new Map<string, TableColumn>();
  for (const name of Object.keys(layout.fields)) {
    const match = recognised.columns.matches.get(name);
    if (match === undefined) continue;
    const labels = match.path.labels;
    const unit =
      labels.findLast((label) => label.unit !== null)?.unit ?? layout.fields[name]?.unit ?? sheetUnit;
    columns.set(name, {
      column: match.path.column,
      heading: match.path.written,
      unit,
      month: labels.findLast((label) => label.month !== null)?.month ?? null,
    });
  }
  return columns;
}

/**
 * Forms leave the heading of row names blank, or spread one heading over two columns (项目资金 | 年度资金总额): the names
 * then stand in the unheaded column left of the first figures.
 */
function withNameColumn(
  sheet: Sheet,
  recognised: RecognisedTable,
  columns: ReadonlyMap<string, TableColumn>,
  around: TableCircumstances,
): ReadonlyMap<string, TableColumn> {
  const { layout } = recognised.words;
  // What stands left of the figures of a paired row is the heading of the first.
  if (recognised.isPaired) return columns;
  const { name } = layout.identity;
  const own = columns.get(name);
  const figures = figureColumnsOf(layout, columns);
  if (figures.length === 0) return columns;
  const candidate = Math.min(...figures) - 1;
  if (candidate < 1 || own?.column === candidate) return columns;
  const isHeaded = [...columns.values()].some((column) => column.column === candidate);
  const body = [1, 2, 3]
    .map((offset) => recognised.band.last + offset)
    .filter((row) => row <= around.lastRow);
  const texts = (column: number) => body.filter((row) => typeof sheet.value(row, column) === 'string').length;
  if (isHeaded || texts(candidate) === 0 || (own !== undefined && texts(own.column) >= texts(candidate)))
    return columns;
  const heading = own?.heading ?? layout.fields[name]?.title.zh ?? name;
  const moved = new Map(columns);
  moved.set(name, { column: candidate, heading, unit: own?.unit ?? around.unit, month: null });
  return moved;
}

function bodyOf(
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
    if (!figures.some((column) => typeof sheet.value(number, column) === 'number')) {
      resumesAt = headingAgain(sheet, index, recognised, around.lastRow) ?? 0;
      if (number < resumesAt) continue;
    }
    if (isUnfilled(sheet, number, numbers)) continue;
    const labels = labelColumns.map((column) => textOf(sheet.value(number, column), null));
    const stated = roleOf(labels, first);
    // Where rows are named items, 合计 and 其中 are names like any other.
    const role = layout.rowsNest && named.has(stated) ? 'data' : stated;
    if (role === 'end') break;
    if (
      role === 'columnNumbers' ||
      (number <= band.last + 2 && last === null && areColumnNumbers(textsIn(sheet, number, left, right)))
    ) {
      for (let column = left; column <= right; column += 1)
        columnNumbers.set(column, foldText(textOf(sheet.value(number, column), null)));
      end = number + 1;
      continue;
    }
    if (isRepeatedHeading(sheet, number, recognised)) continue;
    if (isAlone && isBanner(sheet, number, left, right, figures)) continue;
    const name = labels.at(-1) ?? '';
    const isIndented = /^[\s\u3000]/.test(rawName(sheet, number, layout, columns));
    isInOfWhich =
      role === 'ofWhich' ||
      (isInOfWhich && role === 'data' && isIndented && labels.slice(0, -1).every((text) => text === ''));
    const line: Line = {
      number,
      role: isInOfWhich ? 'ofWhich' : role,
      label: name === '' ? (labels.find((text) => text !== '') ?? first) : name,
      level: levelOf(name) || levelOf(labels[0] ?? '') || levelOf(`${labels[0] ?? ''}、`),
    };
    if (line.role === 'total' || isSumOf(line)) sums += 1;
    if (last !== null) lines.add(headsGroup(last, line) ? { ...last, role: 'subtotal' } : last);
    last = line;
    end = number + 1;
  }
  // 非税收入合计 or 全镇合计 at the end, with no other 合计 above it, is that of all rows.
  if (last !== null) lines.add(sums === 1 && isSumOf(last) ? { ...last, role: 'total' } : last);
  return { lines, columnNumbers, end };

  /** Rows that head a group and carry its sum are subtotals: numbered 一、 with deeper rows below, no code of their own. */
  function headsGroup(line: Line, next: Line): boolean {
    if (layout.rowsNest || line.role !== 'data' || line.level === 0 || line.level > 2) return false;
    if (next.role !== 'data' || (next.level !== 0 && next.level <= line.level)) return false;
    return codeColumn === undefined || sheet.value(line.number, codeColumn) === null;
  }
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

function figureColumnsOf(
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

/** The formulas of a 栏次 row in terms of fields: `1=2+11`, `10=11-15`, `2=3+4+…+9`. Others (rates, unknown columns) are left. */
function columnFormulasOf(
  columnNumbers: ReadonlyMap<number, string>,
  layout: TableLayout,
  columns: ReadonlyMap<string, TableColumn>,
): ReadonlyMap<string, readonly SignedField[]> {
  const fieldAt = new Map([...columns].map(([field, { column }]) => [column, field]));
  const fieldOfNumber = new Map<number, string>();
  const formulas = new Map<string, string>();
  for (const [column, text] of columnNumbers) {
    const match = /^\(?(\d{1,2})\)?(?:=([\d+\-.]+))?$/.exec(text);
    const field = fieldAt.get(column);
    if (match?.[1] === undefined || field === undefined || layout.fields[field]?.kind !== 'amount') continue;
    fieldOfNumber.set(Number(match[1]), field);
    if (match[2] !== undefined) formulas.set(field, match[2]);
  }
  const resolved = new Map<string, readonly SignedField[]>();
  for (const [field, formula] of formulas) {
    const terms = termsOf(formula).map(({ number, sign }) => ({
      field: fieldOfNumber.get(number) ?? '',
      sign,
    }));
    if (terms.length > 1 && terms.every((term) => term.field !== '')) resolved.set(field, terms);
  }
  return resolved;
}

function termsOf(formula: string): readonly { readonly number: number; readonly sign: 1 | -1 }[] {
  const spelt = formula.replace(/(\d+)\+\.{2,}\+(\d+)/g, (_, from: string, to: string) =>
    Array.from(
      { length: Math.max(0, Number(to) - Number(from) + 1) },
      (__, index) => Number(from) + index,
    ).join('+'),
  );
  return [...spelt.matchAll(/([+-]?)(\d+)/g)].map(([, sign, number]) => ({
    number: Number(number),
    sign: sign === '-' ? -1 : 1,
  }));
}

/** A heading printed again at a page break: most of its cells say what the heading says. */
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

/** A row that was only numbered, or where formulas came to nothing: no words, and no figure but zeros. */
function isUnfilled(sheet: Sheet, row: number, numbers: readonly number[]): boolean {
  let isNumbered = false;
  const filled = sheet.filledColumns(row);
  for (let index = 0; index < filled.length; index += 1) {
    const column = filled[index] ?? 0;
    if (numbers.includes(column)) {
      isNumbered = true;
      continue;
    }
    const value = sheet.value(row, column);
    if (sheet.isUncalculated(row, column)) return false;
    if (value !== null && value !== 0 && !(typeof value === 'string' && value.trim() === '')) return false;
  }
  return isNumbered;
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

function rateScales(
  sheet: Sheet,
  lines: BodyLines,
  layout: TableLayout,
  columns: ReadonlyMap<string, TableColumn>,
): ReadonlyMap<string, RateScale> {
  const scales = new Map<string, RateScale>();
  const rates = [...columns].filter(([field]) => layout.fields[field]?.kind === 'rate');
  if (rates.length === 0) return scales;
  // The rate of a total follows from all rows, and may be spoilt by one: it is heard where they say nothing.
  for (const [field, { column }] of rates) {
    const scale =
      rateScaleOf(sheet, lines.dataRows(), column) ?? rateScaleOf(sheet, lines.otherRows(), column);
    if (scale !== null) scales.set(field, scale);
  }
  return scales;
}

/** Vertical merges in columns whose cells hold for every row they span. */
function fillDownMerges(
  sheet: Sheet,
  lines: BodyLines,
  layout: TableLayout,
  columns: ReadonlyMap<string, TableColumn>,
): readonly Range[] {
  const wanted = new Set(
    [...columns].filter(([field]) => layout.fields[field]?.fillsDown).map(([, column]) => column.column),
  );
  if (wanted.size === 0) return [];
  return sheet.merges.filter(
    (merge) =>
      wanted.has(merge.left) &&
      merge.bottom > merge.top &&
      merge.top <= lines.last &&
      merge.bottom >= lines.first,
  );
}

/** How the rows of a table are read, worked out once: a long ledger has a million cells. */
interface RowPlan {
  readonly source: RowSource;
  /** Every field without a value; copied for each row, so that all rows share one shape in memory. */
  readonly blank: Readonly<Record<string, unknown>>;
  readonly cells: readonly CellPlan[];
  /** Where the gaps of every row begin. */
  readonly noGaps: GapChain;
}

/** How one field of a row is read. */
interface CellPlan {
  readonly name: string;
  readonly field: Field;
  readonly column: number;
  readonly how: CellCircumstances;
  /** Merges down this column whose cell holds for every row. */
  readonly fillDowns: readonly Range[];
}

function planRows(
  source: RowSource,
  scales: ReadonlyMap<string, RateScale>,
  fillDowns: readonly Range[],
  year: number,
): RowPlan {
  const cells: CellPlan[] = [];
  for (const [name, field] of Object.entries(source.fields)) {
    const place = source.columns.get(name);
    if (place === undefined) continue;
    cells.push({
      name,
      field,
      column: place.column,
      how: {
        unit: place.unit,
        year,
        rateScale: scales.get(name) ?? 'ratio',
        answers: answersIn(source, place.column),
      },
      fillDowns: fillDowns.filter((merge) => merge.left === place.column),
    });
  }
  const blank = Object.fromEntries(Object.keys(source.fields).map((name) => [name, null]));
  return { source, blank, cells, noGaps: new GapChain({}) };
}

/** The words of all boxes that share a column; undefined where it is the column of one field. */
function answersIn({ fields, columns }: RowSource, column: number): readonly string[] | undefined {
  const sharing = [...columns].filter((entry) => entry[1].column === column);
  return sharing.length > 1 ? sharing.flatMap(([name]) => fields[name]?.answers ?? []) : undefined;
}

function extractRow(
  sheet: Sheet,
  line: Line,
  { source, blank, cells, noGaps }: RowPlan,
  around: TableCircumstances,
  problems: ReadProblem[],
  parent: number | null,
): Row {
  const values: Record<string, unknown> = { ...blank };
  let gaps = noGaps;
  let classified = false;
  const found: {
    readonly field: string;
    readonly problem: Omit<ReadProblem, 'place' | 'field' | 'project'>;
  }[] = [];
  for (const { name, field, column, how, fillDowns } of cells) {
    const at = mergeOver(line.number, fillDowns);
    const read = extractCell(sheet, at?.top ?? line.number, column, field, how);
    values[name] = read.value;
    if (read.gap !== null) {
      gaps = gaps.with(name, read.gap);
      if (read.gap === 'classified') classified = true;
      if (read.gap === 'placeholder' && field.mustFill && line.role === 'data') {
        const raw = textOf(sheet.value(line.number, column), null);
        found.push({ field: name, problem: { kind: 'placeholder', raw, read: '' } });
      }
    }
    for (const problem of read.problems) {
      if (around.isAllText && problem.kind === 'text-number') continue;
      if (at === undefined || problem.kind === 'error-value') found.push({ field: name, problem });
    }
    if (around.hasExternalLinks && otherWorkbook.test(sheet.formula(line.number, column) ?? '')) {
      const raw = `=${sheet.formula(line.number, column) ?? ''}`;
      found.push({ field: name, problem: { kind: 'external-formula', raw, read: '' } });
    }
  }
  const row: Row = {
    // Every value was read by the kind of its field.
    values: values as Row['values'],
    gaps: gaps.record,
    number: line.number,
    level: line.level,
    label: line.role === 'data' ? '' : line.label,
    parent: line.role === 'ofWhich' ? parent : null,
    classified,
    source,
  };
  for (const { field, problem } of found) {
    problems.push({ ...problem, field, place: placeOf(row, field), project: projectOf(row) });
  }
  return row;
}

/** `[1]预算!A1`, `'[1]预算 (终)'!A1` and `[1]!预算`: references into another workbook. A table's column, `表1[金额]`, is none. */
const otherWorkbook = /\[[^[\]]+\](?:[\p{L}\p{N}_.]*|[^'[\]]+')!/u;

/** The merge whose first cell holds for a row below it. */
function mergeOver(row: number, fillDowns: readonly Range[]): Range | undefined {
  return fillDowns.find((merge) => row > merge.top && row <= merge.bottom);
}

/** How the rows of the table are read again, without what was noticed the first time. */
function readerOf(sheet: Sheet, { source, blank, cells }: RowPlan): RowReader {
  const valueIn = (row: number, { field, column, how, fillDowns }: CellPlan) =>
    extractCell(sheet, mergeOver(row, fillDowns)?.top ?? row, column, field, how).value;
  return {
    source,
    values: (row) => {
      const values: Record<string, unknown> = { ...blank };
      for (const cell of cells) values[cell.name] = valueIn(row, cell);
      // Every value was read by the kind of its field.
      return values as Row['values'];
    },
    fields: Object.fromEntries(cells.map((cell) => [cell.name, (row: number) => valueIn(row, cell)])),
  };
}

/** The gaps of a row, field by field. Rows mostly lack the same values: those that do share one record. */
class GapChain {
  readonly record: Row['gaps'];
  private readonly longer = new Map<string, Map<Gap, GapChain>>();

  constructor(record: Row['gaps']) {
    this.record = record;
  }

  with(field: string, gap: Gap): GapChain {
    const byGap = this.longer.get(field) ?? new Map<Gap, GapChain>();
    if (byGap.size === 0) this.longer.set(field, byGap);
    const known = byGap.get(gap);
    if (known !== undefined) return known;
    const longer = new GapChain({ ...this.record, [field]: gap });
    byGap.set(gap, longer);
    return longer;
  }
}

/** Error values in columns that no field fits are errors all the same. */
function noteUnknownErrors(
  sheet: Sheet,
  row: number,
  recognised: RecognisedTable,
  file: string,
  problems: ReadProblem[],
): void {
  for (const path of recognised.columns.unknown) {
    const value = sheet.value(row, path.column);
    if (!isCellError(value)) continue;
    const place = { file, sheet: sheet.name, cell: cellAddress(row, path.column), label: path.written };
    problems.push({ kind: 'error-value', raw: value.code, read: '', field: null, place, project: null });
  }
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
