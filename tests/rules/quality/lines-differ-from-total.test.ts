import { gap, type RowInput } from '../../../fixtures/case.ts';
import { linesDifferFromTotal } from '../../../rules/quality/lines-differ-from-total.ts';
import { testRule } from '../../support/test-rule.ts';

const budgets = (...amounts: (number | object | null)[]) =>
  amounts.map((initialBudget) => ({ initialBudget }));
const totalled = (total: number | object | null, ...amounts: (number | object | null)[]) => ({
  rows: budgets(...amounts),
  totals: [{ initialBudget: total }],
});

/** A ledger whose heading says 增减额 = 本年计划 − 上年实际. */
const ledger = (row: RowInput) => ({
  rows: [{ lastActual: 10, plan: 12, change: 2, ...row }],
  columnFormulas: { change: ['plan', '-lastActual'] },
});

testRule(linesDifferFromTotal, {
  passes: {
    'a column that is what the heading says': { T12: ledger({ change: 2 }) },
    'a total that is the sum': { T01: totalled(240, 120, 120) },
    'classified rows count': {
      T01: {
        rows: [{ initialBudget: 120 }, { initialBudget: 80, reason: gap('classified') }],
        totals: [{ initialBudget: 200 }],
      },
    },
    'a blank is nothing': { T01: totalled(120, 120, null) },
    'a blank that must be filled was evidently nothing': {
      T01: { rows: [{}, { cumActual: null }], totals: [{ cumActual: 60 }] },
    },
    'of-which rows are not added': {
      T01: { ...totalled(240, 120, 120), ofWhich: [{ '#parent': 6, initialBudget: 50 }] },
    },
    'a total of each section and one of all': {
      T01: {
        rows: [
          { '#row': 6, initialBudget: 10 },
          { '#row': 8, initialBudget: 20 },
        ],
        totals: [
          { '#row': 7, initialBudget: 10 },
          { '#row': 9, initialBudget: 20 },
          { '#row': 10, initialBudget: 30 },
        ],
      },
    },
    'money that is the sum of its sources': { T02: { rows: [{}, {}, {}] }, T04: { rows: [{}, {}, {}] } },
    'a source that is a part of another': {
      T06: {
        rows: [
          { adjustedBudget: 120 },
          { item: '财政拨款', adjustedBudget: 110 },
          { item: '其中：上级补助', adjustedBudget: 60 },
          { item: '其他资金', adjustedBudget: 10 },
        ],
        totals: [],
        tables: { indicators: { rows: [{}], totals: [] } },
      },
      T01: totalled(240, 120, 120),
    },
    'months that are their total': { T14: [{}] },
    'cost lines, not the prices per piece': {
      T05: { tables: { costs: { rows: [{}, {}], totals: [{ price: 1, amount: 20 }] } } },
    },
  },
  fails: {
    'a line that is blank where the total has more': {
      T01: {
        rows: [{ '#row': 6 }, { '#row': 7, initialBudget: null }],
        totals: [{ '#row': 8, initialBudget: 200 }],
      },
      findings: [
        'error 支出进度!G8: 「年初预算数」明细合计 120.00 万元，合计行填 200.00 万元，差 80.00 万元，第 7 行这一栏没有填数。',
      ],
    },
    'a line in 元 in a table in 万元: one mistake in every column': {
      T01: {
        rows: [
          { '#row': 6 },
          { '#row': 7, initialBudget: 800_000, adjustedBudget: 800_000, cumActual: 400_012.34 },
        ],
        totals: [{ '#row': 8, initialBudget: 200, adjustedBudget: 200, cumActual: 100 }],
      },
      findings: [
        'error 支出进度!G8: 「合计」有 3 栏对不上，都因第 7 行的金额大了一万倍，疑似元、万元混填：如「年初预算数」明细合计 800120.00 万元，合计行填 200.00 万元。',
      ],
    },
    'a line ten thousand times too small': {
      T01: {
        rows: [{ '#row': 6 }, { '#row': 7, initialBudget: 80, adjustedBudget: 80, cumActual: 40 }],
        totals: [{ '#row': 8, initialBudget: 800_120, adjustedBudget: 800_120, cumActual: 400_060 }],
      },
      findings: [
        'error 支出进度!G8: 「合计」有 3 栏对不上，都因第 7 行的金额小了一万倍，疑似元、万元混填：如「年初预算数」明细合计 200.00 万元，合计行填 800120.00 万元。',
      ],
    },
    'the money of a project that is not the sum of its sources': {
      T02: {
        rows: [
          { item: '年度资金总额', initialBudget: 130 },
          { item: '本年一般公共预算拨款', initialBudget: 100 },
          { item: '其他资金', initialBudget: 20, cumActual: 0, forecast: 0 },
        ],
      },
      findings: [
        'error 绩效监控!B6: 「年初预算数」年度资金总额填 130.00 万元，各项资金之和 120.00 万元，差 10.00 万元。',
      ],
    },
    'the money of a department that is not basic and project spending': {
      T04: {
        rows: [
          { item: '资金总额', cumActual: 160 },
          { item: '基本支出', cumActual: 90 },
          { item: '项目支出', cumActual: 60 },
        ],
      },
      findings: [
        'error 整体监控!C6: 「1-X月执行数」资金总额填 160.00 万元，各项资金之和 150.00 万元，差 10.00 万元。',
      ],
    },
    'a plan whose total is not its months': {
      T14: [{ planM01: 10, planM02: 10, planM03: 10, planTotal: 125 }],
      findings: ['error 用款计划!T6: 「合计」填 125.00 万元，各月相加为 120.00 万元，差 5.00 万元。'],
    },
    'a column that is not what the heading says': {
      T12: ledger({ change: 3 }),
      findings: [
        'error 非税收入!F6: 「增减额」按栏次公式应为 E6 12.00 − D6 10.00 = 2.00 万元，填 3.00 万元，差 1.00 万元。',
      ],
    },
    'a column just beyond rounding': {
      T12: ledger({ change: 2.02 }),
      findings: [
        'error 非税收入!F6: 「增减额」按栏次公式应为 E6 12.00 − D6 10.00 = 2.00 万元，填 2.02 万元，差 0.02 万元。',
      ],
    },
    'a column off by rounding': {
      T12: ledger({ change: 2.01 }),
      findings: [
        'notice 非税收入!F6: 「增减额」按栏次公式应为 2.00 万元，填 2.01 万元，差 0.01 万元，属尾差（容许 0.015）。',
      ],
    },
    'a total that is not the sum': {
      T01: totalled(230, 120, 100),
      findings: [
        'error 支出进度!G8: 「年初预算数」明细合计 220.00 万元，合计行填 230.00 万元，差 10.00 万元。',
      ],
    },
    'a total with more decimals than its lines is no rounding': {
      T01: totalled(240.015, 120, 120),
      findings: [
        'error 支出进度!G8: 「年初预算数」明细合计 240.00 万元，合计行填 240.015 万元，差 0.015 万元。',
      ],
    },
    'lines with more decimals than the total, at the limit': {
      T01: totalled(240, 120, 120.015),
      findings: [
        'notice 支出进度!G8: 「年初预算数」明细合计 240.015 万元，合计填 240.00 万元，差 0.015 万元，属尾差（容许 0.015）。',
      ],
    },
    'lines with more decimals than the total, just beyond': {
      T01: totalled(240, 120, 120.015001),
      findings: [
        'error 支出进度!G8: 「年初预算数」明细合计 240.015001 万元，合计行填 240.00 万元，差 0.015001 万元。',
      ],
    },
    'a line that a total leaves out in every column, once': {
      T01: {
        rows: [
          { '#row': 6, initialBudget: 10, adjustedBudget: 11 },
          { '#row': 7, initialBudget: 20, adjustedBudget: 22 },
        ],
        totals: [{ '#row': 8, initialBudget: 10, adjustedBudget: 11 }],
      },
      findings: [
        'error 支出进度!G8: 「合计」有 2 栏都正好少了第 7 行的金额，可能漏加：如「年初预算数」明细合计 30.00 万元，合计行填 10.00 万元。',
      ],
    },
    'a line that a total has twice': {
      T01: {
        rows: [
          { '#row': 6, initialBudget: 10, adjustedBudget: 11 },
          { '#row': 7, initialBudget: 20, adjustedBudget: 22 },
        ],
        totals: [{ '#row': 8, initialBudget: 50, adjustedBudget: 55 }],
      },
      findings: [
        'error 支出进度!G8: 「合计」有 2 栏都正好多了第 7 行的金额，可能重复相加：如「年初预算数」明细合计 30.00 万元，合计行填 50.00 万元。',
      ],
    },
    'two columns that are wrong for themselves': {
      T01: {
        rows: [
          { '#row': 6, initialBudget: 10, adjustedBudget: 11 },
          { '#row': 7, initialBudget: 20, adjustedBudget: 22 },
        ],
        totals: [{ '#row': 8, initialBudget: 10, adjustedBudget: 34 }],
      },
      findings: [
        'error 支出进度!G8: 「年初预算数」明细合计 30.00 万元，合计行填 10.00 万元，差 20.00 万元，正好是第 7 行的金额，可能漏加。',
        'error 支出进度!J8: 「调整后预算数」明细合计 33.00 万元，合计行填 34.00 万元，差 1.00 万元。',
      ],
    },
    'a subtotal that is wrong alone': {
      T01: {
        rows: [
          { '#row': 7, initialBudget: 10 },
          { '#row': 9, initialBudget: 20 },
        ],
        subtotals: [
          { '#row': 6, initialBudget: 11 },
          { '#row': 8, initialBudget: 20 },
        ],
        totals: [{ '#row': 10, initialBudget: 30 }],
      },
      findings: [
        'error 支出进度!G6: 「年初预算数」第 6 行小计填 11.00 万元，所属 1 行之和 10.00 万元，差 1.00 万元。',
      ],
    },
    'a wrong line is said once, in its group': {
      T01: {
        rows: [
          { '#row': 6, initialBudget: 15 },
          { '#row': 8, initialBudget: 20 },
        ],
        subtotals: [
          { '#row': 7, initialBudget: 10 },
          { '#row': 9, initialBudget: 20 },
        ],
        totals: [{ '#row': 10, initialBudget: 30 }],
      },
      findings: [
        'error 支出进度!G7: 「年初预算数」第 7 行小计填 10.00 万元，所属 1 行之和 15.00 万元，差 5.00 万元。',
      ],
    },
    'subtotals that cannot be told apart leave the total': {
      T01: {
        rows: [{ '#row': 7, initialBudget: 15 }],
        subtotals: [
          { '#row': 6, initialBudget: 10 },
          { '#row': 8, initialBudget: 10 },
        ],
        totals: [{ '#row': 9, initialBudget: 20 }],
      },
      findings: ['error 支出进度!G9: 「年初预算数」明细合计 15.00 万元，合计行填 20.00 万元，差 5.00 万元。'],
    },
  },
  undecidable: {
    'a line that cannot be read': { T01: totalled(240, 120, gap('unreadable')), because: ['支出进度!G7'] },
    'a blank that must be filled': {
      T01: { rows: [{}, { cumActual: null }], totals: [{ cumActual: 120 }] },
      because: ['支出进度!Z7'],
    },
    'a total that cannot be read': { T01: totalled(gap('error'), 120, 120), because: ['支出进度!G8'] },
  },
  notApplicable: {
    'no total': { T01: [{}, {}] },
    'a total of other columns': { T01: totalled(null, 120, 120) },
    'a template whose own rule adds it up': {
      T08: { rows: [{}, {}, {}], totals: [{ arranged: 1 }] },
    },
  },
});

testRule(linesDifferFromTotal, {
  passes: {},
  fails: {
    'one line of exactly the difference was perhaps left out': {
      T01: totalled(120, 120, 30),
      findings: [
        'error 支出进度!G8: 「年初预算数」明细合计 150.00 万元，合计行填 120.00 万元，差 30.00 万元，正好是第 7 行的金额，可能漏加。',
      ],
    },
    'one line of exactly the difference was perhaps added twice': {
      T01: totalled(180, 120, 30),
      findings: [
        'error 支出进度!G8: 「年初预算数」明细合计 150.00 万元，合计行填 180.00 万元，差 30.00 万元，正好是第 7 行的金额，可能重复相加。',
      ],
    },
  },
  orderMatters: true,
});
