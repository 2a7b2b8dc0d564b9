import { gap } from '../../../fixtures/case.ts';
import { residualIdentity } from '../../../rules/carry-over/residual-identity.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(residualIdentity, {
  passes: {
    'budget less spending carried over': { T16: [{}] },
    'partly carried over, partly surplus': { T16: [{ carriedOver: 3, surplus: 2 }] },
    'a sheet with one amount': { T16: { rows: [{}], without: ['carriedOver', 'surplus'] } },
  },
  fails: {
    'a difference exactly at the tolerance is rounding': {
      T16: [{ carriedOver: 5.02 }],
      findings: [
        'notice 结转结余!F6: 「项目1」预算 100.00 万元 − 支出 95.00 万元 = 5.00 万元，结转结余共填 5.02 万元，差 0.02 万元，属尾差（容许 0.02）。',
      ],
    },
    'a difference just beyond it': {
      T16: [{}, { carriedOver: 5.03 }],
      findings: [
        'error 结转结余!F7: 「项目2」预算 100.00 万元 − 支出 95.00 万元 = 5.00 万元，结转结余共填 5.03 万元，差 0.03 万元。',
      ],
    },
    'a surplus left out': {
      T16: [{ spent: 90 }],
      findings: [
        'error 结转结余!F6: 「项目1」预算 100.00 万元 − 支出 90.00 万元 = 10.00 万元，结转结余共填 5.00 万元，差 5.00 万元。',
      ],
    },
  },
  undecidable: {
    'a blank budget': { T16: [{ budget: null }], because: ['结转结余!D6'] },
    'a surplus that cannot be read': {
      T16: [{ surplus: gap('unreadable'), amount: null }],
      because: ['结转结余!G6'],
    },
  },
  notApplicable: {
    'no column for spending': { T16: { rows: [{}], without: ['spent'] } },
    'nothing given as left': { T16: [{ carriedOver: null, surplus: null, amount: null }] },
  },
});
