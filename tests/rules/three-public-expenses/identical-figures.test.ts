import { gap } from '../../../fixtures/case.ts';
import { identicalFigures } from '../../../rules/three-public-expenses/identical-figures.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(identicalFigures, {
  passes: {
    'three different figures': { T09: [{}] },
    'actual equal to budget only': { T09: [{ actual: 17.17 }] },
    'a fen apart': { T09: [{ actual: 17.17, lastActual: 17.170001 }] },
  },
  fails: {
    'actual, budget and last year’s actual': {
      T09: [{ actual: 17.17, lastActual: 17.17 }],
      findings: [
        'notice 三公经费!E6: “三公”经费执行数、预算数与上年决算数都是 17.17 万元，三数相同，请确认口径。',
      ],
    },
    'actual, budget and last year’s budget': {
      T09: [{ actual: 17.17, lastBudget: 17.17 }],
      findings: [
        'notice 三公经费!E6: “三公”经费执行数、预算数与上年预算数都是 17.17 万元，三数相同，请确认口径。',
      ],
    },
  },
  undecidable: {
    'a figure of last year that cannot be read': {
      T09: { rows: [{ actual: 17.17, lastActual: gap('unreadable') }], without: ['lastBudget'] },
      because: ['三公经费!B6'],
    },
    'a budget that cannot be read': { T09: [{ budget: gap('error') }], because: ['三公经费!D6'] },
  },
  notApplicable: {
    'nothing spent, nothing planned': { T09: [{ budget: 0, actual: 0, lastActual: 0, lastBudget: 0 }] },
    'no figures of last year': { T09: { rows: [{}], without: ['lastBudget', 'lastActual'] } },
    'no actual spending yet': { T09: [{ actual: null }] },
  },
});
