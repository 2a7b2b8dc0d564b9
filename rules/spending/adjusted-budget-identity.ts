import { z } from 'zod';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { rowsThatState } from '../../pipeline/model/spending-rows.ts';
import { amountOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** PRG-14: revised budget = original budget + increases − reductions. */
export const adjustedBudgetIdentity = defineRule({
  meta: {
    id: 'PRG-14',
    name: 'adjusted-budget-identity',
    title: { zh: '调整后预算勾稽不符', en: 'Revised budget does not add up' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'error',
    basis: {
      source: '预算绩效运行监控表列次关系（调整预算数=年初预算数+追加数−追减数）',
      why: {
        zh: '调整后预算是各项进度的分母，错一处，进度、差异率都跟着错。',
        en: 'The revised budget is what every rate is measured by; when it is wrong, all of them are.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '年初预算 {initial} + 追加 {add} − 追减 {cut} = {expected} {unit}，调整后预算填 {stated} {unit}，相差 {difference} {unit}。',
        en: 'Original {initial} + increase {add} − reduction {cut} = {expected}, but the revised budget is {stated} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将调整后预算改为 {expected} {unit}，或更正年初预算、追加、追减。',
          en: 'Change the revised budget to {expected} ({unit}), or correct its parts.',
        },
      },
      rounding: {
        zh: '年初预算 {initial} + 追加 {add} − 追减 {cut} = {expected} {unit}，与调整后预算 {stated} {unit}相差 {difference} {unit}，在尾差 {tolerance} {unit}以内。',
        en: 'Original {initial} + increase {add} − reduction {cut} = {expected} against {stated} ({unit}): {difference}, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ dossier }) {
    for (const row of rowsThatState(dossier, ['adjustedBudget', ...parts])) {
      const budget = amountOf(row, 'adjustedBudget');
      // Without the original budget and its changes on the sheet there is no identity; a budget of zero is PRG-18's.
      const onSheet = parts.filter((field) => row.source.columns.has(field));
      const isItemised = onSheet.includes('initialBudget') && onSheet.length > 1;
      if (row.classified || !isItemised || budget === 0) {
        yield notApplicable;
        continue;
      }
      // A blank part, or one that is not on the sheet, is nothing added or cut.
      const unread = parts.find((field) => isUnread(row, field));
      if (budget === null || unread !== undefined || parts.every((field) => amountOf(row, field) === null)) {
        yield undecidable(row, budget === null ? 'adjustedBudget' : (unread ?? 'initialBudget'));
        continue;
      }
      const initial = amountOf(row, 'initialBudget') ?? 0;
      const add = amountOf(row, 'budgetAdd') ?? 0;
      // Some write a reduction as a negative figure.
      const cut = Math.abs(amountOf(row, 'budgetCut') ?? 0);
      const expected = initial + add - cut;
      const unit = unitOf(row, 'adjustedBudget');
      const grounds = sumDifference(expected, budget, 3, unit);
      if (grounds === null) {
        yield pass;
        continue;
      }
      // 0.00 of an original budget that nobody filled in would make a figure nobody means.
      if (amountOf(row, 'initialBudget') === null) {
        yield undecidable(row, 'initialBudget');
        continue;
      }
      yield fail(row, ['adjustedBudget', ...onSheet], {
        ...grounds,
        args: {
          ...grounds.args,
          initial: inUnit(initial, unit),
          add: inUnit(add, unit),
          cut: inUnit(cut, unit),
        },
        trace: `${traceOf(row, onSheet)} = ${inUnit(expected, unit)}`,
      });
    }
  },
});

const parts = ['initialBudget', 'budgetAdd', 'budgetCut'] as const;

/** The parts with their signs: `G6 120.00 + H6 10.00 − I6 0.00`. */
function traceOf(row: Row, onSheet: readonly string[]): string {
  return onSheet
    .map((field) =>
      field === 'budgetCut' ? term(row, field, Math.abs(amountOf(row, field) ?? 0)) : term(row, field),
    )
    .reduce((left, one, index) => `${left} ${onSheet[index] === 'budgetCut' ? minus : '+'} ${one}`);
}
