import { fact } from '../../../fixtures/fact.ts';
import { nothingCarriedYetReturned } from '../../../rules/carry-over/nothing-carried-yet-returned.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(nothingCarriedYetReturned, {
  passes: {
    'carried over and returned': { T19: [fact('预算结转', 420), fact('交回结余', 414.21)] },
    'nothing carried over, nothing returned': { T19: [fact('预算结转', 0), fact('交回结余', 0)] },
  },
  fails: {
    'nothing carried over, a surplus returned': {
      T19: [fact('预算结转', 0), fact('交回结余', 414.21)],
      findings: [
        'notice 数据采集!C6: 报告称2023年预算结转为 0，但年内交回结余 414.21 万元，请说明资金来源。',
      ],
    },
    'the smallest surplus': {
      T19: [fact('交回结余', 0.01), fact('预算结转', 0)],
      findings: ['notice 数据采集!C7: 报告称2023年预算结转为 0，但年内交回结余 0.01 万元，请说明资金来源。'],
    },
  },
  notApplicable: {
    'nothing said about the budget': { T19: [fact('交回结余', 414.21)] },
    'another year’s budget': { T19: [fact('预算结转', 0, { year: 2022 }), fact('交回结余', 414.21)] },
  },
});
