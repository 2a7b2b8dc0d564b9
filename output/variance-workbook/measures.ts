import { linesOf, textWidth } from '../text-width.ts';
import type { CellPlan, RowPlan, SheetPlan } from './sheet-plan.ts';

/** What must be known of a sheet's rows before the first of them is written. */
export interface Measures {
  /** Of the columns: as given, or as wide as the content needs within its limits. */
  readonly widths: readonly number[];
  /** Whether some rows can be folded. */
  readonly isOutlined: boolean;
}

export function measuresOf(plan: SheetPlan): Measures {
  let isOutlined = false;
  const widths = plan.widths.map((width) => (typeof width === 'number' ? width : width.min));
  for (const row of plan.rows) {
    isOutlined ||= row.outline === 1;
    let column = 0;
    for (const cell of row.cells) {
      const limits = plan.widths[column];
      // Headings wrap, and what spans several columns says nothing of one.
      if (typeof limits === 'object' && (cell.span ?? 1) === 1 && cell.style !== 'heading') {
        widths[column] = Math.min(limits.max, Math.max(widths[column] ?? 0, Math.ceil(neededWidth(cell))));
      }
      column += cell.span ?? 1;
    }
  }
  return { widths, isOutlined };
}

/**
 * The height a row needs for its longest text, in points. Programs differ in whether they work this out on opening, and
 * none does for merged cells.
 */
export function heightOf(row: RowPlan, widths: readonly number[]): number {
  if (row.height !== undefined) return row.height;
  let lines = 1;
  let column = 0;
  for (const { value, style, span = 1 } of row.cells) {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    if (typeof value !== 'string' || neverWraps.test(style)) continue;
    lines = Math.max(
      lines,
      style === 'heading' ? headingLines(value, width) : linesOf(value, (width - 1) / stretch),
    );
  }
  return Math.min(tallestRow, lines * 15 + 5);
}

/** A Chinese character in 11 points is a little wider than two digits of the default font. */
const stretch = 1.06;

/** What the format allows, in points. */
const tallestRow = 409;

const neverWraps = /^(lamp|state|box)\./;

function neededWidth({ value, style }: CellPlan): number {
  if (value === null) return 0;
  if (typeof value === 'number')
    return style === 'amount' || style === 'totalAmount' ? amountWidth(value) : 0;
  const longest = Math.max(...value.split('\n').map((line) => textWidth(line, 'wide')));
  return longest * stretch + (style === 'raw' ? 3 : 1.5);
}

/** Digits, thousands separators, two decimals, sign and a margin. */
function amountWidth(value: number): number {
  const digits = Math.max(1, Math.floor(Math.log10(Math.abs(value) + 1)) + 1);
  return digits + Math.floor((digits - 1) / 3) + 3 + (value < 0 ? 1 : 0) + 3;
}

/** Headings in Latin letters break between words only, and are set in bold. */
function headingLines(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of line.split(' ')) {
      const needed = textWidth(word, 'wide') * 1.15;
      if (used > 0 && used + needed > width - 1) {
        lines += 1;
        used = 0;
      }
      used += needed + 1;
    }
  }
  return lines;
}
