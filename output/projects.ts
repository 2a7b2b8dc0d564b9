import { isSummed } from '../pipeline/model/is-summed.ts';
import type { Fen } from '../pipeline/model/money.ts';
import type { LongListing, ProgressRow } from '../pipeline/model/report.ts';

/** What writers want to know of all projects at once. A province has a million: their rows are read one by one. */
export interface Projects {
  /** How far each is behind time progress, in fen, in the order of the list; 0 when it is not, or when that cannot be computed. */
  readonly lags: Float64Array;
  /** Whose each is, in the order of the list. */
  readonly units: readonly string[];
  /** How many of each unit are in sums and rates. */
  readonly summed: ReadonlyMap<string, number>;
  /** How many of each unit are in none. */
  readonly notSummed: ReadonlyMap<string, number>;
  /** Unit and code, unit and name of those that are classified. */
  readonly classified: { readonly codes: ReadonlySet<string>; readonly names: ReadonlySet<string> };
}

/** Goes through a list of projects, once for all who ask. */
export function projectsIn(progress: LongListing<ProgressRow>): Projects {
  const before = known.get(progress);
  if (before !== undefined) return before;
  const lags = new Float64Array(progress.length);
  const units: string[] = [];
  const names = new Map<string, string>();
  const [summed, notSummed] = [new Map<string, number>(), new Map<string, number>()];
  const classified = { codes: new Set<string>(), names: new Set<string>() };
  for (const row of progress) {
    const { unit, project } = row;
    lags[units.length] = lagOf(row);
    const name = names.get(unit) ?? unit;
    names.set(name, name);
    units.push(name);
    const counts = isSummed(row) ? summed : notSummed;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (!row.classified) continue;
    if (project.code !== null) classified.codes.add(`${unit}\n${project.code}`);
    if (project.name !== null) classified.names.add(`${unit}\n${project.name}`);
  }
  const projects = { lags, units, summed, notSummed, classified };
  known.set(progress, projects);
  return projects;
}

/** Projects of all units together. */
export function countOf(projects: Projects['summed']): number {
  let all = 0;
  for (const count of projects.values()) all += count;
  return all;
}

const known = new WeakMap<LongListing<ProgressRow>, Projects>();

/** How far a project is behind time progress, in fen; 0 when it is not, or when that cannot be computed. */
export function lagOf(row: Pick<ProgressRow, 'budget' | 'spent' | 'timeProgress'>): Fen {
  if (row.budget === null || row.spent === null) return 0;
  return Math.max(0, Math.round(row.budget * row.timeProgress) - row.spent);
}

/** The projects behind time progress by their indexes, the largest amount first; of equals, the one the report names first. */
export function laggingIndexes({ lags }: Projects): Uint32Array {
  const behind: number[] = [];
  for (const [index, lag] of lags.entries()) if (lag > 0) behind.push(index);
  return Uint32Array.from(behind).sort((one, other) => (lags[other] ?? 0) - (lags[one] ?? 0) || one - other);
}
