import { saysNothing } from './explanation.ts';
import { isEmpty } from './is-empty.ts';
import { measureIn } from './measure-in.ts';
import type { Row, Submission } from './submission.ts';
import { textIn } from './text-in.ts';

/**
 * The indicators of a monitoring form (T02, T04), without classified ones and without lines of the form that were left
 * empty or crossed out; none where the whole form is classified.
 */
export function monitoredIndicators({ form, tables }: Submission): readonly Row[] {
  if (form.classified) return [];
  return (tables.indicators?.rows ?? []).filter((row) => !row.classified && !isUnused(row));
}

/** Whether a line names no indicator and sets none: forms are printed with a line for every kind. */
function isUnused(row: Row): boolean {
  return saysNothing(textIn(row, 'indicator')) && isNothing(row, 'target') && isNothing(row, 'actual');
}

function isNothing(row: Row, field: string): boolean {
  const measure = measureIn(row, field);
  return measure === null ? isEmpty(row, field) : saysNothing(measure.text);
}
