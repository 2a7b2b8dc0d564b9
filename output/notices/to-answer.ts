import { groupBy } from '../../pipeline/model/group-by.ts';
import type {
  Finding,
  LongListing,
  ProgressRow,
  SubmissionSummary,
  UnitSummary,
  WrittenReport,
} from '../../pipeline/model/report.ts';
import { handlingOf, levelOf } from '../finding-columns.ts';
import { indexesBy, picked } from '../picked.ts';
import { projectsIn } from '../projects.ts';
import { inRankOrder, noRanks, setRank } from '../ranking.ts';

/** What one unit is asked to do something about. */
export interface ToAnswer {
  readonly unit: UnitSummary;
  /** What it handed in. */
  readonly submissions: readonly SubmissionSummary[];
  /** How its projects stand. */
  readonly progress: LongListing<ProgressRow>;
  /** Errors, to be corrected and handed in again; most money at stake first. */
  readonly toCorrect: LongListing<Finding>;
  /** What it has not explained yet. */
  readonly toExplain: LongListing<Finding>;
  /** How many it has explained already. */
  readonly explained: number;
}

/** The units that have something to answer, in the order of the report; all others are left in peace. */
export function unitsToAnswer(report: WrittenReport): readonly ToAnswer[] {
  const found = foundByUnit(report.findings);
  const submissions = groupBy(report.submissions, (submission) => submission.unit);
  const progress = indexesBy(projectsIn(report.progress).units, (unit) => unit);
  const asked: ToAnswer[] = [];
  for (const unit of report.units) {
    const { toCorrect, toExplain, explained } = found.get(unit.unit) ?? nothingFound;
    // A unit that handed in nothing has that to answer, also where the rule that says so is switched off.
    if (toCorrect.length + toExplain.length > 0 || unit.state === 'missing')
      asked.push({
        unit,
        submissions: submissions.get(unit.unit) ?? [],
        progress: picked(report.progress, progress.get(unit.unit) ?? []),
        toCorrect: picked(report.findings, toCorrect),
        toExplain: picked(report.findings, toExplain),
        explained,
      });
  }
  return asked;
}

/** What was found of a unit, by indexes. */
interface Found {
  readonly toCorrect: number[];
  readonly toExplain: number[];
  explained: number;
}

const nothingFound: Readonly<Found> = { toCorrect: [], toExplain: [], explained: 0 };

/** What was found of each unit, most money at stake first. */
function foundByUnit(findings: LongListing<Finding>): ReadonlyMap<string, Found> {
  const ranks = noRanks(findings.length);
  const units = new Map<string, Found>();
  let index = 0;
  for (const finding of findings) {
    const own = units.get(finding.unit) ?? { toCorrect: [], toExplain: [], explained: 0 };
    units.set(finding.unit, own);
    setRank(ranks, index, finding);
    if (levelOf(finding) === 'error') own.toCorrect.push(index);
    if (handlingOf(finding) === 'toExplain') own.toExplain.push(index);
    if (handlingOf(finding) === 'explained') own.explained += 1;
    index += 1;
  }
  const byRank = inRankOrder(ranks);
  for (const { toCorrect, toExplain } of units.values()) {
    toCorrect.sort(byRank);
    toExplain.sort(byRank);
  }
  return units;
}
