import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { revenueIdentity } from '../../../rules/budget/revenue-identity.ts';
import { testRule } from '../../support/test-rule.ts';

const reference = (total: number) => [
  { item: '一、一般公共预算拨款收入', amount: 2474.8 },
  { item: '二、政府性基金预算拨款收入', amount: 11.3 },
  { item: '三、财政专户管理资金收入', amount: 0 },
  { item: '四、其他收入', amount: 0.1 },
  { item: '收入总计', amount: total },
];

testRule(revenueIdentity, {
  passes: {
    'sources adding up': { T13: balance() },
    'parts that are not added twice': {
      T13: balance({
        revenue: [
          { item: '一、财政拨款收入', amount: 2908.06 },
          { item: '其中：一般公共预算', amount: 2900.43 },
          { item: '政府性基金预算', amount: 7.63 },
          { item: '二、其他收入', amount: 0.13 },
          { item: '收入总计', amount: 2908.19 },
        ],
      }),
    },
    'carry-over between the two totals': {
      T13: balance({
        revenue: [
          {},
          {},
          { item: '本年收入合计', amount: 2486.1 },
          { item: '上年结转', amount: 5 },
          { item: '收入总计', amount: 2491.1 },
        ],
      }),
    },
    'blank lines of the printed form': {
      T13: balance({ revenue: [{}, {}, {}, {}, { item: '四、国有资本经营预算拨款收入', amount: null }] }),
    },
  },
  fails: {
    'a last digit that rounding turned': {
      T13: reference(2486.19),
      findings: [
        'notice 收支总表!B10: 收入各来源 4 项合计 2486.20 万元，收入总计填 2486.19 万元，差 0.01 万元，属尾差（容许 0.025）。',
      ],
    },
    'just within rounding': {
      T13: reference(2486.18),
      findings: [
        'notice 收支总表!B10: 收入各来源 4 项合计 2486.20 万元，收入总计填 2486.18 万元，差 0.02 万元，属尾差（容许 0.025）。',
      ],
    },
    'just beyond rounding': {
      T13: reference(2486.17),
      findings: [
        'error 收支总表!B10: 收入各来源 4 项合计 2486.20 万元，收入总计填 2486.17 万元，差 0.03 万元（尾差容许 0.025）。',
      ],
    },
    'a source left out of both totals is one finding': {
      T13: [
        { item: '一、财政拨款收入', amount: 100 },
        { item: '二、其他收入', amount: 10 },
        { item: '本年收入合计', amount: 100 },
        { item: '上年结转', amount: 5 },
        { item: '收入总计', amount: 105 },
      ],
      findings: [
        'error 收支总表!B8: 收入各来源 2 项合计 110.00 万元，本年收入合计填 100.00 万元，差 10.00 万元（尾差容许 0.015），收入总计也差这么多。',
      ],
    },
    'only the year’s total is wrong': {
      T13: [
        { item: '一、财政拨款收入', amount: 100 },
        { item: '二、其他收入', amount: 10 },
        { item: '本年收入合计', amount: 101 },
        { item: '收入总计', amount: 110 },
      ],
      findings: [
        'error 收支总表!B8: 收入各来源 2 项合计 110.00 万元，本年收入合计填 101.00 万元，差 9.00 万元（尾差容许 0.015）。',
      ],
    },
    'only the grand total is wrong': {
      T13: [
        { item: '一、财政拨款收入', amount: 100 },
        { item: '二、其他收入', amount: 10 },
        { item: '本年收入合计', amount: 110 },
        { item: '收入总计', amount: 101 },
      ],
      findings: [
        'error 收支总表!B9: 收入各来源 2 项合计 110.00 万元，收入总计填 101.00 万元，差 9.00 万元（尾差容许 0.015）。',
      ],
    },
  },
  undecidable: {
    'a source that cannot be read': {
      T13: balance({ revenue: [{ amount: gap('unreadable') }] }),
      because: ['收支总表!B6'],
    },
    'a total that cannot be read': {
      T13: balance({ revenue: [{}, {}, {}, { amount: gap('error') }] }),
      because: ['收支总表!B9'],
    },
  },
  notApplicable: {
    'no total': { T13: [{}, {}, {}] },
    'a sheet without rows': { T13: [] },
  },
});
