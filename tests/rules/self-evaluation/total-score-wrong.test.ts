import { totalScoreWrong } from '../../../rules/self-evaluation/total-score-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const scored = (totalScore: number | null, ...scores: readonly number[]) => ({
  T06: {
    form: { totalScore },
    tables: { funds: [{}], indicators: scores.map((score) => ({ score })) },
  },
});

testRule(totalScoreWrong, {
  passes: {
    'the sum of all scores': scored(100, 50, 30, 10),
    'a hundredth off': scored(99.99, 50, 30, 10),
    'scores that binary fractions do not add up': scored(90.3, 40.1, 30.1, 10.1),
    'thirds of a point, added up before they are rounded': scored(44.66, 8.664, 8.664, 8.664, 8.664),
    'a deduction written without its sign': {
      T06: {
        form: { totalScore: 98 },
        tables: { funds: [{}], indicators: [{}, {}, {}, { level1: '扣分项', weight: 0, score: 2 }] },
      },
    },
    'a total row that counts the indicators alone': {
      T06: { tables: { funds: [{}], indicators: { rows: [{}, {}, {}], totals: [{ score: 90 }] } } },
    },
  },
  fails: {
    'two hundredths off': {
      ...scored(99.98, 50, 30, 10),
      findings: ['error 自评表!B9: 总分 99.98 不等于得分之和 100，差 0.02。'],
    },
    'a total that forgets execution': {
      ...scored(90, 50, 30, 10),
      findings: ['error 自评表!B9: 总分 90 不等于得分之和 100，差 10。'],
    },
    'one wrong total in two places': {
      T06: {
        form: { totalScore: 95 },
        tables: { funds: [{}], indicators: { rows: [{}, {}, {}], totals: [{ score: 95 }] } },
      },
      findings: ['error 自评表!G9: 总分 95 不等于得分之和 100，差 5。'],
    },
    'a total row of the indicators alone that was not brought up to date': {
      T06: {
        form: { totalScore: 97 },
        tables: { funds: [{}], indicators: { rows: [{}, {}, { score: 7 }], totals: [{ score: 90 }] } },
      },
      findings: ['error 自评表!G9: 绩效指标得分合计填 90，各指标得分之和 87，差 3。'],
    },
    'a total row that is neither': {
      T06: { tables: { funds: [{}], indicators: { rows: [{}, {}, {}], totals: [{ score: 95 }] } } },
      findings: ['error 自评表!G9: 总分 95 不等于得分之和 100，差 5。'],
    },
  },
  undecidable: {
    'no total anywhere': { ...scored(null, 50, 30, 10), because: ['自评表!B9'] },
    'a score that is wanting': {
      T06: { tables: { funds: [{}], indicators: [{}, { score: null }] } },
      because: ['自评表!G7'],
    },
    'a form without a row of funds, whose indicators leave points for execution': {
      T06: { form: { totalScore: 100 }, tables: { indicators: [{}, {}, {}] } },
      because: ['自评表!null'],
    },
    'execution without a score': {
      T06: { tables: { funds: [{ score: null }], indicators: [{}] } },
      because: ['自评表!G6'],
    },
  },
  notApplicable: { 'no indicators': { T06: { tables: { funds: [{}] } } } },
});
