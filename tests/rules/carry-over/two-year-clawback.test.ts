import { gap } from '../../../fixtures/case.ts';
import { twoYearClawback } from '../../../rules/carry-over/two-year-clawback.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(twoYearClawback, {
  passes: {
    'what arose last year': { T16: [{ originYear: 2022 }] },
    'what arose two years ago and was returned': { T16: [{ originYear: 2021, returned: 5 }] },
    'nothing left of a year not given': {
      T16: [{ originYear: null, carriedOver: 0, surplus: 0, amount: 0 }],
    },
    'nothing left of two years ago': { T16: [{ originYear: 2021, carriedOver: 0, surplus: 0, amount: 0 }] },
  },
  fails: {
    'two years ago': {
      T16: [{}, { originYear: 2021 }],
      findings: ['error 结转结余!F7: 「项目2」2021 年形成，结存 5.00 万元，已满 2 年，应收回。'],
    },
    'three years ago, partly returned': {
      T16: [{ originYear: 2020, carriedOver: 3, surplus: 2, returned: 1.5 }],
      findings: ['error 结转结余!F6: 「项目1」2020 年形成，结存 3.50 万元，已满 3 年，应收回。'],
    },
    'a sheet with one amount': {
      T16: { rows: [{ originYear: 2021, amount: 8 }], without: ['carriedOver', 'surplus'] },
      findings: ['error 结转结余!F6: 「项目1」2021 年形成，结存 8.00 万元，已满 2 年，应收回。'],
    },
  },
  undecidable: {
    'a blank year': { T16: [{ originYear: null }], because: ['结转结余!C6'] },
    'what was returned cannot be read': {
      T16: [{ originYear: 2021, returned: gap('unreadable') }],
      because: ['结转结余!J6'],
    },
    'an amount that cannot be read': {
      T16: [{ originYear: 2021, carriedOver: gap('unreadable'), amount: null }],
      because: ['结转结余!F6'],
    },
  },
  notApplicable: { 'no amount': { T16: [{ carriedOver: null, surplus: null, amount: null }] } },
});
