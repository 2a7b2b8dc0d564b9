import { balance } from '../../../fixtures/balance.ts';
import { sameAsLastYear } from '../../../rules/budget/same-as-last-year.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(sameAsLastYear, {
  passes: {
    'a fen apart': {
      T13: balance({ expenditure: [{ lastYear: 2000 }, { lastYear: 11.300001 }, { lastYear: 300 }] }),
    },
  },
  fails: {
    'one function': {
      T13: balance({ expenditure: [{ lastYear: 2000 }, { lastYear: 11.3 }, { lastYear: 300 }] }),
      findings: ['notice 收支总表!B7: 城乡社区支出与上年完全相同（11.30 万元），请确认未沿用旧数。'],
    },
    'every function is one finding': {
      T13: balance({ expenditure: [{ lastYear: 2175.42 }, { lastYear: 11.3 }, { lastYear: 299.48 }] }),
      findings: ['notice 收支总表!B6: 支出 3 项全部与上年完全相同，请确认未整列沿用旧数。'],
    },
    'two functions that are all there are': {
      T13: balance({ expenditure: [{ lastYear: 2175.42 }, { lastYear: 11.3 }, { amount: 0, lastYear: 0 }] }),
      findings: [
        'notice 收支总表!B6: 一般公共服务支出与上年完全相同（2175.42 万元），请确认未沿用旧数。',
        'notice 收支总表!B7: 城乡社区支出与上年完全相同（11.30 万元），请确认未沿用旧数。',
      ],
    },
  },
  notApplicable: { 'no column for last year': { T13: balance() } },
});
