import { gap } from '../../../fixtures/case.ts';
import { classifiedRow } from '../../../rules/quality/classified-row.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(classifiedRow, {
  orderMatters: true,
  passes: { 'nothing classified': { T03: [{}] } },
  fails: {
    'one classified row': {
      T03: [{}, { goal: gap('classified'), goalProgress: gap('classified') }],
      findings: ['notice 监控清单!I7: 第 7 行涉密，仅计入合计，不做明细校验。'],
    },
    'two classified rows are one finding': {
      T03: [{ goal: gap('classified') }, {}, { goal: gap('classified') }],
      findings: ['notice 监控清单!I6: 第 6、8 行涉密，仅计入合计，不做明细校验。'],
    },
  },
});
