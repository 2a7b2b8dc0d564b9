import { overallRateWrong } from '../../../rules/spending/overall-rate-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const two = [{}, { adjustedBudget: 280, cumActual: 100 }];
const december = { period: '2023-12', asOf: '2023-12-31' };
const stated = (number: number, changes: object = {}) => [
  {
    indicator: '项目整体支出进度',
    value: { text: `${number}%`, comparator: null, number, unit: '%' },
    valueUnit: '%',
    ...changes,
  },
];

testRule(overallRateWrong, {
  passes: {
    'the ratio of the sums in the total row': { T01: { rows: two, totals: [{ execRate: 0.4 }] } },
    'exactly 0.05 points off': { T01: { rows: two, totals: [{ execRate: 0.4005 }] } },
    'what reads as 0.05 points off': {
      T01: { rows: [{ adjustedBudget: 1000, cumActual: 299.998 }], totals: [{ execRate: 0.3005 }] },
    },
    'the annual report': { ...december, T01: two, T19: stated(40) },
  },
  fails: {
    'just more than 0.05 points off': {
      T01: { rows: two, totals: [{ execRate: 0.4006 }] },
      findings: [
        'warning 支出进度!AA8: 整体支出进度填报 40.06%，按支出合计除以调整后预算合计应为 40.00%，相差 0.06 个百分点。',
      ],
    },
    'the mean of the rates': {
      T01: { rows: two, totals: [{ execRate: 0.4286 }] },
      findings: [
        'warning 支出进度!AA8: 整体支出进度填报 42.86%，按支出合计除以调整后预算合计应为 40.00%，相差 2.86 个百分点。',
      ],
    },
    'the mean of the rates in the monitoring list': {
      T01: { rows: two, totals: [{ execRate: 0.4 }] },
      T03: { rows: two, totals: [{ execRate: 0.4286 }] },
      findings: [
        'warning 监控清单!K8: 整体支出进度填报 42.86%，按支出合计除以调整后预算合计应为 40.00%，相差 2.86 个百分点。',
      ],
    },
    'a wrong rate in the annual report': {
      ...december,
      T01: two,
      T19: stated(96.1),
      findings: [
        'warning 数据采集!C6: 整体支出进度填报 96.10%，按支出合计除以调整后预算合计应为 40.00%，相差 56.10 个百分点。',
      ],
    },
  },
  undecidable: {
    'the rate agrees with a total that is itself wrong': {
      T01: { rows: [{}, {}], totals: [{ adjustedBudget: 240, cumActual: 144, execRate: 0.6 }] },
      because: ['支出进度!Z8'],
    },
    'spending of one project is blank': {
      T01: { rows: [{}, { cumActual: null }], totals: [{ execRate: 0.4 }] },
      because: ['支出进度!Z7'],
    },
  },
  notApplicable: {
    'no overall rate is stated': { T01: two },
    'the annual report before December': { T01: two, T19: stated(96.1) },
    'a rate of another year': { ...december, T01: two, T19: stated(96.1, { year: 2022 }) },
    'no schedule': { ...december, T19: stated(96.1) },
    'no budget at all': {
      T01: { rows: [{ adjustedBudget: 0, cumActual: 0 }], totals: [{ execRate: 0.4 }] },
    },
  },
});
