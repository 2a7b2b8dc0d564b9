import { labelOf } from '../model/label.ts';
import { type Gap, placeOf, type ReadProblem, type Row, type RowSource } from '../model/submission.ts';
import type { Range, Sheet } from '../model/workbook.ts';
import { extractCell, rateScaleOf } from './extract-cell.ts';
import type { ExtractedTable } from './extract-table.ts';
import { type ColumnPath, isFigure, type LabelRow } from './heading-band.ts';
import type { RecognisedTable, Turned } from './recognition.ts';
import type { TableCircumstances } from './table-body.ts';

/**
 * The money of a form written the other way round: 年初预算, 1-8月支出 and 执行率 one below the other, and beside them
 * 合计, 财政拨款 and other sources as columns.
 */

/** Rows in which the same column names a figure and the next one has it; the paths stand for rows, by their numbers. */
export interface TurnedBlock {
  readonly labelColumn: number;
  /** The first column of figures. */
  readonly figures: number;
  readonly first: number;
  readonly last: number;
  readonly paths: readonly ColumnPath[];
}

/** Fewer rows are labels that happen to stand below each other. */
const fewestRows = 3;

export function turnedBlocksOf(sheet: Sheet, rows: readonly LabelRow[]): readonly TurnedBlock[] {
  const blocks: TurnedBlock[] = [];
  let open: { readonly labelColumn: number; readonly paths: ColumnPath[] } | null = null;
  const close = () => {
    const [first, last] = [open?.paths[0], open?.paths.at(-1)];
    if (open !== null && first !== undefined && last !== undefined && open.paths.length >= fewestRows)
      blocks.push({
        ...open,
        figures: rightOf(sheet, first.column, open.labelColumn),
        first: first.column,
        last: last.column,
      });
    open = null;
  };
  for (const { row, cells } of rows) {
    const cell = cells.find(({ column }) => isFigure(sheet.value(row, rightOf(sheet, row, column))));
    const before: ColumnPath | undefined = open?.paths.at(-1);
    if (cell === undefined || open?.labelColumn !== cell.column || before?.column !== row - 1) close();
    if (cell === undefined) continue;
    open ??= { labelColumn: cell.column, paths: [] };
    open.paths.push({ column: row, labels: [cell.label], written: cell.text.trim(), holds: 'figures' });
  }
  close();
  return blocks;
}

/** The column behind a cell, merged or not. */
function rightOf(sheet: Sheet, row: number, column: number): number {
  return (mergeAt(sheet, row, column)?.right ?? column) + 1;
}

function mergeAt(sheet: Sheet, row: number, column: number): Range | undefined {
  return sheet.merges.find(
    (one) => one.top <= row && one.bottom >= row && one.left <= column && one.right >= column,
  );
}

/** Reads one typed row for every column of a turned table. */
export function extractTurned(
  sheet: Sheet,
  { words: { layout }, columns, band }: RecognisedTable,
  { nameRow, labelColumn }: Turned,
  around: TableCircumstances,
): ExtractedTable {
  const found: Row[] = [];
  const problems: ReadProblem[] = [];
  const rows = [...columns.matches].flatMap(
    ([
      field,
      {
        path: { row },
      },
    ]) => (row === undefined ? [] : [[field, row] as const]),
  );
  const numbers = rows.map(([, row]) => row);
  const width = Math.max(...numbers.map((row) => lastColumnIn(sheet, row)));
  for (let column = rightOf(sheet, band.last, labelColumn); column <= width; column += 1)
    if (numbers.some((row) => isFigure(sheet.value(row, column)))) found.push(rowAt(column));
  return {
    table: {
      layout,
      fields: layout.fields,
      file: around.file,
      sheet: sheet.name,
      columns: found[0]?.source.columns ?? new Map(),
      headingRows: { first: band.first, last: band.first },
      rows: found,
      totals: [],
      subtotals: [],
      ofWhich: [],
      columnFormulas: new Map(),
      unknownColumns: new Map(),
    },
    problems,
    end: band.last + 1,
  };

  function rowAt(column: number): Row {
    const { name } = layout.identity;
    const places = new Map(nameRow === null ? rows : [[name, nameRow] as const, ...rows]);
    const labels = new Map([...columns.matches].map(([field, { path }]) => [field, path.written]));
    const label = (field: string) => labels.get(field) ?? layout.fields[field]?.title.zh ?? field;
    const source: RowSource = {
      file: around.file,
      sheet: sheet.name,
      fields: layout.fields,
      identity: layout.identity,
      columns: new Map(
        [...places.keys()].map((field) => {
          const { unit, month } = labelOf(label(field));
          const own = unit ?? layout.fields[field]?.unit ?? around.unit;
          return [field, { column, heading: label(field), unit: own, month }];
        }),
      ),
      cells: new Map([...places].map(([field, row]) => [field, { row, column, label: label(field) }])),
      headingRow: band.first,
      unit: around.unit,
    };
    const values: Record<string, unknown> = {};
    const gaps: Record<string, Gap> = {};
    // Every value is read by the kind of its field.
    const row = rowOf(source, values as Row['values'], gaps);
    for (const [own, field] of Object.entries(layout.fields)) {
      const at = places.get(own);
      values[own] = null;
      if (at === undefined) continue;
      const unit = source.columns.get(own)?.unit ?? around.unit;
      const rateScale = rateScaleOf(sheet, [at], column) ?? 'ratio';
      const read = extractCell(sheet, at, column, field, { unit, year: around.year, rateScale });
      values[own] = read.value;
      if (read.gap !== null) gaps[own] = read.gap;
      for (const problem of read.problems)
        problems.push({ ...problem, field: own, place: placeOf(row, own), project: null });
    }
    return { ...row, classified: Object.values(gaps).includes('classified') };
  }
}

function lastColumnIn(sheet: Sheet, row: number): number {
  const columns = sheet.filledColumns(row);
  return columns[columns.length - 1] ?? 0;
}

function rowOf(source: RowSource, values: Row['values'], gaps: Row['gaps']): Row {
  return {
    values,
    gaps,
    number: source.headingRow,
    level: 0,
    label: '',
    parent: null,
    classified: false,
    source,
  };
}
