import { gap } from '../../../fixtures/case.ts';
import { totalIdentity } from '../../../rules/three-public-expenses/total-identity.ts';
import { testRule } from '../../support/test-rule.ts';

const good = [{}, {}, {}, {}, {}, {}];

testRule(totalIdentity, {
  passes: {
    'the items adding up': { T09: good },
    'the one-row form adding up': { T09: { tables: { matrix: [{}] } } },
    'a blank item where the others make the total': {
      T09: [{}, { budget: null, actual: null }, {}, {}, {}, {}],
    },
    'receptions before vehicles': {
      T09: [
        {},
        {},
        { item: '（二）公务接待费', budget: 5.02, actual: 4.9, lastBudget: 5, lastActual: 4.9 },
        {
          item: '（三）公务用车购置及运行维护费',
          budget: 12.15,
          actual: 11.6,
          lastBudget: 13,
          lastActual: 12.7,
        },
      ],
    },
    'the line for all vehicles left blank above its two parts': {
      T09: [{}, {}, { budget: null, actual: null, lastBudget: null, lastActual: null }, {}, {}, {}],
    },
    'no line for all vehicles, but what was bought and run': {
      T09: [
        {},
        {},
        { item: '（三）公务接待费', budget: 5.02, actual: 4.9, lastBudget: 5, lastActual: 4.9 },
        {},
        {},
      ],
    },
  },
  fails: {
    'a total beyond rounding': {
      T09: [{ budget: 17.2 }, {}, {}, {}, {}, {}],
      findings: [
        'error 三公经费!D6: 本年预算数：“三公”经费合计填 17.20 万元，而因公出国（境）费 0.00 + 公务用车购置及运行维护费 12.15 + 公务接待费 5.02 = 17.17 万元，相差 0.03 万元。',
      ],
    },
    'a difference exactly at the tolerance is rounding': {
      T09: [{ budget: 17.19 }, {}, {}, {}, {}, {}],
      findings: [
        'notice 三公经费!D6: 本年预算数：“三公”经费合计填 17.19 万元，因公出国（境）费 0.00 + 公务用车购置及运行维护费 12.15 + 公务接待费 5.02 = 17.17 万元，相差 0.02 万元，属尾差（容许 0.02）。',
      ],
    },
    'an item that is not filled in, though the total has it': {
      T09: [{}, {}, {}, {}, {}, { actual: null }],
      findings: [
        'error 三公经费!E6: 本年执行数：“三公”经费合计填 16.50 万元，而因公出国（境）费 0.00 + 公务用车购置及运行维护费 11.60 + 公务接待费（未填） = 11.60 万元，相差 4.90 万元。',
      ],
    },
    'an item that was left out of last year’s total': {
      T09: [{ lastActual: 12.7 }, {}, {}, {}, {}, {}],
      findings: [
        'error 三公经费!C6: 上年决算数：“三公”经费合计填 12.70 万元，而因公出国（境）费 0.00 + 公务用车购置及运行维护费 12.70 + 公务接待费 4.90 = 17.60 万元，相差 4.90 万元。',
      ],
    },
    'a row for each of two units': {
      T09: { tables: { matrix: [{ unitName: '示例站' }, { unitName: '示例所', budgetTotal: 18 }] } },
      findings: [
        'error 三公经费!B7: 本年预算数：“三公”经费合计填 18.00 万元，而因公出国（境）费 0.00 + 公务用车购置及运行维护费 12.15 + 公务接待费 5.02 = 17.17 万元，相差 0.83 万元。',
      ],
    },
    'the one-row form': {
      T09: { tables: { matrix: [{ actualTotal: 16 }] } },
      findings: [
        'error 三公经费!H6: 本年执行数：“三公”经费合计填 16.00 万元，而因公出国（境）费 0.00 + 公务用车购置及运行维护费 11.60 + 公务接待费 4.90 = 16.50 万元，相差 0.50 万元。',
      ],
    },
  },
  undecidable: {
    'a total without any of its items': {
      T09: [{}, ...Array.from({ length: 5 }, () => ({ actual: null }))],
      because: ['三公经费!E7'],
    },
    'an item that cannot be read': {
      T09: [{}, {}, {}, {}, {}, { budget: gap('unreadable') }],
      because: ['三公经费!D11'],
    },
    'a total that cannot be read': {
      T09: [{ actual: gap('error') }, {}, {}, {}, {}, {}],
      because: ['三公经费!E6'],
    },
    'no line for receptions': {
      T09: { rows: [{}, {}, {}, {}, {}], without: ['lastBudget', 'lastActual', 'actual'] },
      because: ['三公经费!B6'],
    },
  },
  notApplicable: {
    'a sheet without rows': { T09: [] },
    'no total': { T09: { rows: [{ item: '（一）因公出国（境）费' }] } },
  },
});
