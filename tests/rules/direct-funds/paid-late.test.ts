import { gap } from '../../../fixtures/case.ts';
import { paidLate } from '../../../rules/direct-funds/paid-late.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(paidLate, {
  passes: {
    'paid months before': { T10: [{}] },
    'paid on the day of the deadline': { T10: [{ paidOn: '2023-12-31' }] },
    'no date of payment before the deadline has come': { asOf: '2023-12-31', T10: [{ paidOn: null }] },
  },
  fails: {
    'a day late, over the end of the year': {
      asOf: '2024-01-31',
      T10: [{}, { paidOn: '2024-01-01' }],
      findings: ['error 直达资金!K7: 「直达资金2」于 2024-01-01 支出，晚于期限 2023-12-31 1 天。'],
    },
    'two months late': {
      T10: [{ deadline: '2023-02-28', paidOn: '2023-05-01' }],
      findings: ['error 直达资金!K6: 「直达资金1」于 2023-05-01 支出，晚于期限 2023-02-28 62 天。'],
    },
  },
  undecidable: {
    'no deadline': { T10: [{ deadline: null }], because: ['直达资金!J6'] },
    'no date of payment after the deadline': {
      asOf: '2024-01-01',
      T10: [{ paidOn: null }],
      because: ['直达资金!K6'],
    },
    'a date that cannot be read': {
      asOf: '2024-01-01',
      T10: [{ paidOn: gap('unreadable') }],
      because: ['直达资金!K6'],
    },
  },
  notApplicable: {
    'nothing paid yet': { T10: [{ paidOn: null, spent: 0 }] },
  },
});
