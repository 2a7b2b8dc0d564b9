import { sequenceGap } from '../../../rules/quality/sequence-gap.ts';
import { testRule } from '../../support/test-rule.ts';

const numbered = (...numbers: number[]) => numbers.map((seq) => ({ seq }));

testRule(sequenceGap, {
  passes: {
    'numbers without a gap': { T01: numbered(1, 2, 3) },
    'numbers in another order': { T01: numbered(3, 1, 2) },
    'numbers that begin later': { T01: numbered(5, 6, 7) },
    'numbers that start again in each group': { T01: numbered(1, 2, 3, 1, 2) },
    'a number twice is no gap': { T01: numbered(1, 2, 2, 3) },
  },
  fails: {
    'more left out than a number beside them was doubled': {
      T01: numbered(1, 2, 3, 3, 6),
      findings: ['notice 支出进度!A10: 序号缺 4–5，请核实是否漏报。'],
    },
    'two left out, one on either side of a number that was doubled': {
      T01: numbered(1, 3, 3, 5),
      findings: ['notice 支出进度!A9: 序号缺 4，请核实是否漏报。'],
    },
    'a number doubled somewhere else': {
      T01: numbered(1, 1, 2, 4),
      findings: ['notice 支出进度!A9: 序号缺 3，请核实是否漏报。'],
    },
    'one number left out': {
      T01: numbered(1, 2, 4),
      findings: ['notice 支出进度!A8: 序号缺 3，请核实是否漏报。'],
    },
    'several left out are one finding': {
      T01: numbered(1, 3, 7),
      findings: ['notice 支出进度!A7: 序号缺 2、4–6，请核实是否漏报。'],
    },
    'a number typed far too high does not list all before it': {
      T01: numbered(1, 2, 30000),
      findings: ['notice 支出进度!A8: 序号缺 3–29999，请核实是否漏报。'],
    },
  },
  notApplicable: {
    'the number left out was typed as the one before it': { T01: numbered(1, 2, 3, 3, 5) },
    'the number left out was typed as the one after it': { T01: numbered(1, 2, 4, 4, 5) },
    'a single row': { T01: numbered(3) },
    'no numbers': { T01: { rows: [{}, {}], without: ['seq'] } },
  },
});
