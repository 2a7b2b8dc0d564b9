import { expect, test } from '@jest/globals';
import { runRules } from '../../../fixtures/run-case.ts';
import { latePayroll } from '../../../rules/three-guarantees/late-payroll.ts';
import { testRule } from '../../support/test-rule.ts';

const wages = { kind: '保工资', dueOn: '2023-06-10' };

testRule(latePayroll, {
  passes: {
    'on the due day': { T08: [{ ...wages, paidOn: '2023-06-10' }] },
    'the day before': { T08: [{ ...wages, paidOn: '2023-06-09' }] },
    'unpaid, and due only today': {
      asOf: '2023-06-10',
      T08: [{ ...wages, paidOn: null, spent: 0 }],
    },
    'not due yet, its amount still blank': {
      T08: [{ ...wages, dueOn: '2023-07-10', paidOn: null, spent: null }],
    },
    'not due yet, though paid on a day not given': {
      T08: [{ ...wages, dueOn: '2023-07-10', paidOn: null }],
    },
    'within the days of grace': {
      options: { graceDays: 2 },
      T08: [{ ...wages, paidOn: '2023-06-12' }],
    },
  },
  fails: {
    'one day late': {
      T08: [{ ...wages, paidOn: '2023-06-11' }],
      findings: ['error 三保支出!G6: 6月工资应于 2023-06-10 发放，实际 2023-06-11 发放，逾期 1 天。'],
    },
    'one day beyond the grace': {
      options: { graceDays: 2 },
      T08: [{ ...wages, paidOn: '2023-06-13' }],
      findings: ['error 三保支出!G6: 6月工资应于 2023-06-10 发放，实际 2023-06-13 发放，逾期 3 天。'],
    },
    'not paid at all, and a stroke for the day': {
      T08: [{ ...wages, paidOn: { gap: 'placeholder' }, spent: 0 }],
      findings: ['error 三保支出!G6: 6月工资应于 2023-06-10 发放，至 2023-06-30 尚未发放，已逾期 20 天。'],
    },
    'not paid at all': {
      T08: [{ ...wages, paidOn: null, spent: 0 }],
      findings: ['error 三保支出!G6: 6月工资应于 2023-06-10 发放，至 2023-06-30 尚未发放，已逾期 20 天。'],
    },
  },
  undecidable: {
    'money spent on a day not given': {
      T08: [{ ...wages, paidOn: null }],
      because: ['三保支出!G6'],
    },
    'a due day that cannot be read': {
      T08: [{ ...wages, dueOn: { gap: 'unreadable' }, paidOn: '2023-06-10' }],
      because: ['三保支出!F6'],
    },
    'a pay day that cannot be read': {
      T08: [{ ...wages, paidOn: { gap: 'unreadable' } }],
      because: ['三保支出!G6'],
    },
  },
  notApplicable: {
    'a stroke for the due day': {
      T08: [{ ...wages, dueOn: { gap: 'placeholder' }, paidOn: '2023-06-20' }],
    },
    'no dates on the sheet': { T08: [{}, {}, {}] },
    'operations paid late': { T08: [{ ...wages, kind: '保运转', paidOn: '2023-06-20' }] },
    'a classified line': {
      T08: [{ ...wages, paidOn: '2023-06-20', includes: { gap: 'classified' } }],
    },
  },
});

test('what the remark says of late wages comes along', () => {
  const late = { ...wages, paidOn: '2023-06-12', remark: '银行系统升级，延后两日到账' };
  const { findings } = runRules([latePayroll], { T08: [late] });
  expect(findings.map(({ explanation }) => explanation)).toEqual(['银行系统升级，延后两日到账']);
});
