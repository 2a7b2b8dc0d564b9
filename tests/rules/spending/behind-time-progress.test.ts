import { behindTimeProgress } from '../../../rules/spending/behind-time-progress.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(behindTimeProgress, {
  passes: {
    'exactly on time': { T01: [{ cumActual: 60 }] },
    'a twelfth of a small budget, as far as two decimals can say': {
      T01: [{ adjustedBudget: 10, cumActual: 0.83 }],
      period: '2023-01',
    },
    'ahead of time': { T01: [{ cumActual: 100 }] },
    'a budget spent by a curve that is not even': { T01: [{ cumActual: 36 }], timeProgress: 0.3 },
    'a monitoring list on its own': { T03: [{}] },
  },
  fails: {
    'just behind': {
      T01: [{ cumActual: 59.99 }],
      findings: ['notice 支出进度!Z6: 截至6月支出进度 49.99%，序时进度 50.00%，滞后 0.01 个百分点。'],
    },
    'a fen less than a twelfth of a small budget': {
      T01: [{ adjustedBudget: 10, cumActual: 0.82 }],
      period: '2023-01',
      findings: ['notice 支出进度!Z6: 截至1月支出进度 8.20%，序时进度 8.33%，滞后 0.13 个百分点。'],
    },
    'the gap of the rates as printed, in January': {
      T01: [{ adjustedBudget: 1000, released: 1000, cumActual: 33.25 }],
      period: '2023-01',
      findings: ['notice 支出进度!Z6: 截至1月支出进度 3.33%，序时进度 8.33%，滞后 5.00 个百分点。'],
    },
    'exactly ten points behind': {
      T01: [{ cumActual: 48 }],
      findings: ['notice 支出进度!Z6: 截至6月支出进度 40.00%，序时进度 50.00%，滞后 10.00 个百分点。'],
    },
    'more than ten points behind': {
      T01: [{ cumActual: 47.98 }],
      findings: ['warning 支出进度!Z6: 截至6月支出进度 39.98%，序时进度 50.00%，滞后 10.02 个百分点。'],
    },
    'exactly twenty points behind': {
      T01: [{ cumActual: 36 }],
      findings: ['warning 支出进度!Z6: 截至6月支出进度 30.00%，序时进度 50.00%，滞后 20.00 个百分点。'],
    },
    'more than twenty points behind': {
      T01: [{ cumActual: 35.98 }],
      findings: ['error 支出进度!Z6: 截至6月支出进度 29.98%，序时进度 50.00%，滞后 20.02 个百分点。'],
    },
    'behind the curve of its own kind of money': {
      T01: [{ cumActual: 66 }],
      timeProgress: 0.6,
      curve: '直达资金',
      findings: [
        'notice 支出进度!Z6: 截至6月支出进度 55.00%，序时进度 60.00%（直达资金），滞后 5.00 个百分点。',
      ],
    },
    'everything released is spent: the turn of the finance side': {
      T01: [{ released: 30, cumActual: 30 }],
      findings: [
        'warning 支出进度!Z6: 截至6月支出进度 25.00%，比序时进度 50.00% 低 25.00 个百分点，原因是资金未下达：预算 120.00 万元只下达了 30.00 万元（下达率 25.00%），已下达的已支出 100.00%。应由财政端下达，不属单位支出慢。',
      ],
    },
    'nothing is released': {
      T01: [{ released: 0, cumActual: 0 }],
      findings: [
        'warning 支出进度!Z6: 截至6月支出进度 0.00%，比序时进度 50.00% 低 50.00 个百分点，原因是资金未下达：预算 120.00 万元的资金尚未下达。应由财政端下达，不属单位支出慢。',
      ],
    },
    'exactly nine tenths of the released money is spent': {
      T01: [{ released: 50, cumActual: 45 }],
      findings: [
        'warning 支出进度!Z6: 截至6月支出进度 37.50%，比序时进度 50.00% 低 12.50 个百分点，原因是资金未下达：预算 120.00 万元只下达了 50.00 万元（下达率 41.67%），已下达的已支出 90.00%。应由财政端下达，不属单位支出慢。',
      ],
    },
    'released in part, and the released money lies idle': {
      T01: [{ released: 50, cumActual: 44.99 }],
      findings: [
        'warning 支出进度!Z6: 截至6月支出进度 37.49%，序时进度 50.00%，滞后 12.51 个百分点；已下达 50.00 万元（下达率 41.67%），其中已支出 89.98%。',
      ],
    },
    'a project only in the monitoring list, and no project twice': {
      T01: [{}],
      T03: [{ cumActual: 30 }, { projectName: '村道养护', cumActual: 30 }],
      findings: ['error 监控清单!J7: 截至6月支出进度 25.00%，序时进度 50.00%，滞后 25.00 个百分点。'],
    },
  },
  undecidable: {
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
    'blank spending': { T01: [{ cumActual: null }], because: ['支出进度!Z6'] },
  },
  notApplicable: {
    'a budget of zero': { T01: [{ adjustedBudget: 0, cumActual: 0 }] },
    'a classified project': { T01: [{ cumActual: 0, projectName: { gap: 'classified' } }] },
  },
});
