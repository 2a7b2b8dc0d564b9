import { gap } from '../../../fixtures/case.ts';
import { changeUnexplained } from '../../../rules/three-public-expenses/change-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

const four = [{}, {}, {}, {}];
const silent = { reason: null };

testRule(changeUnexplained, {
  passes: {
    'changes with reasons': { T09: [...four, {}, {}] },
    'a fall of exactly ten per cent': { T09: [...four, { budget: 11.7, lastBudget: 13, ...silent }, {}] },
    'an increase with a reason': {
      T09: [...four, {}, { budget: 9, reason: '承办全区现场会，接待批次增加' }],
    },
    'a reason on the line of all vehicles': {
      T09: [{}, {}, { budget: 14, reason: '执法用车报废更新一辆' }, {}, { budget: 14, ...silent }, {}],
    },
    'half a year’s spending far below last year’s': { T09: [...four, { actual: 3, lastActual: 12.7 }, {}] },
  },
  fails: {
    'a fall just beyond ten per cent': {
      T09: [{}, {}, silent, {}, { budget: 11.69, lastBudget: 13, ...silent }, {}],
      findings: [
        'warning 三公经费!D10: 公务用车运行维护费本年预算数 11.69 万元，上年预算数 13.00 万元，减少 1.31 万元（-10.08%），未说明原因。',
      ],
    },
    'the smallest increase': {
      T09: [...four, {}, { budget: 5.02, lastBudget: 5.01, ...silent }],
      findings: [
        'warning 三公经费!D11: 公务接待费本年预算数 5.02 万元，上年预算数 5.01 万元，增加 0.01 万元（0.20%），未说明原因。',
      ],
    },
    'a reason that says nothing': {
      T09: [{}, { budget: 2, lastBudget: 0, reason: '无' }, {}, {}, {}, {}],
      findings: [
        'warning 三公经费!D7: 因公出国（境）费本年预算数 2.00 万元，上年预算数 0.00 万元，增加 2.00 万元（上年为 0），未说明原因。',
      ],
    },
    'vehicles as one line': {
      T09: [{}, {}, { budget: 13.5, ...silent }, { item: '（三）公务接待费', budget: 4, lastBudget: 5 }],
      findings: [
        'warning 三公经费!D8: 公务用车购置及运行维护费本年预算数 13.50 万元，上年预算数 13.00 万元，增加 0.50 万元（3.85%），未说明原因。',
      ],
    },
    'vehicles of which the two parts are left blank': {
      T09: [
        ...[{}, {}, { budget: 13.5, ...silent }],
        ...[{}, {}].map(() => ({ lastBudget: null, lastActual: null, budget: null, actual: null })),
        {},
      ],
      findings: [
        'warning 三公经费!D8: 公务用车购置及运行维护费本年预算数 13.50 万元，上年预算数 13.00 万元，增加 0.50 万元（3.85%），未说明原因。',
      ],
    },
    'a year’s spending against last year’s': {
      period: '2023-12',
      T09: [...four, {}, { lastBudget: 5.02, actual: 4, lastActual: 4.9, ...silent }],
      findings: [
        'warning 三公经费!E11: 公务接待费本年执行数 4.00 万元，上年决算数 4.90 万元，减少 0.90 万元（-18.37%），未说明原因。',
      ],
    },
  },
  undecidable: {
    'no column for reasons': {
      T09: { rows: [...four, {}, { budget: 6 }], without: ['reason'] },
      because: ['三公经费!5:5'],
    },
    'last year’s figure that cannot be read': {
      T09: [...four, {}, { lastBudget: gap('unreadable') }],
      because: ['三公经费!B11'],
    },
  },
  notApplicable: {
    'no figures of last year': { T09: { rows: [...four, {}, {}], without: ['lastBudget', 'lastActual'] } },
    'a column for last year that no item fills, its total worked out as nought': {
      T09: {
        rows: [{ lastBudget: 0 }, {}, { lastBudget: 0 }, {}, {}, {}].map((row) => ({
          lastBudget: null,
          lastActual: null,
          reason: null,
          ...row,
        })),
      },
    },
    'the one-row form': { T09: { tables: { matrix: [{}] } } },
  },
});
