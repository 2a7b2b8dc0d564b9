import { requestWithoutAssessment } from '../../../rules/ex-ante/request-without-assessment.ts';
import { testRule } from '../../support/test-rule.ts';

const assessed = { form: { projectName: '村级道路硬化' } };

testRule(requestWithoutAssessment, {
  passes: {
    'a new project that was assessed': {
      T05: assessed,
      T01: [{ projectName: '村级道路硬化（新增）' }],
    },
    'found whatever the brackets': {
      T05: { form: { projectName: '道路硬化（一期）' } },
      T01: [{ projectName: '道路硬化(一期)', remark: '新增项目' }],
    },
  },
  fails: {
    'marked as new in the remark': {
      T05: assessed,
      T01: [{ projectName: '路灯安装', remark: '新增' }],
      findings: [
        'error 支出进度!C6: 「路灯安装」注明为新增项目，预算 120.00 万元，未见事前绩效评估表，不得安排预算。',
      ],
    },
    'two allotments of one project': {
      T05: assessed,
      T01: [
        { projectName: '路灯（新增）', adjustedBudget: 20 },
        { projectName: '路灯（新增）', adjustedBudget: 30 },
      ],
      findings: [
        'error 支出进度!C6: 「路灯（新增）」注明为新增项目，预算 50.00 万元，未见事前绩效评估表，不得安排预算。',
      ],
    },
    'marked as new in the name': {
      T05: assessed,
      T01: [{}, { projectName: '路灯【新增】', adjustedBudget: 0.01 }],
      findings: [
        'error 支出进度!C7: 「路灯【新增】」注明为新增项目，预算 0.01 万元，未见事前绩效评估表，不得安排预算。',
      ],
    },
  },
  undecidable: {
    'a blank budget': {
      T05: assessed,
      T01: [{ remark: '本年新增项目', adjustedBudget: null }],
      because: ['支出进度!J6'],
    },
  },
  notApplicable: {
    'a continued project': { T05: assessed, T01: [{}] },
    'a name that happens to begin so': {
      T05: assessed,
      T01: [{ projectName: '新增耕地指标收益' }],
    },
    'remarks that say the opposite': {
      T05: assessed,
      T01: [{ remark: '非新增项目' }, { remark: '不属于新增项目' }, { remark: '上年新增项目，本年续建' }],
    },
    'a remark about something else': {
      T05: assessed,
      T01: [{ remark: '6月新增受益户12户' }],
    },
    'a new project without a budget': { T05: assessed, T01: [{ remark: '新增', adjustedBudget: 0 }] },
    'no assessment handed in at all': { T01: [{ remark: '新增' }] },
  },
});
