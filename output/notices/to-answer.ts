import { groupBy } from '../../pipeline/model/group-by.ts';
import type {
  Finding,
  ProgressRow,
  RunReport,
  SubmissionSummary,
  UnitSummary,
} from '../../pipeline/model/report.ts';
import { handlingOf, levelOf } from '../finding-columns.ts';
import { rankedFindings } from '../ranking.ts';

/** What one unit is asked to do something about. */
export interface ToAnswer {
  readonly unit: UnitSummary;
  /** What it handed in. */
  readonly submissions: readonly SubmissionSummary[];
  /** How its projects stand. */
  readonly progress: readonly ProgressRow[];
  /** Errors, to be corrected and handed in again; most money at stake first. */
  readonly toCorrect: readonly Finding[];
  /** What it has not explained yet. */
  readonly toExplain: readonly Finding[];
  /** How many it has explained already. */
  readonly explained: number;
}

/** The units that have something to answer, in the order of the report; all others are left in peace. */
export function unitsToAnswer(report: RunReport): readonly ToAnswer[] {
  const findings = groupBy(report.findings, (finding) => finding.unit);
  const submissions = groupBy(report.submissions, (submission) => submission.unit);
  const progress = groupBy(report.progress, (row) => row.unit);
  const asked: ToAnswer[] = [];
  for (const unit of report.units) {
    const own = rankedFindings(findings.get(unit.unit) ?? []);
    const toCorrect = own.filter((finding) => levelOf(finding) === 'error');
    const toExplain = own.filter((finding) => handlingOf(finding) === 'toExplain');
    const explained = own.filter((finding) => handlingOf(finding) === 'explained').length;
    // A unit that handed in nothing has that to answer, also where the rule that says so is switched off.
    if (toCorrect.length + toExplain.length > 0 || unit.state === 'missing')
      asked.push({
        unit,
        submissions: submissions.get(unit.unit) ?? [],
        progress: progress.get(unit.unit) ?? [],
        toCorrect,
        toExplain,
        explained,
      });
  }
  return asked;
}
