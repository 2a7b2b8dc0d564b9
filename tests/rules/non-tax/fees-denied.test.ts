import { fact } from '../../../fixtures/fact.ts';
import { feesDenied } from '../../../rules/non-tax/fees-denied.ts';
import { testRule } from '../../support/test-rule.ts';

const denied = fact('收费项目', '不涉及');

testRule(feesDenied, {
  passes: {
    'no fees said, none collected': { T12: [{ item: '罚没收入' }], T19: [denied] },
    'no fees said, only fines and interest in the report': {
      T19: [denied, fact('利息收入', 1.61), fact('罚没收入', 3.85)],
    },
    'a fee that brought nothing': {
      T12: [{ item: '行政事业性收费收入', collected: 0, toTreasury: 0 }],
      T19: [denied],
    },
  },
  fails: {
    'no fees said, some collected': {
      T12: [{}, { collected: 0.01, toTreasury: 0.01 }],
      T19: [denied],
      findings: ['error 数据采集!C6: 填报说明称“不涉及收费项目”，但有收费收入 0.01 万元。'],
    },
    'the fees themselves said not to apply': {
      T12: [{}, { collected: 2, toTreasury: 2 }],
      T19: [fact('行政事业性收费', '不涉及')],
      findings: ['error 数据采集!C6: 填报说明称“不涉及收费项目”，但有收费收入 2.00 万元。'],
    },
    'a note on the table itself': {
      T12: { rows: [{}, { collected: 2, toTreasury: 2 }], remarks: ['注：本单位不涉及收费项目。'] },
      findings: ['error 非税收入!A19: 填报说明称“不涉及收费项目”，但有收费收入 2.00 万元。'],
    },
    'revenue from fees in the report alone': {
      T19: [denied, fact('行政事业性收费收入', 0.5)],
      findings: ['error 数据采集!C6: 填报说明称“不涉及收费项目”，但有收费收入 0.50 万元。'],
    },
  },
  notApplicable: {
    'nothing said about fees': { T12: [{}, {}] },
    'fees that are admitted': { T12: [{}, {}], T19: [fact('收费项目', 2, { valueUnit: '项' })] },
  },
});
