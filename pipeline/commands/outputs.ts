import { createHash } from 'node:crypto';
import type { Beside } from '../../output/beside.ts';
import { labelsOf } from '../../output/labels.ts';
import { nothingReturned } from '../../output/returned/returns.ts';
import type { Failure, RunReport } from '../model/report.ts';
import type { Language } from '../model/text.ts';
import { nearestWord } from '../policy/nearest-word.ts';
import type { OutputFile } from '../run-folder.ts';
import type { Originals } from './returned-files.ts';
import { UsageMistake } from './usage-mistake.ts';

/** The outputs `--formats` may name. report.json and run.json are always written: later runs and `verify` rest on them. */
const formats = ['xlsx', 'csv', 'json', 'html', 'returned'] as const;

export type Format = (typeof formats)[number];

/** @throws UsageMistake on a format that does not exist */
export function formatsFrom(list: string): ReadonlySet<Format> {
  const chosen = new Set<Format>();
  for (const word of list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const format = formats.find((one) => one === word.toLowerCase());
    if (format === undefined) {
      const near = nearestWord(word, formats);
      throw new UsageMistake({
        zh: `--formats 中没有“${word}”${near === null ? '' : `，是不是“${near}”`}。可选：${formats.join('、')}。`,
        en: `--formats knows no "${word}"${near === null ? '' : `; did you mean "${near}"`}. Allowed: ${formats.join(', ')}.`,
      });
    }
    chosen.add(format);
  }
  return chosen;
}

/**
 * Writes every output asked for, in memory. A writer that breaks is a failure of ours: it is put into the report, and
 * the others are written all the same.
 */
export async function writeOutputs(
  report: RunReport,
  chosen: ReadonlySet<Format>,
  lang: Language,
  originals: Originals,
): Promise<{ readonly files: readonly OutputFile[]; readonly report: RunReport }> {
  const names = labelsOf(lang).fileNames;
  // What goes back comes first: the others link to it.
  const back = chosen.has('returned')
    ? await (await import('./returned-files.ts')).returnedFiles(report, originals, lang)
    : { files: [], failures: [], returned: nothingReturned };
  const told = withFailures(report, back.failures);
  const files: OutputFile[] = [];
  const failures: Failure[] = [...back.failures];
  // Writers load late: a workbook library costs more than all the reading.
  const writers: readonly (readonly [Format, string, () => Promise<string | Uint8Array>])[] = [
    [
      'xlsx',
      names.workbook,
      async () =>
        (await import('../../output/variance-workbook/variance-workbook.ts')).varianceWorkbook(
          told,
          lang,
          beside,
        ),
    ],
    ['csv', names.list, async () => (await import('../../output/anomaly-list.ts')).anomalyList(told, lang)],
    [
      'html',
      names.page,
      async () => (await import('../../output/html/report-page.ts')).reportPage(told, lang, beside),
    ],
  ];
  const outputs = writers.filter(([format]) => chosen.has(format)).map(([, path]) => path);
  const beside: Beside = { returned: back.returned, outputs: new Set(outputs) };
  for (const [format, path, write] of writers) {
    if (!chosen.has(format)) continue;
    try {
      files.push({ path, content: await write() });
    } catch (error) {
      failures.push({
        stage: 'write',
        rule: null,
        file: path,
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      });
    }
  }
  files.push(...back.files);
  const final = withFailures(report, failures);
  const { reportJson } = await import('../../output/report-json.ts');
  files.push({ path: names.json, content: reportJson(final) });
  files.push({ path: 'run.json', content: runJson(final, files) });
  return { files, report: final };
}

function withFailures(report: RunReport, failures: readonly Failure[]): RunReport {
  if (failures.length === 0) return report;
  return {
    ...report,
    summary: { ...report.summary, failures: report.summary.failures + failures.length },
    failures: [...report.failures, ...failures],
  };
}

/** What this run was made of and what came out: enough to make it again and to tell whether it is the same. */
function runJson(report: RunReport, files: readonly OutputFile[]): string {
  const { period, asOf, engine, ruleSet, policy, lang, previous } = report.run;
  const inputs = new Map(report.submissions.map(({ file, sha256 }) => [file, sha256]));
  const manifest = {
    schema: 'budgetlint/run@1',
    engine,
    ruleSet,
    period,
    asOf,
    policy,
    lang,
    previous,
    inputs: [...inputs].map(([file, sha256]) => ({ file, sha256 })),
    outputs: files.map(({ path, content }) => ({
      path,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
