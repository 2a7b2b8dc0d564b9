import { gap } from '../../../fixtures/case.ts';
import { vehiclesIdentity } from '../../../rules/three-public-expenses/vehicles-identity.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(vehiclesIdentity, {
  passes: {
    'buying and running adding up': { T09: [{}, {}, {}, {}, {}, {}] },
    'the one-row form adding up': { T09: { tables: { matrix: [{}] } } },
    'a blank for vehicles bought': { T09: [{}, {}, {}, { budget: null, actual: null }, {}, {}] },
  },
  fails: {
    'a difference beyond rounding': {
      T09: [{}, {}, {}, {}, { budget: 12.13 }, {}],
      findings: [
        'error 三公经费!D8: 本年预算数：公务用车购置及运行维护费填 12.15 万元，而公务用车购置费 0.00 + 公务用车运行维护费 12.13 = 12.13 万元，相差 0.02 万元。',
      ],
    },
    'a difference within rounding': {
      T09: [{}, {}, {}, {}, { budget: 12.14 }, {}],
      findings: [
        'notice 三公经费!D8: 本年预算数：公务用车购置及运行维护费填 12.15 万元，公务用车购置费 0.00 + 公务用车运行维护费 12.14 = 12.14 万元，相差 0.01 万元，属尾差（容许 0.015）。',
      ],
    },
    'the one-row form': {
      T09: { tables: { matrix: [{ budgetCarPurchase: 18 }] } },
      findings: [
        'error 三公经费!D6: 本年预算数：公务用车购置及运行维护费填 12.15 万元，而公务用车购置费 18.00 + 公务用车运行维护费 12.15 = 30.15 万元，相差 18.00 万元。',
      ],
    },
  },
  undecidable: {
    'running costs that cannot be read': {
      T09: [{}, {}, {}, {}, { actual: gap('unreadable') }, {}],
      because: ['三公经费!E10'],
    },
    'only what was bought is listed': {
      T09: {
        rows: [{}, {}, {}, {}],
        without: ['lastBudget', 'lastActual', 'actual'],
      },
      because: ['三公经费!B8'],
    },
  },
  notApplicable: {
    'vehicles that are not split': { T09: [{}, {}, {}] },
    'no line for all vehicles': {
      T09: [{}, {}, { item: '1.公务用车购置费' }, { item: '2.公务用车运行维护费' }],
    },
  },
});
