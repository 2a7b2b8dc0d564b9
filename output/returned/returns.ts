import { basename } from 'node:path/posix';
import type { Finding, LongListing, WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { levelOf } from '../finding-columns.ts';
import { picked } from '../picked.ts';
import { DistinctNames, safeName } from './safe-name.ts';
import { unitFolders } from './unit-folders.ts';

/** A file that goes back to its unit. */
export interface Return {
  /** As the report names it. */
  readonly file: string;
  readonly sha256: string;
  readonly unit: string;
  /** Everything found in it. */
  readonly findings: LongListing<Finding>;
  /** Where the marked workbook stands in the run folder: `退回/<单位>/<原文件名>`. */
  readonly path: string;
}

/** What became of the files that go back, by the name the report has for each; none when they are not written. */
export type Returned = ReadonlyMap<string, ReturnedFile>;

/** A workbook that goes back. */
export interface ReturnedFile {
  /** In the run folder, which other outputs stand in: it serves them as a link. */
  readonly path: string;
  /** What its sheets are called there, where not as in the original. */
  readonly sheetNames: ReadonlyMap<string, string>;
}

/** For outputs beside which nothing is returned. */
export const nothingReturned: Returned = new Map();

/**
 * The files that go back: those that were read, count, and hold an error or something to explain. In the order of the
 * report, so that the same report gives the same paths.
 */
export function returnsOf(report: WrittenReport, language: Language): readonly Return[] {
  const byFile = new Map<string, { readonly indexes: number[]; goesBack: boolean }>();
  let index = 0;
  for (const finding of report.findings) {
    for (const file of new Set(finding.where.map((place) => place.file))) {
      const own = byFile.get(file) ?? { indexes: [], goesBack: false };
      byFile.set(file, own);
      own.indexes.push(index);
      own.goesBack ||= ['error', 'warning'].includes(levelOf(finding));
    }
    index += 1;
  }
  const names = new DistinctNames();
  const folders = unitFolders(report, language);
  const returns: Return[] = [];
  const seen = new Set<string>();
  for (const { file, sha256, unit, status } of report.submissions) {
    if (status !== 'checked' || seen.has(file)) continue;
    seen.add(file);
    const found = byFile.get(file);
    if (found === undefined || !found.goesBack) continue;
    const folder = folders.get(unit) ?? '';
    const name = names.take(folder, safeName(returnedName(basename(file))));
    const findings = picked(report.findings, found.indexes);
    returns.push({ file, sha256, unit, findings, path: `${folder}/${name}` });
  }
  return returns;
}

/** What is no .xlsx or .xlsm comes back as an .xlsx copy. */
function returnedName(name: string): string {
  if (/\.(xls|xlt)[xm]$/i.test(name)) return name;
  return `${name.replace(/\.[0-9A-Za-z]{1,5}$/, '')}.xlsx`;
}
