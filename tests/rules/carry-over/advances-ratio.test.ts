import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { advancesRatio } from '../../../rules/carry-over/advances-ratio.ts';
import { testRule } from '../../support/test-rule.ts';

const spending = (amount: number) => [fact('支出总计', amount, { basis: '决算' })];

testRule(advancesRatio, {
  passes: {
    'exactly a twentieth of the report’s expenditure': {
      T16: { tables: { advances: [{ closing: 6 }] } },
      T19: spending(120),
    },
    'a twentieth as it is printed': {
      T16: { tables: { advances: [{ closing: 6.005 }] } },
      T19: spending(120),
    },
    'little beside the expenditure of the balance sheet': {
      T13: { tables: { expenditure: [{}, {}, {}, {}] } },
      T16: { tables: { advances: [{ closing: 6 }] } },
    },
  },
  fails: {
    'just above a twentieth': {
      T16: { tables: { advances: [{ closing: 6.01 }] } },
      T19: spending(120),
      findings: ['warning 结转结余!G6: 暂付款期末余额 6.01 万元，占支出 120.00 万元的 5.01%，超过 5%。'],
    },
    'two debtors together': {
      T16: { tables: { advances: [{ closing: 6 }, { closing: 4 }] } },
      T13: { tables: { expenditure: [{ item: '支出总计', amount: 100 }] } },
      findings: ['warning 结转结余!G6: 暂付款期末余额 10.00 万元，占支出 100.00 万元的 10.00%，超过 5%。'],
    },
  },
  undecidable: {
    'a balance that cannot be read': {
      T16: { tables: { advances: [{ closing: 6 }, { closing: gap('unreadable') }] } },
      T19: spending(120),
      because: ['结转结余!G7'],
    },
    'an unknown unit of amount': {
      T16: { tables: { advances: [{ closing: 6 }] }, amountUnit: { declared: false } },
      T19: spending(10),
      because: ['结转结余!K2'],
    },
  },
  notApplicable: {
    'no expenditure to compare with': { T16: { tables: { advances: [{}] } } },
    'no advances': { T16: [{}], T19: spending(120) },
  },
});
