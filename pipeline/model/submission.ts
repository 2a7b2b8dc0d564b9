import { cellAddress } from './address.ts';
import type { FundSpending } from './fund-spending.ts';
import type { AmountUnit, Fen } from './money.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import type { Field, Fields, TableLayout, Template, Values } from './template.ts';

/** One sheet understood: typed values, each knowing its cell, and who and when it says it is. */
export interface Submission<T extends Template = Template> {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly template: T;
  /** 0 to 1: how well the sheet fits the template. */
  readonly score: number;
  readonly unit: UnitClaim;
  readonly period: PeriodClaim;
  readonly amountUnit: AmountUnitClaim;
  readonly form: Row<T['form']>;
  readonly tables: { readonly [K in keyof T['tables']]: Table<T['tables'][K]['fields']> };
  /** What reading stumbled over; rules in structure/ and quality/ make findings of it. */
  readonly problems: readonly ReadProblem[];
  /** 负责人, 填表人, 联系电话, 填报日期 and the like, as found outside the body; the value is '' when left blank. */
  readonly signatures: ReadonlyMap<string, { readonly text: string; readonly place: Place }>;
  /** Earlier months' sheets of the same workbook, latest first: history, never submissions of their own. */
  readonly history: readonly Submission<T>[];
  /** Titles and notes around the tables, as written, with their places. */
  readonly remarks: readonly { readonly text: string; readonly place: Place }[];
  /** Of a T10 whose rows were put away: what they add up to. */
  readonly fundSpending?: FundSpending | null;
}

/** Which budget unit a sheet says it is from. */
export interface UnitClaim {
  /**
   * The name in the roster, or as written where there is no roster. Where nothing says whose the sheet is: '' with a
   * roster, without one the file's name, so that files of different units are not taken for one unit's.
   */
  readonly name: string;
  /** As written. */
  readonly stated: string;
  readonly from: 'cell' | 'title' | 'sheet name' | 'file name' | 'folder' | 'none';
  readonly place: Place;
  /** Whether the roster has it; null without a roster. */
  readonly known: boolean | null;
  /** The roster's nearest name, when it is not known. */
  readonly nearest: string | null;
  /** A unit that the file name or title gives and that differs from `name`. */
  readonly conflicts: readonly { readonly name: string; readonly from: string; readonly place: Place }[];
}

/** Which period a sheet says it is about. */
export interface PeriodClaim {
  /** The run's period when nothing on the sheet says otherwise. */
  readonly period: Period;
  /** Whether a year is stated and no month: the month is the run's. */
  readonly isYearAlone: boolean;
  readonly from: 'title' | 'headings' | 'cell' | 'sheet name' | 'file name' | 'run';
  readonly place: Place;
  /** Every year or month stated that differs from the run's period. */
  readonly conflicts: readonly { readonly stated: string; readonly place: Place }[];
}

/** In which unit the amounts of a sheet are. */
export interface AmountUnitClaim {
  readonly unit: AmountUnit;
  /** Whether the sheet says so; otherwise it is the template's, and nothing is compared across tables. */
  readonly declared: boolean;
  readonly place: Place;
  /** Declarations that contradict each other. */
  readonly conflicts: readonly { readonly unit: AmountUnit; readonly place: Place }[];
}

/** One table of a sheet. */
export interface Table<F extends Fields = Fields> {
  readonly layout: TableLayout;
  readonly fields: F;
  readonly file: string;
  readonly sheet: string;
  /** Where each field was found; a field not on the sheet is not in here. */
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** First and last row of the heading; 0 when the table is not on the sheet. */
  readonly headingRows: { readonly first: number; readonly last: number };
  /** Rows of data, in the order of the sheet. */
  readonly rows: readonly Row<F>[];
  /** 合计 and 总计 rows. */
  readonly totals: readonly Row<F>[];
  /** 小计 rows and headings of groups that carry their group's sum. */
  readonly subtotals: readonly Row<F>[];
  /** 其中 rows, and rows below one that belong to it. */
  readonly ofWhich: readonly Row<F>[];
  /** What a 栏次 row says a field is the sum of (`1=2+11`), where all are fields of amounts. Empty when there is none. */
  readonly columnFormulas: ReadonlyMap<string, readonly SignedField[]>;
  /** The heading of columns that no field fits, by column. */
  readonly unknownColumns: ReadonlyMap<number, string>;
}

/** A field that is added to or taken from a sum. */
export interface SignedField {
  readonly field: string;
  readonly sign: 1 | -1;
}

export interface TableColumn {
  readonly column: number;
  /** The heading as written, path joined by `/`. */
  readonly heading: string;
  /** The unit of its amounts: the cell's own word for it may still differ. */
  readonly unit: AmountUnit;
  /** The month a heading such as 截至6月底支出数 names; null when none. */
  readonly month: number | null;
}

/** One row of a table, or the form of a sheet: values and, where there is no value, why not. */
export interface Row<F extends Fields = Fields> {
  readonly values: Values<F>;
  /** Why a value is null; a field whose column is not on the sheet is absent. */
  readonly gaps: { readonly [K in keyof F]?: Gap };
  /** The row on the sheet; 0 for a form. */
  readonly number: number;
  /** Depth in the sheet's own hierarchy (一、 1, （一） 2, 1. 3); 0 when flat. */
  readonly level: number;
  /** The label of a total, subtotal or of-which row; '' on data rows. */
  readonly label: string;
  /** For 其中 rows: the row whose amount they are part of. */
  readonly parent: number | null;
  /** Whether some cell says 涉密: counted in totals, never printed. */
  readonly classified: boolean;
  readonly source: RowSource;
}

/** Where the values of rows come from; shared by all rows of a table. */
export interface RowSource {
  readonly file: string;
  readonly sheet: string;
  readonly fields: Fields;
  readonly identity: { readonly code?: string; readonly name: string } | null;
  /** Column of each field; for a form, see `cells`. */
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** For a form: the cell of each value. */
  readonly cells: ReadonlyMap<
    string,
    { readonly row: number; readonly column: number; readonly label: string }
  > | null;
  /** The row of the heading, to point at when a column is wanting. */
  readonly headingRow: number;
  readonly unit: AmountUnit;
}

/**
 * Why a cell has no value to judge by. placeholder: a sign for nothing. unfinished: a sign that a figure is still to come.
 * absent: the column or label is not on the sheet. doubtful: a mistake in it was reported. unstated: words that do not say
 * the share that is asked for.
 */
export type Gap =
  | 'blank'
  | 'placeholder'
  | 'unfinished'
  | 'classified'
  | 'unreadable'
  | 'error'
  | 'uncalculated'
  | 'absent'
  | 'doubtful'
  | 'unstated';

/** Something that reading noticed about one place. */
export interface ReadProblem {
  readonly kind: ReadProblemKind;
  readonly place: Place;
  /** As written in the cell. */
  readonly raw: string;
  /** How it was read, or what is meant; '' when it could not be. */
  readonly read: string;
  /** Field concerned; null outside tables and forms. */
  readonly field: string | null;
  /** Project of the row, when there is one. */
  readonly project: ProjectName | null;
}

export type ReadProblemKind =
  | 'missing-column' // a required column; read: the nearest heading or ''
  | 'error-value' // #REF! and the like
  | 'uncalculated' // a formula without a cached value
  | 'external-formula' // a formula into another workbook
  | 'text-number' // a number kept as text
  | 'full-width' // full-width digits or signs
  | 'unreadable-number'
  | 'impossible-amount' // a code, an identity number: more money than there is
  | 'date-rewritten' // not ISO, read all the same
  | 'unreadable-date'
  | 'ambiguous-date' // 2023.1: January or October
  | 'unknown-choice' // not in the code list
  | 'placeholder' // a sign for nothing in a cell that must be filled
  | 'classified' // 涉密
  | 'precision' // digits beyond a fen, or noise of binary fractions
  | 'ambiguous-rate' // 0 or 1 with nothing to tell a ratio from a percentage
  | 'hidden-data' // hidden sheet, row or column with content
  | 'hidden-list' // a hidden sheet of code lists
  | 'merged-value'; // a value hidden under a merge

/** How a project is named on a sheet. */
export interface ProjectName {
  readonly code: string | null;
  readonly name: string | null;
}

/**
 * Whether a sheet is sent back for what it says of itself: another month, or a unit the roster does not have. Judging
 * its figures as this month's of that unit would only add noise to the one mistake. The name of its file is no word of
 * the sheet's own, unless it is the only one.
 */
export function isUnjudged({ unit, period }: Submission): boolean {
  return (
    unit.known === false ||
    period.conflicts.some(({ place }) => place.sheet !== null || period.from === 'file name')
  );
}

/** The gap of a field: why it has no value. */
export function gapOf(row: Row, field: string): Gap {
  return (
    row.gaps[field] ?? (row.source.columns.has(field) || row.source.cells?.has(field) ? 'blank' : 'absent')
  );
}

/** The cell of a field in a row; for a field whose column is not on the sheet, the heading's row without a column. */
export function placeOf(row: Row, field: string): Place {
  const { file, sheet, columns, cells, fields, headingRow } = row.source;
  const label = fields[field]?.title.zh ?? field;
  const own = cells?.get(field);
  if (own !== undefined) return { file, sheet, cell: cellAddress(own.row, own.column), label: own.label };
  const column = columns.get(field);
  if (column === undefined)
    return { file, sheet, cell: headingRow > 0 ? `${headingRow}:${headingRow}` : null, label };
  return { file, sheet, cell: cellAddress(row.number, column.column), label: column.heading };
}

/** The unit in which the sheet gives an amount: what messages about it are written in. */
export function unitOf(row: Row, field: string): AmountUnit {
  return row.source.columns.get(field)?.unit ?? row.source.fields[field]?.unit ?? row.source.unit;
}

/** An amount of a row by field name, for rules that walk over fields; null when it has none. */
export function amountOf(row: Row, field: string): Fen | null {
  const value = row.values[field];
  return typeof value === 'number' ? value : null;
}

/** Project code and name of a row, as its table identifies rows. Classified rows give their code alone. */
export function projectOf(row: Row): ProjectName | null {
  const { identity } = row.source;
  if (identity === null) return null;
  const code = identity.code === undefined ? null : row.values[identity.code];
  const name = row.values[identity.name];
  if (typeof code !== 'string' && typeof name !== 'string') return null;
  return {
    code: typeof code === 'string' ? code : null,
    name: row.classified ? null : typeof name === 'string' ? name : null,
  };
}

/** A row with every value its own, as it is sent and written: those of a long table are else read when asked for. */
export function heldRow({ values, gaps, number, level, label, parent, classified, source }: Row): Row {
  const held = Object.fromEntries(Object.keys(source.fields).map((field) => [field, values[field]]));
  return { values: held as Row['values'], gaps, number, level, label, parent, classified, source };
}

/** A field's description by name. */
export function fieldOf(row: Row, field: string): Field | undefined {
  return row.source.fields[field];
}
