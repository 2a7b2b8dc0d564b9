import { problemAt } from '../../../fixtures/problem.ts';
import { precisionArtefact } from '../../../rules/quality/precision-artefact.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(precisionArtefact, {
  passes: { 'amounts to the fen': { T01: [{ adjustedBudget: 754.935511 }] } },
  fails: {
    'noise of binary fractions': {
      T01: {
        rows: [{}],
        problems: [problemAt('D6', 'precision', 'released', '2486.2000000000003', '2486.20')],
      },
      findings: [
        'notice 支出进度!D6: 「已下达指标数」（D6）的 2486.2000000000003 小数位超过分，已按 2486.20 读取。',
      ],
    },
    'several in one column': {
      T01: {
        rows: [{}],
        problems: ['D6', 'D7'].map((cell) =>
          problemAt(cell, 'precision', 'released', '0.0900000762939453', '0.09'),
        ),
      },
      findings: [
        'notice 支出进度!D6: 「已下达指标数」有 2 个金额小数位超过分（D6、D7），如 0.0900000762939453 按 0.09 读取。',
      ],
    },
  },
});
