import type { Finding, RunReport, UnitSummary } from '../../pipeline/model/report.ts';
import { handlingOf, levelOf } from '../finding-columns.ts';
import { rankedFindings } from '../ranking.ts';

/** What one unit is asked to do something about. */
export interface ToAnswer {
  readonly unit: UnitSummary;
  /** Errors, to be corrected and handed in again; most money at stake first. */
  readonly toCorrect: readonly Finding[];
  /** What it has not explained yet. */
  readonly toExplain: readonly Finding[];
  /** How many it has explained already. */
  readonly explained: number;
}

/** The units that have something to answer, in the order of the report; all others are left in peace. */
export function unitsToAnswer(report: RunReport): readonly ToAnswer[] {
  const byUnit = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const own = byUnit.get(finding.unit);
    if (own === undefined) byUnit.set(finding.unit, [finding]);
    else own.push(finding);
  }
  const asked: ToAnswer[] = [];
  for (const unit of report.units) {
    const own = rankedFindings(byUnit.get(unit.unit) ?? []);
    const toCorrect = own.filter((finding) => levelOf(finding) === 'error');
    const toExplain = own.filter((finding) => handlingOf(finding) === 'toExplain');
    const explained = own.filter((finding) => handlingOf(finding) === 'explained').length;
    // A unit that handed in nothing has that to answer, also where the rule that says so is switched off.
    if (toCorrect.length + toExplain.length > 0 || unit.state === 'missing')
      asked.push({ unit, toCorrect, toExplain, explained });
  }
  return asked;
}
