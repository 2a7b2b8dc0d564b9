import { expect, test } from '@jest/globals';
import { gap } from '../../../fixtures/case.ts';
import { problemAt } from '../../../fixtures/problem.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { requiredPlaceholder } from '../../../rules/quality/required-placeholder.ts';
import { testRule } from '../../support/test-rule.ts';

test('a name is to be filled in, not to be made a figure', () => {
  const clears = (cell: string, field: string) =>
    runRules([requiredPlaceholder], {
      T01: { rows: [{}], problems: [problemAt(cell, 'placeholder', field, '待填写')] },
    }).findings.map((one) => one.clears.zh);
  expect(clears('C6', 'projectName')).toEqual(['在 C6 填写「项目名称」。']);
  expect(clears('J6', 'adjustedBudget')).toEqual(['在 J6 填实数（没有的填 0），或在备注中说明“不涉及”。']);
});

testRule(requiredPlaceholder, {
  passes: {
    'every required cell filled': { T01: [{}] },
    'a placeholder where nothing is required': { T01: [{ budgetCut: gap('placeholder') }] },
  },
  fails: {
    'one placeholder': {
      T01: { rows: [{}], problems: [problemAt('D6', 'placeholder', 'adjustedBudget', '/')] },
      findings: ['warning 支出进度!D6: 「调整后预算数」（D6）须填写，只填了“/”。'],
    },
    'several in one column': {
      T01: {
        rows: [{}],
        problems: ['D6', 'D7'].map((cell) => problemAt(cell, 'placeholder', 'adjustedBudget', '待填写')),
      },
      findings: [
        'warning 支出进度!D6: 「调整后预算数」须填写，有 2 个单元格没有填数（D6、D7），只写了“待填写”一类的字样。',
      ],
    },
  },
});
