import { underBudgeted } from '../../../rules/three-guarantees/under-budgeted.ts';
import { testRule } from '../../support/test-rule.ts';

/** Two units, each named on its first line only: what is written as a merged cell, and is none in a CSV. */
const namedOnce = [
  { unitName: '青禾镇人民政府', kind: '保工资', need: 100, arranged: 100 },
  { unitName: null, kind: '保运转', need: 20, arranged: 10 },
  { unitName: '云溪乡人民政府', kind: '保工资', need: 100, arranged: 100 },
  { unitName: null, kind: '保运转', need: 20, arranged: 30 },
];

testRule(underBudgeted, {
  passes: {
    'as much as is needed': { T08: [{}, {}, {}] },
    'more than is needed': { T08: [{ arranged: 110 }, {}, {}] },
    'lines of one guarantee together': {
      T08: [{}, { arranged: 60 }, {}, { kind: '保工资', need: 10, arranged: 51 }],
    },
  },
  fails: {
    'two districts of a list, though a third makes up for them': {
      T08: [
        { region: '示例区', kind: '保工资', need: 100, arranged: 90 },
        { region: '样本县', kind: '保工资', need: 100, arranged: 80 },
        { region: '甲山县', kind: '保工资', need: 100, arranged: 300 },
      ],
      findings: [
        'error 三保支出!D6: 示例区保工资安排 90.00 万元，小于需求 100.00 万元，缺口 10.00 万元。',
        'error 三保支出!D7: 样本县保工资安排 80.00 万元，小于需求 100.00 万元，缺口 20.00 万元。',
      ],
    },
    'within the rounding difference': {
      T08: [{ need: 100, arranged: 99.99 }],
      findings: [
        'notice 三保支出!C6: 保基本民生安排 99.99 万元比需求 100.00 万元少 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      T08: [{ need: 100, arranged: 99.98 }],
      findings: ['error 三保支出!C6: 保基本民生安排 99.98 万元，小于需求 100.00 万元，缺口 0.02 万元。'],
    },
    'every guarantee by itself': {
      T08: [
        { need: 100, arranged: 100 },
        { need: 101, arranged: 90 },
        { need: 102, arranged: 80 },
      ],
      findings: [
        'error 三保支出!C7: 保工资安排 90.00 万元，小于需求 101.00 万元，缺口 11.00 万元。',
        'error 三保支出!C8: 保运转安排 80.00 万元，小于需求 102.00 万元，缺口 22.00 万元。',
      ],
    },
  },
  undecidable: {
    'blank budgets of two units are two cells': {
      T08: [
        { unitName: '青禾镇人民政府', kind: '保工资', arranged: null },
        { unitName: '云溪乡人民政府', kind: '保工资', arranged: null },
      ],
      because: ['三保支出!D6', '三保支出!D7'],
    },
    'a blank budget': { T08: [{ arranged: null }], because: ['三保支出!C6'] },
    'the need of one guarantee alone is blank': {
      T08: [{}, { need: null }, {}],
      because: ['三保支出!B7'],
    },
    'a need that cannot be read': {
      T08: [{ need: { gap: 'unreadable' } }],
      because: ['三保支出!B6'],
    },
    'one of several needs is blank': {
      T08: [{}, {}, {}, { kind: '保工资', need: null }],
      because: ['三保支出!B9'],
    },
  },
  notApplicable: {
    'a column of needs that nobody filled': { T08: [{ need: null }, { need: null }, { need: null }] },
    'no need, and a stroke for it': { T08: [{ need: { gap: 'placeholder' }, arranged: 0 }] },
    'the report form has no column for the need': {
      T08: { rows: [{}, {}, {}], without: ['need'] },
    },
  },
});

testRule(underBudgeted, {
  orderMatters: true,
  passes: {},
  fails: {
    'a unit named on its first line only': {
      T08: namedOnce,
      findings: [
        'error 三保支出!D7: 青禾镇人民政府保运转安排 10.00 万元，小于需求 20.00 万元，缺口 10.00 万元。',
      ],
    },
  },
});
