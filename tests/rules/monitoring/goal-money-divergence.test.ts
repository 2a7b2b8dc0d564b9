import { goalMoneyDivergence } from '../../../rules/monitoring/goal-money-divergence.ts';
import { testRule } from '../../support/test-rule.ts';

const measured = (number: number | null, comparator: string | null = null) => ({
  text: `${comparator ?? ''}${number}`,
  comparator,
  number,
  unit: '个',
});
const indicator = (target: number, actual: number | null, comparator = '≥') => ({
  target: measured(target, comparator),
  actual: measured(actual),
});
/** A monitoring form whose money is half spent. */
const form = (indicators: readonly object[]) => ({ tables: { funds: [{}], indicators } }) as never;

testRule(goalMoneyDivergence, {
  passes: {
    'money and goal side by side': { T03: [{}] },
    'exactly ten points ahead': { T03: [{ goalProgress: '完成年度目标的60%' }] },
    'ten points ahead as it is printed': {
      T03: [{ adjustedBudget: 1000, cumActual: 499.96, goalProgress: '完成年度目标的60%' }],
    },
    'exactly ten points behind': { T03: [{ goalProgress: '完成年度目标的40%' }] },
    'full-width digits and spaces': { T03: [{ goalProgress: '已完成年度绩效目标 ５０％ 。' }] },
    'a rate of completion': { T03: [{ goalProgress: '满意度95%，年度目标完成率为52.5%' }] },
    'in a form, the mean of its indicators': { T02: form([indicator(10, 2), indicator(10, 8)]) },
    'in a form, an indicator far above target is complete and no more': {
      T02: form([indicator(10, 2), indicator(10, 80), indicator(10, 4)]),
    },
    'in a form, exactly ten points ahead': { T02: form([indicator(10, 6)]) },
    'in a form, a pass rate of 100 % and a cost within its bound do not count as progress': {
      T02: form([
        indicator(10, 5),
        { level2: '质量指标', ...indicator(100, 100) },
        {
          level2: '满意度指标',
          target: { ...measured(90, '≥'), unit: '%' },
          actual: { ...measured(95), unit: '%' },
        },
        { level2: '成本指标', ...indicator(5, 1, '≤') },
      ]),
    },
    'other words for it': { T03: [{ goalProgress: '已实现全年目标任务的约55%' }] },
  },
  fails: {
    'a share of the year’s plan': {
      T03: [{ goalProgress: '完成年度计划的70%' }, { goalProgress: '已完成全年任务量的80%' }],
      findings: [
        'warning 监控清单!L6: 绩效目标完成 70.00%，支出进度 50.00%，相差 20.00 个百分点。',
        'warning 监控清单!L7: 绩效目标完成 80.00%，支出进度 50.00%，相差 30.00 个百分点。',
      ],
    },
    'just more than ten points ahead': {
      T03: [{ goalProgress: '完成年度目标的60.1%' }],
      findings: ['warning 监控清单!L6: 绩效目标完成 60.10%，支出进度 50.00%，相差 10.10 个百分点。'],
    },
    'just more than ten points behind': {
      T03: [{ goalProgress: '完成年度目标的39.9%' }],
      findings: ['warning 监控清单!L6: 绩效目标完成 39.90%，支出进度 50.00%，相差 10.10 个百分点。'],
    },
    'in a form, just more than ten points ahead': {
      T02: form([indicator(1000, 601), indicator(5, 1, '≤')]),
      findings: ['warning 绩效监控!E6: 绩效目标完成 60.10%，支出进度 50.00%，相差 10.10 个百分点。'],
    },
    'a goal that is done and money that is not': {
      T03: [{ goalProgress: '目标已完成100%' }],
      findings: ['warning 监控清单!L6: 绩效目标完成 100.00%，支出进度 50.00%，相差 50.00 个百分点。'],
    },
  },
  undecidable: {
    'no share of the goal is stated': {
      T03: [{ goalProgress: '已硬化道路5公里，群众满意度95%' }],
      because: ['监控清单!L6'],
    },
    'a share that is not reached': {
      T03: [{ goalProgress: '因连续降雨，尚未完成年度目标的50%' }],
      because: ['监控清单!L6'],
    },
    'a share of a plan that is not the year’s': {
      T03: [{ goalProgress: '完成采购计划的50%' }],
      because: ['监控清单!L6'],
    },
    'two shares that disagree': {
      T03: [{ goalProgress: '完成年度目标的50%，目标完成率为80%' }],
      because: ['监控清单!L6'],
    },
    'a form without a number to reach': {
      T02: form([indicator(10, null), indicator(5, 1, '≤')]),
      because: ['绩效监控!E6'],
    },
    'nothing is written': { T03: [{ goalProgress: null }], because: ['监控清单!L6'] },
    'a blank budget': { T03: [{ adjustedBudget: null }], because: ['监控清单!H6'] },
  },
  notApplicable: {
    'a budget of zero': { T03: [{ adjustedBudget: 0 }] },
    'a classified project': { T03: [{ goalProgress: { gap: 'classified' } }] },
  },
});
