import { yearEndRush } from '../../../rules/spending/year-end-rush.ts';
import { testRule } from '../../support/test-rule.ts';

const december = { period: '2023-12', asOf: '2023-12-31' };
const row = (monthActual: number) => ({ cumActual: 100, monthActual });

testRule(yearEndRush, {
  passes: {
    'exactly a quarter in December': { ...december, T01: [row(25)] },
    'a quarter as it is printed': { ...december, T01: [row(25.004)] },
    'one project in one sum, the unit evenly': { ...december, T01: [row(100), row(0), row(0), row(0)] },
    'exactly two fifths in the last quarter': {
      ...december,
      T01: [{ cumActual: 100, actualM10: 10, actualM11: 10, actualM12: 20 }],
    },
    'since the previous run': {
      ...december,
      T01: [{ cumActual: 100 }],
      previous: [{ name: '项目1', spent: 80_000_000 }],
    },
  },
  fails: {
    'just more than a quarter in December': {
      ...december,
      T01: [row(25.01)],
      findings: ['warning 支出进度!Y6: 12月支出 25.01 万元，占全年支出 100.00 万元的 25.01%，超过 25%。'],
    },
    'just more than two fifths in the last quarter': {
      ...december,
      T01: [{ cumActual: 100, actualM10: 20.01, actualM11: 0, actualM12: 20 }],
      findings: ['warning 支出进度!AA6: 10—12月支出 40.01 万元，占全年支出 100.00 万元的 40.01%，超过 40%。'],
    },
    'by what cumulative spending grew': {
      ...december,
      T01: [{ cumActual: 100 }],
      previous: [{ name: '项目1', spent: 70_000_000 }],
      findings: ['warning 支出进度!Z6: 12月支出 30.00 万元，占全年支出 100.00 万元的 30.00%，超过 25%。'],
    },
  },
  notApplicable: {
    'the year is not over': { period: '2023-11', T01: [row(90)] },
    'spending of December is not known': { ...december, T01: [{ cumActual: 100 }] },
    'nothing was spent': { ...december, T01: [{ cumActual: 0, monthActual: 0 }] },
  },
});
