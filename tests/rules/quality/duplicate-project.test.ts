import { gap } from '../../../fixtures/case.ts';
import { duplicateProject } from '../../../rules/quality/duplicate-project.ts';
import { testRule } from '../../support/test-rule.ts';

const coded = (projectCode: string | null, projectName: string, more = {}) => ({
  projectCode,
  projectName,
  ...more,
});

testRule(duplicateProject, {
  passes: {
    'every project once': { T01: [{}, {}] },
    'one name with two codes': { T01: [coded('A1', '道路硬化'), coded('A2', '道路硬化')] },
    'one project from two sources of money': {
      T01: [coded('A1', '道路硬化', { fundSource: '中央' }), coded('A1', '道路硬化', { fundSource: '本级' })],
    },
    'one project from two sources, each named by its own': {
      T01: [
        coded('A1', '中央农村公路养护补助', { fundSource: '中央' }),
        coded('A1', '省级农村公路养护补助', { fundSource: '省级' }),
      ],
    },
    'what is carried over and what is surplus of one year': {
      T16: [coded('A1', '道路硬化', { kind: '结转' }), coded('A1', '道路硬化', { kind: '结余' })],
    },
    'one project planned by class and by mode of payment': {
      T14: [
        coded('A1', '道路硬化', { economicClass: '30201 办公费', paymentMode: '授权支付' }),
        coded('A1', '道路硬化', { economicClass: '31005 基础设施建设', paymentMode: '授权支付' }),
        coded('A1', '道路硬化', { economicClass: '31005 基础设施建设', paymentMode: '直接支付' }),
      ],
    },
    'the same project in two tables': { T01: [{}], T03: [{}] },
  },
  fails: {
    'one code for two projects, whatever else sets their rows apart': {
      T01: [
        coded('A1', '乡村道路路灯安装', { functionClass: '212' }),
        coded('A1', '山塘水库清淤加固', { functionClass: '213' }),
      ],
      findings: ['warning 支出进度!B7: 项目编码 A1（「乡村道路路灯安装」）在第 6、7 行重复。'],
    },
    'one code twice': {
      T01: [coded('A1', '道路硬化'), coded('A2', '河道清淤'), coded('a1', '道路硬化二期')],
      findings: ['warning 支出进度!B8: 项目编码 A1（「道路硬化」）在第 6、8 行重复。'],
    },
    'one name without codes, however it is written': {
      T01: [coded(null, '道路硬化（运转）'), coded(null, '道路 硬化(运转)')],
      findings: ['warning 支出进度!C7: 「道路硬化（运转）」在第 6、7 行重复，没有项目编码可以区分。'],
    },
    'one name of which one row has a code': {
      T01: [coded('A1', '道路硬化'), coded(null, '道路硬化')],
      findings: ['warning 支出进度!C7: 「道路硬化」在第 6、7 行重复，没有项目编码可以区分。'],
    },
    'a project twice in both tables is said once': {
      T01: [coded('A1', '道路硬化'), coded('A1', '道路硬化')],
      T03: [coded('A1', '道路硬化'), coded('A1', '道路硬化')],
      findings: ['warning 支出进度!B7: 项目编码 A1（「道路硬化」）在第 6、7 行重复。'],
    },
  },
  orderMatters: true,
  undecidable: {
    'a row with neither code nor name': {
      T01: [{ projectCode: null, projectName: null }],
      because: ['支出进度!C6'],
    },
  },
  notApplicable: {
    'costs of one name are no projects': { T05: { tables: { costs: [{ item: '材料' }, { item: '材料' }] } } },
    'classified rows': { T03: [1, 2].map(() => coded('A1', '甲', { goal: gap('classified') })) },
  },
});
