import { cellAddress } from '../model/address.ts';
import { closedUp } from '../model/label.ts';
import type { Place } from '../model/place.ts';
import type { Sheet } from '../model/workbook.ts';
import type { Band } from './heading-band.ts';

/** Text around the tables of a sheet: titles, unit lines, notes, signatures. */
export interface Remark {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly place: Place;
  /** The text of the next filled cell to the right in the same row; '' when there is none. */
  readonly right: string;
}

/** How many rows behind the last table are still looked at for notes and signatures. */
const rowsBelow = 40;

/** Every text outside the bodies of tables, top to bottom. */
export function surroundingsOf(
  sheet: Sheet,
  file: string,
  rows: Band,
  bodies: readonly Band[],
): readonly Remark[] {
  const remarks: Remark[] = [];
  const lastBody = Math.max(0, ...bodies.map((body) => body.last));
  const filled = sheet.filledRows;
  for (let index = 0; index < filled.length; index += 1) {
    const row = filled[index] ?? 0;
    if (row < rows.first || bodies.some((body) => row >= body.first && row <= body.last)) continue;
    if (row > rows.last || row > lastBody + rowsBelow) break;
    const columns = sheet.filledColumns(row);
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? 0;
      const text = wordsAt(sheet, row, column);
      if (text === '') continue;
      const next = columns[at + 1];
      remarks.push({
        text,
        row,
        column,
        place: { file, sheet: sheet.name, cell: cellAddress(row, column), label: null },
        right: next === undefined ? '' : rightOf(sheet, row, next),
      });
    }
  }
  return remarks;
}

/** A text, or a date as its number format shows it: without the day where only the month is shown. */
function wordsAt(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  if (typeof value === 'string') return closedUp(value);
  if (value === null || typeof value !== 'object' || value.kind !== 'date') return '';
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value.iso) ?? [];
  if (year === undefined) return '';
  const format = (sheet.numberFormat(row, column) ?? 'd').replace(/"[^"]*"|\[[^\]]*\]/g, '');
  return `${year}年${month}月${/d/i.test(format) ? `${day}日` : ''}`;
}

function rightOf(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  if (typeof value === 'number') return String(value);
  if (value !== null && typeof value === 'object' && value.kind === 'date') return value.iso;
  return wordsAt(sheet, row, column);
}
