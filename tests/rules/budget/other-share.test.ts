import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { otherShare } from '../../../rules/budget/other-share.ts';
import { testRule } from '../../support/test-rule.ts';

const other = (amount: number | object) =>
  balance({ expenditure: [{ amount: 850 }, {}, { item: '三、其他支出', amount }, { amount: 1000 }] });

testRule(otherShare, {
  passes: {
    'exactly a tenth': { T13: other(100) },
    'a tenth as it is printed': { T13: other(100.04) },
  },
  fails: {
    'just beyond a tenth': {
      T13: other(100.1),
      findings: [
        'notice 收支总表!B8: 其他支出 100.10 万元，占支出总计 1000.00 万元的 10.01%，超过 10%，请细化科目。',
      ],
    },
  },
  undecidable: {
    'an amount that cannot be read': { T13: other(gap('unreadable')), because: ['收支总表!B8'] },
  },
  notApplicable: { 'no other expenditure': { T13: balance() } },
});
