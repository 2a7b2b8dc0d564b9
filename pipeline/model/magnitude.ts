import type { Fen } from './money.ts';

/** How many times larger an amount must be, and may be, for a mix of 元 and 万元 to explain it. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Ten thousand times, halved and doubled: the defaults of DQ-14. */
export const magnitudeBounds: Bounds = { low: 5000, high: 20_000 };

/**
 * Whether two amounts differ as 元 and 万元 do. Rules that compare two amounts leave such a pair to DQ-14: it is one
 * mistake.
 */
export function isMagnitudeJump(one: Fen, other: Fen, { low, high }: Bounds = magnitudeBounds): boolean {
  const [smaller, larger] = [Math.min(one, other), Math.max(one, other)];
  return smaller > 0 && larger >= low * smaller && larger <= high * smaller;
}
