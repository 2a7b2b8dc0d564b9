import { gradeContradictsScore } from '../../../rules/self-evaluation/grade-contradicts-score.ts';
import { testRule } from '../../support/test-rule.ts';

const graded = (totalScore: number | null, grade: string | null) => ({
  T06: { form: { totalScore, grade }, tables: { funds: [{}], indicators: [{}] } },
});

/** A self-evaluation that states its score in a total row alone. */
const gradedByTotal = (weight: number | null, score: number, grade: string) => ({
  T06: {
    form: { totalScore: null, grade },
    tables: { funds: [{}], indicators: { rows: [{}], totals: [{ weight, score }] } },
  },
});

testRule(gradeContradictsScore, {
  passes: {
    'the score of the total row': gradedByTotal(100, 90, '优'),
    '100 is 优': graded(100, '优'),
    'exactly 90 is 优': graded(90, '优秀'),
    'a grade that is ticked': graded(95, '优☑  良□  中□  差□'),
    'a tick before its grade': graded(85, '□优 √良 □中 □差'),
    'a grade with its band': graded(95, '优（90-100分）'),
    'just below 90 is 良': graded(89.99, '良'),
    'exactly 80 is 良': graded(80, '良好'),
    'just below 80 is 中': graded(79.99, '中'),
    'exactly 60 is 中': graded(60, '一般'),
    'just below 60 is 差': graded(59.99, '差'),
    '0 is 差': graded(0, '差'),
    'a department is graded on its scaled score': {
      T07: { rows: [{}], form: { rawScore: 85, scaledScore: 93 } },
    },
    'a department without a scaled score': {
      T07: { rows: [{}], form: { rawScore: 85, scaledScore: null, grade: '良' } },
    },
    'bands at 80, 70 and 60, by setting': {
      ...graded(80, '优'),
      options: { excellent: 80, good: 70, fair: 60 },
    },
  },
  fails: {
    'just below 90, graded 优': {
      ...graded(89.99, '优'),
      findings: ['error 自评表!B10: 89.99 分应为“良”，填“优”。'],
    },
    'exactly 90, graded 良': {
      ...graded(90, '良'),
      findings: ['error 自评表!B10: 90 分应为“优”，填“良”。'],
    },
    'a total row just below 90, graded 优': {
      ...gradedByTotal(100, 89.99, '优'),
      findings: ['error 自评表!B10: 89.99 分应为“良”，填“优”。'],
    },
    'exactly 80, graded 中': {
      ...graded(80, '中'),
      findings: ['error 自评表!B10: 80 分应为“良”，填“中”。'],
    },
    'just below 80, graded 良': {
      ...graded(79.99, '良'),
      findings: ['error 自评表!B10: 79.99 分应为“中”，填“良”。'],
    },
    'exactly 60, graded 差': {
      ...graded(60, '差'),
      findings: ['error 自评表!B10: 60 分应为“中”，填“差”。'],
    },
    'a grade that is ticked, and another one due': {
      ...graded(85, '优☑良□中□差□'),
      findings: ['error 自评表!B10: 85 分应为“良”，填“优☑良□中□差□”。'],
    },
    '不及格 at 60': {
      ...graded(60, '不及格'),
      findings: ['error 自评表!B10: 60 分应为“中”，填“不及格”。'],
    },
    'just below 60, graded 中': {
      ...graded(59.99, '中'),
      findings: ['error 自评表!B10: 59.99 分应为“差”，填“中”。'],
    },
    'a department': {
      T07: { rows: [{}], form: { rawScore: 93, scaledScore: 85, grade: '优' } },
      findings: ['error 部门自评!B6: 85 分应为“良”，填“优”。'],
    },
  },
  undecidable: {
    'no score': { ...graded(null, '优'), because: ['自评表!B9'] },
    'a total row of the indicators alone': { ...gradedByTotal(90, 88, '优'), because: ['自评表!B9'] },
    'no tick, or two': {
      units: {
        青禾镇人民政府: graded(95, '优□良□中□差□'),
        白石镇人民政府: graded(95, '优☑良☑中□差□'),
      },
      because: ['自评表!B10', '自评表!B10'],
    },
    'a department whose score is out of more than a hundred and not scaled': {
      T07: { rows: [{}], form: { rawScore: 95, base: 120, scaledScore: null, grade: '良' } },
      because: ['部门自评!B5'],
    },
    'a grade of another kind': { ...graded(95, '三星'), because: ['自评表!B10'] },
  },
  notApplicable: { 'no grade': graded(50, null) },
});
