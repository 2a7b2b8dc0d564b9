import { cellAddress } from '../model/address.ts';
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
      const value = sheet.value(row, column);
      if (typeof value !== 'string' || value.trim() === '') continue;
      const next = columns[at + 1];
      const right = next === undefined ? null : sheet.value(row, next);
      remarks.push({
        text: value.trim(),
        row,
        column,
        place: { file, sheet: sheet.name, cell: cellAddress(row, column), label: null },
        right:
          typeof right === 'string'
            ? right.trim()
            : typeof right === 'number'
              ? String(right)
              : right !== null && typeof right === 'object' && right.kind === 'date'
                ? right.iso
                : '',
      });
    }
  }
  return remarks;
}
