import { basename } from 'node:path/posix';
import { labelsOf } from '../../output/labels.ts';
import { CannotPatch } from '../../output/returned/cannot-patch.ts';
import { copiedNames, copyWorkbook } from '../../output/returned/copy-workbook.ts';
import { markWorkbook, type ReturnTask, sheetNamesOf } from '../../output/returned/mark-workbook.ts';
import { type Return, type Returned, type ReturnedFile, returnsOf } from '../../output/returned/returns.ts';
import { changedSince } from '../../output/returned/words.ts';
import { isPassedOver, openSource, readWorkbook } from '../formats/index.ts';
import { sniff } from '../formats/sniff.ts';
import { monthOf, yearOf } from '../model/period.ts';
import { isReceiptName } from '../model/receipt.ts';
import { isRefusal } from '../model/refusal.ts';
import type { Failure, WrittenReport } from '../model/report.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Language } from '../model/text.ts';
import type { Workbook } from '../model/workbook.ts';
import type { OutputFile } from '../run-folder.ts';
import type { FoundFile } from '../stages/discover.ts';
import { earlierReturn } from '../stages/read-returned.ts';

/** Where the files of a run can be read once more. */
export interface Originals {
  readonly files: readonly FoundFile[];
  readonly passwords: readonly string[];
}

interface MarkedFile extends ReturnedFile {
  readonly content: Uint8Array;
}

/**
 * The marked workbooks of a run. Each original is read again, one at a time, and must be the one that was judged; one
 * that is not, or that a writer of ours breaks on, is a failure, and the others are returned all the same.
 *
 * @param putAside what becomes of a marked workbook until it is written: those of a province do not fit into memory
 * @throws what `putAside` throws
 */
export async function returnedFiles<Content extends OutputFile['content']>(
  report: WrittenReport,
  { files, passwords }: Originals,
  language: Language,
  putAside: (bytes: Uint8Array) => Content,
): Promise<{
  readonly files: readonly { readonly path: string; readonly content: Content }[];
  readonly failures: readonly Failure[];
  /** For other outputs to link to. */
  readonly returned: Returned;
}> {
  const absolute = new Map(files.map((file) => [file.path, file.absolute]));
  const written: { readonly path: string; readonly content: Content }[] = [];
  const failures: Failure[] = [];
  const returned = new Map<string, ReturnedFile>();
  for (const one of returnsOf(report, language)) {
    const file = await markedAgain(absolute.get(one.file) ?? '', one, report, passwords, language);
    if (typeof file === 'string') {
      failures.push({ stage: 'write', rule: null, file: one.file, message: file });
      continue;
    }
    const { content, ...place } = file;
    written.push({ path: place.path, content: putAside(content) });
    returned.set(one.file, place);
  }
  return { files: written, failures, returned };
}

/** The marked workbook; a text says why there is none. */
async function markedAgain(
  absolute: string,
  one: Return,
  report: WrittenReport,
  passwords: readonly string[],
  language: Language,
): Promise<MarkedFile | string> {
  try {
    const source = await openSource(absolute, one.file);
    if (isRefusal(source) || isPassedOver(source) || source.sha256 !== one.sha256)
      return changedSince[language];
    return await marked(source, one, report, passwords, language);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

async function marked(
  source: SourceFile,
  { path, findings: found, unit, file }: Return,
  report: WrittenReport,
  passwords: readonly string[],
  language: Language,
): Promise<MarkedFile> {
  const { period, ruleSet, asOf } = report.run;
  const findings = [...found];
  const task: ReturnTask = {
    fileName: basename(file),
    path: file,
    unit,
    period: labelsOf(language).period(yearOf(period), monthOf(period)),
    batch: period,
    findings,
    ruleSet,
    sha256: source.sha256,
    isCopy: false,
    earlier: null,
  };
  if (sniff(source.bytes) === 'xlsx') {
    try {
      // Few files come in again: only one with a sheet called as ours is read for it.
      const isReturnedAgain = sheetNamesOf(source.bytes).some(isReceiptName);
      const earlier = isReturnedAgain ? earlierReturn(await workbookOf(source, passwords, language)) : null;
      return {
        path,
        content: markWorkbook(source.bytes, { ...task, earlier }, language),
        sheetNames: new Map(),
      };
    } catch (error) {
      if (!(error instanceof CannotPatch)) throw error;
    }
  }
  const workbook = await workbookOf(source, passwords, language);
  const copy = await copyWorkbook(workbook, asOf);
  const sheetNames = copiedNames(workbook);
  const copied = findings.map((finding) => ({
    ...finding,
    where: finding.where.map((place) =>
      place.file === file && place.sheet !== null
        ? { ...place, sheet: sheetNames.get(place.sheet) ?? place.sheet }
        : place,
    ),
  }));
  // A copy has no macros, and programs refuse one whose name promises them.
  return {
    path: path.replace(/\.xl[st]m$/i, '.xlsx'),
    content: markWorkbook(
      copy,
      { ...task, findings: copied, isCopy: true, earlier: earlierReturn(workbook) },
      language,
    ),
    sheetNames,
  };
}

/** @throws Error when a file that could be read when it was judged no longer can */
async function workbookOf(
  source: SourceFile,
  passwords: readonly string[],
  language: Language,
): Promise<Workbook> {
  const workbook = await readWorkbook(source, { passwords });
  if (isRefusal(workbook)) throw new Error(workbook.message[language]);
  return workbook;
}
