import { statedCountAndRows } from '../../../rules/cross-table/stated-count-and-rows.ts';
import { testRule } from '../../support/test-rule.ts';

const fact = (indicator: string, number: number, year: number | null = 2023) => ({
  indicator,
  value: { text: String(number), comparator: null, number, unit: '' },
  valueUnit: '个',
  year,
});

testRule(statedCountAndRows, {
  passes: {
    'as many as stated': { T17: [{}, {}], T19: [fact('绩效目标项目总数', 2)] },
    'met and missed add up': { T17: [{}, {}], T19: [fact('实现目标项目数', 1), fact('未完成项目数', 1)] },
    'a classified row counts': {
      T17: [{}, { goal: { gap: 'classified' } }],
      T19: [fact('绩效目标项目总数', 2)],
    },
  },
  fails: {
    'one more than listed': {
      T17: [{}, {}],
      T19: [fact('绩效目标项目总数', 3)],
      findings: ['warning 数据采集!C6: 报告称绩效目标项目共 3 个，绩效目标实现情况表列有 2 行，相差 1 个。'],
    },
    'one less than listed': {
      T17: [{}, {}],
      T19: [fact('绩效目标项目总数', 1)],
      findings: ['warning 数据采集!C6: 报告称绩效目标项目共 1 个，绩效目标实现情况表列有 2 行，相差 1 个。'],
    },
    'met and missed add up to more': {
      T17: [{}],
      T19: [fact('实现目标项目数', 1), fact('未完成项目数', 1)],
      findings: [
        'warning 数据采集!C6: 报告称绩效目标项目共 2 个（实现 1 个、未完成 1 个），绩效目标实现情况表列有 1 行，相差 1 个。',
      ],
    },
  },
  notApplicable: {
    'nothing stated': { T17: [{}], T19: [fact('资产总额', 1)] },
    'the number of the year before': {
      T17: [{}],
      T19: [fact('绩效目标项目总数', 9, 2022), fact('资产总额', 1)],
    },
    'no table of goals': { T19: [fact('绩效目标项目总数', 3)] },
  },
});
