import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { nonTaxTotal } from '../../../rules/non-tax/non-tax-total.ts';
import { testRule } from '../../support/test-rule.ts';

const rows = [{}, {}, {}];
const total = { lastActual: 30, plan: 33, change: 3, collected: 16.5, toTreasury: 16.5, toSpecialAccount: 0 };

testRule(nonTaxTotal, {
  passes: {
    'items adding up': { T12: { rows, totals: [total] } },
    'a blank item is nothing': {
      T12: {
        rows: [{}, {}, {}, { plan: null, collected: null, toTreasury: null, lastActual: null, change: null }],
        totals: [total],
      },
    },
    'items of the report adding up': {
      T19: [fact('非税收入实缴', 5.46), fact('利息收入', 1.61), fact('罚没收入', 3.85)],
    },
    'the only planned item of the report': {
      T19: [fact('非税收入计划', 0.6), fact('非税收入计划生态环境罚没收入', 0.6)],
    },
  },
  fails: {
    'a total beyond rounding': {
      T12: { rows, totals: [{ ...total, plan: 34 }] },
      findings: [
        'error 非税收入!E9: 「本年计划」非税收入合计填 34.00 万元，分项之和 33.00 万元，差 1.00 万元。',
      ],
    },
    'an item without a figure, which the total has': {
      T12: { rows: [{}, { plan: null }, {}], totals: [total] },
      findings: [
        'error 非税收入!E9: 「本年计划」非税收入合计填 33.00 万元，分项之和 22.00 万元，差 11.00 万元，第 7 行这一栏没有填数。',
      ],
    },
    'a difference exactly at the tolerance is rounding': {
      T12: { rows, totals: [{ ...total, plan: 33.02 }] },
      findings: [
        'notice 非税收入!E9: 「本年计划」非税收入合计填 33.02 万元，分项之和 33.00 万元，差 0.02 万元，属尾差（容许 0.02）。',
      ],
    },
    'a difference just beyond the tolerance': {
      T12: { rows, totals: [{ ...total, plan: 33.03 }] },
      findings: [
        'error 非税收入!E9: 「本年计划」非税收入合计填 33.03 万元，分项之和 33.00 万元，差 0.03 万元。',
      ],
    },
    'items of the report that leave one out': {
      T19: [fact('非税收入实缴', 5.46), fact('利息收入', 1.61), fact('罚没收入', 2.85)],
      findings: [
        'error 数据采集!C6: 「报告：非税收入实缴」非税收入合计填 5.46 万元，分项之和 4.46 万元，差 1.00 万元。',
      ],
    },
    'one item larger than the total of the report': {
      T19: [fact('非税收入实缴', 3.46), fact('罚没收入', 3.85)],
      findings: [
        'error 数据采集!C6: 「报告：非税收入实缴」非税收入合计填 3.46 万元，分项之和 3.85 万元，差 0.39 万元。',
      ],
    },
  },
  undecidable: {
    'an item that cannot be read': {
      T12: { rows: [{}, { plan: gap('unreadable') }, {}], totals: [total] },
      because: ['非税收入!E7'],
    },
    'a total that cannot be read': {
      T12: { rows, totals: [{ ...total, collected: gap('error') }] },
      because: ['非税收入!I9'],
    },
  },
  notApplicable: {
    'no total row': { T12: rows },
    'a report that names only part of the total': {
      T19: [fact('非税收入实缴', 5.46), fact('罚没收入', 3.85)],
    },
  },
});
