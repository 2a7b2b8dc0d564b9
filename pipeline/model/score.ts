import { points } from './money.ts';
import type { Row } from './submission.ts';

/** A score or weight in hundredths of a point, an integer: scores are compared in these, never as fractions. */
export type Hundredths = number;

/** A score as read, in hundredths; null stays null. */
export function hundredths(score: number): Hundredths {
  return Math.round(score * 100);
}

/** The score of a row in a field, in hundredths; null when it has none. */
export function scoreIn(row: Row, field: string): Hundredths | null {
  const value = row.values[field];
  return typeof value === 'number' ? hundredths(value) : null;
}

/** Hundredths as sheets write scores: at most two decimals, none that say nothing: `11.5`, `90`, `99.45`. */
export function scoreText(score: Hundredths): string {
  return String(Number(points(score / 10_000)));
}

/**
 * The full marks, with the fewest decimals, of which a raw score makes the scaled one (90.5 scaled to 99.45: 91), for
 * assessments that do not state them.
 *
 * @param limit hundredths by which the scaled score may differ
 */
export function inferredBase(raw: Hundredths, scaled: Hundredths, limit: number): string {
  const exact = (raw * 100) / scaled;
  for (const scale of [1, 10, 100]) {
    const base = Math.round(exact * scale) / scale;
    if (base > 0 && Math.abs((raw * 100) / base - scaled) <= limit) return String(base);
  }
  return scoreText(exact * 100);
}
