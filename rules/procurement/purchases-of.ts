import type { Dossier } from '../../pipeline/model/dossier.ts';
import type { Row } from '../../pipeline/model/submission.ts';

/** The purchases a unit lists (T15), in the order of the sheet. */
export function purchasesOf(dossier: Dossier): readonly Row[] {
  return dossier.submissions
    .filter(({ template }) => template.id === 'T15')
    .flatMap(({ tables }) => tables.purchases?.rows ?? []);
}
