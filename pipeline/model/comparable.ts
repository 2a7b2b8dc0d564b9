import type { Place } from './place.ts';
import type { Submission } from './submission.ts';

/**
 * Where the amount unit is not known of sheets whose amounts are to be compared: the place of the first that does not
 * declare one, or declares two. Null when all are known. Amounts of an unknown unit are compared with nothing.
 */
export function unknownAmountUnit(submissions: readonly Submission[]): Place | null {
  const unknown = submissions.find(
    ({ amountUnit }) => !amountUnit.declared || amountUnit.conflicts.length > 0,
  );
  return unknown === undefined ? null : unknown.amountUnit.place;
}
