import type { Row, Submission } from './submission.ts';
import type { Fields } from './template.ts';

/** One cell of prose: what a unit wrote in its own words. */
export interface Prose {
  readonly row: Row;
  readonly field: string;
  readonly text: string;
}

/** Several rules read the same words of a sheet: they are gathered once. */
const known = new WeakMap<Submission, readonly Prose[]>();

/**
 * Everything a unit wrote in its own words: the text cells of the form and of every row, and the words of targets and
 * results. Classified rows are left out, and so are names, which are given and not written.
 */
export function textsOf(submission: Submission): readonly Prose[] {
  const before = known.get(submission);
  if (before !== undefined) return before;
  const texts: Prose[] = [];
  addTextsOf(submission.form, texts);
  for (const table of Object.values(submission.tables)) for (const row of table.rows) addTextsOf(row, texts);
  known.set(submission, texts);
  return texts;
}

function addTextsOf(row: Row, texts: Prose[]): void {
  if (row.classified) return;
  const name = row.source.identity?.name;
  for (const field of wordyFieldsOf(row.source.fields)) {
    if (field === name) continue;
    const text = wordsOf(row.values[field]);
    if (text !== '') texts.push({ row, field, text });
  }
}

function wordsOf(value: Row['values'][string] | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? value.text : '';
}

const wordyFields = new WeakMap<Fields, readonly string[]>();

/** The fields of a layout that hold words: texts, and the words of targets and results. */
export function wordyFieldsOf(fields: Fields): readonly string[] {
  const before = wordyFields.get(fields);
  if (before !== undefined) return before;
  const names = Object.entries(fields)
    .filter(([, { kind }]) => kind === 'text' || kind === 'measure')
    .map(([field]) => field);
  wordyFields.set(fields, names);
  return names;
}
