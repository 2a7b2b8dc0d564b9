import { problemAt } from '../../../fixtures/problem.ts';
import { textNumber } from '../../../rules/quality/text-number.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(textNumber, {
  passes: { 'numbers as numbers': { T01: [{}] } },
  fails: {
    'one number as text': {
      T01: { rows: [{}], problems: [problemAt('D6', 'text-number', 'released', '1,234.50', '1234.50')] },
      findings: ['notice 支出进度!D6: 「已下达指标数」（D6）的“1,234.50”是文本格式，已按 1234.50 读取。'],
    },
    'a column of them is one finding': {
      T01: {
        rows: [{}],
        problems: ['D6', 'D7', 'D8'].map((cell) => problemAt(cell, 'text-number', 'released', '12', '12')),
      },
      findings: ['notice 支出进度!D6: 「已下达指标数」有 3 个数字是文本格式（D6、D7、D8），已按数值读取。'],
    },
  },
});
