import { type AmountUnit, type Fen, roundingTolerance } from './money.ts';
import { monthOf, type Period } from './period.ts';
import { asShown, gapAsShown, readsAboveShare } from './spending.ts';
import type { Severity } from './verdict.ts';

/** Forgives binary fractions at a boundary: 0.5 − 0.4 is meant to be 0.1. */
const grain = 1e-9;

/** What was spent of a budget, and the unit the sheet gives it in. */
export interface Spent {
  readonly spent: Fen;
  readonly budget: Fen;
  readonly unit: AmountUnit;
}

/**
 * Whether a share of the budget is spent: by the rate as it reads, or but for what the last digit of the amount spent
 * may hide. A quarter of 12.34 is 3.085, and 3.08 is all that a sheet of two decimals can say.
 */
export function attains({ spent, budget, unit }: Spent, share: number): boolean {
  const hidden = spent > 0 ? roundingTolerance(0, spent, unit) : 0;
  return asShown(spent / budget) >= asShown(share) - grain || spent + hidden >= share * budget - 1e-6;
}

/** Gaps to time progress, as fractions, above which a project is a notice, a warning, an error. */
export interface GapThresholds {
  readonly noticeAbove: number;
  readonly warnAbove: number;
  readonly errorAbove: number;
}

/** How far a project is behind time progress; null when it is not (PRG-01). */
export function gapTier(spending: Spent, timeProgress: number, thresholds: GapThresholds): Severity | null {
  if (attains(spending, timeProgress)) return null;
  const gap = gapAsShown(timeProgress, spending.spent / spending.budget);
  if (gap > thresholds.errorAbove + grain) return 'error';
  if (gap > thresholds.warnAbove + grain) return 'warning';
  return gap > thresholds.noticeAbove + grain ? 'notice' : null;
}

/** The share of the budget that must be spent by the end of a period; null in months without a milestone (PRG-03). */
export function milestoneOf(milestones: Readonly<Record<string, number>>, period: Period): number | null {
  return milestones[String(monthOf(period))] ?? null;
}

/**
 * Whether a project has spent less of its budget than a milestone asks for.
 *
 * @param settledAt the share from which what is left is no delay: bills seldom come to the last cent of a budget
 */
export function missesMilestone(spending: Spent, milestone: number, settledAt: number): boolean {
  return !attains(spending, Math.min(milestone, settledAt));
}

/** Variance rates above which a person looks and above which it cannot stand, and the fen below which it is noise. */
export interface VarianceThresholds {
  readonly warnAbove: number;
  readonly errorAbove: number;
  readonly floor: Fen;
}

/** How far spending strays from its plan to date, in both directions, by the rate as it reads; null when it does not (PRG-04). */
export function varianceTier(planned: Fen, spent: Fen, thresholds: VarianceThresholds): Severity | null {
  const gap = Math.abs(spent - planned);
  if (gap === 0 || gap < thresholds.floor) return null;
  if (planned <= 0) return 'error';
  if (!readsAboveShare(gap, planned, thresholds.warnAbove)) return null;
  return readsAboveShare(gap, planned, thresholds.errorAbove) ? 'error' : 'warning';
}
