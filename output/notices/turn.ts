import { reasonGiven, type Turn, turnOf } from '../../pipeline/model/explanation.ts';
import type { ProgressRow } from '../../pipeline/model/report.ts';
import { type Lag, sideOf } from '../html/lag.ts';

/**
 * Whose turn a project behind time progress is: by the money first, then by the reason given; `verify` where the two
 * disagree or neither is known. Money that was not released is never held against the unit.
 */
export function turnFor({ reason, reasonType, classified }: ProgressRow, lag: Lag): Turn | 'verify' {
  const side = sideOf(lag);
  if (side === 'notReleased') return 'finance';
  const given = classified ? null : reasonGiven(reasonType, reason);
  if (given === null) return side === null ? 'verify' : 'unit';
  const turn = turnOf(given);
  return turn === 'finance' && lag.notReleased === 0 ? 'verify' : turn;
}
