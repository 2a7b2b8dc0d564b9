import type { Rule } from '../../rules/rule.ts';
import type { Day, Period } from '../model/period.ts';
import type { TemplateId } from '../model/template.ts';
import type { Severity } from '../model/verdict.ts';

/** The bureau's settings, as one run uses them. */
export interface Policy {
  readonly name: string;
  /** What differs from the profile, as written in the policy file. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** The settings of one rule: its options with defaults filled in. */
  ruleSettings(rule: Rule): RuleSettings;
  /** Share of the year that has passed by the end of a period, 0 to 1. */
  timeProgress(period: Period): number;
  /** By which day a template is due for a period. */
  dueDay(template: TemplateId, period: Period, dayOfMonth: number | null): Day;
}

export interface RuleSettings {
  /** The rule's options, validated by its own schema. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A severity for all its findings; null: as the rule says. */
  readonly severity: Severity | null;
  /** Why it is switched off; null: it runs. */
  readonly off: string | null;
}
