import XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { CellValue } from '../../../pipeline/model/workbook.ts';
import { type MeantCell, type MeantWorkbook, meantWorkbook } from '../../support/xlsx-arbitrary.ts';
import { readBytes } from '../../support/xlsx-parts.ts';

const runs = { numRuns: 300, seed: 20231128 };

describe('generated workbooks', () => {
  test('are read as they were meant', async () => {
    await fc.assert(
      fc.asyncProperty(meantWorkbook, fc.boolean(), async (meant, inPieces) => {
        const result = await readBytes(meant.bytes, inPieces ? { streamFromBytes: 0 } : {});
        const sheet = typeof result === 'string' ? undefined : result.sheets[0];
        expect(result).toMatchObject({ format: 'xlsx' });
        const found: Omit<MeantCell, 'manner'>[] = [];
        for (const row of Array.from(sheet?.filledRows ?? [])) {
          for (const column of Array.from(sheet?.filledColumns(row) ?? [])) {
            found.push({
              row,
              column,
              value: sheet?.value(row, column) ?? null,
              formula: sheet?.formula(row, column) ?? null,
              numberFormat: sheet?.numberFormat(row, column) ?? null,
            });
          }
        }
        expect(found).toEqual(meant.cells.map(({ manner: _, ...cell }) => cell));
        expect(sheet?.merges.length).toBe(meant.merges.length);
      }),
      runs,
    );
  }, 120_000);

  test('are read by exceljs alike, but for faults of its own', async () => {
    expect(await compare(readWithExcelJs, excelJsFaults)).toEqual([]);
  }, 120_000);

  test('are read by SheetJS alike, but for faults of its own', async () => {
    expect(await compare(async (meant) => readWithSheetJs(meant), sheetJsFaults)).toEqual([]);
  }, 120_000);
});

/** What another reader found in a cell: dates as serial numbers, undefined for an empty or uncalculated cell. */
type Found = string | number | boolean | undefined;
type OtherReader = (meant: MeantWorkbook) => Promise<ReadonlyMap<string, Found> | Error>;

/** A fault of another reader: its name, and whether it explains what was found in place of what was meant. */
type Faults = Readonly<Record<string, (meant: MeantWorkbook, cell: MeantCell, found: Found) => boolean>>;

/** Every difference to another reader that no known fault of it explains. */
async function compare(read: OtherReader, faults: Faults): Promise<string[]> {
  const unexplained: string[] = [];
  for (const meant of fc.sample(meantWorkbook, runs)) {
    const found = await read(meant);
    for (const cell of meant.cells) {
      const other = found instanceof Error ? undefined : found.get(`${cell.row},${cell.column}`);
      const expected = plain(cell.value, meant.traits.date1904);
      if (!(found instanceof Error) && Object.is(other, expected)) continue;
      if (Object.values(faults).some((explains) => explains(meant, cell, other))) continue;
      const message = found instanceof Error ? found.message : JSON.stringify(other);
      unexplained.push(
        `R${cell.row}C${cell.column} ${JSON.stringify(cell)} found ${message} ${JSON.stringify(meant.traits)}`,
      );
    }
  }
  return unexplained.slice(0, 20);
}

/** A value as other readers give it; SheetJS makes serial numbers of ISO dates, so all dates are compared as such. */
function plain(value: CellValue, date1904: boolean): Found {
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  if (value.kind === 'error') return value.code;
  if (value.serial !== null) return value.serial;
  const iso = value.iso.includes('T') ? `${value.iso}Z` : value.iso;
  return Date.parse(iso) / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
}

const excelJsFaults: Faults = {
  'fails on elements with a prefix': (meant) => meant.traits.prefix !== '',
  'fails on rows and cells without a number': (meant) => !meant.traits.numbered,
  'fails on references in lower case': (meant) => meant.traits.lowerCase,
  'takes the year of an ISO date for its value': (_, { value }, found) => found === 2023 && isIsoDate(value),
  'loses text in CDATA': (_, { manner }, found) =>
    manner.endsWith('CDATA') && (found === undefined || found === ''),
  'loses an empty text': (_, { value }, found) => value === '' && found === undefined,
  'leaves escapes in results of formulas and in inline texts': (_, { value, manner }, found) =>
    (manner === 'result' || manner === 'inline') &&
    found === String(value).replaceAll('_x0041_', '_x005F_x0041_'),
};

function isIsoDate(value: CellValue): boolean {
  return typeof value === 'object' && value?.kind === 'date' && value.serial === null;
}

async function readWithExcelJs(meant: MeantWorkbook): Promise<ReadonlyMap<string, Found> | Error> {
  const workbook = new ExcelJS.Workbook();
  const cells = new Map<string, Found>();
  try {
    // The declaration asks for another Buffer than the one Node's types give since 20.
    await workbook.xlsx.load(meant.bytes as unknown as ExcelJS.Buffer);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  workbook.worksheets[0]?.eachRow((row, rowNumber) => {
    row.eachCell((cell, column) => {
      // `cell.value` leaves out the results 0 and FALSE of formulas, `cell.result` has them.
      const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
      cells.set(`${rowNumber},${column}`, excelJsValue(value, meant.traits.date1904));
    });
  });
  return cells;
}

function excelJsValue(value: unknown, date1904: boolean): Found {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return undefined;
  if (Object.prototype.toString.call(value) === '[object Date]') {
    return Math.round(Number(value) / 86_400_000) + 25_569 - (date1904 ? 1462 : 0);
  }
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText.map((run: { text: string }) => run.text).join('');
  }
  return 'error' in value && typeof value.error === 'string' ? value.error : undefined;
}

const sheetJsFaults: Faults = {
  'takes cells in comments for cells': (meant) => meant.traits.comments,
  'loses cells with references in lower case': (meant) => meant.traits.lowerCase,
  'decodes escapes twice in results of formulas': (_, { value, manner }, found) =>
    manner === 'result' && found === String(value).replaceAll('_x0041_', 'A'),
  'leaves escapes in CDATA': (_, { value, manner }, found) =>
    manner.endsWith('CDATA') && found === String(value).replaceAll('_x0041_', '_x005F_x0041_'),
};

function readWithSheetJs(meant: MeantWorkbook): ReadonlyMap<string, Found> | Error {
  const cells = new Map<string, Found>();
  try {
    const workbook = XLSX.read(meant.bytes, { cellFormula: true, cellNF: true });
    const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {};
    for (const [address, cell] of Object.entries(sheet)) {
      if (address.startsWith('!')) continue;
      const { r, c } = XLSX.utils.decode_cell(address);
      const found = cell as XLSX.CellObject; // every key without an exclamation mark is a cell
      const value = found.t === 'e' ? String(found.w) : found.v;
      cells.set(`${r + 1},${c + 1}`, value instanceof Date ? value.toISOString() : value);
    }
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return cells;
}
