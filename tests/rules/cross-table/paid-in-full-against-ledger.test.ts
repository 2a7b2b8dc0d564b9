import { paidInFullAgainstLedger } from '../../../rules/cross-table/paid-in-full-against-ledger.ts';
import { testRule } from '../../support/test-rule.ts';

const period = '2023-12';
const claim = { result: '及时足额拨付资金，保障了正常运转。' };

testRule(paidInFullAgainstLedger, {
  passes: {
    'released and spent in full': { period, T17: [claim], T01: [{ cumActual: 120 }] },
    'a fund of which the last cent of 万元 is spent but for rounding': {
      period,
      T17: [{ ...claim, projectName: '直达资金1' }],
      T10: [{ released: 50, spent: 49.995 }],
    },
    'a direct-transfer fund spent in full': {
      period,
      T17: [{ ...claim, projectName: '直达资金1' }],
      T10: [{ released: 50, spent: 50 }],
    },
  },
  fails: {
    'released in part': {
      period,
      T17: [claim],
      T01: [{ released: 100, cumActual: 100 }],
      findings: [
        'warning 目标实现!D6: 「项目1」称“及时足额拨付”，台账显示预算 120.00 万元只下达 100.00 万元，支出进度 83.33%。',
      ],
    },
    'released in part, in the middle of the year': {
      T17: [claim],
      T01: [{ released: 100, cumActual: 60 }],
      findings: [
        'warning 目标实现!D6: 「项目1」称“及时足额拨付”，台账显示预算 120.00 万元只下达 100.00 万元，支出进度 50.00%。',
      ],
    },
    'just short of what rounding may hide': {
      period,
      T17: [claim],
      T01: [{ cumActual: 119.989999 }],
      findings: [
        'warning 目标实现!D6: 「项目1」称“及时足额拨付”，台账显示应支出 120.00 万元，实际支出 119.989999 万元（99.99%）。',
      ],
    },
    'a direct-transfer fund with money left': {
      period,
      T17: [{ projectName: '直达资金1', result: '及时足额落实救助资金。' }],
      T10: [{ released: 71.38, spent: 40.9 }],
      findings: [
        'warning 目标实现!D6: 「直达资金1」称“及时足额落实”，台账显示应支出 71.38 万元，实际支出 40.90 万元（57.30%）。',
      ],
    },
    'a fund in both ledgers goes by its own': {
      period,
      T17: [{ ...claim, projectName: '救灾资金' }],
      T01: [{ projectName: '救灾资金', cumActual: 120 }],
      T10: [{ fundName: '救灾资金', released: 71.38, spent: 40.9 }],
      findings: [
        'warning 目标实现!D6: 「救灾资金」称“及时足额拨付”，台账显示应支出 71.38 万元，实际支出 40.90 万元（57.30%）。',
      ],
    },
    'two allotments of one name, one of them short': {
      period,
      T17: [{ ...claim, projectName: '救灾资金' }],
      T01: [
        { projectName: '救灾资金', cumActual: 120 },
        { projectName: '救灾资金', cumActual: 60 },
      ],
      findings: [
        'warning 目标实现!D6: 「救灾资金」称“及时足额拨付”，台账显示应支出 240.00 万元，实际支出 180.00 万元（75.00%）。',
      ],
    },
  },
  undecidable: {
    'spending left blank': { period, T17: [claim], T01: [{ cumActual: null }], because: ['支出进度!Z6'] },
  },
  notApplicable: {
    'no claim': {
      period,
      T17: [{ result: '因资金未全部下达，支出进度未达到要求。' }],
      T01: [{ cumActual: 60 }],
    },
    'half of the year is not the year': { T17: [claim], T01: [{ cumActual: 60 }] },
    'paid month by month, and released so': {
      T17: [{ result: '按月足额发放津贴。' }],
      T01: [{ released: 60, cumActual: 60 }],
    },
    'results of the year before': {
      T17: { rows: [claim], period: { period: '2022-12' } },
      T01: [{ released: 100, cumActual: 60 }],
    },
    'a fund that has come down in full and is still being spent': {
      T17: [{ ...claim, projectName: '直达资金1' }],
      T10: [{ released: 50, spent: 30 }],
    },
    'no ledger of the project': {
      period,
      T17: [{ ...claim, projectName: '他项' }],
      T01: [{ cumActual: 60 }],
    },
    'a claim denied': { period, T17: [{ result: '资金未及时足额拨付。' }], T01: [{ cumActual: 60 }] },
    'a classified row': {
      period,
      T17: [{ ...claim, goal: { gap: 'classified' } }],
      T01: [{ cumActual: 60 }],
    },
  },
});
