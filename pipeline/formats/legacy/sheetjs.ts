import XLSX from '@e965/xlsx';
import { isDateFormat } from '../../model/number-format.ts';
import { refuse } from '../../model/refusal.ts';
import type { Range, Span } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { isDateSerial } from '../serial-date.ts';
import { RefusalError } from '../xlsx/refusal-error.ts';
import { CellKind, type LegacyJob, type LegacySheet, type LegacyWorkbook } from './messages.ts';
import { repackZip } from './repack.ts';

/**
 * Reads a workbook with SheetJS and takes from it what a workbook is made of. Runs in the child process only.
 *
 * @throws RefusalError, and whatever the library throws on a damaged file.
 */
export async function readWithSheetJs(job: LegacyJob & { readonly task: 'read' }): Promise<LegacyWorkbook> {
  const { format, content, limits } = job;
  if (format === 'xlsb') {
    const { bytes, parts } = repackZip(content, limits);
    const workbook = readBook(bytes, limits);
    const hasMacros = parts.includes('xl/vbaproject.bin');
    const hasExternalLinks =
      workbook.hasExternalLinks || parts.some((part) => part.startsWith('xl/externallinks/'));
    return { ...workbook, hasMacros, hasExternalLinks };
  }
  if (job.needsCodePages) XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  return readBook(content, limits);
}

function readBook(content: Uint8Array, limits: Limits): LegacyWorkbook {
  const book = parseBook(content);

  const names = new Set<string>();
  for (const name of book.SheetNames) {
    if (names.has(name.toLowerCase())) throw new RefusalError(refuse('DUPLICATE_SHEET', name));
    names.add(name.toLowerCase());
  }
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const sheets: LegacySheet[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new RefusalError(refuse('CORRUPT', name));
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') continue; // charts, dialogs, macro sheets
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    sheets.push(takeSheet(sheet, name, hidden, date1904, limits));
  }
  const definedNames = new Map((book.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref]));
  const hasExternalLinks = sheets.some(({ formulas }) =>
    [...formulas.values()].some((formula) => /\[[^\]]+\][^!]*!/.test(formula)),
  );
  return { sheets, definedNames, hasMacros: false, hasExternalLinks, date1904 };
}

/** The library's book. One with formulas that go by the labels of rows and columns comes without the text of any formula. */
function parseBook(content: Uint8Array): XLSX.WorkBook {
  const options: XLSX.ParsingOptions = {
    type: 'buffer',
    dense: true,
    cellFormula: true,
    cellNF: true,
    cellStyles: true, // brings hidden rows and columns
    cellHTML: false,
    cellText: false,
    cellDates: false,
  };
  restoreNumberFormats();
  try {
    return XLSX.read(content, options);
  } catch (error) {
    // It knows such formulas (`=Sales 2003`, until Excel 2003), but not how to write them; their values are as good as any.
    if (!(error instanceof Error && error.message === 'Unsupported ELFs')) throw error;
    restoreNumberFormats();
    return XLSX.read(content, { ...options, cellFormula: false });
  }
}

/** The library keeps the number formats of one workbook for the next, where they would turn numbers into dates. */
function restoreNumberFormats(): void {
  const table = XLSX.SSF.get_table();
  for (const index of Object.keys(table)) delete table[Number(index)];
  Object.assign(table, builtInFormats);
}

const builtInFormats = { ...XLSX.SSF.get_table() };

function takeSheet(
  sheet: XLSX.WorkSheet,
  name: string,
  hidden: 0 | 1 | 2,
  date1904: boolean,
  limits: Limits,
): LegacySheet {
  const rows: number[] = [];
  const columns: number[] = [];
  const kinds: number[] = [];
  const values: (string | number | boolean | null)[] = [];
  const formatIndexes: number[] = [];
  const formats = new Map<string | null, number>([[null, 0]]);
  const formulas = new Map<number, string>();
  const arrayFormulas: { range: Range; formula: string }[] = [];

  const data = sheet['!data'] ?? [];
  if (data.length > limits.rows) tooBig(limits);
  for (const [rowIndex, row] of data.entries()) {
    if (row === undefined) continue; // rows without cells are holes
    if (row.length > limits.columns)
      throw new RefusalError(refuse('TOO_MANY_COLUMNS', `> ${limits.columns}`));
    for (const [columnIndex, cell] of row.entries()) {
      const taken = cell === undefined ? null : takeCell(cell, date1904);
      if (cell === undefined || taken === null) continue;
      if (typeof taken.value === 'string' && taken.value.length > limits.cellText) {
        const address = XLSX.utils.encode_cell({ r: rowIndex, c: columnIndex });
        throw new RefusalError(refuse('FIELD_TOO_LONG', `${name}!${address}`));
      }
      if (typeof cell.f === 'string' && cell.f !== '') formulas.set(rows.length, cell.f);
      if (typeof cell.f === 'string' && typeof cell.F === 'string') {
        arrayFormulas.push({ range: toRange(XLSX.utils.decode_range(cell.F)), formula: cell.f });
      }
      const format = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : null;
      if (!formats.has(format)) formats.set(format, formats.size);
      rows.push(rowIndex + 1);
      columns.push(columnIndex + 1);
      kinds.push(taken.kind);
      values.push(taken.value);
      formatIndexes.push(formats.get(format) ?? 0);
    }
  }

  return {
    name,
    visibility: hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'veryHidden',
    rows: Uint32Array.from(rows),
    columns: Uint16Array.from(columns),
    kinds: Uint8Array.from(kinds),
    values,
    formatIndexes: Uint16Array.from(formatIndexes),
    formats: [...formats.keys()],
    formulas,
    arrayFormulas,
    merges: (sheet['!merges'] ?? []).map(toRange),
    hiddenRows: hiddenSpans(sheet['!rows'] ?? []),
    hiddenColumns: hiddenSpans(sheet['!cols'] ?? []),
  };
}

interface TakenCell {
  readonly kind: number;
  readonly value: string | number | boolean | null;
}

/** What a cell holds; null when it is empty. */
function takeCell(cell: XLSX.CellObject, date1904: boolean): TakenCell | null {
  const hasFormula = typeof cell.f === 'string' || typeof cell.F === 'string';
  const { v: value } = cell;
  if (cell.t === 'e') {
    // The library gives errors as numbers: 23 is #REF!.
    const code = typeof value === 'number' ? errorCodes.get(value) : undefined;
    if (code === undefined) throw new RefusalError(refuse('CORRUPT', `error ${String(value)}`));
    return { kind: CellKind.error, value: code };
  }
  if (cell.t === 'z' || value === undefined || value === null) {
    return hasFormula ? { kind: CellKind.uncalculated, value: null } : null;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new RefusalError(refuse('CORRUPT', { zh: '数值有误', en: 'a bad number' }));
    const isDate = typeof cell.z === 'string' && isDateFormat(cell.z) && isDateSerial(value, date1904);
    return { kind: isDate ? CellKind.date : CellKind.plain, value };
  }
  if (value instanceof Date) throw new RefusalError(refuse('CORRUPT', { zh: '日期有误', en: 'a bad date' }));
  if (value === '' && !hasFormula) return null;
  return { kind: CellKind.plain, value };
}

/** Source: [MS-XLS] 2.5.10 BErr. */
const errorCodes: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

function toRange(range: XLSX.Range): Range {
  return { top: range.s.r + 1, left: range.s.c + 1, bottom: range.e.r + 1, right: range.e.c + 1 };
}

function hiddenSpans(lines: readonly ({ readonly hidden?: boolean } | undefined)[]): readonly Span[] {
  const spans: { first: number; last: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line?.hidden !== true) continue;
    const previous = spans.at(-1);
    if (previous?.last === index) previous.last = index + 1;
    else spans.push({ first: index + 1, last: index + 1 });
  }
  return spans;
}

function tooBig(limits: Limits): never {
  throw new RefusalError(
    refuse('TOO_BIG', { zh: `超过 ${limits.rows} 行`, en: `more than ${limits.rows} rows` }),
  );
}
