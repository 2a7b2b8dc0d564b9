import type { Fen } from './money.ts';
import type { Place } from './place.ts';
import { amountOf, placeOf, type Row, type Submission } from './submission.ts';
import type { TimeProgress } from './time-progress.ts';

/** What a ledger of direct-transfer funds adds up to, over the funds whose two amounts are known. */
export interface FundSpending {
  readonly released: Fen;
  readonly spent: Fen;
  /** What is released by each time progress, in the order of the ledger. */
  readonly due: readonly { readonly timeProgress: TimeProgress; readonly weight: Fen }[];
  /** The funds with the most unspent money, at most five, the most first. */
  readonly slowest: readonly { readonly place: Place; readonly unspent: Fen }[];
}

/** The most funds that are named as slowest. */
export const mostSlowest = 5;

/** The sums of a T10, as kept of it where its rows were put away; null where no fund has both amounts. */
export function fundSpendingOf(
  submission: Submission,
  timeProgressOf: (row: Row) => TimeProgress,
): FundSpending | null {
  if (submission.fundSpending !== undefined) return submission.fundSpending;
  let released = 0;
  let spent = 0;
  const due: { readonly timeProgress: TimeProgress; weight: Fen }[] = [];
  let slowest: { readonly row: Row; readonly unspent: Fen }[] = [];
  for (const row of submission.tables.funds?.rows ?? []) {
    const [given, gone] = [amountOf(row, 'released'), amountOf(row, 'spent')];
    if (given === null || gone === null) continue;
    released += given;
    spent += gone;
    const { share, curve } = timeProgressOf(row);
    const alike = due.find(
      ({ timeProgress }) => timeProgress.share === share && timeProgress.curve === curve,
    );
    if (alike === undefined) due.push({ timeProgress: { share, curve }, weight: given });
    else alike.weight += given;
    const unspent = given - gone;
    if (slowest.length === mostSlowest && unspent <= (slowest.at(-1)?.unspent ?? 0)) continue;
    slowest = [...slowest, { row, unspent }]
      .toSorted((one, other) => other.unspent - one.unspent)
      .slice(0, mostSlowest);
  }
  if (due.length === 0) return null;
  const places = slowest.map(({ row, unspent }) => ({ place: placeOf(row, 'spent'), unspent }));
  return { released, spent, due, slowest: places };
}
