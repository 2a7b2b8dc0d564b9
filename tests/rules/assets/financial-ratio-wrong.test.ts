import { fact } from '../../../fixtures/fact.ts';
import { financialRatioWrong } from '../../../rules/assets/financial-ratio-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const rate = { valueUnit: '%', year: 2022 };
const of2022 = { year: 2022 };
const balances = [
  fact('资产总额', 14454.52, of2022),
  fact('货币资金', 20.35, of2022),
  fact('其他应收款净额', 211.45, of2022),
  fact('固定资产净值', 190.38, of2022),
  fact('无形资产净值', 454.83, of2022),
  fact('公共基础设施净值', 13577.51, of2022),
  fact('负债总额', 230.37, of2022),
];
const short = [fact('资产总额', 100, of2022), fact('负债总额', 2, of2022)];

testRule(financialRatioWrong, {
  passes: {
    'the three ratios of the report': {
      T19: [
        ...balances,
        fact('资产负债率', 1.59, rate),
        fact('现金比率', 8.83, rate),
        fact('流动比率', 100.62, rate),
      ],
    },
    'exactly at the tolerance': { T19: [...short, fact('资产负债率', 2.005, rate)] },
    'a current ratio in times, as it is read to two decimals': {
      T19: [
        fact('流动资产', 231.8, of2022),
        fact('流动负债', 230.37, of2022),
        fact('流动比率', 1.01, { ...of2022, valueUnit: '倍' }),
        fact('流动比率', 1.01, { ...of2022, valueUnit: null }),
      ],
    },
    'a fraction without a sign': {
      T19: [...short, fact('资产负债率', 0.02, { ...of2022, valueUnit: null })],
    },
  },
  fails: {
    'just beyond the tolerance': {
      T19: [...short, fact('资产负债率', 2.01, rate)],
      findings: [
        'warning 数据采集!C8: 2022年资产负债率应为 2.00%（负债合计 2.00 ÷ 资产总计 100.00 万元），填报 2.01%。',
      ],
    },
    'a current ratio in times': {
      T19: [
        fact('流动资产', 231.8, of2022),
        fact('流动负债', 230.37, of2022),
        fact('流动比率', 1.1, { ...of2022, valueUnit: '倍' }),
      ],
      findings: [
        'warning 数据采集!C8: 2022年流动比率应为 100.62%（流动资产 231.80 ÷ 流动负债 230.37 万元），填报 1.10 倍。',
      ],
    },
    'a fraction with more than two decimals is meant to all of them': {
      T19: [...short, fact('资产负债率', 0.024, { ...of2022, valueUnit: null })],
      findings: [
        'warning 数据采集!C8: 2022年资产负债率应为 2.00%（负债合计 2.00 ÷ 资产总计 100.00 万元），填报 0.024。',
      ],
    },
    'net and cost of fixed assets': {
      T19: [
        fact('固定资产净值', 190.38, of2022),
        fact('固定资产原值', 531.34, of2022),
        fact('固定资产成新率', 38.53, rate),
      ],
      findings: [
        'warning 数据采集!C8: 2022年固定资产成新率应为 35.83%（固定资产净值 190.38 ÷ 固定资产原值 531.34 万元），填报 38.53%。',
      ],
    },
    'cash over current liabilities': {
      T19: [fact('货币资金', 20.35, of2022), fact('流动负债', 230.37, of2022), fact('现金比率', 8.38, rate)],
      findings: [
        'warning 数据采集!C8: 2022年现金比率应为 8.83%（货币资金 20.35 ÷ 流动负债 230.37 万元），填报 8.38%。',
      ],
    },
  },
  notApplicable: {
    'how a ratio changed': { T19: [...short, fact('资产负债率比上年下降', 1.2, rate)] },
    'no balances': { T19: [fact('资产负债率', 1.59, rate)] },
    'current liabilities that may be fewer than all': {
      T19: [fact('货币资金', 20.35, of2022), fact('负债总额', 500, of2022), fact('现金比率', 8.83, rate)],
    },
  },
});
