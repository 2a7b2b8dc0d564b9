import { createHash } from 'node:crypto';
import type { Beside } from '../../output/beside.ts';
import { labelsOf } from '../../output/labels.ts';
import { nothingReturned } from '../../output/returned/returns.ts';
import { type Failure, type StoredReport, toWrite } from '../model/report.ts';
import type { Spool } from '../model/spool.ts';
import type { Language } from '../model/text.ts';
import { type OutputFile, piecesOf } from '../run-folder.ts';
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
  /** Where what is long waits until it is written. */
  readonly spool: Spool;
}

/**
 * Writes every output asked for. A writer that breaks is a failure of ours: it is put into the report, and the others
 * are written all the same. What is long waits on the spool, and report.json is put together when it goes to disc.
 */
export async function writeOutputs(
  stored: StoredReport,
  { formats: chosen, encoding, lang, failOn, originals, spool }: OutputRequest,
): Promise<{ readonly files: readonly OutputFile[]; readonly report: StoredReport }> {
  const names = labelsOf(lang).fileNames;
  const report = toWrite(stored);
  // What goes back comes first: the others link to it.
  const back = chosen.has('returned')
    ? await (await import('./returned-files.ts')).returnedFiles(report, originals, lang, (bytes) =>
        putAside([bytes], spool),
      )
    : { files: [], failures: [], returned: nothingReturned };
  const told = withFailures(report, back.failures);
  const files: OutputFile[] = [];
  const failures: Failure[] = [...back.failures];
  const add = async (path: string, write: Writer) => {
    let content: OutputFile['content'];
    try {
      content = await write();
    } catch (error) {
      failures.push({
        stage: 'write',
        rule: null,
        file: path,
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      });
      return;
    }
    // What the disk refuses is no failure of the writer's: it ends the run.
    files.push({
      path,
      content: content instanceof Uint8Array ? putAside([content], spool) : content,
    });
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
    ...(stored.annex.length === 0
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
      async () =>
        (await import('../../output/anomaly-list.ts')).anomalyList(stored, lang, spool, { encoding }),
    ],
    [
      'html',
      names.page,
      async () => (await import('../../output/html/report-page.ts')).reportPage(told, lang, beside),
    ],
    [
      'ndjson',
      names.findings,
      async () => putAside((await import('../../output/findings-ndjson.ts')).findingsNdjson(stored), spool),
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
  const final = withFailures(stored, failures);
  const { reportJson } = await import('../../output/report-json.ts');
  files.push({ path: names.json, content: reportJson(final) });
  const hashed = files.map(withHash);
  // The last file of the run folder: when it is written the others are.
  const manifest = { path: 'run.json', content: runJson(final, hashed) };
  return { files: [...hashed.map(({ file }) => file), manifest], report: final };
}

type Writer = () => Promise<OutputFile['content']>;

/** Long content, made now and kept until it is written. */
function putAside(content: Iterable<Uint8Array>, spool: Spool): Iterable<Uint8Array> {
  const kept = Array.from(content, (piece) => spool.put(piece));
  return (function* () {
    for (const piece of kept) yield piece.look();
  })();
}

interface Hashed {
  readonly file: OutputFile;
  /** Known when the file has been written. */
  sha256(): string;
}

function withHash({ path, content }: OutputFile): Hashed {
  const hash = createHash('sha256');
  const passing = function* () {
    for (const piece of piecesOf(content)) {
      hash.update(piece);
      yield piece;
    }
  };
  return { file: { path, content: passing() }, sha256: () => hash.digest('hex') };
}

function withFailures<R extends StoredReport>(report: R, failures: readonly Failure[]): R {
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
function* runJson(report: StoredReport, files: readonly Hashed[]): Generator<Uint8Array> {
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
    outputs: files.map(({ file, sha256 }) => ({ path: file.path, sha256: sha256() })),
  };
  yield Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}
