import { deadlineNear } from '../../../rules/direct-funds/deadline-near.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(deadlineNear, {
  passes: {
    'exactly four fifths spent within thirty days': { T10: [{ deadline: '2023-07-30', spent: 40 }] },
    'four fifths as it is printed': { T10: [{ deadline: '2023-07-30', spent: 39.998 }] },
    'exactly 95 % spent within ten days': { T10: [{ deadline: '2023-07-10', spent: 47.5 }] },
    'four fifths spent eleven days before': { T10: [{ deadline: '2023-07-11', spent: 40 }] },
    'all spent, whatever the deadline': { T10: [{ deadline: null, spent: 50 }] },
  },
  fails: {
    'just below four fifths thirty days before': {
      T10: [{ deadline: '2023-07-30', spent: 39.99 }],
      findings: [
        'warning 直达资金!L6: 「直达资金1」距支出期限 2023-07-30 还有 30 天，支出进度 79.98%，尚有 10.01 万元未支出。',
      ],
    },
    'just below 95 % ten days before': {
      T10: [{ deadline: '2023-07-10', spent: 47.49 }],
      findings: [
        'error 直达资金!L6: 「直达资金1」距支出期限 2023-07-10 还有 10 天，支出进度 94.98%，尚有 2.51 万元未支出。',
      ],
    },
    'half spent eleven days before': {
      T10: [{ deadline: '2023-07-11', spent: 25 }],
      findings: [
        'warning 直达资金!L6: 「直达资金1」距支出期限 2023-07-11 还有 11 天，支出进度 50.00%，尚有 25.00 万元未支出。',
      ],
    },
  },
  undecidable: {
    'no amount spent': {
      T10: [{ deadline: '2023-07-11', spent: null, rate: null }],
      because: ['直达资金!L6'],
    },
    'no deadline': { T10: [{ deadline: null }], because: ['直达资金!J6'] },
  },
  notApplicable: {
    'thirty-one days before': { T10: [{ deadline: '2023-07-31', spent: 0 }] },
    'on the deadline itself, which another rule judges': { T10: [{ deadline: '2023-06-30', spent: 0 }] },
  },
});
