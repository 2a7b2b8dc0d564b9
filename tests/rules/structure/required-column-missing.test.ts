import { problemAt } from '../../../fixtures/problem.ts';
import { requiredColumnMissing } from '../../../rules/structure/required-column-missing.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(requiredColumnMissing, {
  passes: { 'every required column': { T01: [{}] } },
  fails: {
    'a column without anything like it': {
      T01: { rows: [{}], problems: [problemAt('3:5', 'missing-column', 'adjustedBudget', '')] },
      findings: [
        'error 支出进度!3:5: 缺少必填列「调整后预算数」（也可用：调整后预算、调整预算数、全年预算数）。',
      ],
    },
    'a column whose heading was misspelt': {
      T01: { rows: [{}], problems: [problemAt('3:5', 'missing-column', 'projectName', '', '项目名')] },
      findings: [
        'error 支出进度!3:5: 缺少必填列「项目名称」（也可用：支出项目名称、预算项目名称、预算项目）。是否就是「项目名」？',
      ],
    },
    'two columns are two findings': {
      T01: {
        rows: [{}],
        problems: ['adjustedBudget', 'cumActual'].map((field) =>
          problemAt('3:5', 'missing-column', field, ''),
        ),
      },
      findings: [
        'error 支出进度!3:5: 缺少必填列「调整后预算数」（也可用：调整后预算、调整预算数、全年预算数）。',
        'error 支出进度!3:5: 缺少必填列「累计实际支出」（也可用：截至本月累计支出、截至本月支出数、截至本月实际支出）。',
      ],
    },
  },
});
