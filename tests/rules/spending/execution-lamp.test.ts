import { executionLamp } from '../../../rules/spending/execution-lamp.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(executionLamp, {
  passes: {
    'green exactly at 80 %': { T01: [{ cumActual: 48 }] },
    'green with a twelfth spent to the cent, where less than time progress is red': {
      T01: [{ adjustedBudget: 100, cumActual: 8.33 }],
      period: '2023-01',
      options: { red: 1, yellow: 1 },
    },
    'green where the attainment reads 80 %': {
      T01: [{ adjustedBudget: 1_000_000, released: 1_000_000, cumActual: 399_999.9 }],
    },
    'green above it': { T03: [{ cumActual: 70 }] },
  },
  fails: {
    'yellow just below 80 %': {
      T01: [{ cumActual: 47.99 }],
      findings: ['warning 支出进度!Z6: 进度达成度 79.98%，亮黄灯：截至6月支出进度 39.99%，序时进度 50.00%。'],
    },
    'yellow exactly at 60 %': {
      T01: [{ cumActual: 36 }],
      findings: ['warning 支出进度!Z6: 进度达成度 60.00%，亮黄灯：截至6月支出进度 30.00%，序时进度 50.00%。'],
    },
    'yellow where the attainment reads 60 %': {
      T01: [{ adjustedBudget: 1_000_000, released: 1_000_000, cumActual: 299_999.9 }],
      findings: ['warning 支出进度!Z6: 进度达成度 60.00%，亮黄灯：截至6月支出进度 30.00%，序时进度 50.00%。'],
    },
    'red just below 60 %': {
      T01: [{ cumActual: 35.99 }],
      findings: ['error 支出进度!Z6: 进度达成度 59.98%，亮红灯：截至6月支出进度 29.99%，序时进度 50.00%。'],
    },
    'not released: never red for the unit': {
      T01: [{ released: 20, cumActual: 20 }],
      findings: [
        'warning 支出进度!Z6: 进度达成度 33.33%，按界限应亮红灯，原因是资金未下达：预算 120.00 万元只下达了 20.00 万元（下达率 16.67%），已下达的已支出 100.00%。应由财政端下达，不属单位支出慢。',
      ],
    },
  },
  undecidable: {
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
    'spending that cannot be read': {
      T01: [{ cumActual: { gap: 'unreadable' } }],
      because: ['支出进度!Z6'],
    },
  },
  notApplicable: {
    'a budget of zero': { T01: [{ adjustedBudget: 0, cumActual: 0 }] },
    'a time curve that has not begun': { T01: [{ cumActual: 0 }], timeProgress: 0 },
  },
});
