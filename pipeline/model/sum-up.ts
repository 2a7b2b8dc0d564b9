import type { Fen } from './money.ts';
import { amountOf, type Row } from './submission.ts';

/** The sum of an amount over rows; what has none counts as nothing. Of rows that must all have it see `sumOfLines`. */
export function sumUp(rows: readonly Row[], field: string): Fen {
  return rows.reduce((sum, row) => sum + (amountOf(row, field) ?? 0), 0);
}
