import type { Place } from './place.ts';
import type { Submission } from './submission.ts';

/**
 * Where the amount unit is not known of sheets whose amounts are to be compared: the place of the first that does not
 * declare one, or declares two. Null when all are known. Amounts of an unknown unit are compared with nothing.
 */
export function unknownAmountUnit(submissions: readonly Submission[]): Place | null {
  const unknown = submissions.find((submission) => !isComparable(submission));
  return unknown === undefined ? null : unknown.amountUnit.place;
}

/** Whether the amounts of a submission may be compared with those of other tables: its unit is stated, and once. */
export function isComparable(submission: Submission): boolean {
  return submission.amountUnit.declared && submission.amountUnit.conflicts.length === 0;
}
