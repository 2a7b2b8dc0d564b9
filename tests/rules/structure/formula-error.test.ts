import { problemAt } from '../../../fixtures/problem.ts';
import { formulaError } from '../../../rules/structure/formula-error.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(formulaError, {
  passes: { 'no errors': { T01: [{}] } },
  fails: {
    'one formula in error': {
      T01: { rows: [{}], problems: [problemAt('N6', 'error-value', 'planTotal', '#REF!')] },
      findings: ['error 支出进度!N6: 「分月支出计划合计」（N6）显示为公式错误值 #REF!。'],
    },
    'a column of errors is one finding, another column another': {
      T01: {
        rows: [{}],
        problems: [
          problemAt('N6', 'error-value', 'planTotal', '#REF!'),
          problemAt('Z6', 'error-value', 'execRate', '#DIV/0!'),
          problemAt('N7', 'error-value', 'planTotal', '#REF!'),
        ],
      },
      findings: [
        'error 支出进度!N6: 「分月支出计划合计」有 2 个单元格显示为公式错误值（N6、N7），如 #REF!。',
        'error 支出进度!Z6: 「支出进度」（Z6）显示为公式错误值 #DIV/0!。',
      ],
    },
    'errors in columns the template does not know are one finding': {
      T01: {
        rows: [{}],
        problems: ['AK6', 'AM6'].map((cell) =>
          problemAt(cell, 'error-value', '', '#N/A', '', { field: null }),
        ),
      },
      findings: ['error 支出进度!AK6: 「其他列」有 2 个单元格显示为公式错误值（AK6、AM6），如 #N/A。'],
    },
    'of many cells five are named': {
      T01: {
        rows: [{}],
        problems: [6, 7, 8, 9, 10, 11].map((row) => problemAt(`N${row}`, 'error-value', 'planTotal', '#N/A')),
      },
      findings: [
        'error 支出进度!N6: 「分月支出计划合计」有 6 个单元格显示为公式错误值（N6、N7、N8、N9、N10 等），如 #N/A。',
      ],
    },
  },
});
