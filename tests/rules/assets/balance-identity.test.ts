import { gap } from '../../../fixtures/case.ts';
import { balanceIdentity } from '../../../rules/assets/balance-identity.ts';
import { testRule } from '../../support/test-rule.ts';

const good = [{}, {}, {}, {}, {}, {}];
const item = (name: string, amount: number | null) => ({
  item: name,
  opening: amount,
  increase: 0,
  decrease: 0,
  closing: amount,
  change: 0,
});
/** Net and cost, current assets and what they are made of, something in bare words. */
const nested = [
  item('流动资产', 231.8),
  item('其中：货币资金', 20.35),
  item('其他应收款净额', 211.45),
  item('固定资产', null),
  item('  原值', 531.34),
  item('  减：累计折旧', 340.96),
  item('  净值', 190.38),
  item('无形资产原值', 500),
  item('无形资产累计摊销', 45.17),
  item('公共基础设施净值', 13577.51),
  item('资产总计', 14454.52),
  item('负债合计', 230.37),
  item('净资产合计', 14224.15),
];

testRule(balanceIdentity, {
  passes: {
    'both sums right': { T11: good },
    'cost and net on one sheet, counted once': { T11: nested },
    'the five components of a report': {
      T11: [
        item('货币资金', 20.35),
        item('其他应收款净额', 211.45),
        item('固定资产净值', 190.38),
        item('无形资产净值', 454.83),
        item('公共基础设施净值', 13577.51),
        item('资产总计', 14454.52),
      ],
    },
    'a detail that belongs to another item': {
      T11: [...good, { ...item('房屋及构筑物', 1_500_000) }],
    },
    'depreciation written below zero': {
      T11: [item('货币资金', 20), item('固定资产原值', 100), item('减：累计折旧', -40), item('资产总计', 80)],
    },
    'no liabilities': { T11: [item('资产总计', 100), item('负债合计', null), item('净资产合计', 100)] },
    'an asset that few have': {
      T11: [item('货币资金', 20), item('固定资产净值', 30), item('林木资产', 50), item('资产总计', 100)],
    },
  },
  fails: {
    'a total beyond rounding': {
      T11: [{}, {}, {}, { closing: 2_210_001 }, {}, { closing: 1_910_001 }],
      findings: [
        'error 资产月报!E9: 「期末数」资产总计 2210001.00 元 ≠ 货币资金 210000.00 + 固定资产净值 1900000.00 + 无形资产净值 100000.00 = 2210000.00 元，差 1.00 元。',
      ],
    },
    'a difference exactly at the tolerance is rounding': {
      T11: [{}, {}, {}, { closing: 2_210_000.02 }, {}, { closing: 1_910_000.02 }],
      findings: [
        'notice 资产月报!E9: 「期末数」资产总计 2210000.02 元，货币资金 210000.00 + 固定资产净值 1900000.00 + 无形资产净值 100000.00 = 2210000.00 元，差 0.02 元，属尾差（容许 0.02）。',
      ],
    },
    'a total that fits neither sum is one mistake': {
      T11: [{}, {}, {}, { closing: 2_310_000 }, {}, {}],
      findings: [
        'error 资产月报!E9: 「期末数」资产总计 2310000.00 元 ≠ 货币资金 210000.00 + 固定资产净值 1900000.00 + 无形资产净值 100000.00 = 2210000.00 元，差 100000.00 元。',
      ],
    },
    'net assets that do not fit': {
      T11: [{}, {}, {}, {}, {}, { closing: 1_900_000 }],
      findings: [
        'error 资产月报!E10: 「期末数」负债合计 300000.00 + 净资产合计 1900000.00 = 2200000.00 元 ≠ 资产总计 2210000.00 元（与各项资产之和相符），差 10000.00 元。',
      ],
    },
    'net assets that do not fit, where the assets are not listed': {
      T11: [item('资产总计', 100), item('负债合计', 30), item('净资产合计', 60)],
      findings: [
        'error 资产月报!E6: 「期末数」资产总计 100.00 元 ≠ 负债合计 30.00 + 净资产合计 60.00 = 90.00 元，差 10.00 元。',
      ],
    },
    'only the opening wrong': {
      T11: [{}, {}, {}, { opening: 2_100_000 }],
      findings: [
        'error 资产月报!B9: 「上月期末数」资产总计 2100000.00 元 ≠ 货币资金 200000.00 + 固定资产净值 1900000.00 + 无形资产净值 100000.00 = 2200000.00 元，差 100000.00 元。',
      ],
    },
    'cost less depreciation where there is no net value': {
      T11: [
        item('货币资金', 20),
        item('固定资产原值', 100),
        item('固定资产累计折旧', 40),
        item('资产总计', 90),
      ],
      findings: [
        'error 资产月报!E9: 「期末数」资产总计 90.00 元 ≠ 货币资金 20.00 + 固定资产原值 100.00 − 固定资产累计折旧 40.00 = 80.00 元，差 10.00 元。',
      ],
    },
  },
  undecidable: {
    'a part that cannot be read': {
      T11: [{}, { closing: gap('unreadable') }, {}, {}],
      because: ['资产月报!E7'],
    },
    'an asset whose closing balance was left out': {
      T11: [{}, { closing: null }, {}, {}, {}, {}],
      because: ['资产月报!E7'],
    },
    'net assets left blank': {
      T11: [item('资产总计', 100), item('负债合计', 30), item('净资产合计', null)],
      because: ['资产月报!E8'],
    },
    'a total that cannot be read': {
      T11: [{}, {}, {}, { closing: gap('error') }, {}, {}],
      because: ['资产月报!E9'],
    },
  },
  notApplicable: {
    'no total': { T11: [{}, {}] },
    'a few items of many': { T11: [item('固定资产净值', 639.84), item('资产总计', 14678.1)] },
    'a classified item': { T11: [{}, { item: gap('classified') }, {}, { closing: 1 }] },
  },
});
