import { placeOf, type Row } from '../../model/submission.ts';
import type { Computed } from './line.ts';

/** How many rows a table has, traced to its first and last: `COUNTA(B6:B57)`; null for a table without rows. */
export function countOfRows(rows: readonly Row[], field: string): Computed | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { value: rows.length, trace: `COUNTA(${rangeOf(rows, field)})`, where: ends(rows, field) };
}

/** How many rows were picked, traced to each of them: `COUNT(B31, B36, B40) = 3`. */
export function countOfPicked(some: readonly Row[], field: string): Computed {
  const places = some.map((row) => placeOf(row, field));
  const cells = places.slice(0, mostCells).map(({ cell }) => cell ?? '');
  const rest = places.length > mostCells ? ', …' : '';
  return {
    value: some.length,
    trace: some.length === 0 ? '0' : `COUNT(${cells.join(', ')}${rest}) = ${some.length}`,
    where: places,
  };
}

const mostCells = 8;

function rangeOf(rows: readonly Row[], field: string): string {
  return ends(rows, field)
    .map(({ cell }) => cell ?? '')
    .join(':');
}

function ends(rows: readonly Row[], field: string) {
  return [rows[0], rows.at(-1)].flatMap((row) => (row === undefined ? [] : [placeOf(row, field)]));
}
