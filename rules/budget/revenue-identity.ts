import { z } from 'zod';
import { budgetBalanceOf } from '../../pipeline/model/budget-balance.ts';
import { notApplicable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { judgeIdentity } from './judge-identity.ts';

/** BUD-01: the sources of revenue add up to the totals. */
export const revenueIdentity = defineRule({
  meta: {
    id: 'BUD-01',
    name: 'revenue-identity',
    title: { zh: '收入分项之和与合计不符', en: 'Sources of revenue do not add up' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'error',
    basis: {
      source: '收支总表表内勾稽关系；预算绩效报告人工复核（收入分项之和与收入合计差尾数）',
      why: {
        zh: '收入各来源之和应等于收入合计，差额在尾差以内的只作提示。',
        en: 'The sources make up total revenue; what rounding explains is only a notice.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '收入各来源 {count} 项合计 {sum} {unit}，{total}填 {stated} {unit}，差 {difference} {unit}（尾差容许 {tolerance}）。',
        en: 'The {count} sources of revenue add up to {sum}, the total says {stated} ({unit}): {difference}, more than rounding ({tolerance}).',
        clears: {
          zh: '将{total}改为 {sum} {unit}，或补上漏列的来源、更正分项。',
          en: 'Change the total to {sum} ({unit}), or add and correct sources.',
        },
      },
      alike: {
        zh: '收入各来源 {count} 项合计 {sum} {unit}，{total}填 {stated} {unit}，差 {difference} {unit}（尾差容许 {tolerance}），{grandTotal}也差这么多。',
        en: 'The {count} sources of revenue add up to {sum}, the total says {stated} ({unit}): {difference}, more than rounding ({tolerance}), and the grand total is off by as much.',
        clears: {
          zh: '先核对分项：补上漏列的来源、更正填错的分项；分项无误的，将{total}改为 {sum} {unit}、{grandTotal}改为 {grandSum} {unit}。',
          en: 'Look at the sources first and add or correct them; if they stand, change the total to {sum} and the grand total to {grandSum} ({unit}).',
        },
      },
      rounding: {
        zh: '收入各来源 {count} 项合计 {sum} {unit}，{total}填 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: 'The {count} sources of revenue add up to {sum}, the total says {stated} ({unit}); {difference} is rounding (up to {tolerance}).',
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
    else yield* judgeIdentity(balance.revenue);
  },
});
