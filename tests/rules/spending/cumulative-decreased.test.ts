import { cumulativeDecreased } from '../../../rules/spending/cumulative-decreased.ts';
import { testRule } from '../../support/test-rule.ts';

const april = (cumActual: number) => ({
  sheet: '4月',
  period: { period: '2023-04' },
  rows: [{ cumActual }],
});
const may = (cumActual: number) => ({ sheet: '5月', period: { period: '2023-05' }, rows: [{ cumActual }] });

testRule(cumulativeDecreased, {
  passes: {
    'more than last month': { T01: [{}], previous: [{ name: '项目1', spent: 50_000_000 }] },
    'as much as last month': { T01: [{}], previous: [{ name: '项目1', spent: 60_000_000 }] },
    'the sheet of last month counts before an older one': {
      T01: { rows: [{}], history: [may(60), april(70)] },
    },
    'the previous run counts before an older sheet': {
      T01: { rows: [{}], history: [april(70)] },
      previous: [{ name: '项目1', spent: 55_000_000 }],
    },
    'the sheet counts before the previous run of the same month': {
      T01: { rows: [{}], history: [may(60)] },
      previous: [{ name: '项目1', spent: 70_000_000 }],
    },
  },
  fails: {
    'within the rounding difference': {
      T01: [{}],
      previous: [{ name: '项目1', spent: 60_010_000 }],
      findings: [
        'notice 支出进度!Z6: 累计支出由5月的 60.01 万元变为 60.00 万元，少 0.01 万元，在尾差 0.01 万元以内。',
      ],
    },
    'just beyond the rounding difference': {
      T01: [{}],
      previous: [{ name: '项目1', spent: 60_020_000 }],
      findings: ['error 支出进度!Z6: 累计支出由5月的 60.02 万元降为本月的 60.00 万元，减少 0.02 万元。'],
    },
    'less than on the sheet of last month': {
      T01: { rows: [{}], history: [may(65)] },
      findings: ['error 支出进度!Z6: 累计支出由5月的 65.00 万元降为本月的 60.00 万元，减少 5.00 万元。'],
    },
    'found by code though the name has changed': {
      T01: [{ projectName: '项目1（更名）' }],
      previous: [{ code: '11000023t000000000001', name: '项目1', spent: 65_000_000 }],
      findings: ['error 支出进度!Z6: 累计支出由5月的 65.00 万元降为本月的 60.00 万元，减少 5.00 万元。'],
    },
  },
  undecidable: {
    'blank spending': {
      T01: [{ cumActual: null }],
      previous: [{ name: '项目1', spent: 50_000_000 }],
      because: ['支出进度!Z6'],
    },
  },
  notApplicable: {
    'nothing is known of last month': { T01: [{}] },
    'a project that is new': { T01: [{}], previous: [{ name: '另一项目', spent: 70_000_000 }] },
    'another project of the same name': {
      T01: [{}],
      previous: [{ code: 'X1', name: '项目1', spent: 70_000_000 }],
    },
    'a new year begins at zero': {
      period: '2023-01',
      T01: [{ cumActual: 5 }],
      previous: [{ name: '项目1', spent: 110_000_000 }],
    },
  },
});
