import { residualUnexplained } from '../../../rules/direct-funds/residual-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

const asOf = '2023-12-31';

testRule(residualUnexplained, {
  passes: {
    'the rest is carried over': { asOf, T10: [{ reason: '房屋未完工，剩余资金结转下年' }] },
    'the remark says it went back': { asOf, T10: [{ remark: '剩余资金已交回财政' }] },
  },
  fails: {
    'nothing said on the day of the deadline': {
      asOf,
      T10: [{}],
      findings: ['warning 直达资金!O6: 「直达资金1」剩余 20.00 万元，未说明收回、结转或退回等处置。'],
    },
    'a reason without what becomes of the rest': {
      asOf,
      T10: [{ reason: '部分受灾农户房屋尚未完工未拨付' }],
      findings: ['warning 直达资金!O6: 「直达资金1」剩余 20.00 万元，未说明收回、结转或退回等处置。'],
    },
    'the unit says in June that the rest is not needed': {
      T10: [{ reason: '部分剩余资金不需要再支出' }],
      findings: ['warning 直达资金!O6: 「直达资金1」剩余 20.00 万元，未说明收回、结转或退回等处置。'],
    },
  },
  undecidable: { 'no deadline': { asOf, T10: [{ deadline: null }], because: ['直达资金!J6'] } },
  notApplicable: {
    'the day before the deadline': { asOf: '2023-12-30', T10: [{}] },
    'nothing left': { asOf, T10: [{ spent: 50 }] },
  },
});
