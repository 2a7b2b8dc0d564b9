import { z } from 'zod';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import {
  type ExpenseCell,
  expenseColumnNames,
  expenseColumns,
  threePublicOf,
} from '../../pipeline/model/three-public.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SG-05: budget, actual and last year's figure of the three public expenses are one and the same. */
export const identicalFigures = defineRule({
  meta: {
    id: 'SG-05',
    name: 'identical-figures',
    title: { zh: '“三公”执行数、预算数与上年数相同', en: 'Three public expenses: three identical figures' },
    group: 'three-public-expenses',
    scope: 'table',
    needs: ['T09'],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（执行数、预算数、上年数三数相同）',
      why: {
        zh: '实际支出恰好等于预算又恰好等于上年，常是照抄或口径混用。',
        en: 'Spending that equals both its budget and last year to the fen is often copied, or of another basis.',
      },
    },
    options: z.object({}),
    messages: {
      identical: {
        zh: '“三公”经费执行数、预算数与{last}都是 {amount} {unit}，三数相同，请确认口径。',
        en: 'Actual, budget and {last} of the three public expenses are all {amount} ({unit}); is the basis right?',
        clears: {
          zh: '核对三个数的口径和来源；确实相同的无须处理。',
          en: 'See where the three come from; nothing to do if they truly are the same.',
        },
      },
    },
  },

  *check({ submission }) {
    for (const expenses of threePublicOf(submission)) {
      const budget = expenses.cell('total', 'budget');
      const actual = expenses.cell('total', 'actual');
      const lasts = (['lastActual', 'lastBudget'] as const).flatMap((column) => {
        const cell = expenses.cell('total', column);
        return isFilled(cell) ? [{ cell, name: expenseColumns[column] }] : [];
      });
      const unread = expenseColumnNames
        .map((column) => expenses.cell('total', column))
        .find((cell) => cell !== null && isUnread(cell.row, cell.field));
      if (unread && (lasts.length === 0 || !isFilled(budget) || !isFilled(actual))) {
        yield undecidable(unread.row, unread.field);
        continue;
      }
      if (!isFilled(budget) || !isFilled(actual) || lasts.length === 0 || budget.fen === 0) {
        yield notApplicable;
        continue;
      }
      const same = lasts.find(({ cell }) => cell.fen === budget.fen && cell.fen === actual.fen);
      if (same === undefined) {
        yield pass;
        continue;
      }
      const unit = unitOf(actual.row, actual.field);
      const amount = inUnit(actual.fen, unit);
      yield failAt([actual.place, budget.place, same.cell.place], {
        message: 'identical',
        args: { last: same.name, amount, unit },
        value: amount,
      });
    }
  },
});

function isFilled(cell: ExpenseCell | null): cell is ExpenseCell & { readonly fen: number } {
  return cell !== null && cell.fen !== null;
}
