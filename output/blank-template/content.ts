import type { AmountUnit } from '../../pipeline/model/money.ts';
import type { Period } from '../../pipeline/model/period.ts';
import type { Measure } from '../../pipeline/model/template.ts';

/** For whom and when a form is issued, and what is already in it. */
export interface Issue {
  /** The unit that is to fill it in; null leaves its line blank. */
  readonly unit: string | null;
  /** The month it is about; null leaves it open. */
  readonly period: Period | null;
  /** The unit its amounts are in; the template's own unless given. */
  readonly amountUnit?: AmountUnit;
  readonly content?: Content;
}

/** What stands in an issued form: amounts in the unit of their column, rates as fractions, dates as `YYYY-MM-DD`. */
export interface Content {
  readonly form?: Values;
  readonly tables?: Readonly<Record<string, TableContent>>;
  /** Names and dates of the signature line, by label. */
  readonly signatures?: Readonly<Record<string, string>>;
}

/** What is filled in when a table is issued. */
export interface TableContent {
  readonly rows: readonly Values[];
  /** Figures of the total row that are typed over its formulas. */
  readonly total?: Values;
  /** Notes on cells, by row index and field: what last month had. */
  readonly notes?: readonly { readonly row: number; readonly field: string; readonly text: string }[];
}

export type Values = Readonly<Record<string, CellContent>>;

/** null is a blank cell. */
export type CellContent = string | number | boolean | Measure | null;
