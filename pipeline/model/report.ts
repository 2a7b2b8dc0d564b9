import { z } from 'zod';
import { guaranteeLevels } from './guarantee-level.ts';
import { guaranteeCodes } from './three-guarantees.ts';

/** The schema's name and version: what scripts may rely on. A field is added without notice, changed or removed only with a new number. */
export const reportSchemaName = 'budgetlint/report@1';

const text = z.object({ zh: z.string(), en: z.string() });
const day = z.string().nullable().default(null);
/** Whole, however large: amounts in the wrong unit may add up to more than counts exactly, and must be shown all the same. */
const fen = z
  .number()
  .refine(Number.isInteger)
  .meta({ type: 'integer', description: 'integer fen (0.01 yuan)' });
const severity = z.enum(['error', 'warning', 'notice']);
const project = z.object({ code: z.string().nullable(), name: z.string().nullable() });

const place = z.object({
  file: z.string().describe('path relative to the folder handed in'),
  sheet: z.string().nullable(),
  cell: z.string().nullable().describe('address such as R12; null where the whole sheet or file is meant'),
  label: z.string().nullable().describe('heading or label of the cell, as written'),
});

const finding = z.object({
  key: z.string().describe('rule, unit, project and measure: the same next month'),
  rule: z.string(),
  severity,
  status: z.enum(['fail', 'undecidable']),
  unit: z.string().describe("'' when no unit is known"),
  project: project.nullable(),
  where: z.array(place),
  count: z.number().int().describe('how many alike it stands for; 1 unless grouped'),
  value: z.string().nullable(),
  expected: z.string().nullable(),
  difference: z.string().nullable(),
  tolerance: z.string().nullable(),
  threshold: z.string().nullable(),
  atStake: fen.nullable(),
  trace: z.string().nullable().describe('the sum with its cells'),
  message: text,
  clears: text.describe('what would clear it'),
  basis: z.object({ source: z.string(), why: text }),
  explanation: z.string().nullable().describe('what the unit wrote'),
});

const submission = z.object({
  file: z.string(),
  sha256: z.string(),
  sheet: z.string().nullable(),
  template: z.string().nullable(),
  score: z.number().nullable(),
  unit: z.string(),
  period: z.string().nullable(),
  amountUnit: z.string().nullable(),
  rows: z.number().int(),
  status: z.enum(['checked', 'superseded', 'refused', 'passed over']),
  refusal: z.object({ code: z.string(), message: text }).nullable(),
  note: text.nullable().describe('why it was superseded or passed over'),
});

const ruleResult = z.object({
  id: z.string(),
  title: text,
  group: z.string(),
  severity,
  basis: z.object({ source: z.string(), why: text }),
  options: z.record(z.string(), z.unknown()).describe('thresholds in force, as a settings file writes them'),
  thresholds: z
    .array(z.object({ name: z.string(), meaning: text, shown: text }))
    .default([])
    .describe('the same in words: what each means, and its value as a reader says it'),
  off: z
    .string()
    .nullable()
    .describe('why it was not applied: the reason in the settings, or the dates it holds for'),
  pass: z.number().int(),
  fail: z.number().int(),
  undecidable: z.number().int(),
  notApplicable: z.number().int(),
  error: z.number().int().describe('times the rule itself broke'),
});

const amounts = z.object({
  budget: fen.nullable(),
  released: fen.nullable(),
  planned: fen.nullable(),
  spent: fen.nullable(),
  rate: z.number().nullable().describe('spent / budget'),
  allotmentRate: z.number().nullable().describe('spent / released'),
  releaseRate: z.number().nullable().describe('released / budget'),
  timeProgress: z.number(),
  gap: z.number().nullable().describe('rate − time progress'),
  variance: z.number().nullable().describe('(spent − planned) / planned'),
  lamp: z.enum(['red', 'yellow', 'green', 'blue']).nullable(),
});

const cells = z.array(z.string());

const progress = amounts.extend({
  unit: z.string(),
  project,
  place,
  cells: z
    .object({ budget: cells, released: cells, planned: cells, spent: cells })
    .default({ budget: [], released: [], planned: [], spent: [] })
    .describe('where its amounts stand on the sheet of `place`; several where one is their sum'),
  reason: z.string().nullable(),
  reasonType: z.string().nullable(),
  classified: z.boolean(),
  curve: z
    .string()
    .nullable()
    .default(null)
    .describe('curve its time progress is taken from; null: the general one'),
});

const unit = amounts.extend({
  unit: z.string(),
  code: z.string().nullable(),
  state: z.enum(['passed', 'returned', 'explain', 'missing', 'unread']),
  files: z.number().int(),
  templates: z.array(z.string()),
  owed: z.array(z.string()).describe('templates the roster says it owes'),
  missing: z.array(z.string()),
  answerBy: day.describe('day by which it is to answer; null where neither settings nor roster say'),
  projects: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  notices: z.number().int(),
  undecidable: z.number().int(),
});

const guarantee = z.object({
  unit: z.string(),
  kind: z.enum(guaranteeCodes),
  place,
  need: fen.nullable(),
  arranged: fen.nullable(),
  shortfall: fen.nullable().describe('need − arranged where that is positive, else 0'),
  spent: fen.nullable(),
  rate: z.number().nullable().describe('spent / arranged'),
  timeProgress: z.number(),
  gap: z.number().nullable().describe('rate − time progress'),
  level: z.enum(guaranteeLevels).nullable(),
});

const directFund = z.object({
  unit: z.string(),
  count: z
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('funds in this line: 1, or the rest of a long ledger summed up'),
  fund: z.string().nullable(),
  document: z.string().nullable().describe('number of the document that allotted it'),
  place,
  allotted: fen.nullable(),
  distributed: fen.nullable(),
  spent: fen.nullable(),
  unspent: fen.nullable(),
  rate: z.number().nullable().describe('spent / allotted, or as stated where only the rate is'),
  deadline: z.string().nullable().describe('the day by which it is to be spent'),
  daysLeft: z.number().int().nullable().describe('from the day as of which is judged to the deadline'),
  lamp: z.enum(['red', 'yellow', 'green']).nullable(),
  reason: z.string().nullable().describe('why it is unspent, as the unit says'),
  classified: z.boolean(),
});

const balance = z.object({
  unit: z.string(),
  item: z.string().describe('an item of the balance sheet by its code, any other by its name'),
  closing: fen,
});

const trendPoint = z.object({
  unit: z.string(),
  period: z.string(),
  budget: fen.nullable(),
  spent: fen.nullable(),
  rate: z.number().nullable(),
  timeProgress: z.number(),
  lamp: z.enum(['red', 'yellow', 'green', 'blue']).nullable(),
  source: z.enum(['this run', 'previous run', 'earlier sheet', 'month columns']),
});

const annexLine = z.object({
  item: text.describe('what the report quotes'),
  unit: text.describe("what the figures are in (万元, %, 个); '' for words"),
  computed: z.string().nullable().describe('from the tables; null where they do not give it'),
  stated: z.string().nullable().describe('as the narrative says; null where it says nothing'),
  difference: z.string().nullable().describe('stated − computed, in the unit of the line'),
  verdict: z.enum(['agrees', 'rounding', 'differs', 'notMentioned', 'noTable']),
  trace: z.string().nullable().describe('the sum with its cells'),
  where: z
    .array(place)
    .describe('the cells it was computed from: each of up to eight, else the first and the last'),
  statedAt: place.nullable(),
  note: text.nullable(),
});

const annexSection = z.object({
  code: z.string(),
  title: text,
  missing: z.array(z.string()).describe('templates the section needs that were not handed in'),
  lines: z.array(annexLine),
});

const annex = z.object({
  unit: z.string(),
  year: z.number().int().describe('the year the annual report is about'),
  sections: z.array(annexSection),
});

const failure = z.object({
  stage: z.string(),
  rule: z.string().nullable(),
  file: z.string().nullable(),
  message: z.string(),
});

/** Everything one run has to say. Every output is written from it and nothing else. */
export const runReportSchema = z.object({
  schema: z.literal(reportSchemaName),
  run: z.object({
    period: z.string(),
    asOf: z.string(),
    engine: z.string(),
    ruleSet: z.string(),
    policy: z.object({ name: z.string(), overrides: z.record(z.string(), z.unknown()) }),
    lang: z.enum(['zh', 'en']),
    timeProgress: z.number(),
    curves: z
      .array(
        z.object({
          name: z.string().nullable().describe('null: the general one'),
          basis: text,
          share: z.number(),
          projects: z.number().int().describe('projects judged by it'),
        }),
      )
      .default([])
      .describe('curves of time progress, the general one first'),
    previous: z.string().nullable().describe('period of the previous run used'),
    roster: z.boolean(),
    office: z.string().nullable().default(null).describe('the office that sends the notices, as set'),
  }),
  summary: z.object({
    files: z.number().int(),
    refused: z.number().int(),
    submissions: z.number().int(),
    units: z.number().int(),
    owed: z.number().int().nullable().describe('units of the roster; null without one'),
    passedUnits: z.number().int(),
    returnedUnits: z.number().int(),
    explainUnits: z.number().int(),
    missingUnits: z.number().int(),
    findings: z.object({ error: z.number().int(), warning: z.number().int(), notice: z.number().int() }),
    undecidable: z.number().int(),
    failures: z.number().int(),
    passedOver: z.number().int().describe('lock files, hidden files and links not looked at'),
    total: amounts,
    sentence: text.describe('the one sentence ready to paste'),
  }),
  units: z.array(unit),
  submissions: z.array(submission),
  findings: z.array(finding),
  rules: z.array(ruleResult),
  progress: z.array(progress),
  // Reports of before these fields existed are still read.
  guarantees: z.array(guarantee).default([]).describe('the three guarantees, by unit'),
  directFunds: z.array(directFund).default([]).describe('direct-transfer funds, by unit'),
  balances: z
    .array(balance)
    .default([])
    .describe('what the assets of each unit closed with: what the next month must open with'),
  trend: z.array(trendPoint).default([]).describe('spending month by month, by unit'),
  annex: z
    .array(annex)
    .default([])
    .describe('by unit: figures of the annual report, computed and as stated; empty in a plain month'),
  failures: z.array(failure),
});

export type RunReport = z.infer<typeof runReportSchema>;

/** The lists of a report that grow with the rows handed in: those of a province do not fit into memory. */
export const longLists = [
  'findings',
  'progress',
  'guarantees',
  'directFunds',
  'balances',
  'annex',
] as const satisfies readonly (keyof RunReport)[];
/** The name of one of them. */
export type LongList = (typeof longLists)[number];

/** A list that may be made or read while it is gone through, as often as wanted. */
export interface Listing<T> extends Iterable<T> {
  readonly length: number;
}

/** A list that may stand on disc, and of which single things can be looked at too. */
export interface LongListing<T> extends Listing<T> {
  /** The thing of an index from 0; undefined behind the last. */
  at(index: number): T | undefined;
  /** Pieces of report.json, to be joined by a comma and a line feed, each there until the next; not for a list in memory. */
  readonly printed?: () => Iterable<Uint8Array>;
}

/** A report whose long lists may stand on disc. */
export type StoredReport = Omit<RunReport, LongList> & {
  readonly [L in LongList]: LongListing<RunReport[L][number]>;
};

/** What grows with every row handed in: of ten thousand files more than a gigabyte. The other lists writers hold whole. */
type LongestList = 'findings' | 'progress';

/** A report as writers have it. */
export type WrittenReport = Omit<RunReport, LongestList> & Pick<StoredReport, LongestList>;

/** A report with all its lists in memory but for the longest. */
export function toWrite(report: StoredReport): WrittenReport {
  return {
    ...report,
    guarantees: [...report.guarantees],
    directFunds: [...report.directFunds],
    balances: [...report.balances],
    annex: [...report.annex],
  };
}

/** The whole report in memory, for what must look at its lists in any order. */
export function inMemory(report: StoredReport): RunReport {
  return { ...toWrite(report), findings: [...report.findings], progress: [...report.progress] };
}

export type Finding = RunReport['findings'][number];
export type Failure = RunReport['failures'][number];
export type RuleResult = RunReport['rules'][number];
export type ProgressRow = RunReport['progress'][number];
export type UnitSummary = RunReport['units'][number];
export type SubmissionSummary = RunReport['submissions'][number];
export type GuaranteeRow = RunReport['guarantees'][number];
export type DirectFundRow = RunReport['directFunds'][number];
export type BalanceRow = RunReport['balances'][number];
export type TrendPoint = RunReport['trend'][number];
export type Amounts = z.infer<typeof amounts>;
export type Annex = z.infer<typeof annex>;
export type AnnexSection = z.infer<typeof annexSection>;
export type AnnexLine = z.infer<typeof annexLine>;
