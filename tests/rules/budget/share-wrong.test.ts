import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { shareWrong } from '../../../rules/budget/share-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

/** The final accounts of the reference year, as fractions of 2908.06. */
const final: readonly (readonly [string, number, number])[] = [
  ['一般公共服务支出', 1914.73, 0.6584],
  ['公共安全支出', 6.99, 0.0024],
  ['科学技术支出', 0.92, 0.0003],
  ['文化旅游体育与传媒支出', 4.73, 0.0016],
  ['社会保障和就业支出', 236.1, 0.0812],
  ['卫生健康支出', 58.5, 0.0201],
  ['节能环保支出', 37.1, 0.0128],
  ['城乡社区支出', 7.63, 0.0026],
  ['农林水支出', 526.7, 0.1811],
  ['交通运输支出', 22.68, 0.0078],
  ['住房保障支出', 89.13, 0.0306],
  ['灾害防治及应急管理支出', 2.85, 0.001],
];
const finalAccounts = (housing: number) =>
  balance({
    expenditure: [
      ...final.map(([item, amount, share]) => ({
        item,
        amount,
        share: item === '住房保障支出' ? housing : share,
      })),
      { item: '支出总计', amount: 2908.06, share: 1 },
    ],
  });
const single = (share: number | null, amount: number | object = 250) =>
  balance({ expenditure: [{ amount, share }, { amount: 750 }, { amount: 0 }, { amount: 1000 }] });

testRule(shareWrong, {
  passes: {
    'twelve shares rounded to two decimals': { T13: finalAccounts(0.0306) },
    'shares of the grand total, beside a total of the year': {
      T13: balance({
        revenue: [
          { item: '一、来源', amount: 60, share: 0.6 },
          { item: '本年收入合计', amount: 60 },
          { item: '上年结转', amount: 40, share: 0.4 },
          { item: '收入总计', amount: 100 },
        ],
      }),
    },
    'exactly half a digit off': { T13: single(0.25005) },
    'shares given to one decimal': {
      T13: balance({
        expenditure: [
          { amount: 333.3, share: 0.333 },
          { amount: 666.7, share: 0.667 },
          { amount: 0 },
          { amount: 1000 },
        ],
      }),
    },
  },
  fails: {
    'housing bent to make the column 100 %': {
      T13: finalAccounts(0.0307),
      findings: [
        'notice 收支总表!C16: 住房保障支出 89.13 万元，占支出总计 2908.06 万元的 3.06%，填报 3.07%。',
      ],
    },
    'a share wrong by a full digit is a notice': {
      T13: single(0.2501),
      findings: [
        'notice 收支总表!C6: 一般公共服务支出 250.00 万元，占支出总计 1000.00 万元的 25.00%，填报 25.01%。',
      ],
    },
    'a share wrong by more': {
      T13: single(0.2502),
      findings: [
        'warning 收支总表!C6: 一般公共服务支出 250.00 万元，占支出总计 1000.00 万元的 25.00%，填报 25.02%。',
      ],
    },
    'a share among round ones, none of which was rounded': {
      T13: balance({
        expenditure: [
          { amount: 600, share: 0.6 },
          { amount: 300, share: 0.31 },
          { amount: 100, share: 0.1 },
          { amount: 1000, share: 1 },
        ],
      }),
      findings: [
        'warning 收支总表!C7: 城乡社区支出 300.00 万元，占支出总计 1000.00 万元的 30.00%，填报 31.00%。',
      ],
    },
    'the share of what was carried over, among shares of the grand total': {
      T13: balance({
        revenue: [
          { item: '一、来源', amount: 60, share: 0.6 },
          { item: '本年收入合计', amount: 60 },
          { item: '上年结转', amount: 40, share: 0.45 },
          { item: '收入总计', amount: 100 },
        ],
      }),
      findings: ['warning 收支总表!C8: 上年结转 40.00 万元，占收入总计 100.00 万元的 40.00%，填报 45.00%。'],
    },
    'a share of revenue': {
      T13: balance({ revenue: [{ share: 0.9 }, {}, {}, {}] }),
      findings: [
        'warning 收支总表!C6: 一般公共预算拨款收入 2474.80 万元，占收入总计 2486.20 万元的 99.54%，填报 90.00%。',
      ],
    },
  },
  undecidable: {
    'a total that its items do not make up is the mistake': {
      T13: balance({
        expenditure: [
          { amount: 250, share: 0.25 },
          { amount: 750, share: 0.75 },
          { amount: 0 },
          { amount: 950 },
        ],
      }),
      because: ['收支总表!B9'],
    },
    'shares of what the parts add up to, beside a grand total with two digits swapped': {
      T13: balance({
        revenue: [
          { item: '一、来源', amount: 60, share: 0.4286 },
          { item: '本年收入合计', amount: 60 },
          { item: '上年结转', amount: 80, share: 0.5714 },
          { item: '收入总计', amount: 104 },
        ],
      }),
      because: ['收支总表!B9'],
    },
    'an amount that cannot be read': { T13: single(0.25, gap('unreadable')), because: ['收支总表!B6'] },
  },
  notApplicable: {
    'no shares': { T13: balance() },
    'no total to be a share of': { T13: [{ share: 0.5 }] },
  },
});
