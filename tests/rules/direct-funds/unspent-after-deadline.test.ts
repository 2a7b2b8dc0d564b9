import { gap } from '../../../fixtures/case.ts';
import { unspentAfterDeadline } from '../../../rules/direct-funds/unspent-after-deadline.ts';
import { testRule } from '../../support/test-rule.ts';

const relief = {
  fundName: '救灾资金',
  released: 71.38,
  spent: 40.9,
  rate: 0.573,
};

testRule(unspentAfterDeadline, {
  passes: {
    'all spent long before': { T10: [{ spent: 50, rate: 1 }] },
    'a remainder exactly within rounding': { asOf: '2023-12-31', T10: [{ spent: 49.99 }] },
    'all spent, though the notice’s deadline is not known': { T10: [{ spent: 50, deadline: null }] },
  },
  fails: {
    'on the day of the deadline': {
      asOf: '2023-12-31',
      T10: [relief],
      findings: [
        'error 直达资金!L6: 「救灾资金」应于 2023-12-31 前支出，已支出 40.90 万元（支出进度 57.30%），剩余 30.48 万元未支出。',
      ],
    },
    'the amount released is blank, and worked out from the rate': {
      asOf: '2024-01-05',
      T10: [{ ...relief, released: null }],
      findings: [
        'error 直达资金!L6: 「救灾资金」应于 2023-12-31 前支出，已支出 40.90 万元（支出进度 57.30%），约剩余 30.48 万元未支出。',
      ],
    },
    'a remainder just beyond rounding': {
      asOf: '2024-01-05',
      T10: [{ spent: 49.9899 }],
      findings: [
        'error 直达资金!L6: 「直达资金1」应于 2023-12-31 前支出，已支出 49.9899 万元（支出进度 99.98%），剩余 0.0101 万元未支出。',
      ],
    },
    'a remainder too small for two decimals of the rate': {
      asOf: '2024-01-05',
      T10: [{ released: 1000, spent: 999.98 }],
      findings: [
        'error 直达资金!L6: 「直达资金1」应于 2023-12-31 前支出，已支出 999.98 万元（支出进度 99.998%），剩余 0.02 万元未支出。',
      ],
    },
    'a small fund of which nothing is spent': {
      asOf: '2024-01-05',
      T10: [{ released: 0.009, spent: 0 }],
      findings: [
        'error 直达资金!L6: 「直达资金1」应于 2023-12-31 前支出，已支出 0.00 万元（支出进度 0.00%），剩余 0.009 万元未支出。',
      ],
    },
  },
  undecidable: {
    'no deadline': { asOf: '2024-01-05', T10: [{ deadline: null }], because: ['直达资金!J6'] },
    'no amount spent and no rate': { T10: [{ spent: null, rate: null }], because: ['直达资金!L6'] },
    'no amount released and no rate': { T10: [{ released: null, rate: null }], because: ['直达资金!F6'] },
  },
  notApplicable: {
    'the day before the deadline': { asOf: '2023-12-30', T10: [relief] },
    'a rate without an amount, which another rule names': {
      asOf: '2024-01-05',
      T10: [{ spent: null, rate: 1 }],
    },
    'a classified fund': { asOf: '2024-01-05', T10: [{ fundName: gap('classified') }] },
  },
});
