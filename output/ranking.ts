import { type Fen, pointsApart } from '../pipeline/model/money.ts';
import type {
  Finding,
  LongListing,
  ProgressRow,
  StoredReport,
  UnitSummary,
} from '../pipeline/model/report.ts';
import { levelOf } from './finding-columns.ts';
import { picked, pickedWhere } from './picked.ts';
import { laggingIndexes, projectsIn } from './projects.ts';

/** What findings are ranked by, in the order of a list. */
export interface Ranks {
  readonly level: Uint8Array;
  readonly stake: Float64Array;
}

/** The ranks of a list of findings, found out once for all who ask. */
export function ranksIn(findings: LongListing<Finding>): Ranks {
  const before = known.get(findings);
  if (before !== undefined) return before;
  const ranks = noRanks(findings.length);
  let index = 0;
  for (const finding of findings) {
    setRank(ranks, index, finding);
    index += 1;
  }
  known.set(findings, ranks);
  return ranks;
}

const known = new WeakMap<LongListing<Finding>, Ranks>();

/** Room for the ranks of so many findings. */
export function noRanks(length: number): Ranks {
  return { level: new Uint8Array(length), stake: new Float64Array(length) };
}

export function setRank({ level, stake }: Ranks, index: number, finding: Finding): void {
  level[index] = levels[levelOf(finding)];
  stake[index] = stakeOf(finding);
}

/** Whether a finding is to be corrected or to be explained. */
export function asksForAnswer({ level }: Ranks, index: number): boolean {
  return level[index] === levels.error || level[index] === levels.warning;
}

/** The order of indexes by level, then by money at stake, largest first; the report's order where both are equal. */
export function inRankOrder({ level, stake }: Ranks): (one: number, other: number) => number {
  const at = (numbers: Uint8Array | Float64Array, index: number) => numbers[index] ?? 0;
  return (one, other) =>
    at(level, one) - at(level, other) || at(stake, other) - at(stake, one) || one - other;
}

/** All indexes in the order of rank. */
export function rankedIndexes(ranks: Ranks): Uint32Array {
  return Uint32Array.from(ranks.level.keys()).sort(inRankOrder(ranks));
}

/** Findings by level, then by money at stake, largest first; the report's order where both are equal. */
export function rankedFindings(findings: LongListing<Finding>): LongListing<Finding> {
  return picked(findings, rankedIndexes(ranksIn(findings)));
}

/**
 * Findings that send something back to a unit to be corrected: errors, but for those of units that handed in nothing,
 * who are reminded instead.
 */
export function toCorrect({
  units,
  findings,
}: Pick<StoredReport, 'units' | 'findings'>): LongListing<Finding> {
  const missing = new Set(units.filter(({ state }) => state === 'missing').map(({ unit }) => unit));
  return pickedWhere(findings, (finding) => levelOf(finding) === 'error' && !missing.has(finding.unit));
}

/** How many errors the units that are sent back have; those of units of which nothing could be read are told apart. */
export function errorsReturned({ units }: Pick<StoredReport, 'units'>): number {
  return units.filter(({ state }) => state === 'returned').reduce((sum, { errors }) => sum + errors, 0);
}

/** Findings a unit is asked to explain, or a person to judge. */
export function toExplain({ findings }: Pick<StoredReport, 'findings'>): LongListing<Finding> {
  return pickedWhere(findings, (finding) => levelOf(finding) === 'warning');
}

/** How many places findings stand for: those alike are one that stands for several. */
export function placesIn(findings: Iterable<Finding>): number {
  let places = 0;
  for (const { count } of findings) places += count;
  return places;
}

/** The findings of one unit, how many places they stand for, and the money at stake in them. */
export interface UnitFindings {
  readonly unit: string;
  readonly findings: LongListing<Finding>;
  readonly places: number;
  readonly atStake: Fen;
}

/** Findings by unit, the unit with most money at stake first, ranked within. */
export function findingsByUnit(findings: LongListing<Finding>): readonly UnitFindings[] {
  const ranks = noRanks(findings.length);
  const units = new Map<string, UnitSoFar>();
  let index = 0;
  for (const finding of findings) {
    const own: UnitSoFar = units.get(finding.unit) ?? { indexes: [], places: 0, stakes: new Map() };
    units.set(finding.unit, own);
    setRank(ranks, index, finding);
    own.indexes.push(index);
    own.places += finding.count;
    addStake(finding, own.stakes);
    index += 1;
  }
  const byRank = inRankOrder(ranks);
  return [...units]
    .map(([unit, { indexes, places, stakes }]) => {
      indexes.sort(byRank);
      const atStake = [...stakes.values()].reduce((sum, fen) => sum + fen, 0);
      return { unit, findings: picked(findings, indexes), places, atStake, first: indexes[0] ?? 0 };
    })
    .sort((a, b) => b.atStake - a.atStake || byRank(a.first, b.first));
}

/** Units by spending rate, highest first; those without a rate last, in the report's order. */
export function rankedUnits(units: readonly UnitSummary[]): readonly UnitSummary[] {
  return [...units].sort((a, b) => (b.rate ?? -Infinity) - (a.rate ?? -Infinity) || 0);
}

/** Whether a unit is behind time progress by what its printed rate shows. */
export function isBehind({ rate, timeProgress }: UnitSummary): boolean {
  return rate !== null && pointsApart(rate, timeProgress) < 0;
}

/**
 * What share of everything behind time progress a project and those with more make up together, by its index; projects
 * that are not behind have none.
 */
export function lagShares(progress: LongListing<ProgressRow>): ReadonlyMap<number, number> {
  const projects = projectsIn(progress);
  const all = projects.lags.reduce((sum, lag) => sum + lag, 0);
  const shares = new Map<number, number>();
  let covered = 0;
  for (const index of laggingIndexes(projects)) {
    covered += projects.lags[index] ?? 0;
    shares.set(index, covered / all);
  }
  return shares;
}

/** How much of what is behind comes from how few projects. */
export interface Concentration {
  /** Projects that are behind. */
  readonly all: number;
  /** The fewest of them that make up at least `share` of the amount. */
  readonly few: number;
  readonly amount: Fen;
  /** What the few make up, 0 to 1. */
  readonly share: number;
}

/** The fewest projects that make up at least a share of everything behind time progress; null when nothing is. */
export function concentrationOf(progress: LongListing<ProgressRow>, share = 0.8): Concentration | null {
  const lags = projectsIn(progress)
    .lags.filter((lag) => lag > 0)
    .sort((a, b) => b - a);
  const amount = lags.reduce((sum, lag) => sum + lag, 0);
  if (amount === 0) return null;
  let few = 0;
  let covered = 0;
  for (const lag of lags) {
    few += 1;
    covered += lag;
    if (covered >= share * amount) break;
  }
  return { all: lags.length, few, amount, share: covered / amount };
}

const levels = { error: 0, warning: 1, undecidable: 2, notice: 3 } as const;

function stakeOf(finding: Finding): number {
  return finding.atStake === null ? -1 : Math.abs(finding.atStake);
}

interface UnitSoFar {
  readonly indexes: number[];
  places: number;
  readonly stakes: Stakes;
}

/** What is at stake in each project of a unit, the largest of its findings; in what is about no project, by its key. */
type Stakes = Map<string, Fen>;

/** One project's money is at stake once, however many rules name it. */
function addStake({ project, atStake, key }: Finding, stakes: Stakes): void {
  if (atStake === null) return;
  const name = project === null ? key : `${project.code ?? ''}|${project.name ?? ''}`;
  stakes.set(name, Math.max(stakes.get(name) ?? 0, Math.abs(atStake)));
}
