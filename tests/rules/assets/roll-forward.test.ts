import { gap } from '../../../fixtures/case.ts';
import { rollForward } from '../../../rules/assets/roll-forward.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(rollForward, {
  passes: {
    'movements that make the closing': { T11: [{}, {}, {}, {}, {}, {}] },
    'depreciation written below zero, its movements above': {
      T11: [{ item: '减：固定资产累计折旧', opening: -100, increase: 10, decrease: 0, closing: -110 }],
    },
    'blank movements are none': { T11: [{ increase: null, decrease: null, closing: 200_000 }] },
  },
  fails: {
    'a difference exactly at the tolerance is rounding': {
      T11: [{ closing: 210_000.02 }],
      findings: [
        'notice 资产月报!E6: 「货币资金」200000.00 + 10000.00 − 0.00 = 210000.00 元，期末 210000.02 元，差 0.02 元，属尾差（容许 0.02）。',
      ],
    },
    'a difference just beyond it': {
      T11: [{ closing: 210_000.03 }],
      findings: [
        'error 资产月报!E6: 「货币资金」200000.00 + 10000.00 − 0.00 = 210000.00 元 ≠ 期末 210000.03 元，差 0.03 元。',
      ],
    },
    'a decrease left out': {
      T11: [{}, { closing: 1_800_000 }],
      findings: [
        'error 资产月报!E7: 「固定资产净值」1900000.00 + 0.00 − 0.00 = 1900000.00 元 ≠ 期末 1800000.00 元，差 100000.00 元。',
      ],
    },
  },
  undecidable: {
    'a blank closing': { T11: [{ closing: null }], because: ['资产月报!E6'] },
    'a movement that cannot be read': { T11: [{ increase: gap('unreadable') }], because: ['资产月报!C6'] },
  },
  notApplicable: {
    'no columns for movements': { T11: { rows: [{}], without: ['increase', 'decrease'] } },
    'a row that heads others': {
      T11: [{ opening: null, increase: null, decrease: null, closing: null }],
    },
  },
});
