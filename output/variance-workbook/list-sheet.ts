import type { Listing } from '../../pipeline/model/report.ts';
import { headRows, type Page } from './page.ts';
import {
  bannerRow,
  gapRow,
  headingRow,
  joinedRows,
  type RowPlan,
  type SheetPlan,
  type WidthLimits,
} from './sheet-plan.ts';

/** A sheet that lists one thing a row. */
export interface List {
  readonly name: string;
  /** What the list holds, under the title. */
  readonly about: string;
  readonly columns: readonly (readonly [heading: string, width: number | WidthLimits])[];
  readonly rows: Listing<RowPlan>;
  /** Below the rows. */
  readonly totals: readonly RowPlan[];
  /** Said instead of rows where there are none. */
  readonly none: string;
  /** The column of rates drawn as bars. */
  readonly bars: number;
  /** The columns a printed page holds, from the first; those behind are for the screen. */
  readonly printed: number;
  readonly tab: string;
}

/**
 * The plan of a list and where its first row stands. The headings and the first three columns (number, unit and what it
 * is about) stay in view, the headings are printed on every page, and the rows can be filtered.
 */
export function listSheet(page: Page, list: List): { readonly plan: SheetPlan; readonly firstRow: number } {
  const { name, columns, rows, totals, none, bars, printed, tab } = list;
  const head = [
    ...headRows(page, name, list.about, printed),
    headingRow(columns.map(([heading]) => heading)),
  ];
  const heading = head.length;
  const last = heading + rows.length;
  // An empty row keeps the totals out of the filter, which would otherwise grow over them and sort them away.
  const below = rows.length === 0 ? [bannerRow('textCentred', none, printed, 24)] : [gapRow(4), ...totals];
  return {
    firstRow: heading + 1,
    plan: {
      name,
      widths: columns.map(([, width]) => width),
      rows: joinedRows([head, rows, below]),
      frozen: { rows: heading, columns: 3 },
      titleRows: { first: heading, last: heading },
      ...(rows.length > 0 && {
        filter: { heading, last, columns: columns.length },
        bars: [{ column: bars, first: heading + 1, last }],
      }),
      printColumns: printed,
      tab,
    },
  };
}
