import type { Dossier } from '../../pipeline/model/dossier.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { projectKey } from '../../pipeline/model/project-key.ts';
import { amountOf, projectOf, type Row } from '../../pipeline/model/submission.ts';

/** The purchases a unit lists (T15), in the order of the sheet. */
export function purchasesOf(dossier: Dossier): readonly Row[] {
  return dossier.submissions
    .filter(({ template }) => template.id === 'T15')
    .flatMap(({ tables }) => tables.purchases?.rows ?? []);
}

/**
 * Further contracts on the budget of another row, by that row: rows of its project that have none of their own, or
 * nought. Where several rows of a project have a budget, each stands for itself.
 */
export function furtherContracts(purchases: readonly Row[]): ReadonlyMap<Row, readonly Row[]> {
  const further = new Map<Row, readonly Row[]>();
  for (const rows of groupBy(purchases, (row) => projectKey(projectOf(row)) ?? row).values()) {
    const [owner, another] = rows.filter((row) => (amountOf(row, 'budget') ?? 0) > 0);
    if (owner === undefined || another !== undefined) continue;
    const others = rows.filter((row) => amountOf(row, 'budget') === 0 || isEmpty(row, 'budget'));
    if (others.length > 0) further.set(owner, others);
  }
  return further;
}
