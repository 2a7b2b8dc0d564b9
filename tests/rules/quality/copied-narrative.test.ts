import { gap } from '../../../fixtures/case.ts';
import { copiedNarrative } from '../../../rules/quality/copied-narrative.ts';
import { testRule } from '../../support/test-rule.ts';

const twelve = '完成村级道路硬化十一公里';

testRule(copiedNarrative, {
  passes: {
    'a goal for each project': { T03: [{ goal: `${twelve}甲` }, { goal: `${twelve}乙` }] },
    'one project twice': {
      T03: [1, 2].map(() => ({ projectCode: null, projectName: '甲', goal: twelve })),
    },
  },
  fails: {
    'the same goal twice, at the length asked for': {
      T03: [{ goal: twelve }, { goal: '另一个目标' }, { goal: ` ${twelve}` }],
      findings: ['notice 监控清单!I6: 第 6、8 行「绩效目标」完全相同，但属于不同项目。'],
    },
    'goal and result copied are two findings': {
      T03: [1, 2].map(() => ({ goal: twelve, goalProgress: '已完成道路硬化五公里，进度过半' })),
      findings: [
        'notice 监控清单!I6: 第 6、7 行「绩效目标」完全相同，但属于不同项目。',
        'notice 监控清单!L6: 第 6、7 行「截止X月底绩效目标执行情况」完全相同，但属于不同项目。',
      ],
    },
  },
  orderMatters: true,
  notApplicable: {
    'texts just too short': { T03: [1, 2].map(() => ({ goal: twelve.slice(1) })) },
    'classified rows': { T03: [1, 2].map(() => ({ goal: twelve, remark: gap('classified') })) },
  },
});
