import { fact } from '../../../fixtures/fact.ts';
import { narrativeDiffers } from '../../../rules/three-public-expenses/narrative-differs.ts';
import { testRule } from '../../support/test-rule.ts';

const T09 = [{}, {}, {}, {}, {}, {}];

testRule(narrativeDiffers, {
  passes: {
    'the same figure': { T09, T19: [fact('三公经费', 17.17, { basis: '预算' })] },
    'a difference exactly at the tolerance': { T09, T19: [fact('三公经费', 17.18, { basis: '预算' })] },
    'either figure where the report does not say its basis': {
      T09,
      T19: [fact('公务接待费', 4.9, { basis: null })],
    },
    'last year’s figure': { T09, T19: [fact('三公经费上年', 17.6, { basis: '决算' })] },
    'the figure the indicator’s own name says': {
      T09,
      T19: [fact('上年公务接待费决算数', 4.9)],
    },
    'an amount in yuan': { T09, T19: [fact('三公经费', 171_700, { basis: '预算', valueUnit: '元' })] },
  },
  fails: {
    'just beyond the tolerance': {
      T09,
      T19: [fact('三公经费', 17.1801, { basis: '预算' })],
      findings: [
        'warning 数据采集!C6: 报告称三公经费 17.1801 万元（2023年），“三公”经费表“三公”经费合计本年预算数为 17.17 万元，相差 0.0101 万元。',
      ],
    },
    'the other figure than the indicator’s own name says': {
      T09,
      T19: [fact('三公经费决算数', 17.17)],
      findings: [
        'warning 数据采集!C6: 报告称三公经费决算数 17.17 万元（2023年），“三公”经费表“三公”经费合计本年执行数为 16.50 万元，相差 0.67 万元。',
      ],
    },
    'an item of the table': {
      T09,
      T19: [fact('公务接待费', 5.2, { basis: '实际' })],
      findings: [
        'warning 数据采集!C6: 报告称公务接待费 5.20 万元（2023年），“三公”经费表公务接待费本年执行数为 4.90 万元，相差 0.30 万元。',
      ],
    },
  },
  undecidable: {
    'neither figure, and no basis': {
      T09,
      T19: [fact('三公经费', 15, { basis: null })],
      because: ['数据采集!F6'],
    },
    'a fact without a unit': {
      T09,
      T19: [fact('三公经费', 15, { basis: '预算', valueUnit: null })],
      because: ['数据采集!D6'],
    },
    'a table whose amounts are of an unknown unit': {
      T09: { rows: T09, amountUnit: { declared: false } },
      T19: [fact('三公经费', 15, { basis: '预算' })],
      because: ['三公经费!K2'],
    },
  },
  notApplicable: {
    'no report': { T09 },
    'changes and shares of an item, and counts': {
      T09,
      T19: [
        fact('公务接待费较上年减少', 0.5),
        fact('公务接待费占比', 29, { valueUnit: '%' }),
        fact('公务接待费', 12, { valueUnit: '批次' }),
      ],
    },
    'facts about other things': { T09, T19: [fact('收入总计', 2486.19)] },
    'a year the table does not have': { T09, T19: [fact('三公经费', 15, { year: 2020 })] },
  },
});
