import type { Fen } from './money.ts';
import { amountOf, type Row } from './submission.ts';
import type { Text } from './text.ts';

/**
 * One line of exactly the difference is most likely the one that was left out or counted twice; where the total has more,
 * the only line without a figure the one that was not filled in.
 *
 * @param difference the sum of the lines less what is stated
 */
export function sumHint(rows: readonly Row[], field: string, difference: Fen): Text {
  const filled = rows.filter((row) => amountOf(row, field) !== null);
  const alike = filled.filter((row) => amountOf(row, field) === Math.abs(difference));
  const row = alike.length === 1 ? alike[0]?.number : undefined;
  if (row === undefined) {
    const [blank, ...others] = rows.filter((one) => !filled.includes(one));
    if (blank === undefined || others.length > 0 || difference > 0) return { zh: '', en: '' };
    return { zh: `，第 ${blank.number} 行这一栏没有填数`, en: `; row ${blank.number} has no figure there` };
  }
  return difference > 0
    ? {
        zh: `，正好是第 ${row} 行的金额，可能漏加`,
        en: `, exactly the amount on row ${row}: perhaps left out`,
      }
    : {
        zh: `，正好是第 ${row} 行的金额，可能重复相加`,
        en: `, exactly the amount on row ${row}: perhaps added twice`,
      };
}
