import { gapAsShown } from './spending.ts';
import { attains, type Spent } from './spending-tiers.ts';

/** Levels by which the execution of the three guarantees is watched (绿、黄、红一档、红二档、红三档). */
export const guaranteeLevels = ['green', 'yellow', 'red1', 'red2', 'red3'] as const;

/** One of them, from on time to far behind. */
export type GuaranteeLevel = (typeof guaranteeLevels)[number];

/** How far behind time progress each level reaches, as fractions of what was arranged. */
export interface GuaranteeLimits {
  readonly yellowUpTo: number;
  readonly redOneUpTo: number;
  /** Beyond it is the last. */
  readonly redTwoUpTo: number;
}

/**
 * The level of a guarantee by what was spent of what was arranged, by the rates as they read; a billionth forgives
 * binary fractions.
 *
 * @param timeProgress share of the year
 */
export function guaranteeLevel(
  spending: Spent,
  timeProgress: number,
  limits: GuaranteeLimits,
): GuaranteeLevel {
  if (attains(spending, timeProgress)) return 'green';
  const behind = gapAsShown(timeProgress, spending.spent / spending.budget);
  if (behind <= limits.yellowUpTo + 1e-9) return 'yellow';
  if (behind <= limits.redOneUpTo + 1e-9) return 'red1';
  return behind <= limits.redTwoUpTo + 1e-9 ? 'red2' : 'red3';
}
