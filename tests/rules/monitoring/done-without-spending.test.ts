import { doneWithoutSpending } from '../../../rules/monitoring/done-without-spending.ts';
import { testRule } from '../../support/test-rule.ts';

const money = (cumActual: number) => ({ adjustedBudget: 100, cumActual });
const won = { goal: '做好防汛抢险', result: '积极应对强降雨，打赢了防汛、抢险、救灾攻坚战。' };

testRule(doneWithoutSpending, {
  passes: {
    'done and spent': { T17: [{ result: '圆满完成' }], T01: [money(100)] },
    'exactly 30 % spent': { T17: [won], T01: [money(30)] },
    'what reads as 30 % spent': { T17: [won], T01: [{ adjustedBudget: 100_000, cumActual: 29_999 }] },
    'a share that is not the whole': {
      T17: [{ result: '完成率50%' }],
      T01: [money(10)],
    },
    'nothing spent and nothing claimed': {
      T17: [{ result: '因资金未下达，该项目未实施。' }],
      T01: [money(0)],
    },
    'the list says all is done, and 30 % is spent': {
      T03: [{ ...money(30), goalProgress: '已全部完成' }],
    },
    'what is still to be done': {
      T17: [{ result: '预计2024年1月完成260盏安装' }, { result: '计划年底前完成' }],
      T01: [money(10), money(10)],
    },
    'part is done, part is not': {
      T17: [{ result: '完成了前期工作，尚未完成验收' }],
      T01: [money(10)],
    },
  },
  fails: {
    'just below 30 % spent': {
      T17: [won],
      T01: [money(29.99)],
      findings: [
        'error 目标实现!D6: 支出进度仅 29.99%，实现情况却填“打赢了防汛、抢险、救灾攻坚战”，需核实。',
      ],
    },
    'the whole in per cent': {
      T17: [{ result: '100%完成' }],
      T01: [money(10)],
      findings: ['error 目标实现!D6: 支出进度仅 10.00%，实现情况却填“100%完成”，需核实。'],
    },
    'the list itself says all is done': {
      T03: [{}, { ...money(29.99), goalProgress: '道路养护，已全部完成' }],
      findings: ['error 监控清单!L7: 支出进度仅 29.99%，绩效目标执行情况却填“已全部完成”，需核实。'],
    },
    'the list says that as much is done as the goal asks for': {
      T03: [{ ...money(15), goal: '维修水闸2座', goalProgress: '2座水闸维修已提前完成并通过验收' }],
      findings: [
        'error 监控清单!L6: 支出进度仅 15.00%，绩效目标执行情况却填“2座水闸维修已提前完成并通过验收”，需核实。',
      ],
    },
    'the list as well as the table of results, said once': {
      T17: [{ result: '圆满完成' }],
      T03: [{ ...money(10), goalProgress: '圆满完成' }],
      findings: ['error 目标实现!D6: 支出进度仅 10.00%，实现情况却填“圆满完成”，需核实。'],
    },
    'nothing spent, by the monitoring list': {
      T17: [{}, { result: '及时足额拨付资金' }],
      T03: [{}, money(0)],
      findings: ['error 目标实现!D7: 支出进度仅 0.00%，实现情况却填“及时足额拨付资金”，需核实。'],
    },
  },
  undecidable: {
    'the list says all is done, and does not say what is spent': {
      T03: [{ ...money(0), cumActual: null, goalProgress: '已全部完成' }],
      because: ['监控清单!J6'],
    },
    'no result': { T17: [{ result: null }], T01: [money(0)], because: ['目标实现!D6'] },
    'spending not given': { T17: [won], T01: [{ cumActual: null }], because: ['支出进度!Z6'] },
  },
  notApplicable: {
    'a share in per cent, which another rule compares': {
      T03: [{ ...money(10), goalProgress: '完成年度目标的100%' }],
    },
    'a part of the year’s goal': {
      T03: [
        { ...money(10), goalProgress: '一季度任务已完成' },
        { ...money(10), goalProgress: '项目已完成招标' },
        { ...money(10), goal: '2023年维修水闸12座', goalProgress: '2023年初已完成招标，2座已完成' },
      ],
    },
    'a project without money on record': { T17: [{ ...won, projectName: '另一项目' }], T01: [money(0)] },
    'two projects of that name': {
      T17: [{ ...won, projectName: '救灾资金' }],
      T01: [
        { ...money(0), projectName: '救灾资金' },
        { ...money(0), projectName: '救灾资金' },
      ],
    },
    'a budget of zero': { T17: [won], T01: [{ adjustedBudget: 0, cumActual: 0 }] },
    'a classified result': { T17: [{ result: { gap: 'classified' } }], T01: [money(0)] },
  },
});
