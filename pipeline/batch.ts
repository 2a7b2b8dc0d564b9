import pLimit from 'p-limit';
import type { Rule } from '../rules/rule.ts';
import { engineVersion, ruleSetHash } from './engine.ts';
import { isPassedOver, openSource } from './formats/index.ts';
import type { PreviousUnit, Roster } from './model/dossier.ts';
import { byCodeUnit } from './model/order.ts';
import type { Day, Period } from './model/period.ts';
import { isRefusal } from './model/refusal.ts';
import type { Failure, RunReport } from './model/report.ts';
import type { SourceFile } from './model/source-file.ts';
import type { Language, Text } from './model/text.ts';
import type { Policy } from './policy/policy.ts';
import { checkBatch, checkDossier } from './stages/check.ts';
import type { Discovered, FoundFile } from './stages/discover.ts';
import { gather } from './stages/gather.ts';
import { withExplanations } from './stages/read-returned.ts';
import { reportOf } from './stages/report.ts';
import type { Vocabulary } from './stages/vocabulary.ts';
import { type Desk, type Validated, validate } from './validate.ts';

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
}

/** What is known of the run before: cumulative figures by unit. */
export interface PreviousRun {
  readonly period: Period;
  readonly units: ReadonlyMap<string, PreviousUnit>;
}

/** How many files are open at once: enough to keep reading while one is judged. */
const openAtOnce = 4;

/** Many files, from discovery to report: validate each → gather by unit → check units and batch → report. */
export async function runBatch(
  request: BatchRequest,
): Promise<{ readonly report: RunReport; readonly passedOver: Discovered['passedOver'] }> {
  const { period, asOf, policy, rules, roster } = request;
  const previous = request.previous?.units ?? new Map<string, PreviousUnit>();
  const desk: Desk = { ...request, previous };
  const failures: Failure[] = [];
  const passedOver: { path: string; reason: Text }[] = [...request.discovered.passedOver];

  const limit = pLimit(openAtOnce);
  let done = 0;
  const read = await Promise.all(
    request.discovered.files.map((file) =>
      limit(async () => {
        request.signal?.throwIfAborted();
        const result = await validateFile(file, desk, failures, passedOver);
        done += 1;
        request.onFile?.(done, file.path);
        return result;
      }),
    ),
  );
  const results = read
    .filter((result) => result !== null)
    .toSorted((one, other) => byCodeUnit(one.file, other.file));

  const gathered = gather(results, period, roster, previous);
  const circumstances = { period, asOf, timeProgress: policy.timeProgress(period) };
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
    results,
    gathered,
    checked,
    failures: failures.toSorted((one, other) => byCodeUnit(one.file ?? '', other.file ?? '')),
    passedOver: passedOver.length,
  });
  const explanations = results.map((result) => result.explanations);
  return { report: withExplanations(report, explanations), passedOver };
}

/** One file to its result; null when it turned out to be no file to read. A fault of ours is noted, and the batch goes on. */
async function validateFile(
  file: FoundFile,
  desk: Desk,
  failures: Failure[],
  passedOver: { path: string; reason: Text }[],
): Promise<Validated | null> {
  const opened = await openSource(file.absolute, file.path).catch((error: unknown) => error);
  if (!isOpened(opened)) {
    failures.push({ stage: 'open', rule: null, file: file.path, message: describe(opened) });
    return null;
  }
  if (isPassedOver(opened)) {
    passedOver.push({ path: opened.path, reason: opened.reason });
    return null;
  }
  if (isRefusal(opened)) {
    return {
      file: file.path,
      sha256: '',
      refusal: opened,
      submissions: [],
      checked: [],
      unrecognised: [],
      passedOver: [],
      explanations: new Map(),
    };
  }
  return await validateSource(opened, desk, failures);
}

async function validateSource(
  source: SourceFile,
  desk: Desk,
  failures: Failure[],
): Promise<Validated | null> {
  try {
    return await validate(source, desk);
  } catch (error) {
    // A bug of ours in one file must not cost the others their report; it is reported as what it is.
    failures.push({ stage: 'validate', rule: null, file: source.path, message: describe(error) });
    return null;
  }
}

function isOpened(opened: unknown): opened is Awaited<ReturnType<typeof openSource>> {
  return typeof opened === 'object' && opened !== null && !(opened instanceof Error);
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
