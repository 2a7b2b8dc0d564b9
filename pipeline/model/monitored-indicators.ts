import type { Row, Submission } from './submission.ts';

/** The indicators of a monitoring form (T02, T04), without classified ones; none where the whole form is classified. */
export function monitoredIndicators({ form, tables }: Submission): readonly Row[] {
  if (form.classified) return [];
  return (tables.indicators?.rows ?? []).filter((row) => !row.classified);
}
