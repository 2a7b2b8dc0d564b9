import { varianceFromPlan } from '../../../rules/spending/variance-from-plan.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(varianceFromPlan, {
  passes: {
    'spending on plan': { T01: [{ cumPlan: 50, cumActual: 50 }] },
    'a difference exactly at the threshold': { T01: [{ cumPlan: 50, cumActual: 40 }] },
    'a difference that reads as the threshold': { T01: [{ cumPlan: 50_000, cumActual: 39_998.5 }] },
    'a large rate on a small amount': { T01: [{ cumPlan: 1, cumActual: 0.2 }] },
  },
  fails: {
    'just beyond the first threshold': {
      T01: [{ cumPlan: 50, cumActual: 39.99 }],
      findings: ['warning 支出进度!Z6: 截至6月累计支出 39.99 万元，累计计划 50.00 万元，差异率 -20.02%。'],
    },
    'exactly at the second threshold': {
      T01: [{ cumPlan: 50, cumActual: 30 }],
      findings: ['warning 支出进度!Z6: 截至6月累计支出 30.00 万元，累计计划 50.00 万元，差异率 -40.00%。'],
    },
    'what reads as the second threshold': {
      T01: [{ cumPlan: 50_000, cumActual: 29_998.5 }],
      findings: [
        'warning 支出进度!Z6: 截至6月累计支出 29998.50 万元，累计计划 50000.00 万元，差异率 -40.00%。',
      ],
    },
    'just beyond the second threshold': {
      T01: [{ cumPlan: 50, cumActual: 29.99 }],
      findings: ['error 支出进度!Z6: 截至6月累计支出 29.99 万元，累计计划 50.00 万元，差异率 -40.02%。'],
    },
    'spending ahead of plan': {
      T01: [{}, { cumPlan: 40, cumActual: 60 }],
      findings: ['error 支出进度!Z7: 截至6月累计支出 60.00 万元，累计计划 40.00 万元，差异率 50.00%。'],
    },
    'money spent without a plan': {
      T01: [{ cumPlan: 0, cumActual: 5 }],
      findings: ['error 支出进度!Z6: 截至6月没有支出计划，已支出 5.00 万元，属计划外支出。'],
    },
    'plan to date only as months': {
      T01: { rows: [{ planM03: 40, cumActual: 45 }], without: ['cumPlan'] },
      findings: ['error 支出进度!Y6: 截至6月累计支出 45.00 万元，累计计划 90.00 万元，差异率 -50.00%。'],
    },
  },
  undecidable: {
    'a blank plan': { T01: [{ cumPlan: null, cumActual: 40 }], because: ['支出进度!Y6'] },
    'no column for spending': { T01: { rows: [{}, {}], without: ['cumActual'] }, because: ['支出进度!5:5'] },
  },
  notApplicable: {
    'nothing planned and nothing spent': { T01: [{ cumPlan: 0, cumActual: 0 }] },
  },
});
