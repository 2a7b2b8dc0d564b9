import type { Submission, Table } from './submission.ts';

/** The tables of a sheet whose rows are projects; lists of items, costs or accounts are none. */
export function projectTables(submission: Submission): readonly Table[] {
  return Object.values(submission.tables).filter(({ layout }) => layout.identity.name === 'projectName');
}
