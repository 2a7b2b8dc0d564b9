import { perCapitaImplausible } from '../../../rules/direct-funds/per-capita-implausible.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(perCapitaImplausible, {
  passes: {
    '2,500 yuan each': { T10: [{}] },
    'exactly 100 yuan each': { T10: [{ released: 2 }] },
    'exactly 50,000 yuan each': { T10: [{ released: 1000 }] },
  },
  fails: {
    '90 yuan for two people': {
      T10: [{ fundName: '困难救助', released: 0.009, spent: 0.009, heads: 2 }],
      findings: [
        'notice 直达资金!F6: 「困难救助」90.00 元、2 人（户），人均 45.00 元，低于 100.00 元，疑似金额单位或人数错误。',
      ],
    },
    'just below 100 yuan, from what was spent': {
      T10: [{ released: null, spent: 1.999, heads: 200 }],
      findings: [
        'notice 直达资金!L6: 「直达资金1」19990.00 元、200 人（户），人均 99.95 元，低于 100.00 元，疑似金额单位或人数错误。',
      ],
    },
    'below 100 yuan by less than is printed': {
      T10: [{ released: 2.999999, heads: 300 }],
      findings: [
        'notice 直达资金!F6: 「直达资金1」29999.99 元、300 人（户），人均 99.99 元，低于 100.00 元，疑似金额单位或人数错误。',
      ],
    },
    'just above 50,000 yuan': {
      T10: [{ released: 1000.02, heads: 200 }],
      findings: [
        'notice 直达资金!F6: 「直达资金1」10000200.00 元、200 人（户），人均 50001.00 元，高于 50000.00 元，疑似金额单位或人数错误。',
      ],
    },
  },
  undecidable: {
    'no amounts': { T10: [{ released: null, spent: null }], because: ['直达资金!F6'] },
  },
  notApplicable: {
    'no number of people': { T10: [{ heads: null }] },
    nobody: { T10: [{ heads: 0 }] },
  },
});
