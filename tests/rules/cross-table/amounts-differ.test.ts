import { amountsDiffer } from '../../../rules/cross-table/amounts-differ.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(amountsDiffer, {
  passes: {
    'the same figures': { T01: [{}], T03: [{}] },
    'the same figures in another unit of amount': {
      T01: [{}],
      T03: { amountUnit: { unit: '元' }, rows: [{ adjustedBudget: 1_200_000, cumActual: 600_000 }] },
    },
    'found by name where one table has no codes': {
      T01: [{ projectName: '道路（一期）' }],
      T03: [{ projectCode: null, projectName: '道路(一期)' }],
    },
    'spending of the schedule only as months': {
      T01: {
        rows: [{ actualM01: 40, actualM02: 0, actualM03: 0, actualM04: 0, actualM05: 0, actualM06: 20 }],
        without: ['cumActual'],
      },
      T03: [{}],
    },
  },
  fails: {
    'a rounding difference': {
      T01: [{}],
      T03: [{ cumActual: 60.01 }],
      findings: [
        'notice 支出进度!Z6: 「项目1」累计支出：两表分别为 60.00 和 60.01，相差 0.01，在尾差 0.01 以内（已统一为万元）。',
      ],
    },
    'just beyond it': {
      T01: [{}],
      T03: [{ cumActual: 60.02 }],
      findings: [
        'error 支出进度!Z6: 「项目1」累计支出：项目分月支出进度表为 60.00，绩效运行监控表为 60.02，相差 0.02（已统一为万元）。',
      ],
    },
    'yuan rounded to ten thousands': {
      T01: [{ cumActual: 60.12 }],
      T03: { amountUnit: { unit: '元' }, rows: [{ adjustedBudget: 1_200_000, cumActual: 601_234.56 }] },
      findings: [
        'notice 支出进度!Z6: 「项目1」累计支出：两表分别为 60.12 和 60.123456，相差 0.003456，在尾差 0.01 以内（已统一为万元）。',
      ],
    },
    'budget and spending are two findings': {
      T01: [{}, {}],
      T03: [{}, { adjustedBudget: 100, cumActual: 50 }],
      findings: [
        'error 支出进度!J7: 「项目2」调整后预算：项目分月支出进度表为 120.00，绩效运行监控表为 100.00，相差 20.00（已统一为万元）。',
        'error 支出进度!Z7: 「项目2」累计支出：项目分月支出进度表为 60.00，绩效运行监控表为 50.00，相差 10.00（已统一为万元）。',
      ],
    },
  },
  undecidable: {
    'a blank figure in one of them': {
      T01: [{}],
      T03: [{ cumActual: null }],
      because: ['监控清单!J6'],
    },
    'a sheet that does not say in which unit its amounts are': {
      T01: { rows: [{}], amountUnit: { declared: false } },
      T03: [{ cumActual: 50 }],
      because: ['支出进度!K2'],
    },
  },
  notApplicable: {
    'a project that only one table has': { T01: [{}], T03: [{ projectCode: 'X1' }] },
    'a project that one table has twice': {
      T01: [{ projectCode: 'X1' }, { projectCode: 'X1' }],
      T03: [{ projectCode: 'X1', cumActual: 50 }],
    },
    'only one table': { T01: [{}] },
    'a classified project': { T01: [{ remark: { gap: 'classified' } }], T03: [{ cumActual: 1 }] },
  },
});
