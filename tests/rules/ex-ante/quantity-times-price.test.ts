import { quantityTimesPrice } from '../../../rules/ex-ante/quantity-times-price.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(quantityTimesPrice, {
  passes: {
    'ten times ten thousand yuan': { T05: { rows: [{}] } },
    'a quantity with a fraction': { T05: { rows: [{ quantity: 2.5, price: 300, amount: 0.075 }] } },
  },
  fails: {
    'exactly 0.005 off is rounding': {
      T05: { rows: [{ amount: 10.005 }] },
      findings: [
        'notice 事前评估!G6: 「支出内容1」10 × 10000.00 元 = 10.00 万元，金额 10.005 万元，相差 0.005 万元，在尾差 0.005 万元以内。',
      ],
    },
    'just more than 0.005 off': {
      T05: { rows: [{ amount: 10.0051 }] },
      findings: [
        'error 事前评估!G6: 「支出内容1」10 × 10000.00 元 = 10.00 万元，金额填 10.0051 万元，相差 0.0051 万元。',
      ],
    },
    'a price typed in ten thousands': {
      T05: { rows: [{ price: 1 }] },
      findings: [
        'error 事前评估!G6: 「支出内容1」10 × 1.00 元 = 0.001 万元，金额填 10.00 万元，相差 9.999 万元。',
      ],
    },
  },
  undecidable: {
    'a blank price': { T05: { rows: [{ price: null }] }, because: ['事前评估!F6'] },
    'a blank quantity': { T05: { rows: [{ quantity: null }] }, because: ['事前评估!E6'] },
    'a blank amount': { T05: { rows: [{ amount: null }] }, because: ['事前评估!G6'] },
  },
  notApplicable: {
    'a lump sum': { T05: { rows: [{ quantity: null, price: null }] } },
  },
});
