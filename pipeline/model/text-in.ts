import type { Row } from './submission.ts';

/** The text of a row in a field; null when it holds none. */
export function textIn(row: Row, field: string): string | null {
  const value = row.values[field];
  return typeof value === 'string' ? value : null;
}
