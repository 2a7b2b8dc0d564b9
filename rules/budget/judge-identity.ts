import { type BalanceSide, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { agreement, type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { minus } from '../../pipeline/model/trace.ts';
import {
  type Fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';

/**
 * Whether the items of a side add up to the year's total, and with what was carried over to the grand total. An item
 * that is wrong breaks both by the same difference and is said once. The rule's messages `differs` and `rounding` may
 * use: total, sum, stated, difference, tolerance, count, unit; `alike`, of both totals, also: grandTotal, grandSum.
 */
export function* judgeIdentity(side: BalanceSide): Generator<Verdict> {
  const { items, carried, yearTotal, grandTotal } = side;
  if (items.length === 0 || (yearTotal === null && grandTotal === null)) {
    yield notApplicable;
    return;
  }
  const year = yearTotal === null ? null : judge(items, yearTotal, 'year');
  const grand = grandTotal === null ? null : judge([...items, ...carried], grandTotal, 'grand');
  if (year !== null) yield isFail(year) && grand !== null && isFail(grand) ? together(year, grand) : year;
  if (grand === null) return;
  const isSaid =
    year !== null &&
    year.outcome !== 'pass' &&
    (grand.outcome !== 'fail' || (isFail(year) && year.difference === grand.difference));
  yield isSaid && grand.outcome !== 'pass' ? notApplicable : grand;
}

function isFail(verdict: Verdict): verdict is Fail {
  return verdict.outcome === 'fail';
}

/** One mistake in both totals: the places of the second stand with the first. */
function together(year: Fail, grand: Fail): Fail {
  if (year.difference !== grand.difference) return year;
  const { total: grandTotal, sum: grandSum } = grand.args;
  return {
    ...year,
    where: [...year.where, ...grand.where.slice(0, 1)],
    ...(year.message === 'differs' && grand.message === 'differs'
      ? { message: 'alike', args: { ...year.args, grandTotal: grandTotal ?? '', grandSum: grandSum ?? '' } }
      : {}),
  };
}

function judge(rows: readonly Row[], total: Row, measure: string): Verdict {
  const stated = amountOf(total, 'amount');
  if (stated === null) return isBlank(total, 'amount') ? notApplicable : undecidable(total, 'amount');
  const filled = rows.filter((row) => amountOf(row, 'amount') !== null);
  const sum = sumUp(filled, 'amount');
  const unit = unitOf(total, 'amount');
  const found = agreement(sum, stated, filled.length, unit);
  if (found === 'exact') return pass;
  // An empty line of a printed form is nothing; only what could not be read is not known.
  const unread = rows.find((row) => !filled.includes(row) && !isBlank(row, 'amount'));
  if (unread !== undefined) return undecidable(unread, 'amount');
  const difference = inUnit(sum - stated, unit);
  const tolerance = inUnit(roundingTolerance(filled.length, stated, unit), unit);
  return failAt(
    [total, ...filled].slice(0, 6).map((row) => placeOf(row, 'amount')),
    {
      message: found === 'rounding' ? 'rounding' : 'differs',
      args: {
        total: nameOfItem(total),
        sum: inUnit(sum, unit),
        stated: inUnit(stated, unit),
        difference,
        tolerance,
        count: filled.length,
        unit,
      },
      severity: found === 'rounding' ? 'notice' : 'error',
      measure,
      value: inUnit(stated, unit),
      expected: inUnit(sum, unit),
      difference,
      tolerance,
      atStake: Math.abs(sum - stated),
      trace: `${cellsOf(filled)} ${inUnit(sum, unit)} ${minus} ${cellsOf([total])} ${inUnit(stated, unit)} = ${difference}`,
    },
  );
}

/** `B6+B7+B9`: parts stand between the items, so that a range would say too much. */
function cellsOf(rows: readonly Row[]): string {
  return rows.map((row) => placeOf(row, 'amount').cell ?? '').join('+');
}

/** The total that shares and rates of a side refer to: the year's, where there is one. */
export function baseOf({
  yearTotal,
  grandTotal,
}: BalanceSide): { readonly row: Row; readonly fen: Fen } | null {
  for (const row of [yearTotal, grandTotal]) {
    const fen = row === null ? null : amountOf(row, 'amount');
    if (row !== null && fen !== null && fen > 0) return { row, fen };
  }
  return null;
}
