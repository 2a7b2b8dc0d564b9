import type { AmountUnit } from '../model/money.ts';
import type { ReadProblem, Row, RowSource, SignedField, Table, TableColumn } from '../model/submission.ts';
import type { TableLayout } from '../model/template.ts';
import type { Range, Sheet } from '../model/workbook.ts';
import type { BodyLines } from './body-lines.ts';
import { type RateScale, rateScaleOf } from './extract-cell.ts';
import { extractRow, noteUnknownErrors, planRows, readerOf } from './extract-row.ts';
import { longRows } from './long-rows.ts';
import type { RecognisedTable } from './recognition.ts';
import type { TableCircumstances } from './table-body.ts';
import { bodyOf, figureColumnsOf } from './table-body.ts';

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
  const body = [1, 2, 3]
    .map((offset) => recognised.band.last + offset)
    .filter(
      (row) =>
        row <= around.lastRow && !around.otherBands.some(({ first, last }) => row >= first && row <= last),
    );
  const texts = (column: number) => body.filter((row) => typeof sheet.value(row, column) === 'string').length;
  const isHeaded = (column: number) => [...columns.values()].some((one) => one.column === column);
  // Names merged over two columns stand in the first of them.
  let candidate = Math.min(...figures) - 1;
  while (candidate > (own?.column ?? 0) && texts(candidate) === 0 && !isHeaded(candidate)) candidate -= 1;
  if (candidate < 1 || isHeaded(candidate) || texts(candidate) === 0) return columns;
  if (own !== undefined && texts(own.column) >= texts(candidate)) return columns;
  const heading = own?.heading ?? layout.fields[name]?.title.zh ?? name;
  const moved = new Map(columns);
  moved.set(name, { column: candidate, heading, unit: own?.unit ?? around.unit, month: null });
  return moved;
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
