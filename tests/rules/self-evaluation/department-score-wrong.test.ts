import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { departmentScoreWrong } from '../../../rules/self-evaluation/department-score-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

const point = (name: string, score: number) => fact(name, score, { valueUnit: '分' });
/** A scoring sheet that states its score in the total row alone. */
const withTotal = (total: number, ...scores: readonly number[]) => ({
  T07: {
    rows: scores.map((score) => ({ score })),
    totals: [{ score: total }],
    form: { grade: null, rawScore: null, base: null, scaledScore: null },
  },
});
/** A scoring sheet of four items with its stated scores. */
const sheet = (form: object, ...scores: readonly (number | null)[]) => ({
  T07: { rows: scores.map((score) => ({ score })), form: { grade: null, ...form } },
});

testRule(departmentScoreWrong, {
  passes: {
    'sum and scale agree': sheet({ rawScore: 90.5, base: 91, scaledScore: 99.45 }, 25, 25, 20.5, 20),
    'the total row is the sum': withTotal(90.5, 25, 25, 20.5, 20),
    'a hundredth off': sheet({ rawScore: 90.51, base: 91, scaledScore: 99.46 }, 25, 25, 20.5, 20),
    'no scaled score': sheet({ rawScore: 70, base: null, scaledScore: null }, 25, 25, 20),
    'ten sections of a report': {
      T19: [
        point('考核得分', 90.5),
        point('考核满分基数', 91),
        point('换算得分', 99.45),
        ...[11.5, 12, 22, 23, 4, 2, 6, 10, 0, 0].map((score, index) =>
          point(`第${index + 1}部分得分`, score),
        ),
      ],
    },
    'a deduction written without its sign': {
      T07: {
        rows: [{}, {}, {}, {}, { level1: '存在问题（扣分）', weight: 0, score: 2 }],
        form: { rawScore: 98, scaledScore: 98 },
      },
    },
    'an item that is struck out': {
      T07: {
        rows: [{}, {}, {}, { weight: gap('placeholder'), score: gap('placeholder') }],
        form: { rawScore: 75, base: 75, scaledScore: 100 },
      },
    },
    'a scaled score that is the score itself': sheet(
      { rawScore: 70, base: null, scaledScore: 70 },
      25,
      25,
      20,
    ),
    'full marks given by the report alone': {
      ...sheet({ rawScore: 90.5, base: null, scaledScore: 99.45 }, 25, 25, 20.5, 20),
      T19: [point('考核满分基数', 91)],
    },
  },
  fails: {
    'two hundredths off the sum': {
      ...sheet({ rawScore: 90.52, base: null, scaledScore: null }, 25, 25, 20.5, 20),
      findings: ['error 部门自评!B3: 考核得分 90.52 不等于各部分得分之和 90.5，差 0.02。'],
    },
    'a total row that is not the sum': {
      ...withTotal(92.5, 25, 25, 20.5, 20),
      findings: ['error 部门自评!F10: 考核得分 92.5 不等于各部分得分之和 90.5，差 2。'],
    },
    'two hundredths off the scale': {
      ...sheet({ rawScore: 90, base: 100, scaledScore: 90.02 }, 25, 25, 20, 20),
      findings: ['error 部门自评!B5: 换算得分 90.02，按 90 ÷ 100 × 100 应为 90，差 0.02。'],
    },
    'full marks not stated': {
      ...sheet({ rawScore: 90.5, base: null, scaledScore: 99.45 }, 25, 25, 20.5, 20),
      findings: ['notice 部门自评!B5: 考核得分 90.5，换算得分 99.45，换算基数未注明（推算为 91）。'],
    },
    'full marks not stated in the report': {
      T19: [point('考核得分', 90.5), point('换算得分', 99.45)],
      findings: ['notice 数据采集!C7: 考核得分 90.5，换算得分 99.45，换算基数未注明（推算为 91）。'],
    },
    'sections of a report that do not add up': {
      T19: [point('考核得分', 90.5), point('预算编制得分', 50), point('预算执行得分', 40)],
      findings: ['error 数据采集!C6: 考核得分 90.5 不等于各部分得分之和 90，差 0.5。'],
    },
  },
  undecidable: {
    'an item without a score': {
      ...sheet({ rawScore: 90, base: 100, scaledScore: 90 }, 25, null),
      because: ['部门自评!F7'],
    },
    'no total on the sheet': {
      ...sheet({ rawScore: null, base: null, scaledScore: null }, 25, 25),
      because: ['部门自评!B3'],
    },
  },
  notApplicable: {
    'a report without scores': { T19: [fact('三公经费', 17.17)] },
    'an item that is classified': {
      T07: {
        rows: [{}, {}, {}, { score: gap('classified') }],
        form: { rawScore: 100, base: null, scaledScore: null },
      },
    },
  },
  // Terms of a report are found by name, but its cells move with the rows.
  orderMatters: true,
});
