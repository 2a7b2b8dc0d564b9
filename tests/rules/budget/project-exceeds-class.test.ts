import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { projectExceedsClass } from '../../../rules/budget/project-exceeds-class.ts';
import { testRule } from '../../support/test-rule.ts';

const T13 = balance();

testRule(projectExceedsClass, {
  passes: {
    'smaller than its class': { T01: [{}], T13 },
    'exactly its class': { T01: [{ adjustedBudget: 299.48 }], T13 },
    'its class but for the last digit of the budget': {
      T01: [{ adjustedBudget: 299.484999 }],
      T13,
    },
    'within the budget of the whole unit, beside one of the state’s money alone': {
      T01: [{ adjustedBudget: 250 }],
      T13: balance({ expenditure: [{ amount: 0 }, { amount: 0 }, { amount: 200 }, { amount: 200 }] }),
      sheets: [{ T13 }],
    },
    'a class the budget does not list, within the total': {
      T01: [{ functionClass: '205-教育支出', adjustedBudget: 2486.2 }],
      T13,
    },
  },
  fails: {
    'a fen larger than what rounding may hide, by an item code': {
      T01: [{ functionClass: '2130505', adjustedBudget: 299.490001 }],
      T13,
      findings: [
        'warning 支出进度!J6: 「项目1」预算 299.490001 万元，大于农林水支出预算 299.48 万元，请附追加文件。',
      ],
    },
    'larger than a class under its former name': {
      T01: [{ functionClass: '城乡社区事务', adjustedBudget: 12 }],
      T13,
      findings: [
        'warning 支出进度!J6: 「项目1」预算 12.00 万元，大于城乡社区支出预算 11.30 万元，请附追加文件。',
      ],
    },
    'larger than all expenditure': {
      T01: [{ functionClass: null, adjustedBudget: 2500 }],
      T13,
      findings: [
        'warning 支出进度!J6: 「项目1」预算 2500.00 万元，大于支出总计预算 2486.20 万元，请附追加文件。',
      ],
    },
  },
  undecidable: {
    'a budget that cannot be read': {
      T01: [{ adjustedBudget: gap('unreadable') }],
      T13,
      because: ['支出进度!J6'],
    },
    'a sheet that does not say its unit': {
      T01: [{}],
      T13: { ...T13, amountUnit: { declared: false } },
      because: ['收支总表!K2'],
    },
  },
  notApplicable: {
    'final accounts of last year': {
      T01: [{ adjustedBudget: 999 }],
      T13: { ...T13, remarks: ['2022年度收支决算总表'] },
    },
    'no schedule': { T13 },
  },
});
