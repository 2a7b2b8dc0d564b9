import type { Dossier } from '../../model/dossier.ts';
import { type Fact, factsOf } from '../../model/facts.ts';
import { foldText } from '../../model/label.ts';
import { monthOf, yearOf } from '../../model/period.ts';
import type { Annex, AnnexSection } from '../../model/report.ts';
import { assetsSection } from './assets.ts';
import { balanceSections } from './balances.ts';
import { carryOverSection } from './carry-over.ts';
import type { AnnexDesk, Section } from './desk.ts';
import { directFundsSection } from './direct-funds.ts';
import { evaluationsSection } from './evaluations.ts';
import { guaranteesSection } from './guarantees.ts';
import { statedOnly } from './line.ts';
import { nonTaxSection } from './non-tax.ts';
import { procurementSection } from './procurement.ts';
import { projectsSection } from './projects.ts';
import { publicExpensesSection } from './public-expenses.ts';
import { scoresSection } from './scores.ts';
import { spendingSection } from './spending.ts';
import { staffingSection } from './staffing.ts';

/**
 * The self-evaluation annex (自评数据附表) of one unit: every figure its annual report quotes, worked out from its
 * tables, beside what the narrative says. Null where there is no annual report to annex it to: it takes the figures of
 * December, the end of the year, and one of the two tables that only an annual report has, the department's assessment
 * (T07) or the facts of its narrative (T19). A plain monthly run has no annex.
 */
export function annexOf(dossier: Dossier, thresholds: Pick<AnnexDesk, 'variance' | 'lamps'>): Annex | null {
  const isAnnual = dossier.submissions.some(({ template }) => template.id === 'T07' || template.id === 'T19');
  if (monthOf(dossier.period) !== 12 || !isAnnual) return null;
  const desk: AnnexDesk = {
    dossier,
    year: yearOf(dossier.period),
    facts: factsOf(dossier),
    ...thresholds,
  };
  const sections = [
    scoresSection(desk),
    projectsSection(desk),
    spendingSection(desk),
    directFundsSection(desk),
    guaranteesSection(desk),
    publicExpensesSection(desk),
    nonTaxSection(desk),
    ...balanceSections(desk),
    assetsSection(desk),
    staffingSection(desk),
    procurementSection(desk),
    carryOverSection(desk),
    evaluationsSection(desk),
  ];
  return {
    unit: dossier.unit,
    year: desk.year,
    sections: [...sections, otherSection(desk, sections)].flatMap((section) => finished(desk, section)),
  };
}

/** Figures of the narrative that no section speaks of: they are shown, so that none is lost, as what no table gives. */
function otherSection(desk: AnnexDesk, sections: readonly Section[]): Section {
  const shown = new Set(sections.flatMap(({ lines }) => lines.map(({ statedAt }) => statedAt?.cell)));
  const rest = desk.facts
    .filter(isFigure)
    .map((fact) => statedOnly(fact))
    .filter(({ statedAt }) => !shown.has(statedAt?.cell));
  return {
    code: 'other',
    title: { zh: '其他叙述指标', en: 'Other figures of the narrative' },
    needs: [],
    lines: rest,
  };
}

/** A number with its unit at most; a sentence that holds one (采取3项措施) is no figure. */
function isFigure({ number, row }: Fact): boolean {
  const { value } = row.values;
  // A field of kind measure holds nothing else.
  const text = typeof value === 'object' && value !== null && 'text' in value ? foldText(value.text) : '';
  return number !== null && /^[≥≤<>=]?-?\d[\d,.]*\D{0,4}$/.test(text);
}

/** A section says which of its tables are wanting; one with neither table nor line has nothing to say but that. */
function finished({ dossier }: AnnexDesk, { code, title, needs, lines }: Section): readonly AnnexSection[] {
  const missing = needs.filter((id) => !dossier.submissions.some(({ template }) => template.id === id));
  if (lines.length === 0 && missing.length === 0) return [];
  return [{ code, title, missing, lines: [...lines] }];
}
