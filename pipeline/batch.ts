import pLimit from 'p-limit';
import type { Rule } from '../rules/rule.ts';
import { engineVersion, ruleSetHash } from './engine.ts';
import type { PreviousUnit, Roster } from './model/dossier.ts';
import { byCodeUnit } from './model/order.ts';
import type { Day, Period } from './model/period.ts';
import type { RunReport, TrendPoint } from './model/report.ts';
import type { Row } from './model/submission.ts';
import type { Language } from './model/text.ts';
import type { Policy } from './policy/policy.ts';
import type { PolicySettings } from './policy/settings.ts';
import { checkBatch, checkDossier } from './stages/check.ts';
import type { Discovered } from './stages/discover.ts';
import { gather } from './stages/gather.ts';
import { withExplanations } from './stages/read-returned.ts';
import { reportOf } from './stages/report.ts';
import type { Vocabulary } from './stages/vocabulary.ts';
import type { Desk } from './validate.ts';
import { checkFile, type FileOutcome } from './workers/check-file.ts';
import type { WorkerDesk } from './workers/messages.ts';
import { openPool, type PoolOptions } from './workers/pool.ts';

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
  /** Told after each file, for progress; never part of the result. */
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
  const desk: Desk = { ...request, previous };

  const outcomes = await checkAll(request, desk);
  const results = outcomes
    .map((outcome) => outcome.result)
    .filter((result) => result !== null)
    .toSorted((one, other) => byCodeUnit(one.file, other.file));
  const failures = outcomes.map((outcome) => outcome.failure).filter((failure) => failure !== null);
  const passedOver = [
    ...request.discovered.passedOver,
    ...outcomes.map((outcome) => outcome.passedOver).filter((file) => file !== null),
  ];

  const gathered = gather(results, period, roster, previous);
  const circumstances = {
    period,
    asOf,
    timeProgressOf: (row: Row) => policy.timeProgressOf(row, period),
  };
  const checked = [
    ...gathered.dossiers.map((dossier) => checkDossier(dossier, rules, policy, circumstances, roster)),
    checkBatch(
      {
        ...circumstances,
        dossiers: gathered.dossiers,
        roster,
        files: gathered.files,
        dueDay: (template, unit) => policy.dueDay(template, period, unit.dueDay),
      },
      rules,
      policy,
    ),
  ];
  const report = reportOf({
    ...request,
    engine: engineVersion,
    ruleSet: ruleSetHash(rules),
    previousPeriod: request.previous?.period ?? null,
    earlier: request.previous?.trend ?? [],
    results,
    gathered,
    checked,
    failures: failures.toSorted((one, other) => byCodeUnit(one.file ?? '', other.file ?? '')),
    passedOver: passedOver.length,
  });
  const explanations = results.map((result) => result.explanations);
  return { report: withExplanations(report, explanations), passedOver };
}

/** Gives every file's outcome in order; onto worker threads where the run asks for them, else in this one. */
async function checkAll(request: BatchRequest, desk: Desk): Promise<readonly FileOutcome[]> {
  const { workers = null, discovered, signal, onFile } = request;
  const pool = workers === null ? null : openPool({ ...plainDesk(desk), policy: workers.settings }, workers);
  const limit = pLimit(workers === null ? openAtOnce : workers.count);
  let done = 0;
  try {
    return await Promise.all(
      discovered.files.map((file) =>
        limit(async () => {
          signal?.throwIfAborted();
          const outcome = await (pool === null ? checkFile(file, desk) : pool.check(file));
          done += 1;
          onFile?.(done, file.path);
          return outcome;
        }),
      ),
    );
  } finally {
    await pool?.close();
  }
}

/** What of a desk can cross to another thread. */
function plainDesk({ roster, period, asOf, previous, passwords }: Desk): Omit<WorkerDesk, 'policy'> {
  return { roster, period, asOf, previous, passwords };
}
