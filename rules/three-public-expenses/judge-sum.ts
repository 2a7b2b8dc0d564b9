import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import type { Text } from '../../pipeline/model/text.ts';
import {
  type ExpenseCell,
  type ExpenseColumn,
  type ExpenseItem,
  expenseColumns,
  expenseItems,
  type ThreePublic,
} from '../../pipeline/model/three-public.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import {
  failAt,
  type Grounds,
  notApplicable,
  pass,
  undecidable,
  undecidableAt,
  type Verdict,
} from '../../pipeline/model/verdict.ts';

/**
 * Whether an item is the sum of its parts in one column. The rule's messages `differs` and `rounding` may use: column,
 * sum, expected, stated, difference, tolerance, unit.
 */
export function judgeSum(
  expenses: ThreePublic,
  whole: ExpenseItem,
  parts: readonly ExpenseItem[],
  column: ExpenseColumn,
): Verdict {
  const stated = expenses.cell(whole, column);
  if (stated === null || isBlank(stated)) return notApplicable;
  if (stated.fen === null) return undecidable(stated.row, stated.field);
  const cells = parts.map((item) => ({ item, cell: expenses.cell(item, column) }));
  const expected = cells.reduce((all, { cell }) => all + (cell?.fen ?? 0), 0);
  const unit = unitOf(stated.row, stated.field);
  const sum = sumDifference(expected, stated.fen, parts.length, unit);
  if (sum === null) return pass;
  // A total alone, without any of its parts, leaves nothing to add up.
  const [first] = cells;
  if (first?.cell && cells.every(({ cell }) => cell !== null && isBlank(cell)))
    return undecidable(first.cell.row, first.cell.field);
  for (const { item, cell } of cells) {
    if (cell === null) return undecidableAt({ ...stated.place, label: expenseItems[item].zh }, 'absent');
    if (cell.fen === null && !isBlank(cell)) return undecidable(cell.row, cell.field);
  }
  const known = cells.flatMap(({ item, cell }) => (cell === null ? [] : [{ item, cell }]));
  const where = [stated.place, ...known.map(({ cell }) => cell.place)];
  const grounds: Grounds = {
    ...sum,
    args: {
      ...sum.args,
      column: expenseColumns[column],
      sum: added(known.map(({ item, cell }) => [item, cell.fen === null ? null : inUnit(cell.fen, unit)])),
    },
    measure: column,
    trace: `${known.map(({ cell }) => term(cell.row, cell.field)).join(' + ')} ${minus} ${term(stated.row, stated.field)} = ${inUnit(expected - stated.fen, unit)}`,
  };
  return failAt(where, grounds, expenses.owner);
}

/** A blank in a form is nothing spent; only what could not be read is not known. */
function isBlank({ row, field }: ExpenseCell): boolean {
  return isEmpty(row, field);
}

/** `因公出国（境）费（未填） + 公务接待费 5.02`, in both languages. */
function added(parts: readonly (readonly [ExpenseItem, string | null])[]): Text {
  const words = (language: keyof Text, blank: string) =>
    parts
      .map(([item, amount]) => `${expenseItems[item][language]}${amount === null ? blank : ` ${amount}`}`)
      .join(' + ');
  return { zh: words('zh', '（未填）'), en: words('en', ' (blank)') };
}
