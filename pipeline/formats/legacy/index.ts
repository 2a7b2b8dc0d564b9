import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { Sheet, Workbook, WorkbookFormat } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { SheetGridBuilder } from '../sheet-grid.ts';
import { walkBiff } from './biff.ts';
import { runInChild } from './child-process.ts';
import { decodeMarkup } from './decode-markup.ts';
import { readHtml } from './html.ts';
import { CellKind, type JobLimits, type LegacyJob, type LegacySheet } from './messages.ts';
import { type OleContainer, openOle } from './ole.ts';
import { readXml2003 } from './xml2003.ts';

/** How an older format is read. */
export interface LegacyOptions {
  readonly limits: Limits;
  /** Tried in turn on files with a password. */
  readonly passwords: readonly string[];
  /** What a job of the child may cost; by default two seconds of computing and three for each megabyte, 1 GiB of memory. */
  readonly jobLimits?: JobLimits;
}

/** Reads an .xlsb in the child process. */
export function readXlsb(source: SourceFile, options: LegacyOptions): Promise<Workbook | Refusal> {
  return readJob(source, 'xlsb', null, options);
}

/** Reads the tables of a page saved as .xls. */
export function readPage(source: SourceFile, { limits }: LegacyOptions): Workbook | Refusal {
  const decoded = decodeMarkup(source.bytes);
  return typeof decoded !== 'string' ? decoded : readHtml(decoded, limits);
}

/** Reads an XML spreadsheet of 2003. */
export function readXmlSpreadsheet(source: SourceFile, { limits }: LegacyOptions): Workbook | Refusal {
  const decoded = decodeMarkup(source.bytes);
  return typeof decoded !== 'string' ? decoded : readXml2003(decoded, limits);
}

/**
 * Reads what comes in an OLE container: .xls and .et, and any workbook with a password when one of the passwords fits.
 * What a password hid is handed to `readAgain`, for it may be of any format.
 */
export async function readOle(
  source: SourceFile,
  options: LegacyOptions,
  readAgain: (opened: SourceFile) => Promise<Workbook | Refusal>,
): Promise<Workbook | Refusal> {
  const container = openOle(source.bytes);
  if (isRefusal(container)) return container;
  if (container.names.has('encryptedpackage')) return readEncrypted(source, options, readAgain);

  const isBiff8 = container.names.has('workbook');
  const stream = container.stream(isBiff8 ? 'workbook' : 'book');
  if (stream === null) return noWorkbook(container);
  if (isRefusal(stream)) return stream;
  const facts = walkBiff(stream);
  if (isRefusal(facts)) return facts;
  if (facts.isEncrypted) return readEncrypted(source, options, readAgain);
  return readJob(
    source,
    'xls',
    { isBiff8, hasMacros: container.names.has('_vba_project_cur'), ...facts },
    options,
  );
}

/** What is known of an .xls before its cells are read. */
interface XlsFacts {
  readonly isBiff8: boolean;
  readonly hasMacros: boolean;
  readonly hasExternalLinks: boolean;
}

function noWorkbook({ names }: OleContainer): Refusal {
  if (names.has('worddocument'))
    return refuse('NOT_A_WORKBOOK', { zh: '是 Word 文档', en: 'it is a Word document' });
  if (names.has('powerpoint document'))
    return refuse('NOT_A_WORKBOOK', { zh: '是演示文稿', en: 'it is a presentation' });
  if (names.has('__properties_version1.0'))
    return refuse('NOT_A_WORKBOOK', { zh: '是邮件', en: 'it is a mail message' });
  return refuse('NOT_A_WORKBOOK', { zh: '其中没有工作簿', en: 'it holds no workbook' });
}

/**
 * With this one spreadsheet programs encrypt workbooks whose structure is protected, and try it before they ask for
 * another: such a file opens for everybody. Source: [MS-OFFCRYPTO] 2.3.7.1 calls it the default password.
 */
const silentPassword = 'VelvetSweatshop';

async function readEncrypted(
  source: SourceFile,
  options: LegacyOptions,
  readAgain: (opened: SourceFile) => Promise<Workbook | Refusal>,
): Promise<Workbook | Refusal> {
  const passwords = [silentPassword, ...options.passwords];
  // Each password costs a hundred thousand rounds of hashing, about half a second.
  const { cpuMilliseconds, memoryBytes } = jobLimits(source.bytes.length, options);
  const answer = await runInChild(
    { task: 'decrypt', content: source.bytes, passwords },
    {
      cpuMilliseconds: options.jobLimits ? cpuMilliseconds : cpuMilliseconds + passwords.length * 1000,
      memoryBytes,
    },
  );
  if (isRefusal(answer)) return answer;
  if (answer.kind === 'refusal') return answer.refusal;
  if (answer.kind !== 'decrypted') {
    return refuse('ENCRYPTED', { zh: '加密方式不支持', en: 'by a method that is not supported' });
  }
  if (answer.decrypted === null) {
    if (options.passwords.length === 0) return refuse('ENCRYPTED');
    return refuse('ENCRYPTED', { zh: '所给密码都不对', en: 'no password given fits' });
  }
  return readAgain({ ...source, bytes: answer.decrypted });
}

async function readJob(
  source: SourceFile,
  format: Extract<WorkbookFormat, 'xls' | 'xlsb'>,
  xls: XlsFacts | null,
  options: LegacyOptions,
): Promise<Workbook | Refusal> {
  const needsCodePages = xls !== null && !xls.isBiff8;
  const job: LegacyJob = {
    task: 'read',
    format,
    content: source.bytes,
    needsCodePages,
    limits: options.limits,
  };
  const answer = await runInChild(job, jobLimits(source.bytes.length, options));
  if (isRefusal(answer)) return answer;
  if (answer.kind === 'refusal') return answer.refusal;
  if (answer.kind !== 'workbook') return refuse('CORRUPT');

  const { workbook } = answer;
  const sheets: Sheet[] = [];
  for (const sheet of workbook.sheets) {
    const built = buildSheet(sheet, workbook.date1904);
    if (built === null) return refuse('CORRUPT', sheet.name);
    sheets.push(built);
  }
  return {
    format,
    sheets,
    definedNames: workbook.definedNames,
    hasMacros: xls?.hasMacros ?? workbook.hasMacros,
    hasExternalLinks: workbook.hasExternalLinks || xls?.hasExternalLinks === true,
    encoding: null,
  };
}

function jobLimits(bytes: number, options: LegacyOptions): JobLimits {
  const megabytes = bytes / 1024 / 1024;
  return options.jobLimits ?? { cpuMilliseconds: 2000 + Math.ceil(megabytes * 3000), memoryBytes: 1024 ** 3 };
}

function buildSheet(sheet: LegacySheet, date1904: boolean): Sheet | null {
  const grid = new SheetGridBuilder({ date1904 });
  const formats = sheet.formats.map((format) => grid.formatIndex(format));
  for (const [index, value] of sheet.values.entries()) {
    const row = sheet.rows[index] ?? 0;
    const column = sheet.columns[index] ?? 0;
    const format = formats[sheet.formatIndexes[index] ?? 0] ?? 0;
    const kind = sheet.kinds[index];
    if (kind === CellKind.error) grid.addError(row, column, String(value), format);
    else if (value === null) grid.addUncalculated(row, column, format);
    else if (typeof value === 'string') grid.addText(row, column, value, format);
    else if (typeof value === 'boolean') grid.addBoolean(row, column, value, format);
    else if (kind === CellKind.date) grid.addSerialDate(row, column, value, format);
    else grid.addNumber(row, column, value, format);
    const formula = sheet.formulas.get(index);
    if (formula !== undefined) grid.addFormula(formula);
  }
  for (const { range, formula } of sheet.arrayFormulas) grid.addArrayFormula(range, formula);
  const { name, visibility, merges, hiddenRows, hiddenColumns } = sheet;
  return grid.finish({ name, visibility, merges, hiddenRows, hiddenColumns, validations: [] });
}
