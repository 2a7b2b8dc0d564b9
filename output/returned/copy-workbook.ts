import { isCellDate, isCellError, type Sheet, type Workbook } from '../../pipeline/model/workbook.ts';
import { cellText, plainText } from '../safe-text.ts';
import { textWidth } from '../text-width.ts';
import { finishWorkbook } from '../xlsx-finisher.ts';

/**
 * An .xlsx copy of a workbook in another format, to be marked in place of it: its values, number formats and merges,
 * with columns as wide as their content. The same workbook gives the same bytes.
 *
 * @param day `YYYY-MM-DD`, stands for the time of writing
 */
export async function copyWorkbook(workbook: Workbook, day: string): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const copy = new exceljs.Workbook();
  copy.created = new Date(`${day}T00:00:00Z`);
  copy.modified = copy.created;
  const names = copiedNames(workbook);
  for (const sheet of workbook.sheets) {
    const target = copy.addWorksheet(names.get(sheet.name) ?? sheet.name, {
      state: sheet.visibility,
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    const widths: number[] = [];
    for (const row of Array.from(sheet.filledRows)) {
      for (const column of Array.from(sheet.filledColumns(row))) {
        const value = plainValue(sheet, row, column);
        if (value === null) continue;
        const cell = target.getCell(row, column);
        cell.value = value;
        const format = sheet.numberFormat(row, column);
        if (format !== null) cell.numFmt = format;
        if (row <= widestFrom) continue;
        widths[column] = Math.max(widths[column] ?? 0, textWidth(String(value), 'wide'));
      }
    }
    for (const [column, width] of widths.entries()) {
      if (width !== undefined && column > 0)
        target.getColumn(column).width = Math.min(36, Math.max(10, width + 2));
    }
    for (const { top, left, bottom, right } of sheet.merges) {
      if (
        bottom <= lastRow &&
        right <= lastColumn &&
        bottom - top <= tallestMerge &&
        right - left <= tallestMerge
      )
        target.mergeCellsWithoutStyle(top, left, bottom, right);
    }
    for (const { first, last } of sheet.hiddenRows)
      for (let row = first; row <= Math.min(last, sheet.rowCount); row += 1) target.getRow(row).hidden = true;
    for (const { first, last } of sheet.hiddenColumns)
      for (let column = first; column <= Math.min(last, sheet.columnCount); column += 1)
        target.getColumn(column).hidden = true;
  }
  return finishWorkbook(new Uint8Array(await copy.xlsx.writeBuffer()));
}

/** What each sheet is called in a copy: its own name, but for signs and lengths that .xlsx does not allow. */
export function copiedNames(workbook: Workbook): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name } of workbook.sheets) {
    const allowed = plainText(name)
      .replace(/[*?:\\/[\]\n\t]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, longestName);
    let distinct = allowed === '' || /^history$/i.test(allowed) ? `_${allowed}` : allowed;
    for (let number = 2; taken.has(distinct.toLowerCase()); number += 1)
      distinct = `${allowed.slice(0, longestName - 4)}(${number})`;
    taken.add(distinct.toLowerCase());
    names.set(name, distinct);
  }
  return names;
}

const longestName = 31;

/** Titles above a table would make its first column wider than the page. */
const widestFrom = 2;
const lastRow = 1_048_576;
const lastColumn = 16_384;
/** exceljs makes an object of every cell of a merge. */
const tallestMerge = 2000;

/** A value as exceljs takes it. Formulas are not copied: their values are what was judged. */
function plainValue(sheet: Sheet, row: number, column: number): string | number | boolean | null {
  const value = sheet.value(row, column);
  if (value === null) return null;
  if (isCellDate(value)) return value.serial ?? value.iso;
  if (isCellError(value)) return value.code;
  return typeof value === 'string' ? cellText(value, 'kept') : value;
}
