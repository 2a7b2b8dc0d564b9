import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { newAdvances } from '../../../rules/carry-over/new-advances.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(newAdvances, {
  passes: {
    'no new advances': { T16: { tables: { advances: [{}] } } },
    'the report says none': { T19: [fact('新增暂付款', '未发生')] },
    'an amount exactly at what is allowed': {
      T16: { tables: { advances: [{ added: 1 }] } },
      options: { allowed: 1_000_000 },
    },
  },
  fails: {
    'the smallest new advance': {
      T16: { tables: { advances: [{}, { added: 0.01 }] } },
      findings: ['error 结转结余!E7: 「往来单位2」本年新增暂付款 0.01 万元，要求零新增。'],
    },
    'the report gives some': {
      T19: [fact('新增暂付款', 3)],
      findings: ['error 数据采集!C6: 报告称2023年新增暂付款 3.00 万元，要求零新增。'],
    },
    'the table, and not the report again': {
      T16: { tables: { advances: [{ added: 3 }] } },
      T19: [fact('新增暂付款', 3)],
      findings: ['error 结转结余!E6: 「往来单位1」本年新增暂付款 3.00 万元，要求零新增。'],
    },
  },
  undecidable: {
    'an amount that cannot be read': {
      T16: { tables: { advances: [{ added: gap('unreadable') }] } },
      because: ['结转结余!E6'],
    },
    'nothing said to be added to a balance that grew': {
      T16: { tables: { advances: [{ opening: 5, added: null, cleared: 1, closing: 7 }] } },
      because: ['结转结余!E6'],
    },
  },
  notApplicable: {
    'no advances': { T16: [{}] },
    'nothing said to be added to a balance that only fell': {
      T16: { tables: { advances: [{ opening: 5, added: null, cleared: 1, closing: 4 }] } },
    },
  },
});
