import type { Dossier } from '../../model/dossier.ts';
import type { FactCode } from '../../model/fact-indicators.ts';
import { type Fact, factsAbout, isOneBasis } from '../../model/facts.ts';
import type { AnnexLine } from '../../model/report.ts';
import type { LampThresholds } from '../../model/spending.ts';
import type { VarianceThresholds } from '../../model/spending-tiers.ts';
import { placeOf, type Row, type Submission } from '../../model/submission.ts';
import type { TemplateId } from '../../model/template.ts';
import type { Text } from '../../model/text.ts';

/** What every section of an annex is worked out from. */
export interface AnnexDesk {
  readonly dossier: Dossier;
  /** The year the report is about: that of the December being checked. */
  readonly year: number;
  /** What the narrative says, as typed into T19. */
  readonly facts: readonly Fact[];
  readonly variance: VarianceThresholds;
  readonly lamps: LampThresholds;
}

/** One section of an annex. */
export interface Section {
  readonly code: string;
  readonly title: Text;
  /** The tables it is worked out from. */
  readonly needs: readonly TemplateId[];
  readonly lines: readonly AnnexLine[];
}

/** The sheets of one template a unit handed in. */
export function sheetsOf({ dossier }: AnnexDesk, template: TemplateId): readonly Submission[] {
  return dossier.submissions.filter((submission) => submission.template.id === template);
}

/** The rows of a table over all sheets of its template, classified ones included. */
export function rowsOf(desk: AnnexDesk, template: TemplateId, table: string): readonly Row[] {
  return sheetsOf(desk, template).flatMap(({ tables }) => tables[table]?.rows ?? []);
}

/** The claims about an indicator for one year; of one basis, where one is given. */
export function claims(
  { facts }: AnnexDesk,
  code: FactCode,
  year: number,
  basis: 'budget' | 'actual' | null = null,
): readonly Fact[] {
  return factsAbout(facts, code, year).filter((fact) => isOneBasis(fact.basis, basis));
}

/** The claims of one year that no standard indicator covers and whose name is meant, e.g. by the item of a table. */
export function claimsNamed(
  { facts }: AnnexDesk,
  isMeant: (written: string) => boolean,
  year: number,
  basis: 'budget' | 'actual' | null = null,
): readonly Fact[] {
  return facts.filter(
    (fact) =>
      fact.code === null &&
      fact.year === year &&
      isOneBasis(fact.basis, basis) &&
      isMeant(fact.written.normalize('NFKC')),
  );
}

/** A claim as a term of a traced sum: its cell and figure, `C35 20.35`, its unit where that is not 万元. */
export function claimTerm({ row, number, unit }: Fact): string {
  return `${placeOf(row, 'value').cell ?? ''} ${number ?? 0}${unit === '万元' ? '' : ` ${unit}`}`;
}
