import { type Fen, inUnit } from './money.ts';
import { amountOf, placeOf, type Row, unitOf } from './submission.ts';

/**
 * One term of a traced sum: the cell and its amount in the unit of its sheet, `G12 71.38`. A value without a cell of
 * its own (a sum of months) is named by its first and last cell.
 */
export function term(row: Row, field: string | readonly string[], fen?: Fen): string {
  const fields = typeof field === 'string' ? [field] : field;
  const first = fields[0] ?? '';
  const amount = fen ?? fields.reduce((sum, name) => sum + (amountOf(row, name) ?? 0), 0);
  return `${cells(row, fields)} ${inUnit(amount, unitOf(row, first))}`;
}

/** The sum of one field over rows: `G6+G7+G8` up to four rows, `SUM(G6:G57)` beyond. */
export function sumOf(rows: readonly Row[], field: string): string {
  const addresses = rows.map((row) => placeOf(row, field).cell ?? '');
  return addresses.length <= 4 ? addresses.join('+') : `SUM(${addresses[0]}:${addresses.at(-1)})`;
}

/** Minus, as sums print it; amounts below zero keep the plain hyphen. */
export const minus = '−';

/** A run of neighbouring cells as a range, scattered ones (the 实际 of each month's pair) one by one. */
function cells(row: Row, fields: readonly string[]): string {
  const addresses = fields.map((field) => placeOf(row, field).cell ?? '');
  const columns = fields.map((field) => row.source.columns.get(field)?.column ?? 0);
  const isRun = columns.every((column, index) => index === 0 || column === (columns[index - 1] ?? 0) + 1);
  if (addresses.length > 1 && isRun) return `${addresses[0]}:${addresses.at(-1)}`;
  return addresses.join('+');
}
