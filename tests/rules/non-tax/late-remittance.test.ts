import { gap } from '../../../fixtures/case.ts';
import { lateRemittance } from '../../../rules/non-tax/late-remittance.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(lateRemittance, {
  passes: {
    'all remitted to treasury': { T12: [{ collected: 5, toTreasury: 5 }] },
    'remitted to both': { T12: [{ collected: 5, toTreasury: 3, toSpecialAccount: 2 }] },
    'a difference that is rounding': { T12: [{ collected: 5, toTreasury: 4.99 }] },
    'remitted on the last day': { T12: [{ collectedOn: '2023-05-01', remittedOn: '2023-05-11' }] },
    'collected ten days ago and still to be remitted': {
      T12: [{ collected: 5, toTreasury: 0, collectedOn: '2023-06-20' }],
    },
  },
  fails: {
    'part not remitted': {
      T12: [{}, { collected: 5, toTreasury: 3, toSpecialAccount: 1 }],
      findings: [
        'error 非税收入!J7: 「行政事业性收费收入」已收 5.00 万元，上缴国库和专户共 4.00 万元，尚欠 1.00 万元。',
      ],
    },
    'collected eleven days ago and not remitted': {
      T12: [{ collected: 5, toTreasury: 0, collectedOn: '2023-06-19' }],
      findings: [
        'error 非税收入!J6: 「罚没收入」已收 5.00 万元，上缴国库和专户共 0.00 万元，尚欠 5.00 万元。',
      ],
    },
    'remitted a day late': {
      T12: [{ collectedOn: '2023-05-01', remittedOn: '2023-05-12' }],
      findings: [
        'error 非税收入!M6: 「罚没收入」2023-05-01 收取，2023-05-12 上缴，相隔 11 天，超过 10 天期限 1 天。',
      ],
    },
  },
  undecidable: {
    'revenue collected, and neither remittance filled in': {
      T12: [{ collected: 5, toTreasury: null, toSpecialAccount: null }],
      because: ['非税收入!J6'],
    },
    'a remittance that cannot be read': {
      T12: [{ toTreasury: gap('unreadable') }],
      because: ['非税收入!J6'],
    },
  },
  notApplicable: {
    'no columns for remittances': {
      T12: { rows: [{}], without: ['toTreasury', 'toSpecialAccount'] },
    },
    'nothing collected yet': { T12: [{ collected: null, toTreasury: null }] },
  },
});
