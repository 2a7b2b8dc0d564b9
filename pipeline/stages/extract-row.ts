import { cellAddress } from '../model/address.ts';
import {
  type Gap,
  placeOf,
  projectOf,
  type ReadProblem,
  type Row,
  type RowSource,
} from '../model/submission.ts';
import type { Field } from '../model/template.ts';
import { isCellError, type Range, type Sheet } from '../model/workbook.ts';
import type { Line } from './body-lines.ts';
import { type CellCircumstances, extractCell, type RateScale, textOf } from './extract-cell.ts';
import type { RowReader } from './long-rows.ts';
import type { RecognisedTable } from './recognition.ts';
import type { TableCircumstances } from './table-body.ts';

/** What reading the rows takes, worked out once: a long ledger has a million cells. */
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

/** How the rows of a table are read, by its columns. */
export function planRows(
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

/** One line as a typed row; what was odd about its cells is added to `problems`. */
export function extractRow(
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
export function readerOf(sheet: Sheet, { source, blank, cells }: RowPlan): RowReader {
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
export function noteUnknownErrors(
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
