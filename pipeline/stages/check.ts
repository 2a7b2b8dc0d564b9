import type { BatchContext, Circumstances, Context, Rule } from '../../rules/rule.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Period } from '../model/period.ts';
import type { Failure, Finding } from '../model/report.ts';
import type { Gap, ProjectName, Submission, Table } from '../model/submission.ts';
import type { TemplateId } from '../model/template.ts';
import type { Text } from '../model/text.ts';
import type { Fail, Later, Undecidable, Verdict } from '../model/verdict.ts';
import type { Policy } from '../policy/policy.ts';
import { whyNotApplied } from '../policy/why-not-applied.ts';
import { type Stretch, stretchesOf } from './long-rows.ts';
import { sentenceOf } from './sentence.ts';

/** What the rules said about one submission, one dossier or the batch. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** How often each rule answered what, by rule id. */
  readonly counts: ReadonlyMap<string, Counts>;
  readonly failures: readonly Failure[];
}

export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly undecidable: number;
  readonly notApplicable: number;
  readonly error: number;
}

/** Runs the table rules on one submission. */
export function checkSubmission(
  submission: Submission,
  rules: readonly Rule[],
  policy: Policy,
  circumstances: Omit<Circumstances, 'options'>,
  previous: Dossier['previous'] = null,
): Checked {
  const applicable = rulesFor('table', rules, [submission.template.id]);
  const { file, tables } = submission;
  const subject = { unit: submission.unit.name, file, tables: Object.values(tables) };
  return run(applicable, policy, circumstances.period, subject, (options) => ({
    ...circumstances,
    options,
    // The rule's own `needs` were just matched with the submission's template.
    submission: submission as never,
    previous,
  }));
}

/** Runs the unit rules on one dossier. */
export function checkDossier(
  dossier: Dossier,
  rules: readonly Rule[],
  policy: Policy,
  circumstances: Omit<Circumstances, 'options'>,
  roster: BatchContext['roster'],
): Checked {
  const applicable = rulesFor(
    'unit',
    rules,
    dossier.submissions.map(({ template }) => template.id),
  );
  const subject = { unit: dossier.unit, file: null, tables: [] };
  return run(applicable, policy, circumstances.period, subject, (options) => ({
    ...circumstances,
    options,
    dossier,
    roster,
  }));
}

/** Runs the batch rules on everything. */
export function checkBatch(
  batch: Omit<BatchContext, 'options'>,
  rules: readonly Rule[],
  policy: Policy,
): Checked {
  const applicable = rules.filter(({ meta }) => meta.scope === 'batch');
  const subject = { unit: '', file: null, tables: [] };
  return run(applicable, policy, batch.period, subject, (options) => ({ ...batch, options }));
}

/** Rules chosen before: units hand in the same few templates, and all are checked by one list of rules. */
const chosen = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>();

/** Rules of a scope that look at any of these templates. */
function rulesFor(
  scope: 'table' | 'unit',
  rules: readonly Rule[],
  templates: readonly TemplateId[],
): readonly Rule[] {
  const there = new Set<TemplateId>(templates);
  const byTemplates = chosen.get(rules) ?? new Map<string, readonly Rule[]>();
  chosen.set(rules, byTemplates);
  const key = [scope, ...there].join(' ');
  const before = byTemplates.get(key);
  if (before !== undefined) return before;
  const those = rules.filter(
    ({ meta }) =>
      meta.scope === scope && (meta.needs.length === 0 || meta.needs.some((template) => there.has(template))),
  );
  byTemplates.set(key, those);
  return those;
}

/** What rules are run on. */
interface Subject {
  readonly unit: string;
  readonly file: string | null;
  /** Tables that most of the rules go through row by row. */
  readonly tables: readonly Table[];
}

/**
 * Runs every rule to its end. Where a table is long the rules go through it side by side, a stretch of rows at a time:
 * each works until it looks beyond the stretch, and goes on when the next one is held.
 */
function run(
  rules: readonly Rule[],
  policy: Policy,
  period: Period,
  { unit, file, tables }: Subject,
  contextFor: (options: never) => Context,
): Checked {
  const runs: RuleRun[] = [];
  for (const rule of rules) {
    const settings = policy.ruleSettings(rule);
    if (whyNotApplied(settings, period) !== null) continue;
    const found = new FindingList(rule, unit, settings.severity);
    runs.push(new RuleRun(rule, contextFor(settings.options as never), found));
  }
  for (const { rows } of tables)
    for (const stretch of stretchesOf(rows)) for (const one of runs) one.goThrough(stretch);
  for (const one of runs) one.goThrough(null);
  return {
    findings: runs.flatMap(({ found }) => found.findings()),
    counts: new Map(runs.map(({ rule, counts }) => [rule.meta.id, counts])),
    failures: runs.flatMap(({ rule, error }) =>
      error === null ? [] : [{ stage: 'check', rule: rule.meta.id, file, message: error }],
    ),
  };
}

/** A rule at work: what it has found so far. */
class RuleRun {
  readonly rule: Rule;
  readonly found: FindingList;
  readonly counts = { pass: 0, fail: 0, undecidable: 0, notApplicable: 0, error: 0 };
  /** What went wrong in the rule itself; null as long as nothing has. */
  error: string | null = null;
  private readonly context: Context;
  private verdicts: Iterator<Verdict | Later> | null = null;
  private isDone = false;

  constructor(rule: Rule, context: Context, found: FindingList) {
    this.rule = rule;
    this.context = context;
    this.found = found;
  }

  /** Takes the rule's verdicts until it leaves the stretch; without one, to the end. */
  goThrough(stretch: Stretch | null): void {
    if (this.isDone) return;
    if (stretch !== null) stretch.wasLeft = false;
    try {
      this.verdicts ??= this.rule.check(this.context)[Symbol.iterator]();
      this.isDone = this.take(this.verdicts, stretch);
    } catch (error) {
      this.isDone = true;
      this.counts.error += 1;
      this.error = describe(error);
    }
  }

  /** Whether there are no more. */
  private take(verdicts: Iterator<Verdict | Later>, stretch: Stretch | null): boolean {
    while (stretch?.wasLeft !== true) {
      const next = verdicts.next();
      if (next.done === true) return true;
      const verdict = next.value;
      if (verdict.outcome === 'later') continue;
      this.counts[verdict.outcome] += 1;
      if (verdict.outcome === 'fail') this.found.addFail(verdict);
      else if (verdict.outcome === 'undecidable') this.found.addUndecidable(verdict);
    }
    return false;
  }
}

/** So many lines one rule gives one table, unit or batch: a mistake in every row of a ledger is no list of a million. */
const mostLines = 1000;

/** What one rule has to say, as lines of the report. Some stand for several verdicts, and count them. */
class FindingList {
  private readonly rule: Rule;
  private readonly unit: string;
  private readonly severity: Finding['severity'] | null;
  private readonly lines: { readonly finding: Finding; count: number; atStake: number }[] = [];
  /** Lines by what they stand for; null as long as there are none, as for most rules. */
  private known: Map<string, number> | null = null;

  constructor(rule: Rule, unit: string, severity: Finding['severity'] | null) {
    this.rule = rule;
    this.unit = unit;
    this.severity = severity;
  }

  /** Failures are listed one by one; beyond so many, those that say the same with other figures are counted. */
  addFail(verdict: Fail): void {
    const isListed = this.lines.length < mostLines;
    const kind = isListed ? null : `fail\n${verdict.message}\n${verdict.severity}\n${verdict.unit}`;
    this.add(kind, verdict.atStake ?? 0, () => {
      const finding = stampFail(this.rule, verdict, this.unit, this.severity);
      return isListed ? finding : { ...finding, ...ofNoProject(this.rule, finding.unit, verdict.message) };
    });
  }

  /** Undecidable verdicts with one cause become one line: a column that is not there says so once. */
  addUndecidable(verdict: Undecidable): void {
    const { file, sheet, cell, label } = verdict.place;
    const why = `${verdict.gap}\n${label}`;
    const cause = `${why}\n${file}\n${sheet}\n${cell}`;
    const isListed = this.lines.length < mostLines || this.known?.has(cause) === true;
    this.add(isListed ? cause : why, 0, () => stampUndecidable(this.rule, verdict, this.unit, this.severity));
  }

  findings(): readonly Finding[] {
    return this.lines.map(({ finding, count, atStake }) =>
      count === 1
        ? finding
        : { ...finding, project: null, count, atStake: finding.atStake === null ? null : atStake },
    );
  }

  private add(kind: string | null, atStake: number, stamped: () => Finding): void {
    const line = kind === null ? undefined : this.lines[this.known?.get(kind) ?? -1];
    if (line !== undefined) {
      line.count += 1;
      line.atStake += atStake;
      return;
    }
    if (kind !== null) {
      this.known ??= new Map();
      this.known.set(kind, this.lines.length);
    }
    this.lines.push({ finding: stamped(), count: 1, atStake });
  }
}

/** A line that stands for many has the words and the place of the first; its figures are of that one alone. */
function ofNoProject(rule: Rule, unit: string, message: string) {
  const none = { value: null, expected: null, difference: null, threshold: null, trace: null };
  return { ...none, key: findingKey(rule, unit, null, `… ${message}`), project: null };
}

function stampFail(rule: Rule, verdict: Fail, unit: string, override: Finding['severity'] | null): Finding {
  const message = rule.meta.messages[verdict.message];
  if (message === undefined) throw new RangeError(`${rule.meta.id} has no message ${verdict.message}`);
  return {
    key: findingKey(rule, verdict.unit ?? unit, verdict.project, verdict.measure ?? ''),
    rule: rule.meta.id,
    severity: override ?? verdict.severity ?? rule.meta.severity,
    status: 'fail',
    unit: verdict.unit ?? unit,
    project: verdict.project,
    where: verdict.where.slice(0, mostPlaces),
    count: 1,
    value: verdict.value ?? null,
    expected: verdict.expected ?? null,
    difference: verdict.difference ?? null,
    tolerance: verdict.tolerance ?? null,
    threshold: verdict.threshold ?? null,
    atStake: verdict.atStake ?? null,
    trace: verdict.trace ?? null,
    message: sentenceOf(message, verdict.args),
    clears: sentenceOf(message.clears, verdict.args),
    basis: { source: rule.meta.basis.source, why: rule.meta.basis.why },
    explanation: verdict.explanation ?? null,
  };
}

/** Places a finding lists at most, whatever it counts: a mistake in every row of a ledger needs no list of a million cells. */
const mostPlaces = 1000;

/** A finding that rests on a cell with a mistake of its own: not judged until that is corrected. */
export function undecided(finding: Finding, rule: Rule, place: Finding['where'][number]): Finding {
  const verdict: Undecidable = { outcome: 'undecidable', project: finding.project, place, gap: 'doubtful' };
  return stampUndecidable(rule, verdict, finding.unit, finding.severity);
}

function stampUndecidable(
  rule: Rule,
  verdict: Undecidable,
  unit: string,
  override: Finding['severity'] | null,
): Finding {
  const args = {
    // The sentences put it between quotation marks.
    title: { ...rule.meta.title, zh: rule.meta.title.zh.replaceAll('“', '‘').replaceAll('”', '’') },
    label: verdict.place.label ?? verdict.place.sheet ?? verdict.place.file,
  };
  const { because, clears } = gapSentences[verdict.gap];
  return {
    key: findingKey(rule, unit, verdict.project, `?${verdict.place.label ?? ''}`),
    rule: rule.meta.id,
    severity: override ?? rule.meta.severity,
    status: 'undecidable',
    unit,
    project: verdict.project,
    where: [verdict.place],
    count: 1,
    value: null,
    expected: null,
    difference: null,
    tolerance: null,
    threshold: null,
    atStake: null,
    trace: null,
    message: sentenceOf(because, args),
    clears: sentenceOf(clears, args),
    basis: { source: rule.meta.basis.source, why: rule.meta.basis.why },
    explanation: null,
  };
}

const gapSentences: Readonly<Record<Gap, { readonly because: Text; readonly clears: Text }>> = {
  blank: {
    because: {
      zh: '「{label}」未填写，无法判断是否“{title}”。',
      en: '"{label}" is blank, so "{title}" cannot be judged.',
    },
    clears: { zh: '填写「{label}」。', en: 'Fill in "{label}".' },
  },
  placeholder: {
    because: {
      zh: '「{label}」只填了“/”“无”一类的字样，无法判断是否“{title}”。',
      en: '"{label}" holds a placeholder, so "{title}" cannot be judged.',
    },
    clears: { zh: '将「{label}」填为实数。', en: 'Put a figure into "{label}".' },
  },
  unfinished: {
    because: {
      zh: '「{label}」还没有填数，无法判断是否“{title}”。',
      en: '"{label}" is still to be filled in, so "{title}" cannot be judged.',
    },
    clears: { zh: '将「{label}」填为实数。', en: 'Put a figure into "{label}".' },
  },
  classified: {
    because: {
      zh: '「{label}」涉密，不作“{title}”的判断。',
      en: '"{label}" is classified; "{title}" is not judged.',
    },
    clears: {
      zh: '涉密项目按保密规定另行核对。',
      en: 'Classified items are checked apart, under the rules of secrecy.',
    },
  },
  unreadable: {
    because: {
      zh: '「{label}」填写的内容无法识别，不能判断是否“{title}”。',
      en: '"{label}" cannot be read, so "{title}" cannot be judged.',
    },
    clears: { zh: '更正「{label}」。', en: 'Correct "{label}".' },
  },
  error: {
    because: {
      zh: '「{label}」是公式错误值，无法判断是否“{title}”。',
      en: '"{label}" holds a formula error, so "{title}" cannot be judged.',
    },
    clears: { zh: '更正「{label}」的公式。', en: 'Correct the formula of "{label}".' },
  },
  uncalculated: {
    because: {
      zh: '「{label}」的公式没有计算结果，无法判断是否“{title}”。',
      en: 'The formula of "{label}" has no result, so "{title}" cannot be judged.',
    },
    clears: {
      zh: '用 WPS 或 Excel 打开、保存后重新报送。',
      en: 'Open and save the file in WPS or Excel, then hand it in again.',
    },
  },
  doubtful: {
    because: {
      zh: '「{label}」已另行提示有误，更正前不判断是否“{title}”。',
      en: 'A mistake in "{label}" is reported above; "{title}" is not judged until it is corrected.',
    },
    clears: { zh: '先更正「{label}」。', en: 'Correct "{label}" first.' },
  },
  unstated: {
    because: {
      zh: '「{label}」没有写明完成了年度目标的百分之几，无法判断是否“{title}”。',
      en: '"{label}" does not say what share of the objective is attained, so "{title}" cannot be judged.',
    },
    clears: {
      zh: '在「{label}」写明完成年度目标的百分比，例如“完成年度目标的50%”。',
      en: 'Say in "{label}" what share of the objective is attained.',
    },
  },
  absent: {
    because: {
      zh: '表中没有「{label}」列，无法判断是否“{title}”。',
      en: 'The sheet has no column "{label}", so "{title}" cannot be judged.',
    },
    clears: {
      zh: '按统一模板补上「{label}」列。',
      en: 'Add the column "{label}" as in the official template.',
    },
  },
};

/** Stable from month to month: no figures, no cells. */
function findingKey(rule: Rule, unit: string, project: ProjectName | null, measure: string): string {
  return [rule.meta.id, unit, project?.code ?? project?.name ?? '', measure].join('|');
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
