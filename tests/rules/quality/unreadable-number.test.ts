import { problemAt } from '../../../fixtures/problem.ts';
import { unreadableNumber } from '../../../rules/quality/unreadable-number.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(unreadableNumber, {
  passes: { 'every number readable': { T01: [{}] } },
  fails: {
    'one cell without a number': {
      T01: { rows: [{}], problems: [problemAt('D6', 'unreadable-number', 'released', '约12万')] },
      findings: ['error 支出进度!D6: 「已下达指标数」（D6）填写的“约12万”不是有效数值。'],
    },
    'a long text is cut': {
      T01: {
        rows: [{}],
        problems: [problemAt('D6', 'unreadable-number', 'released', '约12万，'.repeat(6))],
      },
      findings: [
        'error 支出进度!D6: 「已下达指标数」（D6）填写的“约12万，约12万，约12万，约12万，约12万…”不是有效数值。',
      ],
    },
    'several cells of one column': {
      T01: {
        rows: [{}],
        problems: ['D6', 'D9'].map((cell) => problemAt(cell, 'unreadable-number', 'released', '约12万')),
      },
      findings: ['error 支出进度!D6: 「已下达指标数」有 2 个单元格不是有效数值（D6、D9），如“约12万”。'],
    },
    'a code where an amount is due': {
      T01: {
        rows: [{}],
        problems: [problemAt('D6', 'impossible-amount', 'released', '510100230000000000001')],
      },
      findings: [
        'error 支出进度!D6: 「已下达指标数」（D6）填写的“510100230000000000001”大到不可能是金额，疑似误填编码或证件号码。',
      ],
    },
    'codes down a column of amounts': {
      T01: {
        rows: [{}],
        problems: ['D6', 'D7'].map((cell) =>
          problemAt(cell, 'impossible-amount', 'released', '5101002300000001'),
        ),
      },
      findings: [
        'error 支出进度!D6: 「已下达指标数」有 2 个单元格大到不可能是金额（D6、D7），如“5101002300000001”，疑似误填编码或证件号码。',
      ],
    },
    'a rate that may be a ratio is only noted': {
      T01: { rows: [{}], problems: [problemAt('E6', 'ambiguous-rate', 'execRate', '1', '100%')] },
      findings: ['notice 支出进度!E6: 「支出进度」（E6）填写的“1”分不清是比例还是百分数，已按 100% 读取。'],
    },
    'several such rates': {
      T01: {
        rows: [{}],
        problems: ['E6', 'E7'].map((cell) => problemAt(cell, 'ambiguous-rate', 'execRate', '1', '100%')),
      },
      findings: [
        'notice 支出进度!E6: 「支出进度」有 2 个单元格分不清是比例还是百分数（E6、E7），如“1”按 100% 读取。',
      ],
    },
  },
});
