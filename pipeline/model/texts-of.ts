import { textIn } from './project-tables.ts';
import type { Row, Submission } from './submission.ts';

/** One cell of prose: what a unit wrote in its own words. */
export interface Prose {
  readonly row: Row;
  readonly field: string;
  readonly text: string;
}

/**
 * Everything a unit wrote in its own words: the text cells of the form and of every row, and the words of targets and
 * results. Classified rows are left out, and so are names, which are given and not written.
 */
export function textsOf(submission: Submission): readonly Prose[] {
  const rows = Object.values(submission.tables).flatMap((table) => table.rows);
  return [submission.form, ...rows].filter((row) => !row.classified).flatMap(textsOfRow);
}

function textsOfRow(row: Row): readonly Prose[] {
  const { fields, identity } = row.source;
  return Object.entries(fields).flatMap(([field, { kind }]) => {
    if (field === identity?.name || (kind !== 'text' && kind !== 'measure')) return [];
    const text = textIn(row, field) ?? measureText(row.values[field]);
    return text === null || text === '' ? [] : [{ row, field, text }];
  });
}

function measureText(value: Row['values'][string] | undefined): string | null {
  return typeof value === 'object' && value !== null ? value.text : null;
}
