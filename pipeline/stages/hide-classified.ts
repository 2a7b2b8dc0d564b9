import { parseAddress } from '../model/address.ts';
import type { ReadProblem, ReadProblemKind, Row, Table } from '../model/submission.ts';

/**
 * Read problems without what stands in cells of classified rows, or of a whole form that is classified: that there is
 * something wrong and where may be printed, the text may not. A row is classified by any of its cells, so that this is
 * known only when all of it is read.
 */
export function hideClassified(
  problems: readonly ReadProblem[],
  form: Row,
  tables: readonly Table[],
): readonly ReadProblem[] {
  const classified = new Set(
    tables.flatMap(({ rows }) => rows.filter((row) => row.classified).map((row) => row.number)),
  );
  if (!form.classified && classified.size === 0) return problems;
  return problems.map((problem) => {
    if (ours.has(problem.kind)) return problem;
    const row = parseAddress(problem.place.cell ?? '')?.row;
    const isHidden = form.classified || (row !== undefined && classified.has(row));
    return isHidden ? { ...problem, raw: hidden } : problem;
  });
}

/** What is printed in place of a text. */
const hidden = '***';

/** Kinds whose `raw` is no text of the row: words and counts of ours, codes of errors, the word 涉密 itself. */
const ours: ReadonlySet<ReadProblemKind> = new Set([
  'missing-column',
  'error-value',
  'classified',
  'hidden-data',
  'hidden-list',
]);
