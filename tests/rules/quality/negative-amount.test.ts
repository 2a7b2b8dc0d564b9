import { gap } from '../../../fixtures/case.ts';
import { negativeAmount } from '../../../rules/quality/negative-amount.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(negativeAmount, {
  passes: {
    'zero is not negative': { T01: [{ cumActual: 0 }] },
    'reductions may be negative': { T01: [{ budgetCut: -5 }] },
    'a rate below zero is no amount': { T01: [{ varianceRate: -0.5 }] },
  },
  fails: {
    'one fen below zero': {
      T01: [{}, { cumActual: -0.000001 }],
      findings: ['warning 支出进度!Z7: 「累计实际支出」为负数 -0.000001 万元，请确认是否红字冲销。'],
    },
    'an amount of a form': {
      T05: { form: { requested: -5 } },
      findings: ['warning 事前评估!B8: 「资金申请总额」为负数 -5.00 万元，请确认是否红字冲销。'],
    },
    'two amounts of one row': {
      T01: [{ released: -3, cumActual: -2 }],
      findings: [
        'warning 支出进度!K6: 「已下达指标数」为负数 -3.00 万元，请确认是否红字冲销。',
        'warning 支出进度!Z6: 「累计实际支出」为负数 -2.00 万元，请确认是否红字冲销。',
      ],
    },
  },
  notApplicable: { 'a classified row': { T01: [{ reason: gap('classified'), cumActual: -2 }] } },
});
