import { distributionLate } from '../../../rules/direct-funds/distribution-late.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(distributionLate, {
  passes: {
    'passed on after ten days': { T10: [{}] },
    'passed on after exactly thirty days': { T10: [{ received: '2023-01-10', distributedOn: '2023-02-09' }] },
    'not yet passed on, thirty days after receipt': {
      T10: [{ received: '2023-05-31', distributedOn: null, distributed: null }],
    },
  },
  fails: {
    'passed on after thirty-one days': {
      T10: [{ received: '2023-01-10', distributedOn: '2023-02-10' }],
      findings: [
        'error 直达资金!G6: 「直达资金1」2023-01-10 收文，2023-02-10 分配下达，历时 31 天，超过 30 天。',
      ],
    },
    'not passed on after thirty-one days': {
      T10: [{ received: '2023-05-30', distributedOn: null, distributed: 0 }],
      findings: [
        'error 直达资金!G6: 「直达资金1」2023-05-30 收文，至 2023-06-30 已 31 天仍未分配下达，超过 30 天。',
      ],
    },
    'a shorter limit set by the bureau': {
      options: { days: 7 },
      T10: [{}],
      findings: [
        'error 直达资金!G6: 「直达资金1」2023-01-10 收文，2023-01-20 分配下达，历时 10 天，超过 7 天。',
      ],
    },
  },
  undecidable: {
    'no date of receipt': { T10: [{ received: null }], because: ['直达资金!E6'] },
    'passed on, and no date': { T10: [{ distributedOn: null }], because: ['直达资金!G6'] },
  },
  notApplicable: {
    'a ledger without the date of receipt': { T10: { rows: [{}], without: ['received'] } },
  },
});
