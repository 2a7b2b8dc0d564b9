import { expect, test } from '@jest/globals';
import { fact } from '../../../fixtures/fact.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { mixedBasis } from '../../../rules/three-public-expenses/mixed-basis.ts';
import { testRule } from '../../support/test-rule.ts';

test('what clears it compares whole years alone', () => {
  const mixed = { change: -0.43, budget: 17.17, actual: 8, lastBudget: 18, lastActual: 17.6 };
  const clears = (period: string, row: object) =>
    runRules([mixedBasis], { period, T09: [{ ...mixed, ...row }] }).findings.map((one) => one.clears.zh);
  expect(clears('2023-06', {})).toEqual(['按同口径重填增减额：预算比预算 -0.83 万元。']);
  expect(clears('2023-12', {})).toEqual([
    '按同口径重填增减额：预算比预算 -0.83 万元，决算比决算 -9.60 万元。',
  ]);
  expect(clears('2023-06', { lastBudget: null })).toEqual([
    '按同口径重填增减额：预算比预算（须列明上年预算数）。',
  ]);
});

testRule(mixedBasis, {
  passes: {
    'budget against budget': { T09: [{ change: -0.83 }] },
    'actual against actual': { T09: [{ change: -1.1 }] },
    'one basis in the report': {
      T19: [fact('三公经费上年', 18, { basis: '决算' }), fact('三公经费本年', 17, { basis: '实际' })],
    },
  },
  fails: {
    'this year’s budget against last year’s actual': {
      T09: [{ change: -0.43 }],
      findings: [
        'warning 三公经费!F6: “三公”经费合计增减额 -0.43 万元，是本年预算数 17.17 与上年决算数 17.60 之差，预算数与决算数混比。',
      ],
    },
    'spending against last year’s budget': {
      T09: [{}, {}, {}, {}, {}, { change: -0.1, lastBudget: 5, actual: 4.9, lastActual: 6 }],
      findings: [
        'warning 三公经费!F11: 公务接待费增减额 -0.10 万元，是本年执行数 4.90 与上年预算数 5.00 之差，预算数与决算数混比。',
      ],
    },
    'two bases in the report': {
      T19: [fact('三公经费上年', 18, { basis: '决算' }), fact('三公经费本年', 17, { basis: '预算' })],
      findings: [
        'warning 数据采集!F7: 报告中“三公”经费 2023 年用预算口径、上年用决算口径，预算数与决算数混比。',
      ],
    },
  },
  notApplicable: {
    'an item without money in either year, whatever it was compared with': {
      T09: {
        rows: [{ item: '（一）因公出国（境）费', budget: 0, lastActual: 0, actual: null, change: 0 }],
        without: ['lastBudget'],
      },
    },
    'no change stated': { T09: [{}] },
    'a change that no pair of columns makes': { T09: [{ change: 3 }] },
    'a report that does not say its basis': {
      T19: [fact('三公经费上年', 18, { basis: null }), fact('三公经费本年', 17, { basis: '预算' })],
    },
  },
});
