import { noSpending } from '../../../rules/spending/no-spending.ts';
import { testRule } from '../../support/test-rule.ts';

const idle = { cumActual: 0 };

testRule(noSpending, {
  passes: {
    'a fen is spent': { T01: [{ cumActual: 0.000001 }] },
    'spent, and what was released is not known': { T01: [{ released: null }] },
  },
  fails: {
    'nothing spent by June': {
      T01: [idle],
      findings: ['warning 支出进度!Z6: 已下达 120.00 万元，至6月仍为零支出。'],
    },
    'nothing spent by August': {
      T01: [idle],
      period: '2023-08',
      findings: ['warning 支出进度!Z6: 已下达 120.00 万元，至8月仍为零支出。'],
    },
    'nothing spent by September': {
      T01: [idle],
      period: '2023-09',
      findings: ['error 支出进度!Z6: 已下达 120.00 万元，至9月仍为零支出。'],
    },
    'the least release counts': {
      T01: [{ ...idle, released: 0.01 }],
      findings: ['warning 支出进度!Z6: 已下达 0.01 万元，至6月仍为零支出。'],
    },
  },
  undecidable: {
    'blank spending': { T01: [{ cumActual: null }], because: ['支出进度!Z6'] },
    'what was released is blank': { T01: [{ ...idle, released: null }], because: ['支出进度!K6'] },
  },
  notApplicable: {
    'nothing spent by May': { T01: [idle], period: '2023-05' },
    'nothing was released: the turn of the finance side': { T01: [{ ...idle, released: 0 }] },
    'a classified project': { T01: [{ ...idle, projectName: { gap: 'classified' } }] },
  },
});
