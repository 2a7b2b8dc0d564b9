import type { Row, Submission } from './submission.ts';
import type { Fields } from './template.ts';

/** One cell of prose: what a unit wrote in its own words. */
export interface Prose {
  readonly row: Row;
  readonly field: string;
  readonly text: string;
}

/** Several rules read the same words of a sheet: they are gathered once, unless they are very many. */
const known = new WeakMap<Submission, readonly Prose[]>();
const mostKept = 10_000;

/**
 * Everything a unit wrote in its own words: the text cells of the form and of every row, and the words of targets and
 * results. Classified rows are left out, and so are names, which are given and not written.
 */
export function textsOf(submission: Submission): Iterable<Prose> {
  const before = known.get(submission);
  if (before !== undefined) return before;
  const rows = Object.values(submission.tables).reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > mostKept) return textsIn(submission);
  const texts = [...textsIn(submission)];
  known.set(submission, texts);
  return texts;
}

function* textsIn({ form, tables }: Submission): Generator<Prose> {
  for (const rows of [[form], ...Object.values(tables).map((table) => table.rows)]) {
    const { identity, fields } = rows[0]?.source ?? form.source;
    const own = wordyFieldsOf(fields).filter((field) => field !== identity?.name);
    for (const row of rows) {
      if (row.classified) continue;
      const { values } = row;
      for (const field of own) {
        const text = wordsOf(values[field]);
        if (text !== '') yield { row, field, text };
      }
    }
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
