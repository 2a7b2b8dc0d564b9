import { problemAt } from '../../../fixtures/problem.ts';
import { uncalculatedFormula } from '../../../rules/structure/uncalculated-formula.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(uncalculatedFormula, {
  passes: { 'every formula with its result': { T01: [{}] } },
  fails: {
    'a formula without a result': {
      T01: { rows: [{}], problems: [problemAt('N6', 'uncalculated', 'planTotal', 'SUM(B6:M6)')] },
      findings: ['warning 支出进度!N6: 「分月支出计划合计」（N6）的公式没有计算结果。'],
    },
    'several formulas without results': {
      T01: {
        rows: [{}],
        problems: ['N6', 'N7'].map((cell) => problemAt(cell, 'uncalculated', 'planTotal', 'SUM(B6:M6)')),
      },
      findings: ['warning 支出进度!N6: 「分月支出计划合计」有 2 个单元格的公式没有计算结果（N6、N7）。'],
    },
    'a sheet that was saved without calculating, once': {
      T01: {
        rows: [{}],
        problems: [
          problemAt('N6', 'uncalculated', 'planTotal', 'SUM(B6:M6)'),
          problemAt('G7', 'uncalculated', 'initialBudget', 'SUM(G6:G6)'),
          problemAt('K7', 'external-formula', 'released', '[1]预算!A1'),
        ],
      },
      findings: [
        'warning 支出进度!N6: 有 2 个单元格的公式没有计算结果（N6、G7）。',
        'warning 支出进度!K7: 「已下达指标数」（K7）的公式引用了其他文件。',
      ],
    },
    'a formula into another file': {
      T01: { rows: [{}], problems: [problemAt('N6', 'external-formula', 'planTotal', '[1]预算!A1')] },
      findings: ['warning 支出进度!N6: 「分月支出计划合计」（N6）的公式引用了其他文件。'],
    },
    'a formula into another file without a result, once': {
      T01: {
        rows: [{}],
        problems: [
          problemAt('N6', 'uncalculated', 'planTotal', '[1]预算!A1'),
          problemAt('N6', 'external-formula', 'planTotal', '[1]预算!A1'),
        ],
      },
      findings: ['warning 支出进度!N6: 「分月支出计划合计」（N6）的公式引用了其他文件。'],
    },
    'several formulas into another file': {
      T01: {
        rows: [{}],
        problems: ['N6', 'N7'].map((cell) => problemAt(cell, 'external-formula', 'planTotal', '[1]预算!A1')),
      },
      findings: ['warning 支出进度!N6: 「分月支出计划合计」有 2 个单元格的公式引用了其他文件（N6、N7）。'],
    },
  },
});
