import { adjustedBudgetIdentity } from '../../../rules/spending/adjusted-budget-identity.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(adjustedBudgetIdentity, {
  passes: {
    'a project added during the year, without an original budget': {
      T01: [{ initialBudget: null, budgetAdd: 120 }],
    },
    'nothing added, nothing cut': { T01: [{}] },
    'added and cut': { T01: [{ budgetAdd: 30, budgetCut: 10, adjustedBudget: 140 }] },
    'a reduction written as a negative figure': { T01: [{ budgetCut: -10, adjustedBudget: 110 }] },
    'blanks are nothing added and nothing cut': {
      T01: [{ budgetAdd: null, budgetCut: { gap: 'placeholder' } }],
    },
    'a project added in the course of the year': {
      T01: [{ initialBudget: null, budgetAdd: 120 }],
    },
    'in a monitoring list': { T03: [{}] },
  },
  fails: {
    'within the rounding difference': {
      T01: [{ adjustedBudget: 120.02 }],
      findings: [
        'notice 支出进度!J6: 年初预算 120.00 + 追加 0.00 − 追减 0.00 = 120.00 万元，与调整后预算 120.02 万元相差 0.02 万元，在尾差 0.02 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      T01: [{ adjustedBudget: 120.03 }],
      findings: [
        'error 支出进度!J6: 年初预算 120.00 + 追加 0.00 − 追减 0.00 = 120.00 万元，调整后预算填 120.03 万元，相差 0.03 万元。',
      ],
    },
    'an increase that did not arrive': {
      T01: [{ budgetAdd: 30 }],
      findings: [
        'error 支出进度!J6: 年初预算 120.00 + 追加 30.00 − 追减 0.00 = 150.00 万元，调整后预算填 120.00 万元，相差 30.00 万元。',
      ],
    },
    'no column for reductions': {
      T01: { rows: [{ budgetAdd: 30 }], without: ['budgetCut'] },
      findings: [
        'error 支出进度!I6: 年初预算 120.00 + 追加 30.00 − 追减 0.00 = 150.00 万元，调整后预算填 120.00 万元，相差 30.00 万元。',
      ],
    },
    'in the monitoring list alone, of a project that both tables have': {
      T01: [{}],
      T03: [{ budgetAdd: 30 }],
      findings: [
        'error 监控清单!H6: 年初预算 120.00 + 追加 30.00 − 追减 0.00 = 150.00 万元，调整后预算填 120.00 万元，相差 30.00 万元。',
      ],
    },
    'the same project in both tables, once': {
      T01: [{ budgetAdd: 30 }],
      T03: [{ budgetAdd: 30 }],
      findings: [
        'error 支出进度!J6: 年初预算 120.00 + 追加 30.00 − 追减 0.00 = 150.00 万元，调整后预算填 120.00 万元，相差 30.00 万元。',
      ],
    },
  },
  undecidable: {
    'no original budget, where the changes alone do not make the revised one': {
      T01: [{ initialBudget: null, budgetAdd: 20 }],
      because: ['支出进度!G6'],
    },
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
    'an increase that cannot be read': {
      T01: [{ budgetAdd: { gap: 'unreadable' } }],
      because: ['支出进度!H6'],
    },
    'all parts are blank': {
      T01: [{ initialBudget: null, budgetAdd: null, budgetCut: null }],
      because: ['支出进度!G6'],
    },
  },
  notApplicable: {
    'only one budget on the sheet': {
      T01: { rows: [{}], without: ['initialBudget', 'budgetAdd', 'budgetCut'] },
    },
    'changes are not itemised': {
      T01: { rows: [{ adjustedBudget: 150 }], without: ['budgetAdd', 'budgetCut'] },
    },
    'a budget of zero': { T01: [{ adjustedBudget: 0 }] },
    'a classified project': { T01: [{ budgetAdd: 30, projectName: { gap: 'classified' } }] },
  },
});
