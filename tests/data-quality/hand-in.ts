import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Cell, type SheetPlan, writeWorkbook } from '../../fixtures/write-workbook.ts';
import { runBatch } from '../../pipeline/batch.ts';
import type { Roster } from '../../pipeline/model/dossier.ts';
import { inMemory, type RunReport } from '../../pipeline/model/report.ts';
import type { Row, Submission } from '../../pipeline/model/submission.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { discover } from '../../pipeline/stages/discover.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { validate } from '../../pipeline/validate.ts';
import { rules } from '../../rules/index.ts';

/** What a clerk gets for files that were handed in: what was read of them, and what the report says. */
export interface HandedIn {
  readonly submissions: readonly Submission[];
  readonly report: RunReport;
}

/** A file as a test writes it: text, bytes, or the sheets of a workbook. */
export type FilePlan = string | Uint8Array | readonly SheetPlan[];

/** Runs the whole way, from files in a folder to the report, as `run` does. */
export async function handIn(
  files: Readonly<Record<string, FilePlan>>,
  { period = '2023-06', roster = null }: { readonly period?: string; readonly roster?: Roster | null } = {},
): Promise<HandedIn> {
  const folder = mkdtempSync(join(tmpdir(), 'budgetlint-quality-'));
  try {
    for (const [name, plan] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof plan === 'string' || 'buffer' in plan ? plan : await writeWorkbook(plan));
    }
    const settings = await loadPolicy({ file: null, profile: null, rules });
    if (!('policy' in settings)) throw new Error('the default settings do not load');
    const desk = {
      period,
      asOf: `${period}-28`,
      lang: 'zh' as const,
      vocabulary: officialVocabulary,
      rules,
      policy: settings.policy,
      roster,
      passwords: [],
    };
    const { report } = await runBatch({ ...desk, previous: null, discovered: await discover([folder]) });
    const submissions: Submission[] = [];
    for (const name of Object.keys(files)) {
      const source = { path: name, bytes: new Uint8Array(readFileSync(join(folder, name))), sha256: '' };
      submissions.push(...(await validate(source, { ...desk, previous: new Map() })).submissions);
    }
    return { submissions, report: inMemory(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one rule says of it, as `level cell message`. */
export function saidBy({ report }: HandedIn, rule: string): readonly string[] {
  return report.findings
    .filter((finding) => finding.rule === rule && finding.status === 'fail')
    .map(({ severity, where, message }) => `${severity} ${where[0]?.cell ?? ''} ${message.zh}`);
}

/** The only submission of what was handed in. @throws Error when there is none, or more */
export function onlySubmission({ submissions, report }: HandedIn): Submission {
  const [only, ...others] = submissions;
  if (only === undefined || others.length > 0)
    throw new Error(
      `${submissions.length} submissions; ${report.submissions.map((one) => one.refusal?.message.zh).join(' ')}`,
    );
  return only;
}

/** The rows of a table, each with the fields named: `rowsOf(submission, 'projects', 'projectName', 'cumActual')`. */
export function rowsOf(
  submission: Submission,
  table: string,
  ...fields: readonly string[]
): readonly (readonly unknown[])[] {
  return (submission.tables[table]?.rows ?? []).map((row) => valuesOf(row, fields));
}

/** Values of a row; what has none gives the reason in brackets: `[placeholder]`. */
export function valuesOf(row: Row, fields: readonly string[]): readonly unknown[] {
  return fields.map(
    (field) => row.values[field] ?? (row.gaps[field] === undefined ? null : `[${row.gaps[field]}]`),
  );
}

/** A sheet of plain cells from A1 on; numbers keep their own format unless a cell gives one. */
export function sheetOf(
  name: string,
  rows: readonly (readonly Cell[])[],
  more: Partial<SheetPlan> & { readonly hiddenRows?: readonly number[] } = {},
): SheetPlan {
  const width = Math.max(...rows.map((cells) => cells.length));
  const { hiddenRows = [], ...plan } = more;
  return {
    name,
    columns: Array.from({ length: width }, () => ({ width: 12, format: 'General' })),
    rows: rows.map((cells, index) => ({
      look: 'body',
      cells,
      ...(hiddenRows.includes(index + 1) ? { hidden: true as const } : {}),
    })),
    merges: [],
    ...plan,
  };
}

/** The heading of the shortest schedule that can be checked, and a title and line above it. */
export const schedule = {
  above: [['青禾镇2023年6月项目分月支出进度表'], ['填报单位：青禾镇人民政府', null, null, '金额单位：万元']],
  heading: ['序号', '项目名称', '调整后预算数', '累计实际支出', '支出进度(%)', '备注'],
} as const;

/** A schedule with rows under that heading. */
export function scheduleWith(
  rows: readonly (readonly Cell[])[],
  more: Parameters<typeof sheetOf>[2] = {},
): SheetPlan {
  return sheetOf('支出进度', [...schedule.above, schedule.heading, ...rows], more);
}
