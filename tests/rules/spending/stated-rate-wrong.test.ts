import { statedRateWrong } from '../../../rules/spending/stated-rate-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(statedRateWrong, {
  passes: {
    'the rate of the amounts': { T01: [{}] },
    'exactly 0.05 points too much': { T01: [{ execRate: 0.5005 }] },
    'exactly 0.05 points too little': { T01: [{ execRate: 0.4995 }] },
    'what reads as 0.05 points too much': {
      T01: [{ adjustedBudget: 1000, cumActual: 299.998, execRate: 0.3005 }],
    },
    'rounded to one decimal': { T01: [{ cumActual: 40, execRate: 0.333 }] },
    'in a monitoring list': { T03: [{}] },
  },
  fails: {
    'just more than 0.05 points too much': {
      T01: [{ execRate: 0.5006 }],
      findings: [
        'warning 支出进度!AA6: 支出进度填 50.06%，按累计支出除以调整后预算应为 50.00%，相差 0.06 个百分点。',
      ],
    },
    'just more than 0.05 points too little': {
      T01: [{ execRate: 0.4994 }],
      findings: [
        'warning 支出进度!AA6: 支出进度填 49.94%，按累计支出除以调整后预算应为 50.00%，相差 0.06 个百分点。',
      ],
    },
    'in the monitoring list alone, of a project that both tables have': {
      T01: [{}],
      T03: [{ execRate: 0.55 }],
      findings: [
        'warning 监控清单!K6: 支出进度填 55.00%，按累计支出除以调整后预算应为 50.00%，相差 5.00 个百分点。',
      ],
    },
    'alike in both tables, once': {
      T01: [{ execRate: 0.55 }],
      T03: [{ execRate: 0.55 }],
      findings: [
        'warning 支出进度!AA6: 支出进度填 55.00%，按累计支出除以调整后预算应为 50.00%，相差 5.00 个百分点。',
      ],
    },
    'over the original budget instead of the revised one': {
      T01: [{ budgetAdd: 30, adjustedBudget: 150, execRate: 0.5 }],
      findings: [
        'warning 支出进度!AA6: 支出进度填 50.00%，按累计支出除以调整后预算应为 40.00%，相差 10.00 个百分点。',
      ],
    },
  },
  undecidable: {
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
    'spending that cannot be read': { T01: [{ cumActual: { gap: 'unreadable' } }], because: ['支出进度!Z6'] },
  },
  notApplicable: {
    'no rate is stated': { T01: [{ execRate: null }] },
    'no column for the rate': { T01: { rows: [{}], without: ['execRate'] } },
    'a budget of zero': { T01: [{ adjustedBudget: 0, execRate: 0.5 }] },
  },
});
