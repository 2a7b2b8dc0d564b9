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
