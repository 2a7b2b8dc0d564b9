import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { goalNotQuantified } from '../../../rules/monitoring/goal-not-quantified.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(goalNotQuantified, {
  passes: {
    'a number': { T03: [{}] },
    'a share': { T03: [{ goal: '群众满意度达到95%以上' }] },
    'a number that could be a year, with what it counts': { T03: [{ goal: '发放补贴1962人' }] },
    'a number in Chinese': { T03: [{ goal: '为三个村更换路灯' }] },
    'a form that sets numbers for its indicators': {
      T02: { form: { goal: '改善出行条件' }, tables: { funds: [{}], indicators: [{}] } },
    },
  },
  fails: {
    'no number at all': {
      T03: [{ goal: '切实改善村民出行条件' }],
      findings: ['notice 监控清单!I6: 绩效目标“切实改善村民出行条件”没有可衡量的指标。'],
    },
    'a year and a month are no measure': {
      T03: [{}, { goal: '2023年12月底前做好维稳工作' }],
      findings: ['notice 监控清单!I7: 绩效目标“2023年12月底前做好维稳工作”没有可衡量的指标。'],
    },
    'a form without a number anywhere': {
      T02: {
        form: { goal: '改善出行条件' },
        tables: { funds: [{}], indicators: [{ target: m('明显改善') }] },
      },
      findings: ['notice 绩效监控!B7: 绩效目标“改善出行条件”没有可衡量的指标。'],
    },
  },
  undecidable: {
    'no goal': { T03: [{ goal: null }], because: ['监控清单!I6'] },
  },
  notApplicable: {
    'a classified project': { T03: [{ goal: { gap: 'classified' } }] },
  },
});
