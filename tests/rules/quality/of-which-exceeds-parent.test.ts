import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { ofWhichExceedsParent } from '../../../rules/quality/of-which-exceeds-parent.ts';
import { testRule } from '../../support/test-rule.ts';

const parts = (...amounts: (number | object)[]) => ({
  rows: [{ initialBudget: 120 }],
  ofWhich: amounts.map((initialBudget) => ({ '#parent': 6, initialBudget })),
});

testRule(ofWhichExceedsParent, {
  passes: {
    'part of it': { T01: parts(100) },
    'all of it': { T01: parts(100, 20) },
    'a part of revenue, and the next source, which is not one': {
      T13: balance({
        revenue: [
          { item: '一、财政拨款收入', amount: 2486.1 },
          { item: '其中：一般公共预算', amount: 2400 },
          { item: '二、其他收入', amount: 2487 },
        ],
      }),
    },
  },
  fails: {
    'part of a source of revenue': {
      T13: balance({
        revenue: [
          { item: '一、财政拨款收入', amount: 2486.1 },
          { item: '其中：一般公共预算', amount: 2486.2 },
        ],
      }),
      findings: [
        'error 收支总表!B7: 「收入金额」“其中”合计 2486.20 万元，大于总项 2486.10 万元，超出 0.10 万元。',
      ],
    },
    'parts that add up to more': {
      T01: parts(100, 30),
      findings: [
        'error 支出进度!G7: 「年初预算数」“其中”合计 130.00 万元，大于总项 120.00 万元，超出 10.00 万元。',
      ],
    },
    'a row that is more in several columns, once': {
      T01: {
        rows: [{ initialBudget: 120, adjustedBudget: 120, released: 120 }],
        ofWhich: [{ '#parent': 6, initialBudget: 130, adjustedBudget: 130, released: 100 }],
      },
      findings: [
        'error 支出进度!G7: 有 2 栏的“其中”大于总项：如「年初预算数」“其中”合计 130.00 万元，大于总项 120.00 万元，超出 10.00 万元。',
      ],
    },
    'more by what rounding can make': {
      T01: parts(100, 20.015),
      findings: [
        'notice 支出进度!G7: 「年初预算数」“其中”合计 120.015 万元，比总项 120.00 万元多 0.015 万元，属尾差（容许 0.015）。',
      ],
    },
    'more by just beyond what rounding can make': {
      T01: parts(100, 20.015001),
      findings: [
        'error 支出进度!G7: 「年初预算数」“其中”合计 120.015001 万元，大于总项 120.00 万元，超出 0.015001 万元。',
      ],
    },
    'too much although a part cannot be read': {
      T01: parts(130, gap('unreadable')),
      findings: [
        'error 支出进度!G7: 「年初预算数」“其中”合计 130.00 万元，大于总项 120.00 万元，超出 10.00 万元。',
      ],
    },
    'the fiscal part of a request': {
      T05: { form: { requested: 20, requestedFiscal: 20.01 } },
      findings: [
        'notice 事前评估!B9: 「资金申请总额」“其中”合计 20.01 万元，比总项 20.00 万元多 0.01 万元，属尾差（容许 0.01）。',
      ],
    },
    'fiscal and other funds of a request together': {
      T05: { form: { requested: 20, requestedFiscal: 15, requestedOther: 6 } },
      findings: [
        'error 事前评估!B9: 「资金申请总额」“其中”合计 21.00 万元，大于总项 20.00 万元，超出 1.00 万元。',
      ],
    },
    'parts of the total': {
      T01: {
        rows: [{ initialBudget: 120 }],
        totals: [{ initialBudget: 120 }],
        ofWhich: [{ '#parent': 7, initialBudget: 121 }],
      },
      findings: [
        'error 支出进度!G8: 「年初预算数」“其中”合计 121.00 万元，大于总项 120.00 万元，超出 1.00 万元。',
      ],
    },
  },
  orderMatters: true,
  undecidable: {
    'no amount to compare with': {
      T01: { rows: [{ initialBudget: null }], ofWhich: [{ '#parent': 6, initialBudget: 1 }] },
      because: ['支出进度!G6'],
    },
    'a part that cannot be read': { T01: parts(100, gap('error')), because: ['支出进度!G8'] },
  },
  notApplicable: {
    'no of-which rows': { T01: [{}] },
    'an of-which row of nothing known': { T01: { rows: [{}], ofWhich: [{ initialBudget: 500 }] } },
    'a classified row': {
      T01: { rows: [{ reason: gap('classified') }], ofWhich: [{ '#parent': 6, initialBudget: 500 }] },
    },
  },
});
