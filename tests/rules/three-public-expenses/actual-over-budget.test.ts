import { gap } from '../../../fixtures/case.ts';
import { actualOverBudget } from '../../../rules/three-public-expenses/actual-over-budget.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(actualOverBudget, {
  passes: {
    'every item within its budget': { T09: [{}, {}, {}, {}, {}, {}] },
    'an item exactly at its budget': { T09: [{}, {}, {}, {}, {}, { actual: 5.02 }] },
    'the one-row form': { T09: { tables: { matrix: [{}] } } },
  },
  fails: {
    'receptions one fen beyond': {
      T09: [{}, {}, {}, {}, {}, { actual: 5.020001 }],
      findings: [
        'error 三公经费!E11: 公务接待费执行 5.020001 万元，超预算 5.02 万元，超 0.000001 万元（控制率 100.00%）。',
      ],
    },
    'running costs, and with them vehicles and the total: one finding': {
      T09: [{ actual: 18 }, {}, { actual: 13.1 }, {}, { actual: 13.1 }, {}],
      findings: [
        'error 三公经费!E10: 公务用车运行维护费执行 13.10 万元，超预算 12.15 万元，超 0.95 万元（控制率 107.82%）。',
      ],
    },
    'running costs on a sheet without a line for all vehicles': {
      T09: [
        { actual: 18 },
        { item: '公务用车运行维护费', budget: 12.15, actual: 12.98 },
        { item: '公务接待费', budget: 5.02, actual: 5.02 },
      ],
      findings: [
        'error 三公经费!E7: 公务用车运行维护费执行 12.98 万元，超预算 12.15 万元，超 0.83 万元（控制率 106.83%）。',
      ],
    },
    'spending without a budget': {
      T09: [{}, { actual: 3 }, {}, {}, {}, {}],
      findings: [
        'error 三公经费!E7: 因公出国（境）费执行 3.00 万元，超预算 0.00 万元，超 3.00 万元（没有安排预算）。',
      ],
    },
    'the total alone': {
      T09: [{ actual: 17.5 }, {}, {}, {}, {}, {}],
      findings: [
        'error 三公经费!E6: “三公”经费合计执行 17.50 万元，超预算 17.17 万元，超 0.33 万元（控制率 101.92%）。',
      ],
    },
    'the one-row form': {
      T09: { tables: { matrix: [{ actualReception: 6 }] } },
      findings: [
        'error 三公经费!M6: 公务接待费执行 6.00 万元，超预算 5.02 万元，超 0.98 万元（控制率 119.52%）。',
      ],
    },
  },
  undecidable: {
    'a budget that cannot be read': {
      T09: [{}, {}, {}, {}, {}, { budget: gap('unreadable') }],
      because: ['三公经费!D11'],
    },
    'spending against a blank budget': {
      T09: [{}, {}, {}, {}, {}, { budget: null }],
      because: ['三公经费!D11'],
    },
  },
  notApplicable: {
    'a budget without actual spending': { T09: { rows: [{}, {}], without: ['actual'] } },
  },
});
