import { problemAt } from '../../../fixtures/problem.ts';
import { fullWidthCharacters } from '../../../rules/quality/full-width-characters.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(fullWidthCharacters, {
  passes: { 'half-width throughout': { T01: [{}] } },
  fails: {
    'one full-width number': {
      T01: { rows: [{}], problems: [problemAt('D6', 'full-width', 'released', '１２．５', '12.5')] },
      findings: ['notice 支出进度!D6: 「已下达指标数」（D6）含全角字符“１２．５”，已按 12.5 读取。'],
    },
    'several in one column': {
      T01: {
        rows: [{}],
        problems: ['D6', 'D7'].map((cell) => problemAt(cell, 'full-width', 'released', '１２', '12')),
      },
      findings: [
        'notice 支出进度!D6: 「已下达指标数」有 2 个单元格含全角字符（D6、D7），如“１２”，已按 12 读取。',
      ],
    },
  },
});
