import { coverageGap } from '../../../rules/monitoring/coverage-gap.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(coverageGap, {
  passes: {
    'every project is monitored': { T01: [{}, {}], T03: [{}, {}] },
    'found by name where one list has no codes': {
      T01: [{ projectName: '“三馆一站”（免费开放）' }],
      T03: [{ projectCode: null, projectName: '三馆一站 (免费开放)' }],
    },
    'one on the list and one with a form of its own': {
      T01: [{}, {}],
      T03: [{}],
      T02: { form: { projectName: '项目2' } },
    },
    'more is monitored than scheduled': { T01: [{}], T03: [{}, {}] },
    'a project without money need not be': {
      T01: [{}, { adjustedBudget: 0 }],
      T03: [{}],
    },
    'nor a classified one': {
      T01: [{}, { projectName: { gap: 'classified' } }],
      T03: [{}],
    },
  },
  fails: {
    'a project left out': {
      T01: [{}, {}],
      T03: [{}],
      findings: ['warning 支出进度!C7: 1 个项目未列入绩效运行监控表：「项目2」，涉及预算 120.00 万元。'],
    },
    'the least money counts': {
      T01: [{}, { adjustedBudget: 0.01 }],
      T03: [{}],
      findings: ['warning 支出进度!C7: 1 个项目未列入绩效运行监控表：「项目2」，涉及预算 0.01 万元。'],
    },
    'another project of the same name is not it': {
      T01: [{}, { projectName: '项目1' }],
      T03: [{}],
      findings: ['warning 支出进度!C7: 1 个项目未列入绩效运行监控表：「项目1」，涉及预算 120.00 万元。'],
    },
    'two left out are one finding': {
      T01: [{ projectName: '项目甲' }, {}, { projectName: '项目甲' }],
      T03: [{ projectCode: '11000023T000000000002' }],
      findings: [
        'warning 支出进度!C6: 2 个项目未列入绩效运行监控表：「项目甲」、「项目甲」，涉及预算 240.00 万元。',
      ],
    },
  },
  notApplicable: {
    'forms of some projects, and no list': { T01: [{}, {}], T02: { form: { projectName: '项目2' } } },
    'no monitoring list at all is told by STR-12': { T01: [{}] },
    'a monitoring list on its own': { T03: [{}] },
  },
});
