import type { Listing } from '../../pipeline/model/report.ts';
import type { StyleName, Tone } from './styles.ts';

/**
 * A sheet as its page describes it: what stands where and how it looks, without a word of any file format. Pages build
 * plans, `write-workbook.ts` writes them.
 */
export interface SheetPlan {
  readonly name: string;
  /** Widths of the columns, in digits of the default font: given, or as its content needs between two limits. */
  readonly widths: readonly (number | WidthLimits)[];
  readonly rows: Listing<RowPlan>;
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows repeated on every printed page, first and last. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Heading row of the filter and the last row it covers, over columns 1 to `columns`. */
  readonly filter?: { readonly heading: number; readonly last: number; readonly columns: number };
  /** Shrunk to one page when printed. */
  readonly onePage?: boolean;
  /** Printed columns, when the sheet holds more than fits a page: 1 to this one. */
  readonly printColumns?: number;
  /** Ranges of rates from 0 to 1 drawn as bars. */
  readonly bars?: readonly CellRange[];
  /** Drop-downs over one column. */
  readonly choices?: readonly Choices[];
  /** Ground colour of the sheet's tab, RGB hex. */
  readonly tab: string;
}

export interface WidthLimits {
  readonly min: number;
  readonly max: number;
}

/** Cells below each other, first and last row included. */
export interface CellRange {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** Cells with a list to choose from. */
export interface Choices extends CellRange {
  /** What may be chosen, and the colour of a cell that says so. */
  readonly values: readonly { readonly text: string; readonly tone: Tone }[];
}

export interface RowPlan {
  readonly cells: readonly CellPlan[];
  /** In points; rows without one are as high as their text needs. */
  readonly height?: number;
  /** 1 for rows that can be folded under the row above. */
  readonly outline?: 1;
}

/** One cell, or several merged into one by `span`. */
export interface CellPlan {
  readonly value: string | number | null;
  readonly style: StyleName;
  readonly span?: number;
  /** A place to jump to: in this workbook, or in a file beside it. */
  readonly link?: Link | FileLink;
}

/** A row of a sheet of this workbook. */
export interface Link {
  readonly sheet: string;
  readonly row: number;
}

/** A place in a file beside this workbook. */
export interface FileLink {
  /** From the folder of this workbook. */
  readonly path: string;
  /** `'支出进度'!R12`; null for the file or folder itself. */
  readonly location: string | null;
}

/** A row for each of many things, made whenever the sheet is gone through: those of a province would fill the memory. */
export function rowsOf<T>(things: Listing<T>, row: (thing: T, index: number) => RowPlan): Listing<RowPlan> {
  return {
    length: things.length,
    *[Symbol.iterator]() {
      let index = 0;
      for (const thing of things) {
        yield row(thing, index);
        index += 1;
      }
    },
  };
}

/** Rows one below the other. */
export function joinedRows(lists: readonly Listing<RowPlan>[]): Listing<RowPlan> {
  return {
    length: lists.reduce((sum, { length }) => sum + length, 0),
    *[Symbol.iterator]() {
      for (const rows of lists) yield* rows;
    },
  };
}

/** A row of one style. */
function rowOf(style: StyleName, values: readonly (string | number | null)[], height?: number): RowPlan {
  const cells = values.map((value) => ({ value, style }));
  return height === undefined ? { cells } : { cells, height };
}

/** A row with one text over several columns. */
export function bannerRow(style: StyleName, value: string, span: number, height: number): RowPlan {
  return { cells: [{ value, style, span }], height };
}

/** A row of headings; a unit in brackets stands on a line of its own. */
export function headingRow(names: readonly string[]): RowPlan {
  return rowOf(
    'heading',
    names.map((name) => name.replace(/ ?([(（])/, '\n$1')),
  );
}

/** A row without cells, to set blocks apart. */
export function gapRow(height: number): RowPlan {
  return { cells: [{ value: null, style: 'plain' }], height };
}
