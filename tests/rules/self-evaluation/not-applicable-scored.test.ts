import { notApplicableScored } from '../../../rules/self-evaluation/not-applicable-scored.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(notApplicableScored, {
  passes: {
    'does not apply and earns nothing': { T07: [{}, { reason: '不涉及', score: 0 }] },
  },
  fails: {
    'the smallest score for what does not apply': {
      T07: [{}, { reason: '我镇不涉及债券资金支出', score: 0.01 }],
      findings: ['notice 部门自评!F7: 「考核要点2」称不涉及，却计 0.01 分，应从满分基数剔除。'],
    },
    'a result that does not apply': {
      T06: {
        tables: {
          funds: [{}],
          indicators: [{ actual: { text: '不涉及', comparator: null, number: null, unit: '' } }],
        },
      },
      findings: ['notice 自评表!G6: 「硬化道路里程」称不涉及，却计 50 分，应从满分基数剔除。'],
    },
  },
  undecidable: {
    'no score': { T07: [{}, { reason: '不涉及', score: null }], because: ['部门自评!F7'] },
  },
  notApplicable: {
    'nothing of the kind is said': { T07: [{}, { reason: '报送不及时' }] },
    'said of something else': { T07: [{ reason: '不涉及的事项已剔除' }] },
    'said of what points are taken off for': { T07: [{ reason: '按时报送，不涉及扣分' }] },
    'said of trouble': { T07: [{ remark: '全年不涉及违规问题' }] },
    'said of a part': { T07: [{ reason: '其中债务部分不涉及，其余均完成' }] },
  },
});
