/**
 * A workbook as read: what every file format becomes, and all that later stages know of a file.
 *
 * Rows and columns count from 1, as the reader of a spreadsheet sees them.
 */
export interface Workbook {
  readonly format: WorkbookFormat;
  readonly sheets: readonly Sheet[];
  /** Names defined in the workbook and what they stand for, as written. */
  readonly definedNames: ReadonlyMap<string, string>;
  /** Whether the file carries macros; they are never run. */
  readonly hasMacros: boolean;
  /** Whether formulas may point into other workbooks. */
  readonly hasExternalLinks: boolean;
  /** How the text of a CSV file was decoded, e.g. `gb18030`; null for other formats. */
  readonly encoding: string | null;
}

export type WorkbookFormat = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'html' | 'xml2003' | 'csv';

/** One sheet: a sparse grid of values with what the grid looks like. Cells never asked for cost nothing. */
export interface Sheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** The last row and column that hold a value or a formula; 0 on an empty sheet. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that hold a value or a formula, ascending. */
  readonly filledRows: ArrayLike<number>;
  /** Columns of one row that hold a value or a formula, ascending. */
  filledColumns(row: number): ArrayLike<number>;
  /** The value of a cell, the cached one of a formula; null when empty or not calculated. */
  value(row: number, column: number): CellValue;
  /** The formula of a cell without its `=`; null when it has none, empty when the file does not spell it out. */
  formula(row: number, column: number): string | null;
  /** Whether any formula has a bracket in it, as those that point into other workbooks do: `[1]预算!A1`. */
  readonly hasBracketFormulas: boolean;
  /** Whether the cell holds a formula for which the file carries no value: neither empty nor zero. */
  isUncalculated(row: number, column: number): boolean;
  /** The number format code of a cell, e.g. `0.00%`; null for General. */
  numberFormat(row: number, column: number): string | null;
  readonly merges: readonly Range[];
  /** Hidden rows and columns as spans, ascending. */
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly validations: readonly Validation[];
}

/** A value of a cell. Text is as stored: nothing is trimmed, folded or parsed. */
export type CellValue = string | number | boolean | CellDate | CellError | null;

/** A date or time of day, recognised by the cell's number format or type. */
export interface CellDate {
  readonly kind: 'date';
  /** `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` when there is a time of day, or `HH:MM:SS` alone for a time. Local, no zone. */
  readonly iso: string;
  /** The serial number stored in the file; null when the file stores ISO text. */
  readonly serial: number | null;
}

/** An error a formula ended in, e.g. `#DIV/0!`. */
export interface CellError {
  readonly kind: 'error';
  readonly code: string;
}

/** A rectangle of cells, both corners included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A run of rows or columns, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A data validation: where it holds and, for drop-downs, the list formula as written. */
export interface Validation {
  readonly ranges: readonly Range[];
  readonly type: string;
  readonly formula: string | null;
}

/** Whether a value is a date or a time of day. */
export function isCellDate(value: CellValue): value is CellDate {
  return typeof value === 'object' && value !== null && value.kind === 'date';
}

/** Whether a value is an error that a formula ended in. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null && value.kind === 'error';
}
