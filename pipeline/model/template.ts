import type { AmountUnit } from './money.ts';
import type { Text } from './text.ts';

/**
 * One official layout, as data: what it goes by, which headings mean which field, how its parts lie on the sheet.
 * Everything a sheet of the bureau holds is made of two things: a form (labels with a value beside them) and tables
 * (a heading of one or more rows over a body). A list is a template with one table and no form of its own.
 */
export interface Template {
  readonly id: TemplateId;
  readonly title: Text;
  /** Titles it goes by, longest first wins; compared by folded text. */
  readonly titles: readonly string[];
  /** The unit its amounts are in when the sheet does not say. */
  readonly amountUnit: AmountUnit;
  /** Label–value pairs outside any table, beside those every sheet has (unit, period, amount unit, signatures). */
  readonly form: Fields;
  readonly tables: Readonly<Record<string, TableLayout>>;
  /**
   * Share of the score that a matching title makes good for: scoring sheets and forms that look alike are told apart
   * by their title.
   */
  readonly titleMatters?: true;
  /**
   * Projects with a budget and what was spent: a sheet whose headings say no more than that is this one, and must say
   * more to be another.
   */
  readonly isGeneral?: true;
  /** The sheet may be about another year than the month it is handed in: assessments of next year's projects. */
  readonly anyPeriod?: true;
  /**
   * What it plans is yet to come. year: a title that names the coming year alone contradicts no month. months: nor does
   * one that names a month of the quarter after the run's.
   */
  readonly plansAhead?: 'year' | 'months';
  /** How the blank form is issued, top to bottom; without it the form's fields come first, then every table. */
  readonly sheet?: readonly SheetBlock[];
}

/** One part of an issued sheet: form fields side by side in one row, or tables side by side, by their names. */
export type SheetBlock = { readonly fields: readonly string[] } | { readonly tables: readonly string[] };

export type TemplateId =
  | 'T01'
  | 'T02'
  | 'T03'
  | 'T04'
  | 'T05'
  | 'T06'
  | 'T07'
  | 'T08'
  | 'T09'
  | 'T10'
  | 'T11'
  | 'T12'
  | 'T13'
  | 'T14'
  | 'T15'
  | 'T16'
  | 'T17'
  | 'T18'
  | 'T19';

/** One table of a template. */
export interface TableLayout {
  readonly title: Text;
  /** The fields in the order of the official heading. */
  readonly fields: Fields;
  /** Fields that name a row in reports and across tables. */
  readonly identity: { readonly code?: string; readonly name: string };
  /** Whether a sheet without this table can still be the template: child tables and alternatives. */
  readonly optional?: true;
  /**
   * Rows are named items at several depths (一、 （一） 1.), each kept as a row of its own. Otherwise a row that heads a
   * group and carries its sum is a subtotal.
   */
  readonly rowsNest?: true;
  /**
   * Fields that name a row from the general to the particular, the last its own: of headings that go by several of them
   * (考核内容 | 考核项目) the left one is the more general.
   */
  readonly levels?: readonly string[];
  /** Row names to print when the blank form is issued: items the table always has, in order. */
  readonly fixedRows?: readonly string[];
  /** A part of it that offices hand in as a list of its own. */
  readonly topic?: Topic;
  /** Fixed rows that are sums of others, by row name: issued with formulas. */
  readonly rowSums?: Readonly<Record<string, RowSum>>;
}

/** What a list may be about that has some columns of a table alone: the farm produce among the purchases. */
export interface Topic {
  /** The heading its columns stand under in the whole table. */
  readonly heading: string;
  /** Words of a title that is about it. */
  readonly words: readonly string[];
  /** The fields such a list must have, in place of those the table must. */
  readonly asks: readonly string[];
}

/** Which rows, by name, a fixed row adds up and which it takes off. */
export interface RowSum {
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

/** What the values of a field are, and so how its cells are read. */
export type FieldKind = keyof ValueOfKind;

/** What a cell of each kind becomes. */
export interface ValueOfKind {
  /** Integer fen. */
  readonly amount: number;
  /** A rate as a fraction: 42.02 % is 0.4202. */
  readonly rate: number;
  /** A plain number: people, vehicles, scores, prices per piece in the unit the heading says. */
  readonly number: number;
  /** The number of a row as written: 1, 2, 3; null when it is not a whole number. */
  readonly sequence: number;
  /** Text, trimmed, inner line breaks kept. */
  readonly text: string;
  /** A code: letters and digits; numbers are given back without exponent. */
  readonly code: string;
  /** `YYYY-MM-DD`; a month alone (`2023年11月`) is its last day. */
  readonly date: string;
  /** 是/否, √, 1-是. */
  readonly yesNo: boolean;
  /** One of the field's choices, as written in the code list. */
  readonly choice: string;
  /** A target or result: comparator, number and unit out of text. */
  readonly measure: Measure;
}

/** A target or a result of an indicator, e.g. `≥95%`, `不少于46名`, `完成`. */
export interface Measure {
  readonly text: string;
  readonly comparator: '=' | '≥' | '>' | '≤' | '<' | null;
  /** The number in it; percentages stay percentages (95, unit `%`). Null when there is none. */
  readonly number: number | null;
  readonly unit: string;
}

export interface Field<K extends FieldKind = FieldKind> {
  readonly kind: K;
  /** The official column title and its English. */
  readonly title: Text;
  /**
   * Headings it goes by, the official one first. `预算数/年初` is a heading 年初 under 预算数; `#月` stands for any
   * month or span of months (6月, 1-7月, 截至6月底).
   */
  readonly headings: readonly string[];
  /** The official heading where it has several rows, top to bottom: `预算数/年初`. The title alone otherwise. */
  readonly path?: string;
  /** Without it the table cannot be checked: STR-02. */
  readonly required?: true;
  /** Of a required field: others that tell as much of what the table is where a sheet lacks it. */
  readonly toldBy?: readonly string[];
  /** Of a sum in a form: what it is made of; where a form states one of these alone and no sum, that is the whole. */
  readonly parts?: readonly string[];
  /** A cell that must hold a value in every row of data: a placeholder there is DQ-10. */
  readonly mustFill?: true;
  /** Counts little when a sheet is recognised: months of a plan, remarks. */
  readonly minor?: true;
  /** The unit of an amount whatever the sheet declares: 单价(元). */
  readonly unit?: AmountUnit;
  /** An amount that may be below zero: 追减, 增减额. */
  readonly mayBeNegative?: true;
  /** For `choice`: the code list, as codes and words. */
  readonly choices?: readonly Choice[];
  /** Vertically merged cells of this column hold for every row they span. */
  readonly fillsDown?: true;
  /** Read where a sheet has it, but no column of the form as it is issued. */
  readonly variant?: true;
  /** How the issued form works the value out from others. */
  readonly computed?: Computed;
  /** Of movements, the field of the other way: what a row that is taken off gains, the sum loses. */
  readonly opposite?: string;
  /** A number that is added up in the total row; amounts are, unless they are prices. */
  readonly summed?: true;
  /** A text of several sentences: it gets a wide column or a tall cell. */
  readonly prose?: true;
  /** A box to tick with √; other yes-or-no cells are answered 是 or 否. */
  readonly ticked?: true;
  /** Of several boxes exactly one is ticked: the words of this one, for sheets with one column where the word is written. */
  readonly answers?: readonly string[];
  /** Words the issued form offers in a drop-down, others being allowed all the same. */
  readonly suggested?: readonly string[];
}

/** How a value of a row follows from others; names are fields of the same table. */
export type Computed =
  /** Sum of some fields less the sum of others. */
  | { readonly sum: readonly string[]; readonly less?: readonly string[] }
  /** Sum of the monthly fields of a prefix (planM01 …) up to the month of the period. */
  | { readonly toDate: string }
  | { readonly part: string; readonly whole: string }
  /** Share of the same column in another row, by the row's name. */
  | { readonly part: string; readonly wholeRow: string }
  /** (to − from) ÷ from */
  | { readonly from: string; readonly to: string }
  /** Product of two fields, in the unit of this one. */
  | { readonly product: readonly [string, string] }
  /** How much of the year has passed: month ÷ 12. */
  | { readonly yearShare: true };

/** One entry of a code list; `word` is what sheets show, synonyms fold onto it. */
export interface Choice {
  readonly code: string;
  readonly word: string;
  readonly english: string;
  readonly synonyms?: readonly string[];
}

/** The values of a row or form: null wherever there is no value, whatever the reason. */
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOfKind[F[K]['kind']] | null };

/** Keeps the literal types of a template, so that rules know its fields. */
export function defineTemplate<const T extends Template>(template: T): T {
  return template;
}
