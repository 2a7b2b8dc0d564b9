import { type Bounds, isMagnitudeJump } from '../../pipeline/model/magnitude.ts';
import type { Fen } from '../../pipeline/model/money.ts';
import type { Row } from '../../pipeline/model/submission.ts';
import { bySize, type Jump, type Named, named } from './named-amount.ts';
import type { Amount, JumpOptions } from './sized-amounts.ts';

/** What two amounts of one row tell: which is odd, what else is off in the same way, and whether that row alone shows it. */
export interface InsideJump extends Jump {
  readonly odd: Named;
  readonly alike: readonly Named[];
  /** False for spending that may be slow as well as mistyped: only a whole column of it is a mistake. */
  readonly isClear: boolean;
}

/** What the amounts of one row tell by themselves, the budget first; null where none is out of size. */
export function insideRow(
  row: Row,
  [base, ...others]: readonly Amount[],
  options: JumpOptions,
): InsideJump | null {
  if (base === undefined) return null;
  const isClear = (other: Amount) =>
    // Little spent of an ordinary budget is slow, not wrong.
    other.fen > base.fen || !other.falls || base.fen >= options.largeBudget;
  const off = others.filter(
    (other) =>
      isMagnitudeJump(base.fen, other.fen, options) ||
      (other.falls && !other.rises && isFarAbove(other.fen, base.fen, options)),
  );
  if (off.length === 0) return null;
  const clear = off.filter(isClear);
  const jumps = clear.length > 0 ? clear : off;
  const alike = jumps.map((jump) => named(row, jump.field, jump.fen));
  const first = alike[0];
  if (first === undefined) return null;
  const steady = others.filter((other) => !other.falls);
  const isBaseOdd =
    clear.length > 0 &&
    ((steady.length >= 2 && steady.every((other) => jumps.includes(other))) ||
      (jumps.length >= 2 && jumps.length === others.length));
  const budget = named(row, base.field, base.fen);
  const [larger, smaller] = bySize(budget, first);
  // With a single amount beside the budget nobody can tell which of the two is odd; 元 makes it the larger one.
  const odd = isBaseOdd ? budget : others.length === 1 && clear.length > 0 ? larger : first;
  return { row, larger, smaller, odd, alike: isBaseOdd ? [] : alike, isClear: clear.length > 0 };
}

/**
 * Spending in 元 of a budget in 万元 of which only a part was to be spent by now: no project spends a hundredth of the
 * lower bound of a jump times its budget.
 */
function isFarAbove(spent: Fen, budget: Fen, { low, high }: Bounds): boolean {
  return spent >= (low / 100) * budget && spent <= high * budget;
}
