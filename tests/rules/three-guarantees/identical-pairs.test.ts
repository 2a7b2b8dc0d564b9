import { identicalPairs } from '../../../rules/three-guarantees/identical-pairs.ts';
import { testRule } from '../../support/test-rule.ts';

const identical = [
  { arranged: 251.97, spent: 251.97 },
  { arranged: 1752.23, spent: 1752.23 },
  { arranged: 122.47, spent: 122.47 },
];

testRule(identicalPairs, {
  passes: {
    'three different pairs': { T08: [{}, {}, {}] },
    'one pair differs by a fen': {
      T08: [...identical.slice(0, 2), { arranged: 122.47, spent: 122.469999 }],
    },
    'nothing budgeted for one': { T08: [...identical.slice(0, 2), { arranged: 0, spent: 0 }] },
  },
  fails: {
    'three identical pairs': {
      T08: identical,
      findings: [
        'notice 三保支出!D6: 保基本民生 251.97 万元、保工资 1752.23 万元、保运转 122.47 万元的安排与支出三项均完全相等，请核实支出数是否为实际支付数。',
      ],
    },
  },
  undecidable: {
    'one is blank': {
      T08: [...identical.slice(0, 2), { arranged: 122.47, spent: null }],
      because: ['三保支出!D8'],
    },
  },
  notApplicable: {
    'only two of the three': { T08: identical.slice(0, 2) },
  },
});
