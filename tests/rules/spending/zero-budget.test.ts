import { zeroBudget } from '../../../rules/spending/zero-budget.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(zeroBudget, {
  passes: {
    'a budget': { T01: [{}] },
    'the least budget there is': { T01: [{ adjustedBudget: 0.000001 }] },
  },
  fails: {
    'a budget of zero': {
      T01: [{ adjustedBudget: 0 }],
      findings: ['warning 支出进度!J6: 调整后预算为 0，累计支出 60.00 万元，无法计算支出进度。'],
    },
    'a blank budget': {
      T01: [{ adjustedBudget: null }],
      findings: ['warning 支出进度!J6: 调整后预算未填写，无法计算支出进度。'],
    },
    'cut to nothing, and spent all the same': {
      T01: [{ adjustedBudget: 0, budgetCut: 120, cumActual: 5 }],
      findings: ['warning 支出进度!J6: 调整后预算为 0，累计支出 5.00 万元，无法计算支出进度。'],
    },
    'a blank budget in a monitoring list': {
      T03: [{ adjustedBudget: null }],
      findings: ['warning 监控清单!H6: 调整后预算未填写，无法计算支出进度。'],
    },
  },
  undecidable: {
    'a budget that cannot be read': {
      T01: [{ adjustedBudget: { gap: 'unreadable' } }],
      because: ['支出进度!J6'],
    },
    'no column for the budget': {
      T01: { rows: [{}], without: ['adjustedBudget'] },
      because: ['支出进度!5:5'],
    },
  },
  notApplicable: {
    'a project cut to nothing': { T01: [{ adjustedBudget: 0, budgetCut: 120, cumActual: 0 }] },
    'a project whose whole budget was taken back as a negative increase': {
      T01: [{ adjustedBudget: 0, budgetAdd: -120, budgetCut: null, cumActual: 0 }],
    },
    'a classified project': { T01: [{ adjustedBudget: 0, projectName: { gap: 'classified' } }] },
  },
});
