import { budgetRevised } from '../../../rules/budget/budget-revised.ts';
import { testRule } from '../../support/test-rule.ts';

const revised = (adjustedBudget: number) => ({
  initialBudget: 100,
  budgetAdd: Math.max(0, adjustedBudget - 100),
  budgetCut: Math.max(0, 100 - adjustedBudget),
  adjustedBudget,
});

testRule(budgetRevised, {
  passes: {
    'nothing revised': { T01: [{}, {}] },
    'exactly 10 %': { T01: [revised(110)] },
    '10 % as it is printed': { T01: [revised(110.004)] },
    'a budget that its increases do not explain, which another rule names': {
      T01: [{}, { initialBudget: 100, budgetAdd: 0, adjustedBudget: 300 }],
    },
    'a budget of zero, which another rule names': { T01: [{}, { adjustedBudget: 0 }] },
    'projects that make up for each other': { T01: [revised(150), revised(50)] },
  },
  fails: {
    'just beyond 10 %': {
      T01: [revised(110.01)],
      findings: [
        'notice 支出进度!J6: 项目年初预算合计 100.00 万元，调整后 110.01 万元，调整率 10.01%，超过 10%。',
      ],
    },
    'exactly 20 %': {
      T01: [revised(120)],
      findings: [
        'notice 支出进度!J6: 项目年初预算合计 100.00 万元，调整后 120.00 万元，调整率 20.00%，超过 10%。',
      ],
    },
    'a cut beyond 20 %': {
      T01: [revised(79.99)],
      findings: [
        'warning 支出进度!J6: 项目年初预算合计 100.00 万元，调整后 79.99 万元，调整率 -20.01%，超过 20%。',
      ],
    },
    'just beyond 30 %': {
      T01: [revised(130.01)],
      findings: [
        'error 支出进度!J6: 项目年初预算合计 100.00 万元，调整后 130.01 万元，调整率 30.01%，超过 30%。',
      ],
    },
    'a project that was added in the year': {
      T01: [{}, { initialBudget: null, budgetAdd: 30, adjustedBudget: 30 }],
      findings: [
        'warning 支出进度!J7: 项目年初预算合计 120.00 万元，调整后 150.00 万元，调整率 25.00%，超过 20%。',
      ],
    },
  },
  undecidable: {
    'a blank original budget': { T01: [{ initialBudget: null }], because: ['支出进度!G6'] },
    'a blank revised budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
  },
  notApplicable: {
    'no column for the original budget': { T01: { rows: [{}], without: ['initialBudget'] } },
    'no original budget at all': { T01: [{ initialBudget: 0, budgetAdd: 120 }] },
  },
});
