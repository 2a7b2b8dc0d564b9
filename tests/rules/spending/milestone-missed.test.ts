import { milestoneMissed } from '../../../rules/spending/milestone-missed.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(milestoneMissed, {
  passes: {
    'half spent, to the cent': { T01: [{ adjustedBudget: 123.45, cumActual: 61.72 }] },
    'exactly at the milestone': { T01: [{ cumActual: 60 }] },
    'half of a small budget, as far as two decimals can say': {
      T01: [{ adjustedBudget: 12.35, cumActual: 6.17 }],
    },
    'a quarter by March': { T01: [{ cumActual: 30 }], period: '2023-03' },
    'everything by December': { T01: [{ cumActual: 120 }], period: '2023-12' },
    'all but what settling leaves over': { T01: [{ cumActual: 118.8 }], period: '2023-12' },
    'the milestone of another profile': { T01: [{ cumActual: 48 }], options: { milestones: { 6: 0.4 } } },
  },
  fails: {
    'just below the milestone': {
      T01: [{ cumActual: 59.99 }],
      findings: [
        'error 支出进度!Z6: 6月底支出进度应达到 50%，实际 49.99%，相差 0.01 个百分点。请在10个工作日内选择继续执行、调剂或取消。',
      ],
    },
    'the gap of the rates as printed': {
      T01: [{ adjustedBudget: 1000, released: 1000, cumActual: 233.35 }],
      period: '2023-03',
      findings: [
        'error 支出进度!Z6: 3月底支出进度应达到 25%，实际 23.34%，相差 1.66 个百分点。请在10个工作日内选择继续执行、调剂或取消。',
      ],
    },
    'a fen less than half of a small budget': {
      T01: [{ adjustedBudget: 12.35, cumActual: 6.16 }],
      findings: [
        'error 支出进度!Z6: 6月底支出进度应达到 50%，实际 49.88%，相差 0.12 个百分点。请在10个工作日内选择继续执行、调剂或取消。',
      ],
    },
    'November asks for 90 %': {
      T01: [{ cumActual: 107.99 }],
      period: '2023-11',
      findings: [
        'error 支出进度!Z6: 11月底支出进度应达到 90%，实际 89.99%，相差 0.01 个百分点。请在10个工作日内选择继续执行、调剂或取消。',
      ],
    },
    'more left over than settling leaves': {
      T01: [{ cumActual: 118.79 }],
      period: '2023-12',
      findings: [
        'error 支出进度!Z6: 12月底支出进度应达到 100%，实际 98.99%，相差 1.01 个百分点。请在10个工作日内选择继续执行、调剂或取消。',
      ],
    },
    'not released: the turn of the finance side': {
      T01: [{ released: 40, cumActual: 40 }],
      findings: [
        'warning 支出进度!Z6: 6月底支出进度应达到 50%，实际 33.33%，原因是资金未下达：预算 120.00 万元只下达了 40.00 万元（下达率 33.33%），已下达的已支出 100.00%。应由财政端下达，不属单位支出慢。',
      ],
    },
  },
  undecidable: {
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
    'blank spending': { T01: [{ cumActual: null }], because: ['支出进度!Z6'] },
  },
  notApplicable: {
    'a month without a milestone': { T01: [{ cumActual: 0 }], period: '2023-05' },
    'a blank budget in a month without a milestone': {
      T01: [{ adjustedBudget: null }],
      period: '2023-05',
    },
    'a budget of zero': { T01: [{ adjustedBudget: 0, cumActual: 0 }] },
  },
});
