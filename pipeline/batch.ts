import { createHash } from 'node:crypto';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Rule } from '../rules/rule.ts';
import type { RunCache } from './cache/run-cache.ts';
import { engineVersion, ruleSetHash } from './engine.ts';
import { isPassedOver, openSource } from './formats/index.ts';
import type { Dossier, PreviousUnit, Roster } from './model/dossier.ts';
import { groupBy } from './model/group-by.ts';
import { byCodeUnit } from './model/order.ts';
import type { Day, Period } from './model/period.ts';
import { isRefusal } from './model/refusal.ts';
import type { StoredReport, TrendPoint } from './model/report.ts';
import type { Kept, Spool } from './model/spool.ts';
import type { Row, Submission } from './model/submission.ts';
import type { Language } from './model/text.ts';
import type { Policy } from './policy/policy.ts';
import type { PolicySettings } from './policy/settings.ts';
import { openSpool } from './spool.ts';
import { type Checked, checkBatch } from './stages/check.ts';
import type { Discovered, FoundFile } from './stages/discover.ts';
import { dossierFrom, type Gathered, gather } from './stages/gather.ts';
import { reportOf } from './stages/report.ts';
import {
  partOfFindings,
  piecesWithBytes,
  type UnitPart,
  withBatchFindings,
  withBytes,
} from './stages/unit-part.ts';
import type { Vocabulary } from './stages/vocabulary.ts';
import { templates } from './templates/index.ts';
import type { Desk, Validated } from './validate.ts';
import { openPool, type PoolOptions } from './workers/pool.ts';
import { rebound } from './workers/without-rows.ts';
import {
  type FileOutcome,
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
  /** Where the pieces of the report are put until it is written; without one they stay in memory. */
  readonly spool?: Spool;
  /** What an earlier run made of the same files; what this one makes of them is kept in it. */
  readonly cache?: RunCache | null;
  /** Told after each file, for progress; never part of the result. */
  readonly onFile?: (done: number, file: string) => void;
  readonly signal?: AbortSignal;
  /** The worker processes to spread the files over, with the policy's plain settings; null: none, all in this one. */
  readonly workers?: (PoolOptions & { readonly settings: PolicySettings }) | null;
}

/** What is known of the run before: cumulative figures by unit, and how they came along until then. */
export interface PreviousRun {
  readonly period: Period;
  readonly trend: readonly TrendPoint[];
  readonly units: ReadonlyMap<string, PreviousUnit>;
}

/** How many files are open at once in this process: enough to keep reading while one is judged. */
const openAtOnce = 4;

/** Many files, from discovery to report: validate each → gather by unit → check units and batch → report. */
export async function runBatch(
  request: BatchRequest,
): Promise<{ readonly report: StoredReport; readonly passedOver: Discovered['passedOver'] }> {
  const { period, asOf, policy, rules, roster, spool = openSpool(null) } = request;
  const previous = request.previous?.units ?? new Map<string, PreviousUnit>();
  const { workplace, limit, close } = openFor(request, { ...request, previous }, spool);
  try {
    const judge = judging(request, previous, workplace, limit);
    const outcomes = await checkFiles(request, workplace, limit, judge);
    const results = outcomes
      .flatMap(({ result }) => result ?? [])
      .toSorted((one, other) => byCodeUnit(one.file, other.file));
    const passedOver = [
      ...request.discovered.passedOver,
      ...outcomes.map((outcome) => outcome.passedOver).filter((file) => file !== null),
    ];

    const gathered = gather(results, period, roster, previous);
    const units = await judge.all(gathered, results);
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
      units: withBatch(
        units.flatMap(({ part }) => part ?? []),
        batch,
        results,
        { rules, spool },
      ),
      batch,
      failures: failures.toSorted((one, other) => byCodeUnit(one.file ?? '', other.file ?? '')),
      passedOver: passedOver.length,
    });
    return { report, passedOver };
  } finally {
    // Where one thing went wrong for good, nothing more is begun.
    limit.clearQueue();
    await close();
  }
}

interface Opened {
  readonly workplace: Workplace<Kept>;
  readonly limit: LimitFunction;
  close(): Promise<void>;
}

/** Where the run's files are checked: in worker processes where the run asks for them, else in this one. */
function openFor({ workers = null }: BatchRequest, desk: Desk, spool: Spool): Opened {
  if (workers === null) {
    const workplace = openWorkplace(desk, spool.put);
    return { workplace, limit: pLimit(openAtOnce), close: async () => undefined };
  }
  const { roster, period, asOf, previous, passwords } = desk;
  const pool = openPool(
    { roster, period, asOf, previous, passwords, policy: workers.settings },
    workers,
    spool,
  );
  // More tasks than workers, so that none waits for this process.
  return { workplace: pool, limit: pLimit(3 * workers.count), close: () => pool.close() };
}

/** Every file's outcome, in order. Units are judged on the way, as their files come in. */
async function checkFiles(
  { discovered, signal, onFile, cache = null }: BatchRequest,
  workplace: Workplace<Kept>,
  limit: LimitFunction,
  judge: Judging,
): Promise<readonly FileOutcome[]> {
  let done = 0;
  return await inTurn(discovered.files, limit, async (file) => {
    signal?.throwIfAborted();
    const known = cache?.knowsFiles ? await knownOutcome(file, cache) : null;
    const outcome = known ?? (await workplace.checkFile(file));
    if (known === null) cache?.keepFile(outcome);
    done += 1;
    onFile?.(done, file.path);
    const result = outcome.result === null ? null : rebound(outcome.result, (id) => templates[id]);
    if (result !== null) await judge.hear(result);
    return { ...outcome, result };
  });
}

/** So many wait for their turn at once: in the queue of p-limit each takes a kilobyte. */
const mostWaiting = 100;

/** The results of some work on each of many things, in order, with as many under way as the limit says. */
async function inTurn<T, R>(
  things: readonly T[],
  limit: LimitFunction,
  work: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: Promise<R>[] = [];
  for (let first = 0; first < things.length; first += mostWaiting) {
    const next = things.slice(first, first + mostWaiting).map((thing) => limit(() => work(thing)));
    results.push(...next);
    // More are added when these have all begun, or one went wrong.
    await Promise.race([limit(() => undefined), Promise.all(next)]);
  }
  return await Promise.all(results);
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

/** Judges units while files still come in. */
interface Judging {
  /** A file has come in; resolves when the units that seem complete with it are judged. */
  hear(result: Validated): Promise<void>;
  /** Every unit's outcome, in order, once all files are in. */
  all(gathered: Gathered, results: readonly Validated[]): Promise<readonly UnitOutcome<Kept>[]>;
}

/** After so many files without one more of a unit, it is taken to be complete: a unit's files stand side by side. */
const patience = 12;

/**
 * A unit is judged as soon as its files seem to be in, while their rows are still on the shelf. Where at the end its
 * dossier turns out to be another one, it is judged again.
 */
function judging(
  { discovered, period, signal, cache = null }: BatchRequest,
  previous: ReadonlyMap<string, PreviousUnit>,
  workplace: Workplace<Kept>,
  limit: LimitFunction,
): Judging {
  const absolute = new Map(discovered.files.map((file) => [file.path, file.absolute]));
  const waiting = new Map<string, { readonly results: Validated[]; since: number }>();
  const judged = new Map<string, { readonly order: string; readonly outcome: Promise<UnitOutcome<Kept>> }>();
  let heard = 0;

  const judge = (order: UnitOrder): Promise<UnitOutcome<Kept>> => {
    const described = createHash('sha256').update(JSON.stringify(order)).digest('base64');
    const earlier = judged.get(order.unit);
    if (earlier?.order === described) return earlier.outcome;
    const outcome = outcomeOf(order);
    judged.set(order.unit, { order: described, outcome });
    return outcome;
  };
  const outcomeOf = async (order: UnitOrder): Promise<UnitOutcome<Kept>> => {
    const known = cache?.unit(order) ?? null;
    return known === null ? await workplace.checkUnit(order) : { part: known, failure: null };
  };

  return {
    async hear(result) {
      heard += 1;
      for (const unit of unitsIn(result)) {
        const results = waiting.get(unit)?.results ?? [];
        results.push(result);
        waiting.delete(unit);
        waiting.set(unit, { results, since: heard });
      }
      const complete: Promise<unknown>[] = [];
      for (const [unit, { results, since }] of waiting) {
        if (heard - since < patience) break;
        waiting.delete(unit);
        const own = results.flatMap(({ submissions }) => submissions.filter((one) => one.unit.name === unit));
        const dossier = dossierFrom(unit, own, period, previous.get(unit) ?? null);
        complete.push(judge(orderFor(dossier, results, absolute)));
      }
      await Promise.all(complete);
    },
    async all({ dossiers }, results) {
      const byUnit = resultsByUnit(results);
      return await inTurn(dossiers, limit, async (dossier) => {
        signal?.throwIfAborted();
        const order = orderFor(dossier, byUnit.get(dossier.unit) ?? [], absolute);
        const outcome = await judge(order);
        if (outcome.part !== null) cache?.keepUnit(order, outcome.part);
        return outcome;
      });
    },
  };
}

function resultsByUnit(results: readonly Validated[]): ReadonlyMap<string, readonly Validated[]> {
  const byUnit = new Map<string, Validated[]>();
  for (const result of results) {
    for (const unit of unitsIn(result)) {
      const own = byUnit.get(unit);
      if (own === undefined) byUnit.set(unit, [result]);
      else own.push(result);
    }
  }
  return byUnit;
}

function unitsIn({ submissions }: Validated): ReadonlySet<string> {
  return new Set(submissions.map((submission) => submission.unit.name));
}

/** The order for a dossier whose submissions have no rows: which files they are in, and where. */
function orderFor(
  { unit, submissions, superseded, unjudged }: Dossier,
  results: readonly Validated[],
  absolute: ReadonlyMap<string, string>,
): UnitOrder {
  const files = results.toSorted((one, other) => byCodeUnit(one.file, other.file));
  const places = new Map<Submission, SubmissionPlace>();
  for (const [file, result] of files.entries())
    for (const [submission, one] of result.submissions.entries()) places.set(one, { file, submission });
  const placeOf = (one: Submission): readonly SubmissionPlace[] => {
    const place = places.get(one);
    return place === undefined ? [] : [place];
  };
  return {
    unit,
    submissions: submissions.flatMap(placeOf),
    superseded: superseded.flatMap(placeOf),
    unjudged: unjudged.flatMap(placeOf),
    files: files.map(({ file, sha256 }) => ({ path: file, absolute: absolute.get(file) ?? '', sha256 })),
  };
}

/** The units' parts with the findings of the batch rules among theirs; units that have nothing else come last. */
function withBatch(
  parts: readonly UnitPart<Kept>[],
  batch: Checked,
  results: readonly Validated[],
  { rules, spool }: { readonly rules: readonly Rule[]; readonly spool: Spool },
): readonly UnitPart<Kept>[] {
  const byUnit = groupBy(batch.findings, ({ unit }) => unit);
  if (byUnit.size === 0) return parts;
  const resultsOf = resultsByUnit(results);
  const own = parts.map((part) => {
    const more = byUnit.get(part.unit);
    byUnit.delete(part.unit);
    if (more === undefined) return part;
    const explanations = (resultsOf.get(part.unit) ?? []).map((result) => result.explanations);
    const { counts, pieces, ...rest } = withBatchFindings(part, more, explanations, rules);
    return {
      ...rest,
      counts: spool.put(counts),
      lists: { ...part.lists, findings: piecesWithBytes(pieces, spool.put) },
    };
  });
  const others = [...byUnit].map(([unit, findings]) =>
    withBytes(partOfFindings(unit, findings, rules), spool.put),
  );
  return [...own, ...others];
}
