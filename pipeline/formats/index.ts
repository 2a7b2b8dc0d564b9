import type { Refusal } from '../model/refusal.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Workbook } from '../model/workbook.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { sniff } from './sniff.ts';

export { isPassedOver, openSource, type PassedOver } from './open.ts';

/** How files are read. */
export interface ReadOptions {
  readonly limits?: Limits;
  /** Tried in turn on files with a password. */
  readonly passwords?: readonly string[];
}

/**
 * Reads a file of any format as a workbook. The format is told by the content; the name is never asked.
 *
 * What cannot be read right is refused. Readers are loaded when first needed, so that a run over .xlsx files pays for
 * no other.
 */
export async function readWorkbook(
  source: SourceFile,
  options: ReadOptions = {},
): Promise<Workbook | Refusal> {
  const kind = sniff(source.bytes);
  if (typeof kind !== 'string') return kind;

  const limits = options.limits ?? defaultLimits;
  if (kind === 'xlsx') {
    const { readXlsx } = await import('./xlsx/index.ts');
    return readXlsx(source, limits);
  }
  if (kind === 'csv') {
    const { readCsv } = await import('./csv/index.ts');
    return readCsv(source, limits);
  }

  if (kind === 'ods') {
    const { readOds } = await import('./legacy/ods.ts');
    return readOds(source.bytes, limits);
  }
  const { readOle, readPage, readXlsb, readXmlSpreadsheet } = await import('./legacy/index.ts');
  const legacyOptions = { limits, passwords: options.passwords ?? [] };
  switch (kind) {
    case 'xlsb':
      return readXlsb(source, legacyOptions);
    case 'html':
      return readPage(source, legacyOptions);
    case 'xml2003':
      return readXmlSpreadsheet(source, legacyOptions);
    case 'ole':
      // What a password hid is read like any file; a second password inside is not tried.
      return readOle(source, legacyOptions, (opened) => readWorkbook(opened, { limits }));
  }
}
