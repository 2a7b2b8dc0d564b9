import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import type { CellValue } from '../../pipeline/model/workbook.ts';

/** What another reader found in a cell: dates as serial numbers, undefined for an empty or uncalculated cell. */
export type Found = string | number | boolean | undefined;

/** Every sheet another reader found, in order, its cells by `row,column`; or the error it ended in. */
export type FoundSheets = readonly ReadonlyMap<string, Found>[] | Error;

/** A value of ours as other readers give it; SheetJS makes serial numbers of ISO dates, so all dates are compared as such. */
export function plainValue(value: CellValue, date1904: boolean): Found {
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  if (value.kind === 'error') return value.code;
  if (value.serial !== null) return value.serial;
  const iso = value.iso.includes('T') ? `${value.iso}Z` : value.iso;
  return Date.parse(iso) / 86_400_000 + 25_569 - (date1904 ? 1462 : 0);
}

/** Reads a workbook with exceljs; formulas are told by their cached results. */
export async function readWithExcelJs(bytes: Buffer, date1904: boolean): Promise<FoundSheets> {
  const workbook = new ExcelJS.Workbook();
  try {
    // The declaration asks for another Buffer than the one Node's types give since 20.
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch (error) {
    return asError(error);
  }
  return workbook.worksheets.map((sheet) => {
    const cells = new Map<string, Found>();
    sheet.eachRow((row, rowNumber) => {
      row.eachCell((cell, column) => {
        // `cell.value` leaves out the results 0 and FALSE of formulas, `cell.result` has them.
        const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
        cells.set(`${rowNumber},${column}`, excelJsValue(value, date1904));
      });
    });
    return cells;
  });
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

/** Reads a workbook with SheetJS; formulas are told by their cached results. */
export function readWithSheetJs(bytes: Buffer): FoundSheets {
  try {
    const workbook = XLSX.read(bytes, { cellFormula: true, cellNF: true });
    return workbook.SheetNames.map((name) => {
      const cells = new Map<string, Found>();
      for (const [address, cell] of Object.entries(workbook.Sheets[name] ?? {})) {
        if (address.startsWith('!')) continue;
        const { r, c } = XLSX.utils.decode_cell(address);
        const found = cell as XLSX.CellObject; // every key without an exclamation mark is a cell
        const value = found.t === 'e' ? String(found.w) : found.v;
        cells.set(`${r + 1},${c + 1}`, value instanceof Date ? value.toISOString() : value);
      }
      return cells;
    });
  } catch (error) {
    return asError(error);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
