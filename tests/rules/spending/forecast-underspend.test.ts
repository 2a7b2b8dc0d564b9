import { forecastUnderspend } from '../../../rules/spending/forecast-underspend.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(forecastUnderspend, {
  passes: {
    'everything will be spent': { T02: { rows: [{}, {}, {}] } },
    'exactly nine tenths': { T02: { rows: [{ forecast: 108 }] } },
    'what reads as nine tenths': { T02: { rows: [{ initialBudget: 1_000_000, forecast: 899_999 }] } },
    'nine tenths of the revised budget': { T02: { rows: [{ adjustedBudget: 100, forecast: 90 }] } },
  },
  fails: {
    'just below nine tenths': {
      T02: { rows: [{ item: '年度资金总额', initialBudget: 120, forecast: 107.99 }] },
      findings: [
        'notice 绩效监控!E6: 全年预计执行 107.99 万元，占预算 120.00 万元的 89.99%，预计结余 12.01 万元，请提出调剂或收回意见。',
      ],
    },
    'a whole department': {
      T04: { rows: [{ forecast: 240 }, { forecast: 180 }, { forecast: 60 }] },
      findings: [
        'notice 整体监控!E6: 全年预计执行 240.00 万元，占预算 300.00 万元的 80.00%，预计结余 60.00 万元，请提出调剂或收回意见。',
      ],
    },
  },
  undecidable: {
    'a blank forecast': { T02: { rows: [{ forecast: null }] }, because: ['绩效监控!E6'] },
    'a blank budget': { T02: { rows: [{ initialBudget: null }] }, because: ['绩效监控!B6'] },
  },
  notApplicable: {
    'a budget of zero': { T02: { rows: [{ initialBudget: 0, forecast: 0 }] } },
    'a classified project': {
      T02: { rows: [{ forecast: 1 }], form: { goal: { gap: 'classified' } } },
    },
  },
});
