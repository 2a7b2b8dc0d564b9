import { createHash } from 'node:crypto';
import type { Beside } from '../../output/beside.ts';
import { labelsOf } from '../../output/labels.ts';
import { nothingReturned } from '../../output/returned/returns.ts';
import type { Failure, RunReport } from '../model/report.ts';
import type { Language } from '../model/text.ts';
import type { OutputFile } from '../run-folder.ts';
import { exitCodeOf, exitMeanings, type FailOn } from './exit-codes.ts';
import type { Encoding, Format } from './formats.ts';
import type { Originals } from './returned-files.ts';

/** What is to be written, and for whom. */
export interface OutputRequest {
  readonly formats: ReadonlySet<Format>;
  readonly encoding: Encoding;
  readonly lang: Language;
  readonly failOn: FailOn;
  readonly originals: Originals;
}

/**
 * Writes every output asked for, in memory. A writer that breaks is a failure of ours: it is put into the report, and
 * the others are written all the same.
 */
export async function writeOutputs(
  report: RunReport,
  { formats: chosen, encoding, lang, failOn, originals }: OutputRequest,
): Promise<{ readonly files: readonly OutputFile[]; readonly report: RunReport }> {
  const names = labelsOf(lang).fileNames;
  // What goes back comes first: the others link to it.
  const back = chosen.has('returned')
    ? await (await import('./returned-files.ts')).returnedFiles(report, originals, lang)
    : { files: [], failures: [], returned: nothingReturned };
  const told = withFailures(report, back.failures);
  const files: OutputFile[] = [];
  const failures: Failure[] = [...back.failures];
  const add = async (path: string, write: Writer) => {
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
  };
  // Writers load late: a workbook library costs more than all the reading.
  const writers: readonly (readonly [Format, string, Writer])[] = [
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
    // Only a year's data has an annex.
    ...(told.annex.length === 0
      ? []
      : [
          [
            'xlsx',
            names.annex,
            async () => (await import('../../output/annex/annex-workbook.ts')).annexWorkbook(told, lang),
          ] as const,
        ]),
    [
      'csv',
      names.list,
      async () => (await import('../../output/anomaly-list.ts')).anomalyList(told, lang, { encoding }),
    ],
    [
      'html',
      names.page,
      async () => (await import('../../output/html/report-page.ts')).reportPage(told, lang, beside),
    ],
    [
      'ndjson',
      names.findings,
      async () => (await import('../../output/findings-ndjson.ts')).findingsNdjson(told),
    ],
  ];
  const notices = chosen.has('docx')
    ? (await import('../../output/notices/notices.ts')).noticesOf(
        told,
        lang,
        back.files.map(({ path }) => path),
      )
    : [];
  const written = writers.filter(([format]) => chosen.has(format)).map(([, path]) => path);
  const beside: Beside = {
    returned: back.returned,
    outputs: new Set([...written, ...notices.map(({ path }) => path)]),
  };
  for (const [format, path, write] of writers) {
    if (chosen.has(format)) await add(path, write);
  }
  files.push(...back.files);
  for (const { path, write } of notices) await add(path, write);
  // What tells of failures comes last, so that it tells of them all.
  if (chosen.has('sarif')) {
    const { sarifLog } = await import('../../output/sarif.ts');
    const soFar = withFailures(report, failures);
    const code = exitCodeOf(soFar, failOn);
    await add(names.sarif, async () => sarifLog(soFar, lang, { code, meaning: exitMeanings[code][lang] }));
  }
  const final = withFailures(report, failures);
  const { reportJson } = await import('../../output/report-json.ts');
  files.push({ path: names.json, content: reportJson(final) });
  files.push({ path: 'run.json', content: runJson(final, files) });
  return { files, report: final };
}

type Writer = () => Promise<string | Uint8Array>;

function withFailures(report: RunReport, failures: readonly Failure[]): RunReport {
  if (failures.length === 0) return report;
  return {
    ...report,
    summary: { ...report.summary, failures: report.summary.failures + failures.length },
    failures: [...report.failures, ...failures],
  };
}

/** What outputs depend on besides the report. */
export function outputsMark({ formats, encoding, lang, failOn }: OutputRequest): string {
  const described = JSON.stringify([[...formats].sort(), encoding, lang, failOn]);
  return createHash('sha256').update(described).digest('hex');
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
