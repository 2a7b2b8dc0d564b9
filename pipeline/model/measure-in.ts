import type { Row } from './submission.ts';
import type { Measure } from './template.ts';

/** The target, result or stated value of a row in a field; null when it holds none. */
export function measureIn(row: Row, field: string): Measure | null {
  const value = row.values[field];
  return typeof value === 'object' && value !== null ? value : null;
}
