import { z } from 'zod';
import { budgetBalanceOf, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** BUD-09: an amount that is last year's to the fen may have been copied; a whole column of them is said once. */
export const sameAsLastYear = defineRule({
  meta: {
    id: 'BUD-09',
    name: 'same-as-last-year',
    title: { zh: '与上年完全相同', en: 'Identical to last year' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核（灾害防治支出两年均为2.85万元）',
      why: {
        zh: '与上年分毫不差的数，可能是沿用旧数。',
        en: 'A figure that equals last year’s to the fen may be an old one.',
      },
    },
    options: z.object({
      column: z.number().int().min(2).default(3).register(meaning, {
        unit: 'items',
        zh: '整列与上年相同，达到此项数的合并为一条提示',
        en: 'items from which a column that equals last year’s throughout is one finding',
      }),
    }),
    messages: {
      one: {
        zh: '{item}与上年完全相同（{amount} {unit}），请确认未沿用旧数。',
        en: '"{item}" is the same as last year ({amount} {unit}); is it an old figure?',
        clears: {
          zh: '核对{item}本年数；确实相同的无须处理。',
          en: 'Check this year’s amount; nothing to do if it is the same.',
        },
      },
      column: {
        zh: '支出 {count} 项全部与上年完全相同，请确认未整列沿用旧数。',
        en: 'All {count} items of expenditure are the same as last year; was the column copied?',
        clears: {
          zh: '核对本年数与上年数两列；确实相同的无须处理。',
          en: 'Check both columns; nothing to do if they are the same.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const items = budgetBalanceOf(submission, period)?.expenditure.items ?? [];
    const known = items.filter(isComparable);
    const same = known.filter((row) => amountOf(row, 'amount') === amountOf(row, 'lastYear'));
    if (same.length >= options.column && same.length === known.length) {
      yield failAt(
        same.map((row) => placeOf(row, 'amount')),
        { message: 'column', args: { count: same.length }, measure: 'column' },
      );
      return;
    }
    for (const row of items) yield isComparable(row) ? judge(row) : notApplicable;
  },
});

function isComparable(row: Row): boolean {
  const [current, before] = [amountOf(row, 'amount'), amountOf(row, 'lastYear')];
  return !row.classified && current !== null && before !== null && (current > 0 || before > 0);
}

function judge(row: Row): Verdict {
  const amount = amountOf(row, 'amount') ?? 0;
  if (amount !== amountOf(row, 'lastYear')) return pass;
  const unit = unitOf(row, 'amount');
  return failAt(
    [placeOf(row, 'amount'), placeOf(row, 'lastYear')],
    {
      message: 'one',
      args: { item: nameOfItem(row), amount: inUnit(amount, unit), unit },
      value: inUnit(amount, unit),
    },
    projectOf(row),
  );
}
