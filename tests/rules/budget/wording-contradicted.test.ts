import { fact } from '../../../fixtures/fact.ts';
import { wordingContradicted } from '../../../rules/budget/wording-contradicted.ts';
import { testRule } from '../../support/test-rule.ts';

const years = (before: number, now: number) => [fact('三公经费上年', before), fact('三公经费本年', now)];

testRule(wordingContradicted, {
  passes: {
    'the same and called so': { T19: [...years(17.17, 17.17), fact('三公经费变化', '持平')] },
    'exactly at the tolerance': { T19: [...years(17.17, 17.18), fact('三公经费变化', '持平')] },
    'assets whose change is of another size, which ZA-07 names': {
      T19: [
        fact('固定资产净值', 190.38, { year: 2022 }),
        fact('固定资产净值', 639.84, { year: 2023 }),
        fact('固定资产净值减少额', 5.37),
        fact('资产总额', 14454.52, { year: 2022 }),
        fact('资产总额', 14678.1, { year: 2023 }),
        fact('资产增加额', 223.58),
      ],
    },
    'assets that rose as stated': {
      T19: [
        fact('资产总额', 14454.52, { year: 2022 }),
        fact('资产总额', 14678.1, { year: 2023 }),
        fact('资产增加额', 223.58),
      ],
    },
    'a rise in a wrong unit, which another rule names': {
      T19: [
        fact('负债总额', 230.37, { year: 2022 }),
        fact('负债总额', 485, { year: 2023 }),
        fact('负债增加额', 229.94, { valueUnit: '元' }),
      ],
    },
    'a fall given as an increase below zero': {
      T19: [...years(17, 16), fact('三公经费增加额', -1)],
    },
  },
  fails: {
    'an increase below zero where the figures rose': {
      T19: [...years(16, 17), fact('三公经费增加额', -1)],
      findings: ['warning 数据采集!C8: 「三公经费增加额」数值为 -1 万元，与文字“增加”方向相反。'],
    },
    'more by a figure below zero': {
      T19: [...years(17, 16), fact('三公经费变化', '增加-1万元', { valueUnit: '万元' })],
      findings: ['warning 数据采集!C8: 「三公经费变化」数值为 -1 万元，与文字“增加”方向相反。'],
    },
    'called the same beyond the tolerance': {
      T19: [...years(17.17, 17.19), fact('三公经费变化', '持平')],
      findings: [
        'warning 数据采集!C8: 「三公经费变化」文字为“持平”，但本年 17.19 万元、上年 17.17 万元，实际增加 0.02 万元。',
      ],
    },
    'called less though it rose': {
      T19: [...years(17, 18), fact('三公经费较上年增减情况', '减少')],
      findings: [
        'warning 数据采集!C8: 「三公经费较上年增减情况」文字为“减少”，但本年 18.00 万元、上年 17.00 万元，实际增加 1.00 万元。',
      ],
    },
    'an increase where liabilities fell': {
      T19: [
        fact('负债总额', 485, { year: 2022 }),
        fact('负债总额', 230, { year: 2023 }),
        fact('负债增加额', 255),
      ],
      findings: [
        'warning 数据采集!C8: 「负债增加额」文字为“增加”，但本年 230.00 万元、上年 485.00 万元，实际减少 255.00 万元。',
      ],
    },
    'an increase below zero': {
      T19: [fact('资产增加额', -5)],
      findings: ['warning 数据采集!C6: 「资产增加额」数值为 -5 万元，与文字“增加”方向相反。'],
    },
    'called more though nothing changed': {
      T19: [...years(17.17, 17.17), fact('三公经费变化', '增加')],
      findings: [
        'warning 数据采集!C8: 「三公经费变化」文字为“增加”，但本年 17.17 万元、上年 17.17 万元，实际持平。',
      ],
    },
    'a ratio that rose by points': {
      T19: [
        fact('资产负债率', 1.52, { year: 2022, valueUnit: '%' }),
        fact('资产负债率', 1.59, { year: 2023, valueUnit: '%' }),
        fact('资产负债率变化', '下降'),
      ],
      findings: [
        'warning 数据采集!C8: 「资产负债率变化」文字为“减少”，但本年 1.59 %、上年 1.52 %，实际增加 0.07 个百分点。',
      ],
    },
    people: {
      T19: [
        fact('在编人数', 100, { year: 2022, valueUnit: '人' }),
        fact('在编人数', 106, { year: 2023, valueUnit: '人' }),
        fact('在编人数变化', '持平'),
      ],
      findings: [
        'warning 数据采集!C8: 「在编人数变化」文字为“持平”，但本年 106 人、上年 100 人，实际增加 6 人。',
      ],
    },
  },
  notApplicable: {
    'an increase of nothing': { T19: [...years(17, 17), fact('三公经费增加额', 0)] },
    'no increase, which leaves open whether it fell': {
      T19: [...years(17, 16), fact('三公经费变化', '零增长'), fact('三公经费同比情况', '未增加')],
    },
    'no words of change': { T19: years(17, 18) },
    'a word without the two years': { T19: [fact('三公经费变化', '持平'), fact('三公经费本年', 17)] },
    'two years of different bases': {
      T19: [
        fact('三公经费上年', 17, { basis: '决算' }),
        fact('三公经费本年', 18, { basis: '预算' }),
        fact('三公经费变化', '减少'),
      ],
    },
  },
});
