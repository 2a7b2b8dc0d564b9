import type { Fen } from './money.ts';
import { readsAsShare } from './spending.ts';

/** When what is unspent of a fund calls for attention: days to the deadline, and the execution rate wanted by then. */
export interface DeadlineLimits {
  readonly warnDays: number;
  readonly warnBelow: number;
  readonly errorDays: number;
  readonly errorBelow: number;
}

/**
 * The lamp of a fund: red past its deadline, or near it with much unspent; yellow when less near; else green. Null where
 * an amount or the deadline is not known.
 *
 * @param daysLeft from the day of judging to the deadline; 0 is due
 */
export function fundLamp(
  { allotted, spent, daysLeft }: FundState,
  limits: DeadlineLimits,
): 'red' | 'yellow' | 'green' | null {
  if (allotted === null || spent === null || allotted <= 0) return null;
  if (spent >= allotted) return 'green';
  if (daysLeft === null) return null;
  if (daysLeft <= 0 || (daysLeft <= limits.errorDays && !readsAsShare(spent, allotted, limits.errorBelow)))
    return 'red';
  return daysLeft <= limits.warnDays && !readsAsShare(spent, allotted, limits.warnBelow) ? 'yellow' : 'green';
}

interface FundState {
  readonly allotted: Fen | null;
  readonly spent: Fen | null;
  readonly daysLeft: number | null;
}
