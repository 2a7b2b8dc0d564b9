import { fact } from '../../../fixtures/fact.ts';
import { labelMismatch } from '../../../rules/assets/label-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

const before = { year: 2022 };
const of2022 = [
  fact('固定资产净值', 190.38, before),
  fact('无形资产净值', 454.83, before),
  fact('货币资金', 20.35, before),
];
const finding =
  'warning 数据采集!C6: 「固定资产净值」2023年 639.84 万元扣除增减额 -5.37 万元后为 645.21 万元，对应上年「固定资产净值 + 无形资产净值」之和，而非上年「固定资产净值」190.38 万元，口径与名称不符。';

testRule(labelMismatch, {
  passes: {
    'a figure of its own item': {
      T19: [fact('固定资产净值', 185.01), fact('固定资产净值减少额', 5.37), ...of2022],
    },
    'a figure that fits nothing': {
      T19: [fact('固定资产净值', 300), fact('固定资产净值减少额', 5.37), ...of2022],
    },
  },
  fails: {
    'fixed assets that count intangible ones': {
      T19: [fact('固定资产净值', 639.84), fact('固定资产净值减少额', 5.37), ...of2022],
      findings: [finding],
    },
    'the change with its sign, and the year before in the name': {
      T19: [fact('固定资产净值', 639.84), fact('固定资产净值比上年同期增减额', -5.37), ...of2022],
      findings: [finding],
    },
  },
  notApplicable: {
    'no figure of the year before': {
      T19: [fact('固定资产净值', 639.84), fact('固定资产净值减少额', 5.37)],
    },
    'total assets without their own year before': { T19: [fact('资产总额', 100), fact('资产增加额', 5)] },
  },
});
