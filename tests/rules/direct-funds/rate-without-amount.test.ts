import { gap } from '../../../fixtures/case.ts';
import { rateWithoutAmount } from '../../../rules/direct-funds/rate-without-amount.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(rateWithoutAmount, {
  passes: {
    'the rate of the amounts': { T10: [{}] },
    'a rate rounded to 57.30 %': { T10: [{ released: 71.38, spent: 40.9, rate: 0.573 }] },
    'exactly at the tolerance': { T10: [{ rate: 0.6005 }] },
  },
  fails: {
    'just beyond the tolerance': {
      T10: [{ rate: 0.6006 }],
      findings: [
        'warning 直达资金!M6: 「直达资金1」支出进度填 60.06%，按支出 30.00 ÷ 下达 50.00 万元应为 60.00%。',
      ],
    },
    'a rate of 100 % without an amount, twice': {
      T10: [{ spent: null, rate: 1 }, { spent: gap('placeholder'), released: null, rate: 1 }, {}],
      findings: [
        'warning 直达资金!L6: 「直达资金1」支出进度填 100.00%，但未填支出金额，无法核验。',
        'warning 直达资金!L7: 「直达资金2」支出进度填 100.00%，但未填支出金额，无法核验。',
      ],
    },
  },
  undecidable: {
    'the column of what was spent is not on the sheet': {
      T10: { rows: [{}], without: ['spent'] },
      because: ['直达资金!5:5'],
    },
    'no amount released': { T10: [{ released: null }], because: ['直达资金!F6'] },
    'an amount that cannot be read': { T10: [{ spent: gap('unreadable') }], because: ['直达资金!L6'] },
  },
  notApplicable: {
    'no rate stated': { T10: [{ rate: null }] },
    'nothing released': { T10: [{ released: 0, spent: 0, rate: 0 }] },
  },
});
