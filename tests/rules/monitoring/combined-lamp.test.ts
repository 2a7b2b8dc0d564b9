import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { combinedLamp } from '../../../rules/monitoring/combined-lamp.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(combinedLamp, {
  passes: {
    'money and goal on time': { T03: [{}] },
    'a form whose indicators are on time': { T02: { tables: { funds: [{}, {}], indicators: [{}, {}] } } },
    'a form that has spent a twelfth in January, to the cent': {
      T02: {
        tables: {
          funds: [{ initialBudget: 100, cumActual: 8.33 }],
          indicators: [{ actual: m('0.9公里') }],
        },
      },
      period: '2023-01',
    },
    'a form far ahead of its goals': {
      T02: { tables: { funds: [{}], indicators: [{ actual: m('9公里') }] } },
    },
  },
  fails: {
    'money on time, goal not': {
      T03: [{ goalOnTime: false }],
      findings: [
        'notice 监控清单!N6: 支出进度 50.00%，已达到序时进度 50.00%，但未达到阶段性绩效目标，综合评定为黄灯。',
      ],
    },
    'a form with one indicator behind': {
      T02: { tables: { funds: [{}], indicators: [{}, { actual: m('3.9公里') }] } },
      findings: [
        'notice 绩效监控!E7: 支出进度 50.00%，已达到序时进度 50.00%，但未达到阶段性绩效目标，综合评定为黄灯。',
      ],
    },
    'a form a cent short of a twelfth': {
      T02: {
        tables: {
          funds: [{ initialBudget: 100, cumActual: 8.32 }],
          indicators: [{ actual: m('0.9公里') }],
        },
      },
      period: '2023-01',
      findings: ['notice 绩效监控!C6: 支出进度 8.32%，未达到序时进度 8.33%，综合评定为红灯。'],
    },
    'a form whose money is behind': {
      T02: { tables: { funds: [{ cumActual: 59.99 }], indicators: [{}] } },
      findings: ['notice 绩效监控!C6: 支出进度 49.99%，未达到序时进度 50.00%，综合评定为红灯。'],
    },
  },
  undecidable: {
    'money on time and no answer on the goal': { T03: [{ goalOnTime: null }], because: ['监控清单!N6'] },
    'no spending given': { T03: [{ cumActual: null }], because: ['监控清单!J6'] },
    'a form without spending': {
      T02: { tables: { funds: [{ cumActual: null }], indicators: [{}] } },
      because: ['绩效监控!C6'],
    },
  },
  notApplicable: {
    'a budget of zero': { T03: [{ adjustedBudget: 0 }] },
    'a listed project whose money is behind: the rules of progress say so': { T03: [{ cumActual: 59.99 }] },
    'a listed project whose money is behind, its goal unknown': {
      T03: [{ cumActual: 30, goalOnTime: null }],
    },
    'a form whose indicators say nothing': {
      T02: { tables: { funds: [{}], indicators: [{ actual: null }] } },
    },
  },
});
