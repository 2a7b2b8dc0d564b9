import { projectListsDiffer } from '../../../rules/cross-table/project-lists-differ.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(projectListsDiffer, {
  passes: {
    'goals and functions of the same projects': {
      T17: [{}, { projectName: '美术馆、图书馆免费开放资金' }],
      T18: [{ projects: '项目1、美术馆、图书馆免费开放资金' }],
    },
    'a classified project that is mapped': {
      T17: [{ projectName: '专项治理经费', goal: { gap: 'classified' } }],
      T18: [{ projects: '专项治理经费' }],
    },
    'the same projects': { T01: [{}, {}], T03: [{}, {}] },
    'goals of the scheduled projects, and a scheduled one without money': {
      T01: [{}, { initialBudget: 0, adjustedBudget: 0 }],
      T17: [{}],
    },
    'a scheduled project whose goal is classified': {
      T01: [{}, { projectName: '专项治理经费' }],
      T17: [{}, { projectName: '专项治理经费', goal: { gap: 'classified' }, result: { gap: 'classified' } }],
    },
    'a list of goals with a name that is classified': {
      T01: [{}, { projectName: '专项治理经费' }],
      T17: [{}, { projectName: { gap: 'classified' } }],
    },
    'more in the schedule is told by MON-10': { T01: [{}, {}], T03: [{}] },
  },
  fails: {
    'a project mapped to a function and without a goal': {
      T17: [{}],
      T18: [{ projects: '项目1、村道养护' }],
      findings: [
        'warning 职责活动!E6: 1 个项目仅见于部门职责—工作活动—项目表，绩效目标实现情况表中没有：「村道养护」。',
      ],
    },
    'a goal that serves no function': {
      T17: [{}, { projectName: '村道养护' }],
      T18: [{ projects: '项目1' }],
      findings: [
        'warning 目标实现!B7: 绩效目标实现情况表有 1 行项目未对应职能，部门职责—工作活动—项目表中没有：「村道养护」。',
      ],
    },
    'a classified project counts, and is not named': {
      T17: [{}, { projectName: '专项治理经费', goal: { gap: 'classified' }, result: { gap: 'classified' } }],
      T18: [{ projects: '项目1' }],
      findings: [
        'warning 目标实现!B7: 绩效目标实现情况表有 1 行项目未对应职能，部门职责—工作活动—项目表中没有：（涉密项目）。',
      ],
    },
    'a project only in the monitoring list': {
      T01: [{}],
      T03: [{}, { projectName: '村道养护' }],
      findings: [
        'warning 监控清单!D7: 1 个项目仅见于绩效运行监控表，项目分月支出进度表中没有：「村道养护」，涉及预算 120.00 万元。',
      ],
    },
    'a scheduled project without a goal': {
      T01: [{}, { projectName: '村道养护' }],
      T17: [{}],
      findings: [
        'warning 支出进度!C7: 1 个项目仅见于项目分月支出进度表，绩效目标实现情况表中没有：「村道养护」，涉及预算 120.00 万元。',
      ],
    },
    'a goal of no scheduled project': {
      T01: [{}],
      T17: [{}, { projectName: '村道养护' }],
      findings: [
        'warning 目标实现!B7: 1 个项目仅见于绩效目标实现情况表，项目分月支出进度表中没有：「村道养护」。',
      ],
    },
    'functions of projects that are not scheduled, where there are no goals': {
      T01: [{}],
      T18: [{ projects: '项目1、村道养护' }],
      findings: [
        'warning 职责活动!E6: 1 个项目仅见于部门职责—工作活动—项目表，项目分月支出进度表中没有：「村道养护」。',
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
    'goals of another year': {
      T01: [{}, {}],
      T17: { rows: [{}], period: { period: '2022-12' } },
    },
    'goals without functions': { T17: [{}] },
    'only a monitoring list': { T03: [{}] },
    'only a schedule': { T01: [{}] },
  },
});
