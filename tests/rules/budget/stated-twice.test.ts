import { fact } from '../../../fixtures/fact.ts';
import { statedTwice } from '../../../rules/budget/stated-twice.ts';
import { testRule } from '../../support/test-rule.ts';

const budget = { basis: '预算', year: 2023 };

testRule(statedTwice, {
  passes: {
    'stated once': { T19: [fact('其他收入', 0.1)] },
    'stated twice alike, in different units': {
      T19: [fact('其他收入', 0.1, budget), fact('其他收入', 1000, { ...budget, valueUnit: '元' })],
    },
    'another year': {
      T19: [fact('其他收入', 0.1, budget), fact('其他收入', 0.13, { ...budget, year: 2022 })],
    },
    'another basis': {
      T19: [fact('其他收入', 0.1, budget), fact('其他收入', 0.13, { ...budget, basis: '决算' })],
    },
    'none and zero': { T19: [fact('新增暂付款', 0, budget), fact('新增暂付款', '无', budget)] },
  },
  fails: {
    'a total given to the last digit in one place and in 亿元 in another': {
      T19: [
        fact('收入总计', 2486.19, { ...budget, section: null }),
        fact('收入总计', 0.25, { ...budget, section: null, valueUnit: '亿元' }),
      ],
      findings: [
        'notice 数据采集!C7: 「收入总计」2023 年前后相差尾数：2486.19 万元与 0.25 亿元，可统一小数位数。',
      ],
    },
    'just beyond the last digit': {
      T19: [
        fact('收入总计', 2486.19, { ...budget, section: null }),
        fact('收入总计', 2486.21, { ...budget, section: null }),
      ],
      findings: ['error 数据采集!C7: 「收入总计」2023 年前后不一致：2486.19 万元与 2486.21 万元。'],
    },
    'nothing is no rounding of a small amount': {
      T19: [
        fact('新增暂付款', 0, { ...budget, section: null }),
        fact('新增暂付款', 0.01, { ...budget, section: null }),
      ],
      findings: ['error 数据采集!C7: 「新增暂付款」2023 年前后不一致：0 万元与 0.01 万元。'],
    },
    'two figures in three places are one finding': {
      T19: [
        fact('其他收入', 0.1, { ...budget, section: null }),
        fact('其他收入', 0.3, { ...budget, section: null }),
        fact('其他收入', 0.1, { ...budget, section: null }),
      ],
      findings: ['error 数据采集!C7: 「其他收入」2023 年前后不一致：0.1 万元与 0.3 万元。'],
    },
    'other revenue in two sections': {
      T19: [
        fact('其他收入', 0.1, { ...budget, section: '二、2（1）' }),
        fact('其他收入', 0, { ...budget, section: '二、3' }),
      ],
      findings: [
        'error 数据采集!C7: 「其他收入」2023 年前后不一致：0.1 万元（二、2（1））与 0 万元（二、3）。',
      ],
    },
    'none and an amount': {
      T19: [
        fact('新增暂付款', '无', { ...budget, section: null }),
        fact('新增暂付款', 5, { ...budget, section: null }),
      ],
      findings: ['error 数据采集!C7: 「新增暂付款」2023 年前后不一致：无与 5 万元。'],
    },
    'an item of the unit’s own': {
      T19: [
        fact('房屋面积', 2774, { valueUnit: '平方米', section: null }),
        fact('房屋面积', 2747, { valueUnit: '平方米', section: null }),
      ],
      findings: ['error 数据采集!C7: 「房屋面积」2023 年前后不一致：2774 平方米与 2747 平方米。'],
    },
  },
  undecidable: {
    'a figure without a year': {
      T19: [fact('其他收入', 0.1, budget), fact('其他收入', 0.2, { ...budget, year: null })],
      because: ['数据采集!E7'],
    },
    'a figure without a basis': {
      T19: [fact('其他收入', 0.1, budget), fact('其他收入', 0.2, { ...budget, basis: null })],
      because: ['数据采集!F7'],
    },
  },
  notApplicable: {
    'scores of sections that are not named': {
      T19: [fact('各部分得分', 11.5, { valueUnit: '分' }), fact('各部分得分', 12, { valueUnit: '分' })],
    },
    'words only': { T19: [fact('收支平衡', '平衡')] },
  },
  orderMatters: true,
});
