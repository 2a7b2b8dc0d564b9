import { isUnread } from '../../pipeline/model/is-empty.ts';
import type { Fen } from '../../pipeline/model/money.ts';
import { amountOf, type Row } from '../../pipeline/model/submission.ts';

/** What is left of a project's money, and the cells it was read from. */
export interface LeftOver {
  readonly fen: Fen;
  readonly fields: readonly [string, ...string[]];
}

/**
 * 结转 and 结余 together, or the one amount of sheets that do not tell them apart. The name of the field where one of
 * them cannot be read; null where the row gives none.
 */
export function leftOver(row: Row): LeftOver | string | null {
  const parts = ['carriedOver', 'surplus'];
  const unread = [...parts, 'amount'].find((field) => isUnread(row, field));
  const [first, ...others] = parts.filter((field) => amountOf(row, field) !== null);
  if (first !== undefined && !parts.some((field) => isUnread(row, field))) {
    const fields: LeftOver['fields'] = [first, ...others];
    return { fen: fields.reduce((sum, field) => sum + (amountOf(row, field) ?? 0), 0), fields };
  }
  const amount = amountOf(row, 'amount');
  if (amount !== null) return { fen: amount, fields: ['amount'] };
  return unread ?? null;
}

/** 结余 alone: its own column, or the amount of a row whose kind is 结余. */
export function surplusOf(row: Row): LeftOver | string | null {
  if (isUnread(row, 'surplus')) return 'surplus';
  const surplus = amountOf(row, 'surplus');
  if (surplus !== null) return { fen: surplus, fields: ['surplus'] };
  const { kind } = row.values;
  if (typeof kind !== 'string' || !kind.includes('结余') || kind.includes('结转')) return null;
  if (isUnread(row, 'amount')) return 'amount';
  const amount = amountOf(row, 'amount');
  return amount === null ? null : { fen: amount, fields: ['amount'] };
}
