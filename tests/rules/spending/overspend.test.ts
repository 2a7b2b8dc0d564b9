import { overspend } from '../../../rules/spending/overspend.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(overspend, {
  passes: {
    'exactly the budget': { T01: [{ cumActual: 120 }] },
    'exactly what is released': { T01: [{ released: 60, cumActual: 60 }] },
    'what is released is not on the sheet': { T03: [{ cumActual: 120 }] },
    'what is released is blank': { T01: [{ released: null }] },
  },
  fails: {
    'within the rounding difference of the budget': {
      T01: [{ cumActual: 120.01, released: null }],
      findings: [
        'notice 支出进度!Z6: 累计支出 120.01 万元比调整后预算 120.00 万元多 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'just beyond the rounding difference of the budget': {
      T01: [{ cumActual: 120.02 }],
      findings: [
        'error 支出进度!Z6: 累计支出 120.02 万元，超过调整后预算 120.00 万元，超出 0.02 万元（执行率 100.02%）。',
      ],
    },
    'beyond what is released': {
      T01: [{ released: 50 }],
      findings: ['error 支出进度!Z6: 累计支出 60.00 万元，超过已下达指标 50.00 万元，超出 10.00 万元。'],
    },
    'spent though nothing is released': {
      T01: [{ released: 0 }],
      findings: ['error 支出进度!Z6: 累计支出 60.00 万元，超过已下达指标 0.00 万元，超出 60.00 万元。'],
    },
    'a fen of rounding beyond the budget, and twice what is released': {
      T01: [{ released: 60, cumActual: 120.01 }],
      findings: ['error 支出进度!Z6: 累计支出 120.01 万元，超过已下达指标 60.00 万元，超出 60.01 万元。'],
    },
    'a budget cut to nothing, and spent all the same': {
      T01: [{ adjustedBudget: 0, budgetCut: 120, released: null, cumActual: 5 }],
      findings: ['error 支出进度!Z6: 调整后预算为 0，却有累计支出 5.00 万元，属无预算支出。'],
    },
    'no budget, and a rounding difference of spending': {
      T01: [{ adjustedBudget: 0, budgetCut: 120, released: null, cumActual: 0.01 }],
      findings: [
        'notice 支出进度!Z6: 累计支出 0.01 万元比调整后预算 0.00 万元多 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'beyond what is released, where the budget cannot be read': {
      T01: [{ adjustedBudget: { gap: 'unreadable' }, released: 50 }],
      findings: ['error 支出进度!Z6: 累计支出 60.00 万元，超过已下达指标 50.00 万元，超出 10.00 万元。'],
    },
    'in a monitoring list, once': {
      T01: [{ cumActual: 130 }],
      T03: [{ cumActual: 130 }],
      findings: [
        'error 支出进度!Z6: 累计支出 130.00 万元，超过调整后预算 120.00 万元，超出 10.00 万元（执行率 108.33%）。',
      ],
    },
  },
  undecidable: {
    'blank spending': { T01: [{ cumActual: null }], because: ['支出进度!Z6'] },
    'a budget that cannot be read': {
      T01: [{ adjustedBudget: { gap: 'unreadable' } }],
      because: ['支出进度!J6'],
    },
  },
  notApplicable: {
    'a budget of zero that its parts refute': { T01: [{ adjustedBudget: 0 }] },
    'a budget cut to nothing and not spent': {
      T01: [{ adjustedBudget: 0, budgetCut: 120, released: 0, cumActual: 0 }],
    },
    'a classified project': { T01: [{ cumActual: 130, projectName: { gap: 'classified' } }] },
  },
});
