import type { RowInput, SubmissionInput } from '../../../fixtures/case.ts';
import { gap } from '../../../fixtures/case.ts';
import { scoresWrong } from '../../../rules/ex-ante/scores-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const scored = (first: RowInput, total: number | null = 90): SubmissionInput => ({
  tables: {
    scores: {
      rows: [first, {}, {}, {}, {}],
      ...(total === null ? {} : { totals: [{ weight: 100, score: total }] }),
    },
  },
});

testRule(scoresWrong, {
  passes: {
    'five dimensions that add up': { T05: scored({}) },
    'full points exactly': { T05: scored({ score: 20 }, 92) },
    'no points at all': { T05: scored({ score: 0 }, 72) },
    'fractions that add up': { T05: scored({ score: 17.9 }, 89.9) },
    'the total stands in the form': { T05: { ...scored({}, null), form: { score: 90 } } },
    'thirds of a point, added up before they are rounded': {
      T05: {
        tables: { scores: [{ score: 17.333 }, { score: 17.333 }, { score: 17.334 }, {}, {}] },
        form: { score: 88 },
      },
    },
    'a dimension that the office does not score': {
      T05: {
        tables: { scores: [{}, {}, {}, {}, { weight: gap('placeholder'), score: gap('placeholder') }] },
        form: { score: 72 },
      },
    },
    'points left blank count as twenty': { T05: scored({ weight: null, score: 20 }, 92) },
  },
  fails: {
    'just above the points': {
      T05: scored({ score: 20.01 }, 92.01),
      findings: ['error 事前评估!C6: 「立项必要性（20分）」得分 20.01 超出 0–20 的范围。'],
    },
    'just below zero': {
      T05: scored({ score: -0.01 }, 71.99),
      findings: ['error 事前评估!C6: 「立项必要性（20分）」得分 -0.01 超出 0–20 的范围。'],
    },
    'above twenty where no points are stated': {
      T05: scored({ weight: null, score: 21 }, 93),
      findings: ['error 事前评估!C6: 「立项必要性（20分）」得分 21 超出 0–20 的范围。'],
    },
    'a total that is a hundredth too high': {
      T05: scored({}, 90.01),
      findings: ['error 事前评估!C11: 各维度得分合计 90，与总分 90.01 相差 0.01。'],
    },
    'a total in the form that is not the one of the table': {
      T05: { ...scored({}), form: { score: 88 } },
      findings: ['error 事前评估!B20: 各维度得分合计 90，与总分 88 相差 2。'],
    },
    'a total beyond full marks, and no dimensions': {
      T05: { form: { score: 120 } },
      findings: ['error 事前评估!B20: 「评估得分」得分 120 超出 0–100 的范围。'],
    },
    'a total in the form that is too low': {
      T05: { ...scored({}, null), form: { score: 88 } },
      findings: ['error 事前评估!B20: 各维度得分合计 90，与总分 88 相差 2。'],
    },
  },
  undecidable: {
    'a blank score': { T05: scored({ score: null }), because: ['事前评估!C6'] },
    'no total anywhere': { T05: scored({}, null), because: ['事前评估!B20'] },
    'a total that may be the points, right below them': {
      T05: {
        tables: { scores: [{}, {}, {}, {}, { '#row': 19 }] },
        form: { score: 100 },
      },
      because: ['事前评估!B20'],
    },
    'dimensions that have not all their points': {
      T05: { tables: { scores: { rows: [{}, {}, {}, {}], totals: [{ weight: 100, score: 90 }] } } },
      because: ['事前评估!5:5'],
    },
  },
  notApplicable: {
    'no scores on the sheet': { T05: {} },
    'a classified project': { T05: { ...scored({}, 91), form: { phone: { gap: 'classified' } } } },
  },
});
