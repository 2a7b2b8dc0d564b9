import type { BalanceSide } from '../../pipeline/model/budget-balance.ts';
import type { Fen } from '../../pipeline/model/money.ts';
import { amountOf, type Row } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';

/** A total that shares are shares of, and the rows that make it up. */
export interface ShareBase {
  readonly row: Row;
  readonly fen: Fen;
  readonly parts: readonly Row[];
}

/**
 * The total that the shares of a side refer to: 本年合计 or, with what was carried over, 总计, whichever more of the stated
 * shares agree with; the year's where they say nothing. Shares of what its parts add up to belong to a total as well,
 * though it is written otherwise.
 */
export function shareBaseOf({ items, carried, yearTotal, grandTotal }: BalanceSide): ShareBase | null {
  const bases = [
    { row: yearTotal, parts: items },
    { row: grandTotal, parts: [...items, ...carried] },
  ].flatMap(({ row, parts }): readonly ShareBase[] => {
    const fen = row === null ? null : amountOf(row, 'amount');
    return row === null || fen === null || fen <= 0 ? [] : [{ row, fen, parts }];
  });
  const [year = null, grand] = bases;
  if (year === null || grand === undefined) return year;
  const agreed = ({ fen, parts }: ShareBase) =>
    Math.max(agreeing(items, fen), agreeing(items, sumUp(parts, 'amount')));
  return agreed(grand) > agreed(year) ? grand : year;
}

/** How many shares are, to the last digit that sheets give, those of an amount. */
function agreeing(items: readonly Row[], whole: Fen): number {
  return items.filter((row) => {
    const { share } = row.values;
    const amount = amountOf(row, 'amount');
    return typeof share === 'number' && amount !== null && Math.abs(share - amount / whole) <= lastDigit;
  }).length;
}

/** 0.01 points, as a fraction. */
const lastDigit = 0.0001;
