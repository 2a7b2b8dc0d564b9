import { z } from 'zod';
import { budgetBalanceOf } from '../../pipeline/model/budget-balance.ts';
import { notApplicable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { judgeIdentity } from './judge-identity.ts';

/** BUD-02: expenditure by function adds up to the totals. */
export const functionalIdentity = defineRule({
  meta: {
    id: 'BUD-02',
    name: 'functional-identity',
    title: { zh: '支出功能分项之和与合计不符', en: 'Expenditure by function does not add up' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'error',
    basis: {
      source: '收支总表表内勾稽关系；预算绩效报告人工复核（功能分类之和与支出合计差尾数）',
      why: {
        zh: '各功能分类支出之和应等于支出合计，差额在尾差以内的只作提示。',
        en: 'The functions make up total expenditure; what rounding explains is only a notice.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '支出功能分类 {count} 项合计 {sum} {unit}，{total}填 {stated} {unit}，差 {difference} {unit}（尾差容许 {tolerance}）。',
        en: 'The {count} functions add up to {sum}, the total says {stated} ({unit}): {difference}, more than rounding ({tolerance}).',
        clears: {
          zh: '将{total}改为 {sum} {unit}，或补上漏列的科目、更正分项。',
          en: 'Change the total to {sum} ({unit}), or add and correct functions.',
        },
      },
      alike: {
        zh: '支出功能分类 {count} 项合计 {sum} {unit}，{total}填 {stated} {unit}，差 {difference} {unit}（尾差容许 {tolerance}），{grandTotal}也差这么多。',
        en: 'The {count} functions add up to {sum}, the total says {stated} ({unit}): {difference}, more than rounding ({tolerance}), and the grand total is off by as much.',
        clears: {
          zh: '先核对分项：补上漏列的科目、更正填错的分项；分项无误的，将{total}改为 {sum} {unit}、{grandTotal}改为 {grandSum} {unit}。',
          en: 'Look at the functions first and add or correct them; if they stand, change the total to {sum} and the grand total to {grandSum} ({unit}).',
        },
      },
      rounding: {
        zh: '支出功能分类 {count} 项合计 {sum} {unit}，{total}填 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: 'The {count} functions add up to {sum}, the total says {stated} ({unit}); {difference} is rounding (up to {tolerance}).',
        clears: {
          zh: '无须处理；可调整尾数使其相等。',
          en: 'Nothing to do; the last digit may be adjusted.',
        },
      },
    },
  },

  *check({ submission, period }) {
    const balance = budgetBalanceOf(submission, period);
    if (balance === null) yield notApplicable;
    else yield* judgeIdentity(balance.expenditure);
  },
});
