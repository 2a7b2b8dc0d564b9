import type { Row, Submission, Table } from './submission.ts';

/** The tables of a sheet whose rows are projects; lists of items, costs or accounts are none. */
export function projectTables(submission: Submission): readonly Table[] {
  return Object.values(submission.tables).filter(({ layout }) => layout.identity.name === 'projectName');
}

/** The text of a row in a field; null when it holds none. */
export function textIn(row: Row, field: string): string | null {
  const value = row.values[field];
  return typeof value === 'string' ? value : null;
}
