import { duplicateFund } from '../../../rules/direct-funds/duplicate-fund.ts';
import { testRule } from '../../support/test-rule.ts';

const same = { fundName: '救灾资金', documentNumber: '示财预〔2023〕11号' };

testRule(duplicateFund, {
  passes: {
    'different funds': { T10: [{}, {}] },
    'one name under two documents': { T10: [same, { ...same, documentNumber: '示财预〔2023〕12号' }] },
    'two funds of one document': { T10: [{}, { documentNumber: same.documentNumber }] },
  },
  fails: {
    'the same document and name, written differently': {
      T10: [
        { ...same, '#row': 6 },
        { '#row': 7 },
        { fundName: '“救灾资金”', documentNumber: '示财预[2023] 11号', '#row': 8 },
      ],
      findings: ['warning 直达资金!B8: 文号 示财预〔2023〕11号「救灾资金」重复登记于第 6、8 行。'],
    },
    'the same name with a sign for no document': {
      T10: [
        { ...same, documentNumber: '/', '#row': 6 },
        { ...same, documentNumber: '无', '#row': 7 },
      ],
      findings: ['warning 直达资金!B7: 「救灾资金」重复登记于第 6、7 行，均未填文号，无法区分。'],
    },
    'the same name without documents': {
      T10: [
        { ...same, documentNumber: null, '#row': 6 },
        { ...same, documentNumber: null, '#row': 7 },
      ],
      findings: ['warning 直达资金!B7: 「救灾资金」重复登记于第 6、7 行，均未填文号，无法区分。'],
    },
  },
  undecidable: {
    'the same name with and without a document': {
      T10: [same, { ...same, documentNumber: null }],
      because: ['直达资金!C7'],
    },
  },
  notApplicable: { 'an empty ledger': { T10: [] } },
  orderMatters: true,
});
