import { fact } from '../../../fixtures/fact.ts';
import { fundCountMismatch } from '../../../rules/direct-funds/fund-count-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

const stated = (count: number | string) => [fact('直达资金项目数', count, { valueUnit: '个' })];

testRule(fundCountMismatch, {
  passes: {
    'as many as rows': { T10: [{}, {}, {}], T19: stated(3) },
    'as many as names': { T10: [{}, {}, { fundName: '直达资金1' }], T19: stated(2) },
  },
  fails: {
    'one fund more than the ledger': {
      T10: [{}, {}],
      T19: stated(3),
      findings: ['warning 数据采集!C6: 报告称直达资金项目 3 个，台账有 2 行（不同名称 2 个）。'],
    },
    'neither rows nor names': {
      T10: [{}, {}, { fundName: '直达资金1' }],
      T19: stated(4),
      findings: ['warning 数据采集!C6: 报告称直达资金项目 4 个，台账有 3 行（不同名称 2 个）。'],
    },
    'a report that speaks of none': {
      T10: [{}],
      T19: stated('不涉及'),
      findings: ['warning 数据采集!C6: 报告称直达资金项目 0 个，台账有 1 行（不同名称 1 个）。'],
    },
  },
  undecidable: {
    'a number that is a word': { T10: [{}], T19: stated('若干'), because: ['数据采集!C6'] },
  },
  notApplicable: {
    'no report': { T10: [{}] },
    'the number of another year': {
      T10: [{}],
      T19: [fact('直达资金项目数', 4, { valueUnit: '个', year: 2022 }), fact('收入总计', 1, { year: 2023 })],
    },
  },
});
