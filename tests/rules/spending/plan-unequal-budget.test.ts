import { expect, test } from '@jest/globals';
import type { RowInput } from '../../../fixtures/case.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { planUnequalBudget } from '../../../rules/spending/plan-unequal-budget.ts';
import { testRule } from '../../support/test-rule.ts';

const noMonths = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`planM${String(index + 1).padStart(2, '0')}`, null]),
);

test('where the total is the budget, what clears it is the months', () => {
  const clears = (row: RowInput) =>
    runRules([planUnequalBudget], { T01: [row] }).findings.map((one) => one.clears.zh);
  expect(clears({ planM04: null })).toEqual(['更正填错或漏填的月份，使各月相加为 120.00 万元。']);
  expect(clears({ planTotal: 102 })).toEqual(['将分月支出计划的合计改为 120.00 万元，或更正填错的月份。']);
});

testRule(planUnequalBudget, {
  passes: {
    'twelve months that add up': { T01: [{}] },
    'blank months are months without money': {
      T01: [{ planM01: null, planM02: { gap: 'placeholder' }, planM03: 30 }],
    },
    'a total alone': { T01: [{ ...noMonths, planTotal: 120 }] },
    'months alone': { T01: [{ planTotal: null }] },
  },
  fails: {
    'within the rounding difference of twelve months': {
      T01: [{ planM12: 10.065, planTotal: null }],
      findings: [
        'notice 支出进度!X6: 分月计划合计 120.065 万元与 120.00 万元相差 0.065 万元，在尾差 0.065 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      T01: [{ planM12: 10.07, planTotal: 120.07 }],
      findings: ['warning 支出进度!X6: 分月计划合计 120.07 万元，调整后预算 120.00 万元，相差 0.07 万元。'],
    },
    'one month is wrong, the total is not': {
      T01: [{ planM04: 100 }],
      findings: [
        'warning 支出进度!X6: 分月支出计划各月相加为 210.00 万元，合计和调整后预算都是 120.00 万元，相差 90.00 万元。',
      ],
    },
    'the total is wrong, the months are not': {
      T01: [{ planTotal: 102 }],
      findings: [
        'warning 支出进度!X6: 分月支出计划的合计填 102.00 万元，各月相加为 120.00 万元，相差 18.00 万元。',
      ],
    },
    'a total alone that is not the budget': {
      T01: [{ ...noMonths, planTotal: 110 }],
      findings: ['warning 支出进度!X6: 分月计划合计 110.00 万元，调整后预算 120.00 万元，相差 10.00 万元。'],
    },
  },
  undecidable: {
    'a month that cannot be read': {
      T01: [{ planM05: { gap: 'unreadable' } }],
      because: ['支出进度!P6'],
    },
    'no month is planned': { T01: [{ ...noMonths, planTotal: null }], because: ['支出进度!L6'] },
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
  },
  notApplicable: {
    'no plan by months on the sheet': {
      T01: { rows: [{}], without: [...Object.keys(noMonths), 'planTotal'] },
    },
    'a budget of zero': { T01: [{ adjustedBudget: 0 }] },
  },
});
