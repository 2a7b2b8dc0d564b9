import type { Fen } from './money.ts';
import { monthOf, type Period } from './period.ts';
import type { Severity } from './verdict.ts';

/** Forgives binary fractions at a boundary: 0.5 − 0.4 is meant to be 0.1. */
const grain = 1e-9;

/**
 * A rate as people read it, to a hundredth of a percent: half of 123.45 spent to the cent is 50.00 %, not a shade less.
 */
function asShown(rate: number): number {
  return Math.round(rate * 1e4 + grain) / 1e4;
}

/** Gaps to time progress, as fractions, above which a project is a notice, a warning, an error. */
export interface GapThresholds {
  readonly noticeAbove: number;
  readonly warnAbove: number;
  readonly errorAbove: number;
}

/** How far a project is behind time progress; null when it is not (PRG-01). */
export function gapTier(rate: number, timeProgress: number, thresholds: GapThresholds): Severity | null {
  const gap = asShown(timeProgress) - asShown(rate);
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
export function missesMilestone(spent: Fen, budget: Fen, milestone: number, settledAt: number): boolean {
  return asShown(spent / budget) < asShown(Math.min(milestone, settledAt)) - grain;
}

/** Variance rates above which a person looks and above which it cannot stand, and the fen below which it is noise. */
export interface VarianceThresholds {
  readonly warnAbove: number;
  readonly errorAbove: number;
  readonly floor: Fen;
}

/** How far spending strays from its plan to date, in both directions; null when it does not (PRG-04). */
export function varianceTier(planned: Fen, spent: Fen, thresholds: VarianceThresholds): Severity | null {
  const gap = Math.abs(spent - planned);
  if (gap === 0 || gap < thresholds.floor || gap <= thresholds.warnAbove * planned + 1e-6) return null;
  return planned === 0 || gap > thresholds.errorAbove * planned + 1e-6 ? 'error' : 'warning';
}
