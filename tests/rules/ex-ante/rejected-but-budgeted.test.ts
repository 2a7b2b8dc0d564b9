import { rejectedButBudgeted } from '../../../rules/ex-ante/rejected-but-budgeted.ts';
import { testRule } from '../../support/test-rule.ts';

const road = { projectName: '道路硬化' };
const assessed = (form: object = {}) => ({ form: { projectName: '道路硬化', ...form } });

testRule(rejectedButBudgeted, {
  passes: {
    'a supported project': { T05: assessed(), T01: [road] },
    'a rejected project without a budget': {
      T05: assessed({ conclusion: '不予支持' }),
      T01: [{ ...road, adjustedBudget: 0 }],
    },
    'exactly what was suggested': {
      T05: assessed({ conclusion: '调整后支持', suggested: 120 }),
      T01: [road],
    },
  },
  fails: {
    'a rejected project with a budget': {
      T05: assessed({ conclusion: '不予支持' }),
      T01: [{}, road],
      findings: ['error 支出进度!J7: 「道路硬化」评估结论为“不予支持”，仍安排预算 120.00 万元。'],
    },
    'a rejected project with the least budget there is': {
      T05: assessed({ conclusion: '不予支持' }),
      T01: [{ ...road, adjustedBudget: 0.01 }],
      findings: ['error 支出进度!J6: 「道路硬化」评估结论为“不予支持”，仍安排预算 0.01 万元。'],
    },
    'a rejected project with two allotments': {
      T05: assessed({ conclusion: '不予支持' }),
      T01: [
        { ...road, projectCode: null, adjustedBudget: 20 },
        { ...road, projectCode: null, adjustedBudget: 30 },
      ],
      findings: ['error 支出进度!J6: 「道路硬化」评估结论为“不予支持”，仍安排预算 50.00 万元。'],
    },
    'two allotments that are more than was suggested together': {
      T05: assessed({ conclusion: '调整后支持', suggested: 40 }),
      T01: [
        { ...road, projectCode: null, adjustedBudget: 20 },
        { ...road, projectCode: null, adjustedBudget: 30 },
      ],
      findings: [
        'error 支出进度!J6: 「道路硬化」评估结论为“调整后支持”，建议 40.00 万元，安排预算 50.00 万元，超出 10.00 万元。',
      ],
    },
    'within the rounding difference of what was suggested': {
      T05: assessed({ conclusion: '调整后支持', suggested: 119.99 }),
      T01: [road],
      findings: [
        'notice 支出进度!J6: 「道路硬化」建议 119.99 万元，安排预算 120.00 万元，多 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'just beyond it': {
      T05: assessed({ conclusion: '调整后支持', suggested: 119.98 }),
      T01: [road],
      findings: [
        'error 支出进度!J6: 「道路硬化」评估结论为“调整后支持”，建议 119.98 万元，安排预算 120.00 万元，超出 0.02 万元。',
      ],
    },
  },
  undecidable: {
    'no conclusion': { T05: assessed({ conclusion: null }), T01: [road], because: ['事前评估!B18'] },
    'no suggested amount': {
      T05: assessed({ conclusion: '调整后支持', suggested: null }),
      T01: [road],
      because: ['事前评估!B19'],
    },
    'a blank budget': {
      T05: assessed({ conclusion: '不予支持' }),
      T01: [{ ...road, adjustedBudget: null }],
      because: ['支出进度!J6'],
    },
    'a sheet that does not say in which unit its amounts are': {
      T05: { ...assessed({ conclusion: '调整后支持', suggested: 10 }), amountUnit: { declared: false } },
      T01: [road],
      because: ['事前评估!K2'],
    },
  },
  notApplicable: {
    'a project that is not in the schedule': { T05: assessed({ conclusion: '不予支持' }), T01: [{}] },
    'a name that two projects of the schedule have': {
      T05: assessed({ conclusion: '不予支持' }),
      T01: [road, road],
    },
  },
});
