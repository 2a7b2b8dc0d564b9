import { expect, test } from '@jest/globals';
import { problemAt } from '../../../fixtures/problem.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { malformedDate } from '../../../rules/quality/malformed-date.ts';
import { testRule } from '../../support/test-rule.ts';

const problems = (kind: Parameters<typeof problemAt>[1], raw: string, read: string, ...cells: string[]) => ({
  rows: [{}],
  problems: cells.map((cell) => problemAt(cell, kind, 'date', raw, read)),
});

test('the example of a date is of the month of the report', () => {
  const [finding] = runRules([malformedDate], {
    T01: problems('unreadable-date', '近期', '', 'F6'),
    period: '2024-02',
  }).findings;
  expect(finding?.clears.zh).toBe('将 F6 写为年-月-日，如 2024-02-29。');
});

testRule(malformedDate, {
  passes: { 'dates as dates': { T01: [{}] } },
  fails: {
    'a date written with points is read all the same': {
      T01: problems('date-rewritten', '2023.11.28', '2023-11-28', 'F6'),
      findings: ['notice 支出进度!F6: 「F6」（F6）的“2023.11.28”按 2023-11-28 读取。'],
    },
    'a column of such dates': {
      T01: problems('date-rewritten', '2023.11.28', '2023-11-28', 'F6', 'F7'),
      findings: [
        'notice 支出进度!F6: 「F6」有 2 个日期写法不规范（F6、F7），如“2023.11.28”按 2023-11-28 读取。',
      ],
    },
    'a number that may be January or October': {
      T01: problems('ambiguous-date', '2023.1', '2023-01-31', 'F6'),
      findings: [
        'error 支出进度!F6: 「F6」（F6）的“2023.1”可能是 1 月，也可能是 10 月，暂按 2023-01-31 读取。',
      ],
    },
    'several such numbers': {
      T01: problems('ambiguous-date', '2023.1', '2023-01-31', 'F6', 'F7'),
      findings: ['error 支出进度!F6: 「F6」有 2 个日期可能是 1 月，也可能是 10 月（F6、F7），如“2023.1”。'],
    },
    'text that is no date': {
      T01: problems('unreadable-date', '年底', '', 'F6'),
      findings: ['error 支出进度!F6: 「F6」（F6）填写的“年底”不是能识别的日期。'],
    },
    'several such texts': {
      T01: problems('unreadable-date', '年底', '', 'F6', 'F7'),
      findings: ['error 支出进度!F6: 「F6」有 2 个单元格不是能识别的日期（F6、F7），如“年底”。'],
    },
  },
});
