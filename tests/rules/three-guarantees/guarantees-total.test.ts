import { guaranteesTotal } from '../../../rules/three-guarantees/guarantees-total.ts';
import { testRule } from '../../support/test-rule.ts';

const three = [
  { need: 100, arranged: 100, spent: 50 },
  { need: 101, arranged: 101, spent: 51 },
  { need: 102, arranged: 102, spent: 52 },
];
const total = { need: 303, arranged: 303, spent: 153 };

testRule(guaranteesTotal, {
  passes: {
    'three parts and their total': { T08: { rows: three, totals: [total] } },
    'several lines for one guarantee': {
      T08: {
        rows: [{}, {}, {}, { kind: '工资', need: 1, arranged: 1, spent: 1 }],
        totals: [{ need: 304, arranged: 304, spent: 154 }],
      },
    },
    'a blank total of one column': { T08: { rows: three, totals: [{ ...total, need: null }] } },
  },
  fails: {
    'within the rounding difference of three parts': {
      T08: { rows: three, totals: [{ ...total, arranged: 303.02 }] },
      findings: [
        'notice 三保支出!C9: 安排资金：保基本民生 100.00 + 保工资 101.00 + 保运转 102.00 = 303.00 万元，与合计 303.02 万元相差 0.02 万元，在尾差 0.02 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      T08: { rows: three, totals: [{ ...total, arranged: 303.03 }] },
      findings: [
        'error 三保支出!C9: 安排资金：保基本民生 100.00 + 保工资 101.00 + 保运转 102.00 = 303.00 万元，合计填 303.03 万元，相差 0.03 万元。',
      ],
    },
    'a total that goes by the name of the three': {
      T08: { rows: [...three, { ...total, kind: '“三保”支出', arranged: 313 }] },
      findings: [
        'error 三保支出!C9: 安排资金：保基本民生 100.00 + 保工资 101.00 + 保运转 102.00 = 303.00 万元，合计填 313.00 万元，相差 10.00 万元。',
      ],
    },
    'a total among the subtotals, in front': {
      T08: { rows: three, subtotals: [{ ...total, kind: '“三保”支出合计', spent: 150 }] },
      findings: [
        'error 三保支出!D9: 实际支出：保基本民生 50.00 + 保工资 51.00 + 保运转 52.00 = 153.00 万元，合计填 150.00 万元，相差 3.00 万元。',
      ],
    },
    'spent does not add up either': {
      T08: { rows: three, totals: [{ ...total, arranged: 300, spent: 150 }] },
      findings: [
        'error 三保支出!C9: 安排资金：保基本民生 100.00 + 保工资 101.00 + 保运转 102.00 = 303.00 万元，合计填 300.00 万元，相差 3.00 万元。',
        'error 三保支出!D9: 实际支出：保基本民生 50.00 + 保工资 51.00 + 保运转 52.00 = 153.00 万元，合计填 150.00 万元，相差 3.00 万元。',
      ],
    },
  },
  undecidable: {
    'a part that is blank': {
      T08: { rows: [{}, { spent: null }, {}], totals: [total] },
      because: ['三保支出!D7'],
    },
    'a total that cannot be read': {
      T08: { rows: three, totals: [{ ...total, spent: { gap: 'unreadable' } }] },
      because: ['三保支出!D9'],
    },
  },
  notApplicable: {
    'no total on the sheet': { T08: three },
    'a total for each of two districts': {
      T08: [...three, { kind: '三保支出', arranged: 1 }, { kind: '三保支出', arranged: 2 }],
    },
    'a line that is none of the three': {
      T08: { rows: [{}, {}, {}, { kind: '其他' }], totals: [{ arranged: 1, spent: 1, need: 1 }] },
    },
  },
});
