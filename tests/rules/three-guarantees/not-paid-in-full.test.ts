import { notPaidInFull } from '../../../rules/three-guarantees/not-paid-in-full.ts';
import { testRule } from '../../support/test-rule.ts';

const period = '2023-12';
const one = (spent: number) => ({ kind: '保工资', arranged: 100, spent });

testRule(notPaidInFull, {
  passes: {
    'paid in full': { period, T08: [one(100)] },
    'lines of one guarantee together': { period, T08: [one(90), one(110)] },
  },
  fails: {
    'one unit of a district, though another was paid as much more': {
      period,
      T08: [
        { ...one(60), unitName: '青禾镇人民政府' },
        { ...one(30), unitName: '青禾镇人民政府' },
        { ...one(220), unitName: '云溪乡人民政府' },
      ],
      findings: [
        'error 三保支出!E6: 青禾镇人民政府保工资安排 200.00 万元，年末累计支出 90.00 万元，尚缺 110.00 万元（执行率 45.00%）。',
      ],
    },
    'within the rounding difference': {
      period,
      T08: [one(99.99)],
      findings: [
        'notice 三保支出!D6: 保工资安排 100.00 万元，年末累计支出 99.99 万元，少 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      period,
      T08: [one(99.98)],
      findings: [
        'error 三保支出!D6: 保工资安排 100.00 万元，年末累计支出 99.98 万元，尚缺 0.02 万元（执行率 99.98%）。',
      ],
    },
  },
  undecidable: {
    'blank spending': { period, T08: [{ spent: null }], because: ['三保支出!D6'] },
    'a blank budget': { period, T08: [{ arranged: null }], because: ['三保支出!C6'] },
  },
  notApplicable: {
    'the year is not over': { period: '2023-11', T08: [one(50)] },
  },
});
