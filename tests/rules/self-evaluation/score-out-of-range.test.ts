import { scoreOutOfRange } from '../../../rules/self-evaluation/score-out-of-range.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

testRule(scoreOutOfRange, {
  passes: {
    'all points': form({}, {}, {}),
    'no points': form({ score: 0 }, {}, {}),
    'items of a department': { T07: [{}, { score: 0 }] },
    'a row that adds points by its standard': {
      T07: [{}, { standard: '按获奖数加分', weight: null, score: 2 }],
    },
    'execution within its twenty points, by setting, on a form that does not weigh it': {
      T06: { tables: { funds: [{ weight: null, score: 15 }], indicators: [{}] } },
      options: { executionWeight: 20 },
    },
    'a row that adds points': { T07: [{}, { level1: '改革创新（加分）', weight: null, score: 2 }] },
    'a row that takes points off': { T07: [{}, { level1: '存在问题（扣分）', weight: 0, score: -3 }] },
  },
  fails: {
    'a hundredth above the weight': {
      ...form({ score: 50.01 }, {}, {}),
      findings: ['error 自评表!G6: 「硬化道路里程」得分 50.01 超出 0–50 的范围。'],
    },
    'a hundredth below zero': {
      T07: [{}, { score: -0.01 }],
      findings: ['error 部门自评!F7: 「考核要点2」得分 -0.01 超出 0–25 的范围。'],
    },
    'execution above its ten points, on a form that does not weigh it': {
      T06: { tables: { funds: [{ weight: null, score: 10.5 }], indicators: [{}] } },
      findings: ['error 自评表!G6: 「年度资金总额」得分 10.5 超出 0–10 的范围。'],
    },
    'an item whose standard speaks of problems and deductions': {
      T07: [{}, { standard: '存在问题的每项扣1分，通报表扬的加分', score: 30 }],
      findings: ['error 部门自评!F7: 「考核要点2」得分 30 超出 0–25 的范围。'],
    },
    'execution above its ten points': {
      T06: { tables: { funds: [{ score: 10.5 }], indicators: [{}] } },
      findings: ['error 自评表!G6: 「年度资金总额」得分 10.5 超出 0–10 的范围。'],
    },
  },
  undecidable: {
    'a score that is wanting': { ...form({}, { score: null }), because: ['自评表!G7'] },
    'a weight that is wanting': { ...form({}, { weight: null }), because: ['自评表!F7'] },
  },
  notApplicable: {
    'a classified form': {
      T06: {
        form: { projectName: { gap: 'classified' } },
        tables: { funds: [{ score: 11 }], indicators: [{ score: 51 }] },
      },
    },
  },
});
