import type { Rule } from '../../rules/rule.ts';
import type { Day, Period } from '../model/period.ts';
import type { Row } from '../model/submission.ts';
import type { TemplateId } from '../model/template.ts';
import type { Text } from '../model/text.ts';
import type { TimeProgress } from '../model/time-progress.ts';
import type { Severity } from '../model/verdict.ts';

/** The bureau's settings, as one run uses them. */
export interface Policy {
  readonly name: string;
  /** What differs from the profile, as written in the policy file. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** The office that sends the notices; null when not set. */
  readonly office: string | null;
  /** The settings of one rule: its options with defaults filled in. */
  ruleSettings(rule: Rule): RuleSettings;
  /** Share of the year that has passed by the end of a period, 0 to 1, by the general curve. */
  timeProgress(period: Period): number;
  /** The same for one row, by the curve of its kind of money where there is one. */
  timeProgressOf(row: Row, period: Period): TimeProgress;
  /** Every curve with the share it has due, the general one first. */
  curves(period: Period): readonly CurveInForce[];
  /** By which day a template is due for a period. */
  dueDay(template: TemplateId, period: Period, dayOfMonth: number | null): Day;
  /** By which day units are to answer what was found on a day; null when not set. */
  answerBy(found: Day): Day | null;
}

/** A curve of time progress as a run uses it. */
export interface CurveInForce {
  /** Null: the general one. */
  readonly name: string | null;
  /** How it counts: 按月份÷12. */
  readonly basis: Text;
  readonly share: number;
}

/** What the settings say of one rule. */
export interface RuleSettings {
  /** The rule's options, validated by its own schema. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A severity for all its findings; null: as the rule says. */
  readonly severity: Severity | null;
  /** Why it is switched off; null: it runs. */
  readonly off: string | null;
  /** The first and last period it is applied to, both included; null: open. */
  readonly effective: { readonly from: Period | null; readonly to: Period | null };
}

/** The settings of a rule of which no file says anything: its own defaults and its own dates. */
export function ownSettings({ meta }: Rule): RuleSettings {
  return {
    options: meta.options.parse({}),
    severity: null,
    off: null,
    effective: { from: meta.effective?.from ?? null, to: meta.effective?.to ?? null },
  };
}
