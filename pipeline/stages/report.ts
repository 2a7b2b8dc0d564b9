import { optionsOf } from '../../rules/option.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Roster } from '../model/dossier.ts';
import { groupBy } from '../model/group-by.ts';
import { percent, points } from '../model/money.ts';
import { optionText } from '../model/option.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Day, monthOf, type Period } from '../model/period.ts';
import {
  type Amounts,
  type Failure,
  type Finding,
  type ProgressRow,
  type RuleResult,
  type RunReport,
  reportSchemaName,
  type SubmissionSummary,
  type TrendPoint,
  type UnitSummary,
} from '../model/report.ts';
import { type LampThresholds, progressOf } from '../model/spending.ts';
import type { Submission } from '../model/submission.ts';
import type { Language, Text } from '../model/text.ts';
import { jointTimeProgress } from '../model/time-progress.ts';
import type { Policy } from '../policy/policy.ts';
import { whyNotApplied } from '../policy/why-not-applied.ts';
import type { Validated } from '../validate.ts';
import type { Checked, Counts } from './check.ts';
import type { Gathered } from './gather.ts';
import type { UnitResult } from './judge-unit.ts';
import { settle } from './settle.ts';
import { lampThresholds } from './thresholds.ts';
import { trendOf } from './trend.ts';

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
  /** What each unit came to, in the order of the dossiers. */
  readonly units: readonly UnitResult[];
  /** What the batch rules said. */
  readonly batch: Checked;
  readonly failures: readonly Failure[];
  readonly passedOver: number;
}

/** Puts the report together: everything the outputs will say, in an order that depends on nothing but the input. */
export function reportOf(parts: ReportParts): RunReport {
  const timeProgress = parts.policy.timeProgress(parts.period);
  const lamps = lampThresholds(parts.rules, parts.policy);
  // What was set aside is not judged: its findings would send back a file that no longer counts.
  const ofTables = parts.results.flatMap((result) =>
    result.checked.filter((_, index) => !isSuperseded(result.submissions[index], parts.gathered)),
  );
  const ofUnits = parts.units.map((unit) => unit.checked);
  const allChecked = settle([...ofTables, ...ofUnits, parts.batch], parts.rules);
  const findings = withDistinctKeys(
    allChecked
      .flatMap((one) => one.findings)
      .toSorted((one, other) => compareFindings(one, other, parts.rules)),
  );
  const failures = [...parts.failures, ...allChecked.flatMap((one) => one.failures)];
  const progress = parts.units.flatMap((unit) => unit.progress);
  const units = unitSummaries(parts, findings, progress, timeProgress, lamps);
  const total = amountsOf(progress, timeProgress, lamps);
  const refused = parts.results.filter((result) => result.refusal !== null).length;
  const failing = findings.filter((finding) => finding.status === 'fail');
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
        projects: progress.filter((row) => row.curve === curve.name).length,
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
      findings: {
        error: count(failing, 'error'),
        warning: count(failing, 'warning'),
        notice: count(failing, 'notice'),
      },
      undecidable: findings
        .filter((finding) => finding.status === 'undecidable')
        .reduce((sum, finding) => sum + finding.count, 0),
      failures: failures.length,
      passedOver: parts.passedOver,
      total,
      sentence: sentenceOf(parts.period, total, units),
    },
    units,
    submissions: parts.results.flatMap((result) => submissionSummaries(result, parts.gathered)),
    findings,
    rules: parts.rules.map((rule) => ruleResult(rule, parts, allChecked)),
    progress,
    guarantees: parts.units.flatMap((unit) => unit.guarantees),
    directFunds: parts.units.flatMap((unit) => unit.directFunds),
    balances: parts.units.flatMap((unit) => unit.balances),
    trend: trendOf({
      period: parts.period,
      units,
      told: parts.units.flatMap((unit) => unit.months),
      earlier: parts.earlier,
      timeProgress,
      lamps,
    }),
    annex: parts.units.flatMap((unit) => unit.annex ?? []),
    failures,
  };
}

function isSuperseded(submission: Submission | undefined, gathered: Gathered): boolean {
  return submission !== undefined && gathered.superseded.has(submission);
}

const severityOrder = { error: 0, warning: 1, notice: 2 } as const;

/** By unit, then the gravest first, then in the order of the catalogue, then where it stands. */
function compareFindings(one: Finding, other: Finding, rules: readonly Rule[]): number {
  const rank = rankOf(rules);
  const place = (finding: Finding) => finding.where[0];
  return (
    byCodeUnit(one.unit, other.unit) ||
    (one.status === other.status ? 0 : one.status === 'fail' ? -1 : 1) ||
    severityOrder[one.severity] - severityOrder[other.severity] ||
    (rank.get(one.rule) ?? 0) - (rank.get(other.rule) ?? 0) ||
    byCodeUnit(place(one)?.file ?? '', place(other)?.file ?? '') ||
    byCodeUnit(place(one)?.sheet ?? '', place(other)?.sheet ?? '') ||
    rowOf(place(one)?.cell) - rowOf(place(other)?.cell) ||
    byCodeUnit(place(one)?.cell ?? '', place(other)?.cell ?? '') ||
    byCodeUnit(one.key, other.key)
  );
}

const ranks = new WeakMap<readonly Rule[], ReadonlyMap<string, number>>();

function rankOf(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const known = ranks.get(rules);
  if (known !== undefined) return known;
  const rank = new Map(rules.map(({ meta }, index) => [meta.id, index]));
  ranks.set(rules, rank);
  return rank;
}

function rowOf(cell: string | null | undefined): number {
  return Number(/\d+/.exec(cell ?? '')?.[0] ?? 0);
}

/** Findings alike in rule, unit, project and measure are told apart by their number. */
function withDistinctKeys(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const number = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, number);
    return number === 1 ? finding : { ...finding, key: `${finding.key}#${number}` };
  });
}

/**
 * Sums over projects: ΣE/ΣB, never the mean of rates. A sum without any figure is null. Time progress is what the
 * projects' own curves have due, over their budgets.
 */
function amountsOf(rows: readonly ProgressRow[], general: number, lamps: LampThresholds): Amounts {
  const { share: timeProgress } = jointTimeProgress(
    rows.map((row) => ({
      timeProgress: { share: row.timeProgress, curve: row.curve },
      weight: row.budget ?? 0,
    })),
    { share: general, curve: null },
  );
  const sums = {
    budget: sum(rows, 'budget'),
    released: sum(rows, 'released'),
    planned: sum(rows, 'planned'),
    spent: sum(rows, 'spent'),
  };
  return { ...sums, ...progressOf(sums, timeProgress, lamps), timeProgress };
}

function sum(rows: readonly ProgressRow[], item: 'budget' | 'released' | 'planned' | 'spent'): number | null {
  const figures = rows.map((row) => row[item]).filter((figure) => figure !== null);
  return figures.length === 0 ? null : figures.reduce((total, figure) => total + figure, 0);
}

function unitSummaries(
  parts: ReportParts,
  findings: readonly Finding[],
  progress: readonly ProgressRow[],
  timeProgress: number,
  lamps: LampThresholds,
): UnitSummary[] {
  const { dossiers, files } = parts.gathered;
  const roster = new Map((parts.roster ?? []).map((unit) => [unit.name, unit]));
  const names = new Set([
    ...(parts.roster ?? []).filter((unit) => unit.owes.length > 0).map((unit) => unit.name),
    ...dossiers.map((dossier) => dossier.unit),
    ...files.flatMap((file) => file.units),
  ]);
  const dossierOf = new Map(dossiers.map((dossier) => [dossier.unit, dossier]));
  const findingsOf = groupBy(findings, ({ unit }) => unit);
  const rowsOf = groupBy(progress, ({ unit }) => unit);
  const filesOf = new Map<string, number>();
  for (const unit of files.flatMap((file) => [...new Set(file.units)]))
    filesOf.set(unit, (filesOf.get(unit) ?? 0) + 1);
  return [...names].map((name): UnitSummary => {
    const dossier = dossierOf.get(name);
    const own = findingsOf.get(name) ?? [];
    const failing = own.filter((finding) => finding.status === 'fail');
    const templates = [
      ...new Set(
        [...(dossier?.submissions ?? []), ...(dossier?.unjudged ?? [])].map((one) => one.template.id),
      ),
    ];
    const owed = [...(roster.get(name)?.owes ?? [])];
    const handedIn = filesOf.get(name) ?? 0;
    const rows = rowsOf.get(name) ?? [];
    const errors = count(failing, 'error');
    const warnings = count(failing, 'warning');
    return {
      ...amountsOf(rows, timeProgress, lamps),
      unit: name,
      code: roster.get(name)?.code ?? null,
      state: stateOf(handedIn, dossier !== undefined, errors, warnings),
      files: handedIn,
      templates,
      owed,
      missing: owed.filter((template) => !templates.includes(template)),
      answerBy: parts.policy.answerBy(parts.asOf) ?? nextDueDay(roster.get(name), parts),
      projects: rows.length,
      errors,
      warnings,
      notices: count(failing, 'notice'),
      undecidable: own
        .filter((finding) => finding.status === 'undecidable')
        .reduce((total, finding) => total + finding.count, 0),
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

function submissionSummaries(result: Validated, gathered: Gathered): SubmissionSummary[] {
  const nothing = {
    sheet: null,
    template: null,
    score: null,
    unit: '',
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
      note: aside ? supersededNote : null,
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

const supersededNote: Text = {
  zh: '同一单位同一报表有更晚的一份，以后者为准',
  en: 'a later file of the same unit and template counts',
};
const passedOverNote: Text = { zh: '不是已知报表，未核验', en: 'not a known template, not checked' };

function ruleResult(
  rule: Rule,
  { policy, period, lang }: ReportParts,
  checked: readonly Checked[],
): RuleResult {
  const settings = policy.ruleSettings(rule);
  const total = { pass: 0, fail: 0, undecidable: 0, notApplicable: 0, error: 0 };
  for (const { counts } of checked) {
    const more: Counts | undefined = counts.get(rule.meta.id);
    if (more === undefined) continue;
    total.pass += more.pass;
    total.fail += more.fail;
    total.undecidable += more.undecidable;
    total.notApplicable += more.notApplicable;
    total.error += more.error;
  }
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
    ...total,
  };
}

/** The one sentence a chief reads: overall progress against time, and how many units are behind. */
function sentenceOf(period: Period, total: Amounts, units: readonly UnitSummary[]): Text {
  const month = monthOf(period);
  const behind = units.filter((unit) => unit.gap !== null && unit.gap < -1e-9).length;
  if (total.rate === null || total.gap === null) {
    return {
      zh: `截至${month}月底，没有可以计算支出进度的数据。`,
      en: `By the end of month ${month} there are no figures to compute progress from.`,
    };
  }
  const rate = percent(total.rate, 1);
  const time = percent(total.timeProgress, 1);
  const gap = points(Math.abs(total.gap), 1);
  const zhGap =
    total.gap < -1e-9
      ? `低于序时进度（${time}）${gap} 个百分点`
      : total.gap > 1e-9
        ? `高于序时进度（${time}）${gap} 个百分点`
        : `与序时进度（${time}）持平`;
  const enGap =
    total.gap < -1e-9
      ? `${gap} percentage points behind time progress (${time})`
      : total.gap > 1e-9
        ? `${gap} percentage points ahead of time progress (${time})`
        : `on time progress (${time})`;
  return {
    zh: `截至${month}月底，支出进度 ${rate}，${zhGap}；低于序时进度的单位 ${behind} 家。`,
    en: `By the end of month ${month}, ${rate} of the budget was spent, ${enGap}; ${behind} ${behind === 1 ? 'unit is' : 'units are'} behind.`,
  };
}

function count(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
