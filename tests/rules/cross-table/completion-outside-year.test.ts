import { completionOutsideYear } from '../../../rules/cross-table/completion-outside-year.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(completionOutsideYear, {
  passes: {
    'within the year': { T17: [{ goal: '2023年12月底前支付完毕。' }] },
    'promised for a year that has passed is DQ-19’s': { T17: [{ goal: '此项目预计2022年6月份完成支出。' }] },
  },
  fails: {
    'after the end of the year': {
      T17: [{ goal: '修建村史馆，预计2024年1月底前完工。' }],
      findings: [
        'warning 目标实现!C6: 「绩效目标」写有“预计2024年1月底前完工”，计划完成时间 2024 年晚于报告年度 2023 年末。',
      ],
    },
    'before the year': {
      T03: [{ goal: '硬化道路10公里，2022年12月底前完工。' }],
      findings: [
        'warning 监控清单!I6: 「绩效目标」写有“2022年12月底前完工”，计划完成时间 2022 年早于报告年度 2023 年。',
      ],
    },
  },
  notApplicable: {
    'no day': { T17: [{}] },
    'the year of a document': { T17: [{ goal: '按照〔2022〕15号文件完成任务。' }] },
    'the year of what was done before': { T17: [{ goal: '对2022年建成的道路进行养护。' }] },
    'a classified row': { T17: [{ goal: '2024年1月完工', result: { gap: 'classified' } }] },
  },
});
