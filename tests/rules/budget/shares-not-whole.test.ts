import { balance } from '../../../fixtures/balance.ts';
import { sharesNotWhole } from '../../../rules/budget/shares-not-whole.ts';
import { testRule } from '../../support/test-rule.ts';

/** Shares of a sheet without a total, so that each alone cannot be judged. */
const shares = (...values: readonly (number | null)[]) =>
  values.map((share, index) => ({ item: `${'一二三四'[index]}、来源`, amount: 10, share }));

testRule(sharesNotWhole, {
  passes: {
    'shares of 100 %': { T13: shares(0.6, 0.4) },
    'shares of the grand total, with what was carried over': {
      T13: balance({
        revenue: [
          { item: '一、来源', amount: 60, share: 0.6 },
          { item: '本年收入合计', amount: 60 },
          { item: '上年结转', amount: 40, share: 0.4 },
          { item: '收入总计', amount: 100 },
        ],
      }),
    },
    'exactly at the tolerance': { T13: shares(0.6, 0.4005) },
  },
  fails: {
    'just beyond the tolerance': {
      T13: shares(0.6, 0.4006),
      findings: ['notice 收支总表!C6: 收入占比 2 项合计 100.06%，应为 100%，差 0.06 个百分点。'],
    },
    'an item left out': {
      T13: shares(0.6, 0.2, 0.1),
      findings: ['notice 收支总表!C6: 收入占比 3 项合计 90.00%，应为 100%，差 10.00 个百分点。'],
    },
  },
  undecidable: {
    'an item without a share': { T13: shares(0.6, null), because: ['收支总表!C7'] },
  },
  notApplicable: {
    'no shares': { T13: balance() },
    'shares of amounts that do not make up their total, which another rule names': {
      T13: balance({
        revenue: [
          { amount: 60, share: 0.6 },
          { amount: 50, share: 0.5 },
          { amount: 0, share: 0 },
          { amount: 100 },
        ],
      }),
    },
    'a single wrong share, which another rule names': {
      T13: balance({
        revenue: [
          { amount: 60, share: 0.7 },
          { amount: 40, share: 0.4 },
          { amount: 0, share: 0 },
          { amount: 100 },
        ],
      }),
    },
  },
});
