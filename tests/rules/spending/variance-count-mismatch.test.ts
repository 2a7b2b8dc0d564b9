import { varianceCountMismatch } from '../../../rules/spending/variance-count-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

const december = { period: '2023-12', asOf: '2023-12-31' };
const stated = (number: number) => [
  {
    indicator: '差异率较大项目数',
    value: { text: `${number}个`, comparator: null, number, unit: '个' },
  },
];
const rows = [{}, { cumPlan: 50, cumActual: 39 }, { cumPlan: 50, cumActual: 40 }];

testRule(varianceCountMismatch, {
  passes: {
    'as many as the schedule shows': { ...december, T01: rows, T19: stated(1) },
    'none in either': { ...december, T01: [{}], T19: stated(0) },
  },
  fails: {
    'one too many in the report': {
      ...december,
      T01: rows,
      T19: stated(2),
      findings: [
        'warning 数据采集!C6: 报告称 2 个项目差异率较大，按项目分月支出进度表识别 1 个：「项目2」。',
      ],
    },
    'one too few in the report': {
      ...december,
      T01: rows,
      T19: stated(0),
      findings: [
        'warning 数据采集!C6: 报告称 0 个项目差异率较大，按项目分月支出进度表识别 1 个：「项目2」。',
      ],
    },
    'none in the schedule': {
      ...december,
      T01: [{}],
      T19: stated(7),
      findings: ['warning 数据采集!C6: 报告称 7 个项目差异率较大，按项目分月支出进度表识别 0 个。'],
    },
  },
  undecidable: {
    'a plan is blank': {
      ...december,
      T01: [{}, { cumPlan: null }],
      T19: stated(0),
      because: ['支出进度!Y7'],
    },
  },
  notApplicable: {
    'the report states no number': { ...december, T01: rows, T19: [{}] },
    'the report before December': { T01: rows, T19: stated(7) },
    'no schedule': { ...december, T19: stated(7) },
  },
});
