import type { z } from 'zod';
import type { Dossier, PreviousUnit, Roster } from '../pipeline/model/dossier.ts';
import type { Day, Period } from '../pipeline/model/period.ts';
import type { Row } from '../pipeline/model/submission.ts';
import type { TemplateId } from '../pipeline/model/template.ts';
import type { Text } from '../pipeline/model/text.ts';
import type { TimeProgress } from '../pipeline/model/time-progress.ts';
import type { Later, Severity, Verdict } from '../pipeline/model/verdict.ts';
import type { KnownTemplateId, SubmissionOf } from '../pipeline/templates/index.ts';

/**
 * A rule: what it is, and one pure generator that yields a verdict for everything it looked at. It knows no clock, no
 * disk and no other rule, and changes nothing it is given.
 */
export interface Rule {
  readonly meta: RuleMeta;
  check(context: Context): Iterable<Verdict | Later>;
}

/** What a rule is, for the catalogue, the settings and the reports. */
export interface RuleMeta {
  /** `PRG-04`. */
  readonly id: string;
  /** Kebab case, the name of its file. */
  readonly name: string;
  readonly title: Text;
  /** The folder it is in. */
  readonly group: RuleGroup;
  readonly scope: Scope;
  /** Templates it looks at; empty: any. */
  readonly needs: readonly KnownTemplateId[];
  /** Of its failing verdicts, unless they say otherwise. */
  readonly severity: Severity;
  readonly basis: Basis;
  /** Thresholds with unit and meaning; the policy overrides them. */
  readonly options: z.ZodObject;
  /** Every sentence the rule can say. `{name}` places are filled from the verdict's arguments. */
  readonly messages: Readonly<Record<string, Message>>;
  /** Periods it holds for, both ends included; open where left out. */
  readonly effective?: { readonly from?: Period; readonly to?: Period };
}

/** Where a rule comes from and why it exists. */
export interface Basis {
  /** The document it rests on, by its own name; a default of ours says so. */
  readonly source: string;
  readonly why: Text;
}

/** A sentence for the person who filled in the sheet, and what would clear the finding. Both share their arguments. */
export interface Message extends Text {
  readonly clears: Text;
}

/** table: one submission. unit: one dossier. batch: everything of the run. */
export type Scope = 'table' | 'unit' | 'batch';

/** The folders of rules, in the order of the catalogue. */
export const ruleGroups = [
  'structure',
  'quality',
  'spending',
  'monitoring',
  'three-guarantees',
  'three-public-expenses',
  'direct-funds',
  'budget',
  'non-tax',
  'procurement',
  'assets',
  'carry-over',
  'self-evaluation',
  'ex-ante',
  'cross-table',
] as const;

export type RuleGroup = (typeof ruleGroups)[number];

/** What every rule may know besides the data it judges. */
export interface Circumstances<Options = unknown> {
  readonly options: Options;
  /** The run's period. */
  readonly period: Period;
  /** The day as of which lateness is judged. */
  readonly asOf: Day;
  /** Share of the year's money that time alone would have spent by the end of the period (序时进度), for a row's kind of money. */
  readonly timeProgressOf: (row: Row) => TimeProgress;
}

/** What a rule over one submission is given. */
export interface TableContext<T extends KnownTemplateId = KnownTemplateId, Options = unknown>
  extends Circumstances<Options> {
  readonly submission: SubmissionOf<T>;
  /** What the previous run knows of the unit; null when there was none. */
  readonly previous: PreviousUnit | null;
}

/** What a rule over all that a unit handed in is given. */
export interface UnitContext<Options = unknown> extends Circumstances<Options> {
  readonly dossier: Dossier;
  /** The roster's units; null without a roster. */
  readonly roster: Roster | null;
}

/** What a rule over everything handed in is given. */
export interface BatchContext<Options = unknown> extends Circumstances<Options> {
  readonly dossiers: readonly Dossier[];
  readonly roster: Roster | null;
  /** Files handed in and what became of them. */
  readonly files: readonly HandedIn[];
  /** The day by which a unit must hand in a template for the run's period. */
  readonly dueDay: (template: TemplateId, unit: { readonly dueDay: number | null }) => Day;
}

/** One file of a batch. */
export interface HandedIn {
  readonly file: string;
  readonly sha256: string;
  /** Which units' submissions it holds; empty when refused. */
  readonly units: readonly string[];
  readonly refusal: { readonly code: string; readonly message: Text } | null;
  /** Sheets that hold data and fit no template well enough, with the nearest one. */
  readonly unrecognised: readonly UnrecognisedSheet[];
}

/** A sheet with data on it that no template fits. */
export interface UnrecognisedSheet {
  readonly sheet: string;
  readonly nearest: TemplateId | null;
  readonly score: number;
  readonly missing: readonly string[];
}

export type Context = TableContext | UnitContext | BatchContext;

type ContextOf<S extends Scope, N extends readonly KnownTemplateId[], O> = {
  table: TableContext<N extends readonly [] ? KnownTemplateId : N[number], O>;
  unit: UnitContext<O>;
  batch: BatchContext<O>;
}[S];

/** Declares a rule; its context is typed by its scope, its templates and its options. */
export function defineRule<
  const S extends Scope,
  const N extends readonly KnownTemplateId[],
  O extends z.ZodObject,
>(rule: {
  readonly meta: Omit<RuleMeta, 'scope' | 'needs' | 'options'> & {
    readonly scope: S;
    readonly needs: N;
    readonly options: O;
  };
  check(context: ContextOf<S, N, z.output<O>>): Iterable<Verdict | Later>;
}): Rule {
  // The engine gives a rule only submissions of the templates it needs, in the scope it names, with its own options.
  return rule as Rule;
}
