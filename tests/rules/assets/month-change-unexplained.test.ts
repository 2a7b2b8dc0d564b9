import { gap } from '../../../fixtures/case.ts';
import { monthChangeUnexplained } from '../../../rules/assets/month-change-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(monthChangeUnexplained, {
  passes: {
    'exactly a fifth more': { T11: [{ opening: 100, closing: 120 }] },
    'a fifth more as it is printed': { T11: [{ opening: 1000, closing: 1200.04 }] },
    'exactly a fifth less': { T11: [{ opening: 100, closing: 80 }] },
    'a large change that is explained': {
      T11: [{ opening: 100, closing: 300, reason: '收到扶贫资产收益资金，暂存账户' }],
    },
    'a reason in one word': {
      T11: [
        { opening: 100, closing: 80, reason: '折旧' },
        { opening: 100, closing: 50, reason: '报废' },
      ],
    },
    'a reason among the remarks': {
      T11: { rows: [{ opening: 100, closing: 300, remark: '收到上级拨款' }], without: ['reason'] },
    },
    'nothing before and nothing now': { T11: [{ opening: 0, closing: 0 }] },
  },
  fails: {
    'just above a fifth': {
      T11: [{ opening: 100, closing: 120.01 }],
      findings: [
        'warning 资产月报!H6: 「货币资金」由 100.00 元变为 120.01 元，环比 20.01%，超过 20% 须填写原因。',
      ],
    },
    'just below four fifths, and a reason that says nothing': {
      T11: [{}, { opening: 100, closing: 79.99, reason: '无' }],
      findings: [
        'warning 资产月报!H7: 「固定资产净值」由 100.00 元变为 79.99 元，环比 -20.01%，超过 20% 须填写原因。',
      ],
    },
    'an item that is new': {
      T11: [{ opening: 0, closing: 500 }],
      findings: ['warning 资产月报!H6: 「货币资金」期初为 0，期末 500.00 元，须填写原因。'],
    },
    'no column for reasons': {
      T11: { rows: [{ opening: 100, closing: 200 }], without: ['reason'] },
      findings: [
        'warning 资产月报!E6: 「货币资金」由 100.00 元变为 200.00 元，环比 100.00%，超过 20% 须填写原因。',
      ],
    },
  },
  undecidable: {
    'a blank closing': { T11: [{ closing: null }], because: ['资产月报!E6'] },
    'an opening that cannot be read': { T11: [{ opening: gap('unreadable') }], because: ['资产月报!B6'] },
  },
  notApplicable: { 'a row that heads others': { T11: [{ opening: null, closing: null }] } },
});
