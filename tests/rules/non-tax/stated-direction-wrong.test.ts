import { fact } from '../../../fixtures/fact.ts';
import { statedDirectionWrong } from '../../../rules/non-tax/stated-direction-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const fewer = '违法行为显著减少，预计将减少罚没收入';
const more = '征收范围扩大，预计收入增加';

testRule(statedDirectionWrong, {
  passes: {
    'less said, less planned': { T12: [{ lastActual: 10, plan: 6, collected: 3, reason: fewer }] },
    'less said, and exactly as much as last year': {
      T12: [{ lastActual: 10, plan: 9, collected: 10, reason: fewer }],
    },
    'less said, and the plan exceeded exactly by the margin': {
      T12: [{ lastActual: 10, plan: 6, collected: 7.8, reason: fewer }],
    },
    'more said, and the year not over': {
      T12: [{ lastActual: 10, plan: 14, collected: 3, reason: more }],
    },
    'a report whose revenue did fall': {
      T19: [fact('非税收入计划', 0.6, { remark: fewer }), fact('非税收入实缴', 0.5)],
    },
  },
  fails: {
    'words on the year before, and on this one': {
      T12: [
        { lastActual: 12, plan: 10, change: -2, collected: 5, reason: '上年疫情期间收入下降，本年恢复增长' },
      ],
      findings: [
        'warning 非税收入!H6: 「罚没收入」说明称“增加”，计划 10.00 万元较上年实际 12.00 万元减少 2.00 万元（-16.67%），方向相反。',
      ],
    },
    'less said, more planned': {
      T12: [{ lastActual: 10, plan: 12, reason: fewer }],
      findings: [
        'warning 非税收入!H6: 「罚没收入」说明称“减少”，计划 12.00 万元较上年实际 10.00 万元增加 2.00 万元（20.00%），方向相反。',
      ],
    },
    'less said, and already more than last year': {
      T12: [{ lastActual: 10, plan: 9, collected: 10.01, reason: fewer }],
      findings: [
        'warning 非税收入!H6: 「罚没收入」说明称“减少”，累计收入 10.01 万元较上年实际 10.00 万元增加 0.01 万元（0.10%），方向相反。',
      ],
    },
    'less said, and the plan exceeded beyond the margin': {
      T12: [{ lastActual: 10, plan: 6, collected: 7.81, reason: fewer }],
      findings: [
        'warning 非税收入!H6: 「罚没收入」说明称“减少”，累计收入 7.81 万元较计划 6.00 万元增加 1.81 万元（30.17%），方向相反。',
      ],
    },
    'more said, and less by the end of the year': {
      T12: [{ lastActual: 10, plan: 14, collected: 9, reason: more }],
      period: '2023-12',
      findings: [
        'warning 非税收入!H6: 「罚没收入」说明称“增加”，累计收入 9.00 万元较上年实际 10.00 万元减少 1.00 万元（-10.00%），方向相反。',
      ],
    },
    'the report: expected to fall, six times the plan': {
      T19: [
        fact('非税收入计划生态环境罚没收入', 0.6, { remark: fewer }),
        fact('罚没收入', 3.85),
        fact('利息收入', 1.61),
      ],
      findings: [
        'warning 数据采集!H6: 报告称「生态环境罚没收入」将“减少”，实缴 3.85 万元，计划 0.60 万元，实际增加（541.67%），方向相反。',
      ],
    },
    'the report: a word in place of the figure': {
      T19: [
        fact('非税收入计划生态环境罚没收入', 0.6),
        fact('非税收入计划生态环境罚没收入', '减少'),
        fact('罚没收入', 3.85),
      ],
      findings: [
        'warning 数据采集!C7: 报告称「生态环境罚没收入」将“减少”，实缴 3.85 万元，计划 0.60 万元，实际增加（541.67%），方向相反。',
      ],
    },
  },
  notApplicable: {
    'no reason': { T12: [{}] },
    'a reason that denies it': { T12: [{ lastActual: 10, plan: 12, reason: '收入未减少，与上年基本一致' }] },
    'a reason that says both': { T12: [{ lastActual: 10, plan: 12, reason: '收费减少，罚没增加' }] },
    'words on the year before alone': {
      T12: [
        { lastActual: 12, plan: 10, reason: '上年有一次性补缴收入，增加了基数' },
        { lastActual: 10, plan: 12, reason: '上年减收因素消除' },
      ],
    },
    'nothing to compare with': {
      T12: { rows: [{ reason: fewer }], without: ['lastActual', 'collected'] },
    },
  },
});
