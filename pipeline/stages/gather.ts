import type { HandedIn } from '../../rules/rule.ts';
import { budgetBalanceOf } from '../model/budget-balance.ts';
import type { Dossier, PreviousUnit, Roster } from '../model/dossier.ts';
import { groupBy } from '../model/group-by.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Period } from '../model/period.ts';
import { isUnjudged, type Submission } from '../model/submission.ts';
import { byVersion, filledInOn } from '../model/version.ts';
import { unitsIn } from '../policy/match-unit.ts';
import type { Validated } from '../validate.ts';

/** Files become dossiers: everything of one unit together, what counts and what is set aside decided by rule. */
export interface Gathered {
  /** By unit name, those of the roster first and in its order. */
  readonly dossiers: readonly Dossier[];
  readonly files: readonly HandedIn[];
  /** Submissions that are set aside. */
  readonly superseded: ReadonlySet<Submission>;
}

export function gather(
  results: readonly Validated[],
  period: Period,
  roster: Roster | null,
  previous: ReadonlyMap<string, PreviousUnit>,
): Gathered {
  const byUnit = groupBy(
    results.flatMap((result) => result.submissions),
    (submission) => submission.unit.name,
  );
  const dossiers = inOrder([...byUnit.keys()], roster).map((unit) =>
    dossierFrom(unit, byUnit.get(unit) ?? [], period, previous.get(unit) ?? null),
  );
  return {
    dossiers,
    files: results.map((result) => handedIn(result, roster)),
    superseded: new Set(dossiers.flatMap((dossier) => dossier.superseded)),
  };
}

/** A unit's submissions for one period. */
export function dossierFrom(
  unit: string,
  submissions: readonly Submission[],
  period: Period,
  previous: PreviousUnit | null,
): Dossier {
  const all = submissions.toSorted(bySheet);
  const dated = all.filter((submission) => !isUnjudged(submission));
  const counting = new Set(whichCount(dated, period));
  return {
    unit,
    period,
    submissions: thoseOf(dated, (submission) => counting.has(submission)),
    superseded: thoseOf(dated, (submission) => !counting.has(submission)),
    unjudged: thoseOf(all, isUnjudged),
    previous,
  };
}

/** Some of a few things. A list made by `filter` has room for more, and there are lists of every unit of a province. */
function thoseOf<T>(things: readonly T[], isOne: (thing: T) => boolean): readonly T[] {
  if (things.every(isOne)) return things;
  const those = things.filter(isOne);
  return those.length === 0 ? nothing : those;
}

const nothing: readonly never[] = [];

/**
 * Of several files of a unit with the same table, the latest counts: by the date of filling in where all state one,
 * else the last version by file name. Identical files count once. Forms with one project a sheet are each about that project,
 * budget balances about their year: last year's final accounts do not replace this year's budget.
 */
function whichCount(submissions: readonly Submission[], period: Period): readonly Submission[] {
  const groups = new Map<string, Submission[]>();
  for (const submission of submissions) {
    const key = `${submission.template.id}\n${subjectOf(submission, period)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [submission]);
    else group.push(submission);
  }
  return [...groups.values()].flatMap((group) => {
    const files = [...new Set(group.map((one) => one.file))];
    if (files.length < 2) return group;
    const latest = latestFile(group, files);
    return group.filter((one) => one.file === latest);
  });
}

function subjectOf(submission: Submission, period: Period): string {
  const balance = budgetBalanceOf(submission, period);
  if (balance !== null) return `${balance.year} ${balance.basis ?? ''}`;
  const project = submission.form.values.projectName;
  return typeof project === 'string' ? project : '';
}

function latestFile(group: readonly Submission[], files: readonly string[]): string | undefined {
  const dated = files.map((file) => {
    const submission = group.find((one) => one.file === file);
    return { file, date: submission === undefined ? null : filledInOn(submission) };
  });
  const allDated = dated.every(({ date }) => date !== null);
  return dated
    .toSorted(
      (one, other) =>
        (allDated ? byCodeUnit(one.date ?? '', other.date ?? '') : 0) || byVersion(one.file, other.file),
    )
    .at(-1)?.file;
}

/** What became of a file; whose it is, by its submissions or, when there are none, by its name and folders. */
function handedIn(result: Validated, roster: Roster | null): HandedIn {
  const stated = [
    ...new Set(result.submissions.map((submission) => submission.unit.name).filter((name) => name !== '')),
  ];
  const named =
    stated.length > 0 || roster === null
      ? stated
      : unitsIn(result.file, roster)
          .slice(0, 1)
          .map((unit) => unit.name);
  return {
    file: result.file,
    sha256: result.sha256,
    units: named,
    refusal: result.refusal,
    unrecognised: result.unrecognised,
  };
}

function inOrder(units: readonly string[], roster: Roster | null): readonly string[] {
  const rank = new Map((roster ?? []).map((unit, index) => [unit.name, index]));
  return units.toSorted(
    (one, other) =>
      (rank.get(one) ?? Number.MAX_SAFE_INTEGER) - (rank.get(other) ?? Number.MAX_SAFE_INTEGER) ||
      byCodeUnit(one, other),
  );
}

function bySheet(one: Submission, other: Submission): number {
  return (
    byCodeUnit(one.template.id, other.template.id) ||
    byCodeUnit(one.file, other.file) ||
    byCodeUnit(one.sheet, other.sheet)
  );
}
