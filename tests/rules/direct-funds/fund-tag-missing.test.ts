import { gap } from '../../../fixtures/case.ts';
import { fundTagMissing } from '../../../rules/direct-funds/fund-tag-missing.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(fundTagMissing, {
  passes: {
    'tag and number on every row': { T10: [{}, {}] },
    'two funds of one document with one tag': {
      T10: [{}, { documentNumber: '示财预[2023]11号', tag: '01 中央直达资金' }],
    },
  },
  fails: {
    'no tag': {
      T10: [{}, { tag: null }],
      findings: ['error 直达资金!D7: 「直达资金2」未填直达资金标识。'],
    },
    'neither tag nor number': {
      T10: [{ tag: gap('placeholder'), documentNumber: null }],
      findings: ['error 直达资金!D6: 「直达资金1」未填直达资金标识和资金文号。'],
    },
    'signs for nothing': {
      T10: [{ tag: '无', documentNumber: '/' }],
      findings: ['error 直达资金!D6: 「直达资金1」未填直达资金标识和资金文号。'],
    },
    'no number though the sheet has no column for tags': {
      T10: { rows: [{ documentNumber: null }], without: ['tag'] },
      findings: ['error 直达资金!C6: 「直达资金1」未填资金文号。'],
    },
    'one document with two tags': {
      T10: [{ tag: '中央直达' }, { documentNumber: '示财预〔2023〕11号', tag: '参照直达' }],
      findings: [
        'error 直达资金!D7: 文号 示财预〔2023〕11号 的直达标识前后不一致：“中央直达”与“参照直达”（第 6、7 行）。',
      ],
    },
  },
  undecidable: {
    'no column for tags': { T10: { rows: [{}, {}], without: ['tag'] }, because: ['直达资金!5:5'] },
  },
  notApplicable: { 'a classified fund': { T10: [{ fundName: gap('classified') }] } },
  orderMatters: true,
});
