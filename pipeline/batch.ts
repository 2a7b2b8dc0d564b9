import pLimit, { type LimitFunction } from 'p-limit';
import type { Rule } from '../rules/rule.ts';
import type { RunCache } from './cache/run-cache.ts';
import { engineVersion, ruleSetHash } from './engine.ts';
import { isPassedOver, openSource } from './formats/index.ts';
import type { Dossier, PreviousUnit, Roster } from './model/dossier.ts';
import { byCodeUnit } from './model/order.ts';
import type { Day, Period } from './model/period.ts';
import { isRefusal } from './model/refusal.ts';
import type { RunReport, TrendPoint } from './model/report.ts';
import type { Row, Submission } from './model/submission.ts';
import type { Language } from './model/text.ts';
import type { Policy } from './policy/policy.ts';
import type { PolicySettings } from './policy/settings.ts';
import { checkBatch } from './stages/check.ts';
import type { Discovered, FoundFile } from './stages/discover.ts';
import { type Gathered, gather } from './stages/gather.ts';
import { withExplanations } from './stages/read-returned.ts';
import { reportOf } from './stages/report.ts';
import type { Vocabulary } from './stages/vocabulary.ts';
import { templates } from './templates/index.ts';
import type { Desk, Validated } from './validate.ts';
import { openPool, type PoolOptions } from './workers/pool.ts';
import { rebound } from './workers/without-rows.ts';
import {
  type FileOutcome,
  type OrderedFile,
  openWorkplace,
  type SubmissionPlace,
  type UnitOrder,
  type UnitOutcome,
  type Workplace,
} from './workers/workplace.ts';

/** What one run is asked to do. Everything a report depends on is in here. */
export interface BatchRequest {
  readonly discovered: Discovered;
  readonly period: Period;
  readonly asOf: Day;
  readonly lang: Language;
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly roster: Roster | null;
  readonly previous: PreviousRun | null;
  readonly passwords: readonly string[];
  /** See `Desk`. */
  readonly mostRowsHeld?: number;
  /** Told after each file, for progress; never part of the result. */
  /** What an earlier run made of the same files; what this one makes of them is kept in it. */
  readonly cache?: RunCache | null;
  readonly onFile?: (done: number, file: string) => void;
  readonly signal?: AbortSignal;
  /** The worker threads to spread the files over, with the policy's plain settings; null: none, all in this thread. */
  readonly workers?: (PoolOptions & { readonly settings: PolicySettings }) | null;
}

/** What is known of the run before: cumulative figures by unit, and how they came along until then. */
export interface PreviousRun {
  readonly period: Period;
  readonly trend: readonly TrendPoint[];
  readonly units: ReadonlyMap<string, PreviousUnit>;
}

/** How many files are open at once in one thread: enough to keep reading while one is judged. */
const openAtOnce = 4;

/** Many files, from discovery to report: validate each → gather by unit → check units and batch → report. */
export async function runBatch(
  request: BatchRequest,
): Promise<{ readonly report: RunReport; readonly passedOver: Discovered['passedOver'] }> {
  const { period, asOf, policy, rules, roster } = request;
  const previous = request.previous?.units ?? new Map<string, PreviousUnit>();
  const { workplace, limit, close } = openFor(request, { ...request, previous });
  try {
    const outcomes = await checkFiles(request, workplace, limit);
    const results = outcomes
      .flatMap(({ result }) => (result === null ? [] : [rebound(result, (id) => templates[id])]))
      .toSorted((one, other) => byCodeUnit(one.file, other.file));
    const passedOver = [
      ...request.discovered.passedOver,
      ...outcomes.map((outcome) => outcome.passedOver).filter((file) => file !== null),
    ];

    const gathered = gather(results, period, roster, previous);
    const units = await checkUnits(request, results, gathered, workplace, limit);
    const batch = checkBatch(
      {
        period,
        asOf,
        timeProgressOf: (row: Row) => policy.timeProgressOf(row, period),
        dossiers: gathered.dossiers,
        roster,
        files: gathered.files,
        dueDay: (template, unit) => policy.dueDay(template, period, unit.dueDay),
      },
      rules,
      policy,
    );
    const failures = [...outcomes, ...units].map(({ failure }) => failure).filter((one) => one !== null);
    const report = reportOf({
      ...request,
      engine: engineVersion,
      ruleSet: ruleSetHash(rules),
      previousPeriod: request.previous?.period ?? null,
      earlier: request.previous?.trend ?? [],
      results,
      gathered,
      units: units.map(({ result }) => result).filter((result) => result !== null),
      batch,
      failures: failures.toSorted((one, other) => byCodeUnit(one.file ?? '', other.file ?? '')),
      passedOver: passedOver.length,
    });
    const explanations = results.map((result) => result.explanations);
    return { report: withExplanations(report, explanations), passedOver };
  } finally {
    await close();
  }
}

interface Opened {
  readonly workplace: Workplace;
  readonly limit: LimitFunction;
  close(): Promise<void>;
}

/** Where the run's files are checked: on worker threads where the run asks for them, else in this one. */
function openFor({ workers = null }: BatchRequest, desk: Desk): Opened {
  if (workers === null)
    return { workplace: openWorkplace(desk), limit: pLimit(openAtOnce), close: async () => undefined };
  const { roster, period, asOf, previous, passwords } = desk;
  const pool = openPool({ roster, period, asOf, previous, passwords, policy: workers.settings }, workers);
  // A task more than workers, so that none waits for this thread.
  return { workplace: pool, limit: pLimit(2 * workers.count), close: () => pool.close() };
}

/** Every file's outcome, in order. */
async function checkFiles(
  { discovered, signal, onFile, cache = null }: BatchRequest,
  workplace: Workplace,
  limit: LimitFunction,
): Promise<readonly FileOutcome[]> {
  let done = 0;
  return await Promise.all(
    discovered.files.map((file) =>
      limit(async () => {
        signal?.throwIfAborted();
        const known = cache?.knowsPath(file.path) ? await knownOutcome(file, cache) : null;
        const outcome = known ?? (await workplace.checkFile(file));
        if (known === null) cache?.keepFile(outcome);
        done += 1;
        onFile?.(done, file.path);
        return outcome;
      }),
    ),
  );
}

/** What an earlier run made of a file that has not changed since. */
async function knownOutcome(file: FoundFile, cache: RunCache): Promise<FileOutcome | null> {
  try {
    const opened = await openSource(file.absolute, file.path);
    return isPassedOver(opened) || isRefusal(opened) ? null : cache.file(file.path, opened.sha256);
  } catch {
    // What is wrong with it is found out, and told, when it is checked.
    return null;
  }
}

/** Every unit's outcome, in order. */
async function checkUnits(
  { discovered, signal, cache = null }: BatchRequest,
  results: readonly Validated[],
  { dossiers }: Gathered,
  workplace: Workplace,
  limit: LimitFunction,
): Promise<readonly UnitOutcome[]> {
  const orderOf = unitOrders(discovered.files, results);
  return await Promise.all(
    dossiers.map((dossier) =>
      limit(async () => {
        signal?.throwIfAborted();
        const order = orderOf(dossier);
        const known = cache?.unit(order) ?? null;
        const outcome = known ?? (await workplace.checkUnit(order));
        if (known === null) cache?.keepUnit(order, outcome);
        return outcome;
      }),
    ),
  );
}

/** Makes the order for a dossier whose submissions have no rows: which files they are in, and where. */
function unitOrders(
  files: readonly FoundFile[],
  results: readonly Validated[],
): (dossier: Dossier) => UnitOrder {
  const absolute = new Map(files.map((file) => [file.path, file.absolute]));
  const places = new Map<Submission, { readonly result: Validated; readonly submission: number }>();
  for (const result of results)
    for (const [submission, one] of result.submissions.entries()) places.set(one, { result, submission });
  return ({ unit, submissions, superseded, unjudged }) => {
    const ordered: OrderedFile[] = [];
    const placeOf = (one: Submission): readonly SubmissionPlace[] => {
      const place = places.get(one);
      if (place === undefined) return [];
      const { file: path, sha256 } = place.result;
      let file = ordered.findIndex((known) => known.path === path);
      if (file === -1) file = ordered.push({ path, absolute: absolute.get(path) ?? '', sha256 }) - 1;
      return [{ file, submission: place.submission }];
    };
    return {
      unit,
      submissions: submissions.flatMap(placeOf),
      superseded: superseded.flatMap(placeOf),
      unjudged: unjudged.flatMap(placeOf),
      files: ordered,
    };
  };
}
