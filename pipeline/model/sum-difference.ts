import { type AmountUnit, agreement, type Fen, inUnit, roundingTolerance } from './money.ts';
import type { Grounds } from './verdict.ts';

/**
 * What a rule says of a sum that does not come out: its message `rounding` (a notice) or `differs` (of the rule's own
 * severity), whose sentences may use expected, stated, difference, tolerance and unit. Null when it comes out exactly.
 *
 * @param parts how many figures make up the sum
 * @param unit in which the stated figure is given
 */
export function sumDifference(
  expected: Fen,
  stated: Fen,
  parts: number,
  unit: AmountUnit,
): (Grounds & { readonly message: 'rounding' | 'differs' }) | null {
  const found = agreement(expected, stated, parts, unit);
  if (found === 'exact') return null;
  const difference = inUnit(stated - expected, unit);
  const tolerance = inUnit(roundingTolerance(parts, stated, unit), unit);
  return {
    message: found === 'rounding' ? 'rounding' : 'differs',
    ...(found === 'rounding' ? { severity: 'notice' as const } : {}),
    args: { expected: inUnit(expected, unit), stated: inUnit(stated, unit), difference, tolerance, unit },
    value: inUnit(stated, unit),
    expected: inUnit(expected, unit),
    difference,
    tolerance,
    atStake: Math.abs(stated - expected),
  };
}
