import { contradictsLedger } from '../../../rules/three-guarantees/contradicts-ledger.ts';
import { testRule } from '../../support/test-rule.ts';

const full = [{}, {}, { arranged: 102, spent: 102 }];
const tagged = { projectName: '办公经费（运转保障）' };

testRule(contradictsLedger, {
  passes: {
    'every project of operations is spent in full': { T08: full, T01: [{ ...tagged, cumActual: 120 }] },
    'what was released is not on the sheet': {
      T08: full,
      T01: [{ ...tagged, released: null, cumActual: 120 }],
    },
  },
  fails: {
    'a project that is not released in full': {
      T08: full,
      T01: [{}, { ...tagged, released: 119.99, cumActual: 119.99 }],
      findings: [
        'error 支出进度!K7: 保运转执行率 100.00%，但「办公经费（运转保障）」预算 120.00 万元只下达 119.99 万元、支出 119.99 万元。',
      ],
    },
    'a project that is not spent in full': {
      T08: full,
      T01: [{ ...tagged, cumActual: 119.99 }],
      findings: [
        'error 支出进度!Z6: 保运转执行率 100.00%，但「办公经费（运转保障）」预算 120.00 万元只支出 119.99 万元，尚有 0.01 万元未支出。',
      ],
    },
    'a name with a line break in its tag': {
      T08: full,
      T01: [{ projectName: '办公经费（运转\n保障）', cumActual: 100 }],
      findings: [
        'error 支出进度!Z6: 保运转执行率 100.00%，但「办公经费（运转\n保障）」预算 120.00 万元只支出 100.00 万元，尚有 20.00 万元未支出。',
      ],
    },
    'two projects are two findings': {
      T08: full,
      T01: [
        { ...tagged, cumActual: 100 },
        { projectName: '纪检经费（运转保障）', released: 80, cumActual: 80 },
      ],
      findings: [
        'error 支出进度!Z6: 保运转执行率 100.00%，但「办公经费（运转保障）」预算 120.00 万元只支出 100.00 万元，尚有 20.00 万元未支出。',
        'error 支出进度!K7: 保运转执行率 100.00%，但「纪检经费（运转保障）」预算 120.00 万元只下达 80.00 万元、支出 80.00 万元。',
      ],
    },
  },
  undecidable: {
    'spending of operations is blank': {
      T08: [{}, {}, { spent: null }],
      T01: [tagged],
      because: ['三保支出!D8'],
    },
    'spending of the project is blank': {
      T08: full,
      T01: [{ ...tagged, cumActual: null }],
      because: ['支出进度!Z6'],
    },
  },
  notApplicable: {
    'operations are not at 100 %': { T08: [{}, {}, { spent: 101.99 }], T01: [tagged] },
    'no project is tagged': { T08: full, T01: [{}] },
    'no monthly schedule': { T08: full },
    'no three guarantees': { T01: [tagged] },
    'a classified project': {
      T08: full,
      T01: [{ ...tagged, remark: { gap: 'classified' } }],
    },
  },
});
