import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { fundMismatch } from '../../../rules/budget/fund-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(fundMismatch, {
  passes: {
    'funds spent on urban and rural communities': { T13: balance() },
    'a last digit that rounding turned': { T13: balance({ expenditure: [{}, { amount: 11.29 }] }) },
    'what is left is carried over': {
      T13: balance({ expenditure: [{}, { amount: 8.3 }, {}, {}, { item: '年终结转', amount: 3 }] }),
    },
    'funds in a column of their own': {
      T13: balance({ expenditure: [{ governmentFunds: 1.3 }, { amount: 20, governmentFunds: 10 }] }),
    },
    'columns by kind of money that nobody filled, and the function that funds are spent under': {
      T13: balance({ expenditure: [{ general: null, governmentFunds: null }] }),
    },
    'blank revenue and what was carried in': {
      T13: balance({
        revenue: [{}, { amount: null }, {}, {}, { item: '上年结转', amount: 5 }],
        expenditure: [{ governmentFunds: 5 }],
      }),
    },
  },
  fails: {
    'funds that come in beside an empty column of funds': {
      T13: balance({ expenditure: [{ general: 1914.73, governmentFunds: null }] }),
      findings: [
        'warning 收支总表!B7: 政府性基金收入 11.30 万元，对应支出（政府性基金列）0.00 万元，相差 11.30 万元。',
      ],
    },
    'funds spent that never came in': {
      T13: balance({ revenue: [{}, { amount: null }], expenditure: [{ governmentFunds: 5 }] }),
      findings: [
        'warning 收支总表!B7: 政府性基金收入 0.00 万元，对应支出（一般公共服务支出）5.00 万元，相差 5.00 万元。',
      ],
    },
    'a difference beyond rounding': {
      T13: balance({ expenditure: [{}, { amount: 11.28 }] }),
      findings: [
        'warning 收支总表!B7: 政府性基金收入 11.30 万元，对应支出（城乡社区支出）11.28 万元，相差 0.02 万元。',
      ],
    },
    'more than was left is missing': {
      T13: balance({ expenditure: [{}, { amount: 8.3 }, {}, {}, { item: '年终结转', amount: 2.9 }] }),
      findings: [
        'warning 收支总表!B7: 政府性基金收入 11.30 万元，对应支出（城乡社区支出）8.30 万元，相差 3.00 万元。',
      ],
    },
    'the column of funds': {
      T13: balance({ expenditure: [{}, { governmentFunds: 10 }] }),
      findings: [
        'warning 收支总表!B7: 政府性基金收入 11.30 万元，对应支出（城乡社区支出）10.00 万元，相差 1.30 万元。',
      ],
    },
  },
  undecidable: {
    'revenue that cannot be read': {
      T13: balance({ revenue: [{}, { amount: gap('unreadable') }] }),
      because: ['收支总表!B7'],
    },
    'a cell of the column of funds that cannot be read': {
      T13: balance({ expenditure: [{ governmentFunds: gap('unreadable') }, { governmentFunds: 1 }] }),
      because: ['收支总表!C6'],
    },
    'what was carried over cannot be read': {
      T13: balance({
        expenditure: [{}, { amount: 8.3 }, {}, {}, { item: '年终结转', amount: gap('unreadable') }],
      }),
      because: ['收支总表!B10'],
    },
  },
  notApplicable: {
    'a line of the printed form that is empty': { T13: balance({ revenue: [{}, { amount: null }] }) },
    'no funds': { T13: balance({ revenue: [{}, { amount: 0 }] }) },
    'no line for funds': { T13: balance({ revenue: [{}, { item: '二、事业收入' }] }) },
  },
});
