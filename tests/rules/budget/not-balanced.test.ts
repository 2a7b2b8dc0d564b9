import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { notBalanced } from '../../../rules/budget/not-balanced.ts';
import { testRule } from '../../support/test-rule.ts';

const report = (revenue: number, expenditure: number, word = '平衡') => [
  fact('收入总计', revenue, { year: 2022 }),
  fact('支出总计', expenditure, { year: 2022 }),
  fact('收支平衡', word, { year: 2022 }),
];
const totals = (revenue: number, expenditure: number) =>
  balance({ revenue: [{}, {}, {}, { amount: revenue }], expenditure: [{}, {}, {}, { amount: expenditure }] });

testRule(notBalanced, {
  passes: {
    'both sides equal': { T13: balance() },
    'a report that rightly says so': { T19: report(2908.19, 2908.19) },
  },
  fails: {
    'a last digit that rounding turned': {
      T13: totals(2486.2, 2486.19),
      findings: [
        'notice 收支总表!B9: 收支总表的收入总计 2486.20 万元、支出总计 2486.19 万元，相差 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'a last digit in the report': {
      T19: report(2908.19, 2908.2),
      findings: [
        'notice 数据采集!C6: 报告的收入总计 2908.19 万元、支出总计 2908.20 万元，相差 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'just beyond rounding': {
      T13: totals(2486.2, 2486.18),
      findings: [
        'error 收支总表!B9: 收入总计 2486.20 万元，支出总计 2486.18 万元，相差 0.02 万元，收支总表不平衡。',
      ],
    },
    'a report that says so in vain': {
      T19: report(2908.19, 2908.06),
      findings: [
        'error 数据采集!C6: 报告称收支平衡，但 2022 年收入总计 2908.19 万元、支出总计 2908.06 万元，相差 0.13 万元。',
      ],
    },
    'the same in table and report is one finding': {
      T13: totals(2908.19, 2908.06),
      T19: report(2908.19, 2908.06),
      findings: [
        'error 收支总表!B9: 收入总计 2908.19 万元，支出总计 2908.06 万元，相差 0.13 万元，收支总表不平衡，与报告所称“收支平衡”不符。',
      ],
    },
  },
  undecidable: {
    'a total that cannot be read': {
      T13: balance({ revenue: [{}, {}, {}, { amount: gap('error') }] }),
      because: ['收支总表!B9'],
    },
  },
  notApplicable: {
    'a report that does not claim it': { T19: report(2908.19, 2908.06, '不平衡') },
    'a claim without totals': { T19: [fact('收支平衡', '平衡')] },
    'a claim about another year': {
      T19: [
        fact('收入总计', 9, { year: 2022 }),
        fact('支出总计', 8, { year: 2022 }),
        fact('收支平衡', '平衡', { year: 2023 }),
      ],
    },
    'one side only': { T13: [{}, {}, {}, {}] },
  },
});
