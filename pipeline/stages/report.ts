import { optionsOf } from '../../rules/option.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Roster } from '../model/dossier.ts';
import { percent, pointsApart } from '../model/money.ts';
import { optionText } from '../model/option.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Day, monthOf, type Period } from '../model/period.ts';
import {
  type Amounts,
  type Failure,
  type LongList,
  type LongListing,
  type RuleResult,
  type RunReport,
  reportSchemaName,
  type StoredReport,
  type SubmissionSummary,
  type TrendPoint,
  type UnitSummary,
} from '../model/report.ts';
import { type LampThresholds, progressOf } from '../model/spending.ts';
import type { Kept } from '../model/spool.ts';
import type { Submission } from '../model/submission.ts';
import type { Language, Text } from '../model/text.ts';
import { progressDue } from '../model/time-progress.ts';
import type { Policy } from '../policy/policy.ts';
import { whyNotApplied } from '../policy/why-not-applied.ts';
import type { Validated } from '../validate.ts';
import type { Checked, Counts } from './check.ts';
import type { Gathered } from './gather.ts';
import { lampThresholds } from './thresholds.ts';
import { trendOf } from './trend.ts';
import {
  countsIn,
  type FindingCounts,
  joinedSpending,
  noFindings,
  noSpending,
  type Spending,
  summedCounts,
  thingAt,
  thingsOf,
  type UnitPart,
} from './unit-part.ts';

/** Everything a report is put together from. */
export interface ReportParts {
  readonly period: Period;
  readonly asOf: Day;
  readonly engine: string;
  readonly ruleSet: string;
  readonly lang: Language;
  readonly policy: Policy;
  readonly rules: readonly Rule[];
  readonly roster: Roster | null;
  readonly previousPeriod: Period | null;
  /** What the previous run knew of the months of the year. */
  readonly earlier: readonly TrendPoint[];
  readonly results: readonly Validated[];
  readonly gathered: Gathered;
  /** What each unit adds to it, in the order of the dossiers; units without a dossier last. */
  readonly units: readonly UnitPart<Kept>[];
  /** What the batch rules said; their findings are among those of the units. */
  readonly batch: Checked;
  readonly failures: readonly Failure[];
  readonly passedOver: number;
}

/** Puts the report together: everything the outputs will say, in an order that depends on nothing but the input. */
export function reportOf(parts: ReportParts): StoredReport {
  const timeProgress = parts.policy.timeProgress(parts.period);
  const lamps = lampThresholds(parts.rules, parts.policy);
  const failures = [
    ...parts.failures,
    ...parts.units.flatMap((unit) => unit.failures),
    ...parts.batch.failures,
  ];
  const units = unitSummaries(parts, timeProgress, lamps);
  const total = amountsOf(joinedSpending(parts.units.map((unit) => unit.spending)), timeProgress, lamps);
  const refused = parts.results.filter((result) => result.refusal !== null).length;
  const count = (level: keyof FindingCounts) =>
    parts.units.reduce((sum, unit) => sum + unit.findings[level], 0);
  const counts = summedCounts([countsIn(parts.units, parts.rules), parts.batch.counts]);
  const senders = sendersOf(parts.gathered);
  const list = <L extends LongList>(name: L) => listing(name, parts.units);
  return {
    schema: reportSchemaName,
    run: {
      period: parts.period,
      asOf: parts.asOf,
      engine: parts.engine,
      ruleSet: parts.ruleSet,
      policy: { name: parts.policy.name, overrides: { ...parts.policy.overrides } },
      lang: parts.lang,
      timeProgress,
      curves: parts.policy.curves(parts.period).map((curve) => ({
        ...curve,
        projects: projectsOn(curve.name, parts),
      })),
      previous: parts.previousPeriod,
      roster: parts.roster !== null,
      office: parts.policy.office,
    },
    summary: {
      files: parts.results.length,
      refused,
      submissions: parts.results.reduce((sum, result) => sum + result.submissions.length, 0),
      units: units.length,
      owed: parts.roster === null ? null : parts.roster.filter((unit) => unit.owes.length > 0).length,
      passedUnits: units.filter((unit) => unit.state === 'passed').length,
      returnedUnits: units.filter((unit) => unit.state === 'returned').length,
      explainUnits: units.filter((unit) => unit.state === 'explain').length,
      missingUnits: units.filter((unit) => unit.state === 'missing').length,
      findings: { error: count('error'), warning: count('warning'), notice: count('notice') },
      undecidable: count('undecidable'),
      failures: failures.length,
      passedOver: parts.passedOver,
      total,
      sentence: sentenceOf(parts.period, total, units),
    },
    units,
    submissions: parts.results.flatMap((result) =>
      submissionSummaries(result, parts.gathered, senders.get(result.file) ?? ''),
    ),
    // By unit in the order of names, whatever the roster's is.
    findings: listing(
      'findings',
      parts.units.toSorted((one, other) => byCodeUnit(one.unit, other.unit)),
    ),
    rules: parts.rules.map((rule) => ruleResult(rule, parts, counts.get(rule.meta.id))),
    progress: list('progress'),
    guarantees: list('guarantees'),
    directFunds: list('directFunds'),
    balances: list('balances'),
    trend: trendOf({
      period: parts.period,
      units,
      told: parts.units.flatMap((unit) => unit.months),
      earlier: parts.earlier,
      timeProgress,
      lamps,
    }),
    annex: list('annex'),
    failures,
  };
}

function projectsOn(curve: string | null, { units }: ReportParts): number {
  const own = units.flatMap((unit) => unit.curves).filter(([name]) => name === curve);
  return own.reduce((sum, [, projects]) => sum + projects, 0);
}

/** A long list of the report out of the units' pieces of it. */
function listing<L extends LongList>(
  name: L,
  units: readonly UnitPart<Kept>[],
): LongListing<RunReport[L][number]> {
  const pieces = units.flatMap((unit) => unit.lists[name]);
  let at: ((index: number) => RunReport[L][number] | undefined) | null = null;
  return {
    length: pieces.reduce((sum, piece) => sum + piece.count, 0),
    [Symbol.iterator]: () => thingsOf(name, pieces),
    at(index) {
      at ??= thingAt(name, pieces);
      return at(index);
    },
    *printed() {
      for (const { things, masked } of pieces) yield (masked ?? things).look();
    },
  };
}

/**
 * Sums over projects: ΣE/ΣB, never the mean of rates. Time progress is what the projects' own curves have due, over
 * their budgets.
 */
function amountsOf(spending: Spending, general: number, lamps: LampThresholds): Amounts {
  const { sums, withReleased, withPlanned, due } = spending;
  const { share: timeProgress } = progressDue(due, { share: general, curve: null });
  const { rate, gap, lamp } = progressOf(sums, timeProgress, lamps);
  const { allotmentRate, releaseRate } = progressOf(withReleased, timeProgress, lamps);
  const { variance } = progressOf(withPlanned, timeProgress, lamps);
  return { ...sums, rate, allotmentRate, releaseRate, gap, variance, lamp, timeProgress };
}

function unitSummaries(parts: ReportParts, timeProgress: number, lamps: LampThresholds): UnitSummary[] {
  const { dossiers, files } = parts.gathered;
  const roster = new Map((parts.roster ?? []).map((unit) => [unit.name, unit]));
  const names = new Set([
    ...(parts.roster ?? []).filter((unit) => unit.owes.length > 0).map((unit) => unit.name),
    ...dossiers.map((dossier) => dossier.unit),
    ...files.flatMap((file) => file.units),
  ]);
  const dossierOf = new Map(dossiers.map((dossier) => [dossier.unit, dossier]));
  const partOf = new Map(parts.units.map((part) => [part.unit, part]));
  const filesOf = new Map<string, number>();
  for (const unit of files.flatMap((file) => [...new Set(file.units)]))
    filesOf.set(unit, (filesOf.get(unit) ?? 0) + 1);
  return [...names].map((name): UnitSummary => {
    const dossier = dossierOf.get(name);
    const part = partOf.get(name);
    const templates = [
      ...new Set(
        [...(dossier?.submissions ?? []), ...(dossier?.unjudged ?? [])].map((one) => one.template.id),
      ),
    ];
    const owed = [...(roster.get(name)?.owes ?? [])];
    const handedIn = filesOf.get(name) ?? 0;
    const spending = part?.spending ?? noSpending;
    const { error, warning, notice, undecidable } = part?.findings ?? noFindings;
    return {
      ...amountsOf(spending, timeProgress, lamps),
      unit: name,
      code: roster.get(name)?.code ?? null,
      // A unit that we failed to judge is none that passed.
      state: stateOf(handedIn, dossier !== undefined && part?.isJudged === true, error, warning),
      files: handedIn,
      templates,
      owed,
      missing: owed.filter((template) => !templates.includes(template)),
      answerBy: parts.policy.answerBy(parts.asOf) ?? nextDueDay(roster.get(name), parts),
      projects: spending.projects,
      errors: error,
      warnings: warning,
      notices: notice,
      undecidable,
    };
  });
}

/** The next day after the run on which something of the unit is due; null without a roster, or when all days are past. */
function nextDueDay(unit: Roster[number] | undefined, { policy, period, asOf }: ReportParts): Day | null {
  const days = (unit?.owes ?? []).map((template) => policy.dueDay(template, period, unit?.dueDay ?? null));
  return days.filter((day) => day > asOf).toSorted(byCodeUnit)[0] ?? null;
}

function stateOf(files: number, isRead: boolean, errors: number, warnings: number): UnitSummary['state'] {
  if (files === 0) return 'missing';
  if (!isRead) return 'unread';
  if (errors > 0) return 'returned';
  return warnings > 0 ? 'explain' : 'passed';
}

/** Whose a file is, where it is one unit's: also of a file that could not be read its folder and name may say so. */
function sendersOf({ files }: Gathered): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ file, units: [unit, ...others] }) =>
      unit === undefined || others.length > 0 ? [] : [[file, unit] as const],
    ),
  );
}

/** @param sender whose the file is, where its sheets do not say */
function submissionSummaries(result: Validated, gathered: Gathered, sender: string): SubmissionSummary[] {
  const nothing = {
    sheet: null,
    template: null,
    score: null,
    unit: sender,
    period: null,
    amountUnit: null,
    rows: 0,
    refusal: null,
    note: null,
  };
  if (result.refusal !== null) {
    const { code, message } = result.refusal;
    return [
      { ...nothing, file: result.file, sha256: result.sha256, status: 'refused', refusal: { code, message } },
    ];
  }
  const read = result.submissions.map((submission, index): SubmissionSummary => {
    const aside = gathered.superseded.has(submission);
    return {
      file: submission.file,
      sha256: submission.sha256,
      sheet: submission.sheet,
      template: submission.template.id,
      score: submission.score,
      unit: submission.unit.name,
      period: submission.period.period,
      amountUnit: submission.amountUnit.unit,
      rows: result.rowCounts[index] ?? 0,
      status: aside ? 'superseded' : 'checked',
      refusal: null,
      note: aside ? whyAside(submission, gathered) : null,
    };
  });
  const passedOver = result.passedOver.map(
    (sheet): SubmissionSummary => ({
      ...nothing,
      file: result.file,
      sha256: result.sha256,
      sheet,
      status: 'passed over',
      note: passedOverNote,
    }),
  );
  return [...read, ...passedOver];
}

/** A copy of a file that counts, or an earlier version of one. */
function whyAside({ file, sha256, unit }: Submission, { dossiers }: Gathered): Text {
  const counting = dossiers.find((dossier) => dossier.unit === unit.name)?.submissions ?? [];
  const twin = counting.find((other) => other.sha256 === sha256 && other.file !== file);
  return twin === undefined
    ? supersededNote
    : { zh: `与《${twin.file}》内容相同，只核验一份`, en: `the same content as ${twin.file}, checked once` };
}

const supersededNote: Text = {
  zh: '同一单位同一报表有更晚的一份，以后者为准',
  en: 'a later file of the same unit and template counts',
};
const passedOverNote: Text = { zh: '不是已知报表，未核验', en: 'not a known template, not checked' };

function ruleResult(
  rule: Rule,
  { policy, period, lang }: ReportParts,
  counts: Counts = { pass: 0, fail: 0, undecidable: 0, notApplicable: 0, error: 0 },
): RuleResult {
  const settings = policy.ruleSettings(rule);
  return {
    id: rule.meta.id,
    title: rule.meta.title,
    group: rule.meta.group,
    severity: settings.severity ?? rule.meta.severity,
    basis: { source: rule.meta.basis.source, why: rule.meta.basis.why },
    options: { ...settings.options },
    thresholds: optionsOf(rule).map(({ name, meaning: { unit, zh, en } }) => ({
      name,
      meaning: { zh, en },
      shown: optionText(settings.options[name], unit),
    })),
    off: whyNotApplied(settings, period)?.[lang] ?? null,
    ...counts,
  };
}

/** The one sentence a chief reads: overall progress against time, and how many units are behind. */
function sentenceOf(period: Period, total: Amounts, units: readonly UnitSummary[]): Text {
  const month = monthOf(period);
  const behind = units.filter(
    ({ rate, timeProgress }) => rate !== null && pointsApart(rate, timeProgress) < 0,
  ).length;
  if (total.rate === null) {
    return {
      zh: `截至${month}月底，没有可以计算支出进度的数据。`,
      en: `By the end of month ${month} there are no figures to compute progress from.`,
    };
  }
  const rate = percent(total.rate, 1);
  const time = percent(total.timeProgress, 1);
  const apart = pointsApart(total.rate, total.timeProgress);
  const gap = Math.abs(apart).toFixed(1);
  const zhGap =
    apart < 0
      ? `低于序时进度（${time}）${gap} 个百分点`
      : apart > 0
        ? `高于序时进度（${time}）${gap} 个百分点`
        : `与序时进度（${time}）持平`;
  const enGap =
    apart < 0
      ? `${gap} percentage points behind time progress (${time})`
      : apart > 0
        ? `${gap} percentage points ahead of time progress (${time})`
        : `on time progress (${time})`;
  return {
    zh: `截至${month}月底，支出进度 ${rate}，${zhGap}；低于序时进度的单位 ${behind} 家。`,
    en: `By the end of month ${month}, ${rate} of the budget was spent, ${enGap}; ${behind} ${behind === 1 ? 'unit is' : 'units are'} behind.`,
  };
}
