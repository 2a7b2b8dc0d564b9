import { groupBy } from '../pipeline/model/group-by.ts';
import { type Fen, pointsApart } from '../pipeline/model/money.ts';
import type { Finding, ProgressRow, RunReport, StoredReport, UnitSummary } from '../pipeline/model/report.ts';
import { levelOf } from './finding-columns.ts';

/** Findings by level, then by money at stake, largest first; the report's order where both are equal. */
export function rankedFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => levels[levelOf(a)] - levels[levelOf(b)] || stakeOf(b) - stakeOf(a));
}

/** What findings are ranked by: the level, lowest first, then the money at stake, highest first. */
export function rankOf(finding: Finding): readonly [level: number, stake: number] {
  return [levels[levelOf(finding)], stakeOf(finding)];
}

/**
 * Findings that send something back to a unit to be corrected: errors, but for those of units that handed in nothing,
 * who are reminded instead.
 */
export function toCorrect(report: RunReport): readonly Finding[] {
  const missing = new Set(report.units.filter(({ state }) => state === 'missing').map(({ unit }) => unit));
  return report.findings.filter((finding) => levelOf(finding) === 'error' && !missing.has(finding.unit));
}

/** How many errors the units that are sent back have; those of units of which nothing could be read are told apart. */
export function errorsReturned({ units }: Pick<StoredReport, 'units'>): number {
  return units.filter(({ state }) => state === 'returned').reduce((sum, { errors }) => sum + errors, 0);
}

/** Findings a unit is asked to explain, or a person to judge. */
export function toExplain(report: RunReport): readonly Finding[] {
  return report.findings.filter((finding) => levelOf(finding) === 'warning');
}

/** How many places findings stand for: those alike are one that stands for several. */
export function placesIn(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + finding.count, 0);
}

/** The findings of one unit, and the money at stake in them. */
export interface UnitFindings {
  readonly unit: string;
  readonly findings: readonly Finding[];
  readonly atStake: Fen;
}

/** Findings by unit, the unit with most money at stake first, ranked within. */
export function findingsByUnit(findings: readonly Finding[]): readonly UnitFindings[] {
  return [...groupBy(rankedFindings(findings), (finding) => finding.unit)]
    .map(([unit, own]) => ({ unit, findings: own, atStake: moneyIn(own) }))
    .sort((a, b) => b.atStake - a.atStake);
}

/** Units by spending rate, highest first; those without a rate last, in the report's order. */
export function rankedUnits(units: readonly UnitSummary[]): readonly UnitSummary[] {
  return [...units].sort((a, b) => (b.rate ?? -Infinity) - (a.rate ?? -Infinity) || 0);
}

/** Whether a unit is behind time progress by what its printed rate shows. */
export function isBehind({ rate, timeProgress }: UnitSummary): boolean {
  return rate !== null && pointsApart(rate, timeProgress) < 0;
}

/** How far a project is behind time progress, in fen; 0 when it is not, or when that cannot be computed. */
export function lagOf(row: ProgressRow): Fen {
  if (row.budget === null || row.spent === null) return 0;
  return Math.max(0, Math.round(row.budget * row.timeProgress) - row.spent);
}

/**
 * What share of everything behind time progress a project and those with more make up together; projects that are not
 * behind have none.
 */
export function lagShares(progress: readonly ProgressRow[]): ReadonlyMap<ProgressRow, number> {
  const behind = progress
    .map((row) => ({ row, lag: lagOf(row) }))
    .filter(({ lag }) => lag > 0)
    .sort((a, b) => b.lag - a.lag);
  const all = behind.reduce((sum, { lag }) => sum + lag, 0);
  let covered = 0;
  return new Map(
    behind.map(({ row, lag }) => {
      covered += lag;
      return [row, covered / all];
    }),
  );
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
export function concentrationOf(progress: readonly ProgressRow[], share = 0.8): Concentration | null {
  const lags = progress
    .map(lagOf)
    .filter((lag) => lag > 0)
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

/** One project's money is at stake once, however many rules name it: the largest of its findings counts. */
function moneyIn(findings: readonly Finding[]): Fen {
  const projects = new Map<string, Fen>();
  for (const { project, atStake, key } of findings) {
    if (atStake === null) continue;
    const name = project === null ? key : `${project.code ?? ''}|${project.name ?? ''}`;
    projects.set(name, Math.max(projects.get(name) ?? 0, Math.abs(atStake)));
  }
  return [...projects.values()].reduce((sum, fen) => sum + fen, 0);
}
