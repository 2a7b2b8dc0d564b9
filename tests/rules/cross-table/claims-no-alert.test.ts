import { claimsNoAlert } from '../../../rules/cross-table/claims-no-alert.ts';
import { testRule } from '../../support/test-rule.ts';

const period = '2023-12';
const none = {
  indicator: '执行监督预警',
  value: { text: '未发生', comparator: null, number: null, unit: '' },
  valueUnit: '',
};

testRule(claimsNoAlert, {
  passes: {
    'all lamps green': { period, T19: [none], T01: [{ cumActual: 120 }] },
    'exactly at the threshold of yellow': { period, T19: [none], T01: [{ cumActual: 96 }] },
  },
  fails: {
    'just below the threshold of yellow': {
      period,
      T19: [none],
      T01: [{ cumActual: 95.99 }],
      findings: [
        'warning 数据采集!C6: 报告称未发生预算执行监督预警，按截至12月的支出进度识别红灯 0 个、黄灯 1 个：「项目1」。',
      ],
    },
    'exactly at the threshold of red is yellow': {
      period,
      T19: [none],
      T01: [{ cumActual: 72 }],
      findings: [
        'warning 数据采集!C6: 报告称未发生预算执行监督预警，按截至12月的支出进度识别红灯 0 个、黄灯 1 个：「项目1」。',
      ],
    },
    'in the middle of the year': {
      T19: [none],
      T01: [{ cumActual: 20 }],
      findings: [
        'warning 数据采集!C6: 报告称未发生预算执行监督预警，按截至6月的支出进度识别红灯 1 个、黄灯 0 个：「项目1」。',
      ],
    },
    'red and yellow': {
      period,
      T19: [none],
      T01: [{ cumActual: 90 }, { cumActual: 71.99 }, { cumActual: 120 }],
      findings: [
        'warning 数据采集!C6: 报告称未发生预算执行监督预警，按截至12月的支出进度识别红灯 1 个、黄灯 1 个：「项目2」、「项目1」。',
      ],
    },
  },
  undecidable: {
    'a project whose spending is blank': {
      period,
      T19: [none],
      T01: [{ cumActual: null }],
      because: ['支出进度!Z6'],
    },
  },
  notApplicable: {
    'the report owns up to alerts': {
      period,
      T19: [{ ...none, value: { text: '2', comparator: null, number: 2, unit: '' }, valueUnit: '个' }],
      T01: [{ cumActual: 60 }],
    },
    'a report on the year before': { period, T19: [{ ...none, year: 2022 }], T01: [{ cumActual: 20 }] },
    'no schedule': { period, T19: [none] },
  },
});
