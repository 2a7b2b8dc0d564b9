import { z } from 'zod';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import {
  type ExpenseColumn,
  type ExpenseItem,
  expenseColumnNames,
  expenseLeaves,
  expenseParts,
  type ThreePublic,
  threePublicOf,
} from '../../pipeline/model/three-public.ts';
import { notApplicable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { judgeSum } from './judge-sum.ts';

/** SG-01: travel abroad, vehicles and receptions add up to the three public expenses, in every column. */
export const totalIdentity = defineRule({
  meta: {
    id: 'SG-01',
    name: 'total-identity',
    title: { zh: '“三公”合计勾稽不符', en: 'Three public expenses do not add up' },
    group: 'three-public-expenses',
    scope: 'table',
    needs: ['T09'],
    severity: 'error',
    basis: {
      source: '“三公”经费表表内勾稽关系（公开的预决算公开检查规则：合计=出国+公车+接待）',
      why: {
        zh: '三项之和与合计不一致，说明有一项填错或漏填，公开后口径无法自圆。',
        en: 'When the three and their total disagree, one of them is wrong or left out.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '{column}：“三公”经费合计填 {stated} {unit}，而{sum} = {expected} {unit}，相差 {difference} {unit}。',
        en: '{column}: the total is {stated}, but {sum} = {expected} ({unit}), a difference of {difference}.',
        clears: {
          zh: '将“三公”经费合计改为 {expected} {unit}，或更正填错的分项。',
          en: 'Change the total to {expected} ({unit}), or correct the item that is wrong.',
        },
      },
      rounding: {
        zh: '{column}：“三公”经费合计填 {stated} {unit}，{sum} = {expected} {unit}，相差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '{column}: the total is {stated}, {sum} = {expected} ({unit}); {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ submission }) {
    for (const expenses of threePublicOf(submission)) {
      if (expenses.cell('total', 'budget') === null && expenses.cell('total', 'actual') === null) {
        yield notApplicable;
        continue;
      }
      for (const column of expenseColumnNames)
        yield judgeSum(expenses, 'total', partsOf(expenses, column), column);
    }
  },
});

/** Sheets without a line for all vehicles, or with a blank one, name what was bought and what it cost to run them. */
function partsOf(expenses: ThreePublic, column: ExpenseColumn): readonly ExpenseItem[] {
  const cars = expenses.cell('cars', column);
  const isSplit = expenseParts.cars.some((item) => (expenses.cell(item, column)?.fen ?? null) !== null);
  return cars === null || (isEmpty(cars.row, cars.field) && isSplit) ? expenseLeaves : expenseParts.total;
}
