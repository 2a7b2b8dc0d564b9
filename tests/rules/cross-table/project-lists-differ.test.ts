import { projectListsDiffer } from '../../../rules/cross-table/project-lists-differ.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(projectListsDiffer, {
  passes: {
    'the same projects': { T01: [{}, {}], T03: [{}, {}] },
    'more in the schedule is told by MON-10': { T01: [{}, {}], T03: [{}] },
  },
  fails: {
    'a project only in the monitoring list': {
      T01: [{}],
      T03: [{}, { projectName: '村道养护' }],
      findings: [
        'warning 监控清单!D7: 1 个项目仅见于绩效运行监控表，项目分月支出进度表中没有：「村道养护」，涉及预算 120.00 万元。',
      ],
    },
    'a code that differs by one digit': {
      T01: [{}],
      T03: [{ projectCode: '11000023T000000000009' }],
      findings: [
        'warning 监控清单!D6: 1 个项目仅见于绩效运行监控表，项目分月支出进度表中没有：「项目1」，涉及预算 120.00 万元。',
      ],
    },
  },
  notApplicable: {
    'only a monitoring list': { T03: [{}] },
    'only a schedule': { T01: [{}] },
  },
});
