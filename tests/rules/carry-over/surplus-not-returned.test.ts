import { gap } from '../../../fixtures/case.ts';
import { surplusNotReturned } from '../../../rules/carry-over/surplus-not-returned.ts';
import { testRule } from '../../support/test-rule.ts';

const surplus = { carriedOver: 0, surplus: 5, kind: '结余' };

testRule(surplusNotReturned, {
  passes: {
    'a surplus returned in full': { T16: [{ ...surplus, returned: 5 }] },
    'a sheet with one amount': {
      T16: { rows: [{ kind: '结余', amount: 5, returned: 5 }], without: ['carriedOver', 'surplus'] },
    },
  },
  fails: {
    'the last fen-rounded part missing': {
      T16: [{}, { ...surplus, returned: 4.99 }],
      findings: ['warning 结转结余!J7: 「项目2」结余 5.00 万元，已上缴 4.99 万元，尚欠 0.01 万元。'],
    },
    'nothing returned': {
      T16: [{ ...surplus, returned: null }],
      findings: ['warning 结转结余!J6: 「项目1」结余 5.00 万元，已上缴 0.00 万元，尚欠 5.00 万元。'],
    },
    'a sheet with one amount, by its kind': {
      T16: { rows: [{ kind: '结余', amount: 5, returned: 1 }], without: ['carriedOver', 'surplus'] },
      findings: ['warning 结转结余!H6: 「项目1」结余 5.00 万元，已上缴 1.00 万元，尚欠 4.00 万元。'],
    },
  },
  undecidable: {
    'a surplus that cannot be read': { T16: [{ surplus: gap('unreadable') }], because: ['结转结余!G6'] },
    'a return that cannot be read': {
      T16: [{ ...surplus, returned: gap('error') }],
      because: ['结转结余!J6'],
    },
  },
  notApplicable: {
    'no surplus': { T16: [{}] },
    'a surplus due back because of its age': { T16: [{ ...surplus, originYear: 2021, returned: 0 }] },
    'no column for returns': { T16: { rows: [surplus], without: ['returned'] } },
  },
});
