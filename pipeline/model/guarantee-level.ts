/** Levels by which the execution of the three guarantees is watched (绿、黄、红一档、红二档、红三档). */
export const guaranteeLevels = ['green', 'yellow', 'red1', 'red2', 'red3'] as const;

export type GuaranteeLevel = (typeof guaranteeLevels)[number];

/** How far behind time progress each level reaches, as fractions of what was arranged. */
export interface GuaranteeLimits {
  readonly yellowUpTo: number;
  readonly redOneUpTo: number;
  /** Beyond it is the last. */
  readonly redTwoUpTo: number;
}

/**
 * The level of a guarantee.
 *
 * @param behind time progress minus execution rate; a billionth forgives binary fractions
 */
export function guaranteeLevel(behind: number, limits: GuaranteeLimits): GuaranteeLevel {
  if (behind <= 1e-9) return 'green';
  if (behind <= limits.yellowUpTo + 1e-9) return 'yellow';
  if (behind <= limits.redOneUpTo + 1e-9) return 'red1';
  return behind <= limits.redTwoUpTo + 1e-9 ? 'red2' : 'red3';
}
