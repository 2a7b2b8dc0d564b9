import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { statedChangeWrong } from '../../../rules/assets/stated-change-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const before = { year: 2022 };
const liabilities = [fact('负债总额', 485), fact('负债总额', 230.37, before)];

testRule(statedChangeWrong, {
  passes: {
    'a change that is the difference': { T11: [{}] },
    'the report: 14678.10 less 14454.52': {
      T19: [fact('资产总额', 14678.1), fact('资产总额', 14454.52, before), fact('资产增加额', 223.58)],
    },
    'a decrease written with its sign as well': {
      T19: [
        fact('固定资产净值', 185.01),
        fact('固定资产净值', 190.38, before),
        fact('固定资产净值减少额', -5.37),
      ],
    },
    'a decrease': {
      T19: [
        fact('固定资产净值', 185.01),
        fact('固定资产净值', 190.38, before),
        fact('固定资产净值减少额', 5.37),
      ],
    },
  },
  fails: {
    'a difference exactly at the tolerance is rounding': {
      T11: [{ change: 10_000.01, increase: null, decrease: null }],
      findings: [
        'notice 资产月报!F6: 「货币资金」上月期末数 200000.00，期末数 210000.00，增减额应为 10000.00 元，填报 10000.01 元，属尾差（容许 0.015 元）。',
      ],
    },
    'a change beyond it': {
      T11: [{}, { change: 5 }],
      findings: [
        'error 资产月报!F7: 「固定资产净值」上月期末数 1900000.00，期末数 1900000.00，增减额应为 0.00 元，填报 5.00 元。',
      ],
    },
    'a change that the one movement on the sheet makes, where the other has no column': {
      T11: {
        rows: [{ opening: 100, increase: 10, closing: 120, change: 10 }],
        without: ['decrease'],
      },
      findings: [
        'error 资产月报!E6: 「货币资金」上月期末数 100.00，期末数 120.00，增减额应为 20.00 元，填报 10.00 元。',
      ],
    },
    'the report: 254.63, not 229.94 yuan': {
      T19: [
        ...liabilities,
        fact('负债增加额', 229.94, { valueUnit: '元' }),
        fact('资产总额', 14678.1),
        fact('资产总额', 14454.52, before),
        fact('资产增加额', 223.58),
      ],
      findings: [
        'error 数据采集!C8: 「负债合计」2022年 230.37 万元，2023年 485.00 万元，增减额应为 254.63 万元，填报 229.94 元。',
      ],
    },
    'the report: the unit right, the figure wrong': {
      T19: [...liabilities, fact('负债比上年同期增加额', 229.94)],
      findings: [
        'error 数据采集!C8: 「负债合计」2022年 230.37 万元，2023年 485.00 万元，增减额应为 254.63 万元，填报 229.94 万元。',
      ],
    },
  },
  undecidable: {
    'a change that cannot be read': { T11: [{ change: gap('unreadable') }], because: ['资产月报!F6'] },
    'a blank closing': { T11: [{ closing: null }], because: ['资产月报!E6'] },
  },
  notApplicable: {
    'no change given': { T11: [{ change: null }] },
    'a closing that the movements contradict too': { T11: [{ closing: 220_000 }] },
    'a report without the year before': { T19: [fact('负债总额', 485), fact('负债增加额', 229.94)] },
    'a balance under the wrong name': {
      T19: [
        fact('固定资产净值', 639.84),
        fact('固定资产净值减少额', 5.37),
        fact('固定资产净值', 190.38, before),
        fact('无形资产净值', 454.83, before),
      ],
    },
  },
});
