import { expect, test } from '@jest/globals';
import { balance } from '../../../fixtures/balance.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { magnitudeJump } from '../../../rules/quality/magnitude-jump.ts';
import { testRule } from '../../support/test-rule.ts';

/** A good row whose every amount is so many times larger. */
const scaled = (times: number, more = {}) => ({
  initialBudget: 120 * times,
  adjustedBudget: 120 * times,
  released: 120 * times,
  planTotal: 120 * times,
  cumPlan: 60 * times,
  cumActual: 60 * times,
  ...more,
});
const named = (name: string, more = {}) => ({ projectCode: null, projectName: name, ...more });

const fact = (indicator: string, number: number, valueUnit = '万元') => ({
  indicator,
  value: { text: String(number), comparator: null, number, unit: '' },
  valueUnit,
});

test('what clears a row typed in 元 names its other amounts', () => {
  const [finding] = runRules([magnitudeJump], {
    T01: [named('甲', scaled(10_000))],
    previous: [{ name: '甲', budget: 120_000_000 }],
  }).findings;
  expect(finding?.clears.zh).toBe(
    '核对金额单位：按元填写的请除以 10000（「调整后预算数」1200000.00 万元应为 120.00 万元），该行的 G6、K6、X6、Y6、Z6 一并核对；金额无误的请说明。',
  );
});

testRule(magnitudeJump, {
  passes: {
    'amounts of one size': { T01: [{}] },
    'just less than five thousand times': { T01: [{ released: 599_999 }] },
    'spending of just less than fifty times the budget may be anything': { T01: [{ cumActual: 5999 }] },
    'just more than twenty thousand times': { T01: [{ cumActual: 2_400_001 }] },
    'little spent of an ordinary budget is slow, not wrong': { T01: [{ cumActual: 0.012 }] },
    'fines sixty times the plan, and sixty times those of last year': {
      T12: [{ plan: 0.5, collected: 30, toTreasury: 30, lastActual: 0.5 }],
    },
    'nothing spent': { T01: [{ cumActual: 0 }] },
    'one project much larger than the others': {
      T01: [{}, {}, {}, {}, scaled(400)],
    },
    'a capital project beside a small one and a tiny one': {
      T01: [scaled(100), scaled(1 / 6), scaled(1 / 80)],
    },
    'a capital project that last month had as well': {
      T01: [named('甲', scaled(100)), named('乙', scaled(1 / 80)), named('丙', scaled(1 / 80))],
      previous: [{ name: '甲', budget: 12_000_000_000 }],
    },
    'two projects, either of which may be right': { T01: [{}, scaled(10_000)] },
    'a budget like last month’s': { T01: [named('甲')], previous: [{ name: '甲', budget: 120_000_000 }] },
    'another table whose unit is not stated': {
      T01: [named('甲')],
      T03: {
        rows: [named('甲', { initialBudget: 1_200_000, adjustedBudget: 1_200_000, cumActual: 600_000 })],
        amountUnit: { declared: false },
      },
    },
  },
  fails: {
    'spending typed in yuan': {
      T01: [{ cumActual: 600_000 }],
      findings: [
        'warning 支出进度!Z6: 「累计实际支出」600000.00 万元约为「调整后预算数」120.00 万元的 5000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a small part of the budget spent, typed in yuan': {
      T01: [{ cumActual: 6000 }],
      findings: [
        'warning 支出进度!Z6: 「累计实际支出」6000.00 万元约为「调整后预算数」120.00 万元的 50 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole column in yuan is one finding': {
      T01: [{ cumActual: 600_000 }, { cumActual: 700_000 }, { cumActual: 650_000 }, {}],
      findings: [
        'warning 支出进度!Z6: 「累计实际支出」有 3 个单元格（Z6、Z7、Z8）与「调整后预算数」相差约一万倍，疑似整列金额单位写错。',
      ],
    },
    'a whole column in ten thousand yuan is one finding': {
      T01: [{ cumActual: 0.006 }, { cumActual: 0.007 }, { cumActual: 0.0065 }],
      findings: [
        'warning 支出进度!Z6: 「累计实际支出」有 3 个单元格（Z6、Z7、Z8）与「调整后预算数」相差约一万倍，疑似整列金额单位写错。',
      ],
    },
    'exactly twenty thousand times': {
      T01: [{ cumActual: 2_400_000 }],
      findings: [
        'warning 支出进度!Z6: 「累计实际支出」2400000.00 万元约为「调整后预算数」120.00 万元的 20000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a budget typed in yuan beside amounts in the unit of the sheet': {
      T01: [{ adjustedBudget: 1_200_000 }],
      findings: [
        'warning 支出进度!J6: 「调整后预算数」1200000.00 万元约为「年初预算数」120.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'an allotment far too small': {
      T01: [{ released: 0.012 }],
      findings: [
        'warning 支出进度!K6: 「调整后预算数」120.00 万元约为「已下达指标数」0.012 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole row in yuan against last month': {
      T01: [named('甲', scaled(10_000))],
      previous: [{ name: '甲', budget: 120_000_000 }],
      findings: [
        'warning 支出进度!J6: 「调整后预算数」1200000.00 万元约为上期预算 120.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole row in yuan against the sheet of the month before': {
      T01: {
        rows: [named('甲', scaled(10_000))],
        history: [{ rows: [named('甲')], period: { period: '2023-05' } }],
      },
      findings: [
        'warning 支出进度!J6: 「调整后预算数」1200000.00 万元约为上期预算 120.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole row in yuan against the schedule': {
      T01: [named('甲')],
      T03: [named('甲', { initialBudget: 1_200_000, adjustedBudget: 1_200_000, cumActual: 600_000 })],
      findings: [
        'warning 监控清单!H6: 「调整预算数」1200000.00 万元约为《项目分月支出进度表》「调整后预算数」120.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'spending typed in yuan in the schedule alone is said there alone': {
      T01: [named('甲', { cumActual: 600_000 })],
      T03: [named('甲')],
      findings: [
        'warning 支出进度!Z6: 「累计实际支出」600000.00 万元约为「调整后预算数」120.00 万元的 5000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole row in yuan among its peers': {
      T01: [{}, {}, {}, {}, scaled(10_000)],
      findings: [
        'warning 支出进度!J10: 「调整后预算数」1200000.00 万元约为同列中位数 120.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole row in yuan among three': {
      T01: [{}, scaled(10_000), {}],
      findings: [
        'warning 支出进度!J7: 「调整后预算数」1200000.00 万元约为同列中位数 120.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole row in yuan beside two that are not alike': {
      T01: [scaled(1 / 10), scaled(1500), scaled(1 / 6)],
      findings: [
        'warning 支出进度!J7: 「调整后预算数」180000.00 万元约为同列中位数 16.00 万元的 11250 倍，疑似把元填入了万元栏。',
      ],
    },
    'a whole sheet in yuan is one finding': {
      T01: ['甲', '乙', '丙'].map((name) => named(name)),
      T03: ['甲', '乙', '丙'].map((name) =>
        named(name, { initialBudget: 1_200_000, adjustedBudget: 1_200_000, cumActual: 600_000 }),
      ),
      findings: [
        'warning 监控清单!H6: 有 3 个项目的金额与《项目分月支出进度表》相差约一万倍（H6、H7、H8），疑似整表金额单位写错。',
      ],
    },
    'revenue typed in yuan of a plan in ten thousand yuan': {
      T12: [{ plan: 63, collected: 360_000, toTreasury: 36, lastActual: 60 }],
      findings: [
        'warning 非税收入!I6: 「累计收入」360000.00 万元约为「本年计划」63.00 万元的 5714 倍，疑似把元填入了万元栏。',
      ],
    },
    'a function typed in yuan beside last year': {
      T13: balance({ expenditure: [{ amount: 1_900_000, lastYear: 183 }] }),
      findings: [
        'warning 收支总表!B6: 「支出金额」1900000.00 万元约为「支出上年数」183.00 万元的 10383 倍，疑似把元填入了万元栏。',
      ],
    },
    'the money of a self-evaluation typed in yuan': {
      T06: { tables: { funds: [{ adjustedBudget: 110, executed: 1_078_000 }] } },
      findings: [
        'warning 自评表!D6: 「全年执行数」1078000.00 万元约为「全年预算数」110.00 万元的 9800 倍，疑似把元填入了万元栏。',
      ],
    },
    'one source of that money, and the sum with it': {
      T06: {
        tables: {
          funds: [
            { adjustedBudget: 120, executed: 1_078_010 },
            { adjustedBudget: 110, executed: 1_078_000 },
          ],
        },
      },
      findings: [
        'warning 自评表!D7: 「全年执行数」1078000.00 万元约为「全年预算数」110.00 万元的 9800 倍，疑似把元填入了万元栏。',
      ],
    },
    'a budget in ten thousand yuan on a sheet in yuan': {
      T15: { rows: [{ budget: 20, contract: 192_000, paid: 192_000 }], amountUnit: { unit: '元' } },
      findings: [
        'warning 政府采购!D6: 「采购预算」20.00 元约为「合同金额」192000.00 元的 9600 分之一，疑似把万元填入了元栏。',
      ],
    },
    'spending on a guarantee typed in yuan': {
      T08: [{ spent: 500_000 }, {}, {}],
      findings: [
        'warning 三保支出!D6: 「实际支出」500000.00 万元约为「安排资金」100.00 万元的 5000 倍，疑似把元填入了万元栏。',
      ],
    },
    'a fact in yuan among facts in ten thousand yuan': {
      T19: [
        fact('资产增加', 62),
        fact('负债总额', 485),
        fact('收入总计', 2486.19),
        fact('负债增加', 229.94, '元'),
      ],
      findings: ['warning 数据采集!D9: 「负债增加」（D9）填 229.94 元，其余金额以万元为单位，疑似单位写错。'],
    },
    'a ceiling suggested in yuan': {
      T05: { form: { requested: 20, suggested: 200_000 } },
      findings: [
        'warning 事前评估!B19: 「建议预算控制数」200000.00 万元约为「资金申请总额」20.00 万元的 10000 倍，疑似把元填入了万元栏。',
      ],
    },
  },
  orderMatters: true,
  notApplicable: {
    'a fact in yuan that is no larger as ten thousand yuan than any other': {
      T19: [
        fact('资产增加', 62),
        fact('负债总额', 485),
        fact('收入总计', 2486.19),
        fact('人均补助', 45, '元'),
      ],
    },
    'nothing to compare': {
      T01: {
        rows: [{}],
        without: [
          'initialBudget',
          'released',
          'planTotal',
          'cumPlan',
          'cumActual',
          ...['01', '02', '03', '04', '05', '06'].map((month) => `planM${month}`),
        ],
      },
    },
  },
});
