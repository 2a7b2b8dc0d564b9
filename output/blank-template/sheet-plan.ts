/** A sheet as it is to be drawn, without a word of any file format. */
export interface SheetPlan {
  readonly name: string;
  readonly widths: readonly number[];
  /** Heights of rows in points, by row. */
  readonly heights: ReadonlyMap<number, number>;
  readonly cells: readonly CellPlan[];
  readonly checks: readonly CheckPlan[];
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  /** Rows repeated on every printed page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly lastRow: number;
  readonly paper: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
}

/** One cell, or several merged into one. */
export interface CellPlan {
  readonly row: number;
  readonly column: number;
  readonly lastRow?: number;
  readonly lastColumn?: number;
  readonly look: Look;
  readonly value?: string | number | Date;
  /** Without `=`; `value` is its result, '' when there is none yet. */
  readonly formula?: string;
  readonly format?: string;
  /** To be filled in: not locked. */
  readonly isOpen?: true;
  readonly note?: string;
}

export type Look =
  | 'title'
  | 'line'
  | 'lineRight'
  | 'heading'
  | 'banner'
  | 'label'
  | 'text'
  | 'centred'
  | 'figure'
  | 'worked'
  | 'fixed'
  | 'total'
  | 'totalLabel'
  | 'note';

/** What may be typed into a range: one of a list, a number, a date. */
export interface CheckPlan {
  readonly range: string;
  readonly kind: 'list' | 'number' | 'date';
  readonly list?: readonly string[];
  /** Whether anything else is refused; otherwise it is only asked about. */
  readonly isStrict?: true;
  readonly title: string;
  readonly message: string;
}
