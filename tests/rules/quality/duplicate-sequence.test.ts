import { duplicateSequence } from '../../../rules/quality/duplicate-sequence.ts';
import { testRule } from '../../support/test-rule.ts';

const numbered = (...numbers: number[]) => numbers.map((seq) => ({ seq }));

testRule(duplicateSequence, {
  passes: {
    'every number once': { T01: numbered(1, 2, 3) },
    'numbers that start again in each group': { T01: numbered(1, 2, 3, 1, 2) },
    'a number left out': { T01: numbered(1, 3) },
  },
  fails: {
    'one number twice': {
      T01: numbered(1, 2, 2, 3),
      findings: ['warning 支出进度!A8: 序号 2 重复（A7、A8）。'],
    },
    'the first number again at the end is no new start': {
      T01: numbered(1, 2, 3, 1),
      findings: ['warning 支出进度!A9: 序号 1 重复（A6、A9）。'],
    },
  },
  orderMatters: true,
  notApplicable: { 'a single row': { T01: numbered(3) } },
});
