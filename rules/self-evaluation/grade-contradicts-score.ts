import { z } from 'zod';
import { foldText } from '../../pipeline/model/label.ts';
import { type Hundredths, hundredths, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { statedScore } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZP-11: the grade follows from the score; the bands leave no gap, and a score at an edge belongs to the band above. */
export const gradeContradictsScore = defineRule({
  meta: {
    id: 'ZP-11',
    name: 'grade-contradicts-score',
    title: { zh: '等级与分数不符', en: 'Grade contradicts the score' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06', 'T07'],
    severity: 'error',
    basis: {
      source:
        '绩效评价等级的通行划分（90分及以上优、80–90分良、60–80分中、60分以下差）；各地另有划分，可在参数中调整',
      why: {
        zh: '等级由分数决定，各档首尾相接，恰为界限的分数归上一档。',
        en: 'The grade follows from the score; bands meet, and an edge belongs to the band above.',
      },
    },
    options: z
      .object({
        excellent: z.number().default(90).register(meaning, {
          unit: 'score',
          zh: '达到此分为“优”',
          en: 'score from which the grade is excellent',
        }),
        good: z.number().default(80).register(meaning, {
          unit: 'score',
          zh: '达到此分为“良”',
          en: 'score from which the grade is good',
        }),
        fair: z.number().default(60).register(meaning, {
          unit: 'score',
          zh: '达到此分为“中”，低于此分为“差”',
          en: 'score from which the grade is fair; below it is poor',
        }),
      })
      .check(rising('fair', 'good', 'excellent')),
    messages: {
      contradicts: {
        zh: '{score} 分应为“{expected}”，填“{grade}”。',
        en: 'A score of {score} is graded {expected}, not "{grade}".',
        clears: {
          zh: '将等级改为“{expected}”，或更正分数。',
          en: 'Change the grade to {expected}, or correct the score.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const { form } = submission;
    const written = textIn(form, 'grade');
    if (form.classified || written === null) {
      yield notApplicable;
      return;
    }
    const { row, field, score } = statedScore(submission);
    const base = scoreIn(form, 'base');
    if (field === 'rawScore' && base !== null && base !== 100_00) {
      // Points out of more or less than a hundred have no grade until they are scaled.
      yield undecidable(form, 'scaledScore');
      return;
    }
    if (score === null) {
      yield undecidable(row, field);
      return;
    }
    const grade = gradeOf(written);
    if (grade === null) {
      yield undecidableAt(placeOf(form, 'grade'), 'unreadable', projectOf(form));
      return;
    }
    const expected = gradeFor(score, options);
    if (grade === expected) {
      yield pass;
      return;
    }
    yield failAt(
      [placeOf(form, 'grade'), placeOf(row, field)],
      {
        message: 'contradicts',
        args: { score: scoreText(score), expected: gradeNames[expected], grade: written },
        value: written,
        expected: gradeNames[expected].zh,
        threshold: `${options.excellent} / ${options.good} / ${options.fair}`,
      },
      projectOf(form),
    );
  },
});

type Grade = 'excellent' | 'good' | 'fair' | 'poor';

function gradeFor(
  score: Hundredths,
  { excellent, good, fair }: { readonly excellent: number; readonly good: number; readonly fair: number },
): Grade {
  if (score >= hundredths(excellent)) return 'excellent';
  if (score >= hundredths(good)) return 'good';
  return score >= hundredths(fair) ? 'fair' : 'poor';
}

/** The grade as written, ticked among several, or with its band behind it: 优（90-100分）. */
function gradeOf(written: string): Grade | null {
  const folded = foldText(written)
    .replace(/\([^()]*\d[^()]*\)/g, '')
    .replace(/等级|[等级档次:()]/g, '');
  const ticked = tickedIn(folded);
  for (const [grade, pattern] of grades) if (pattern.test(ticked ?? folded)) return grade;
  return null;
}

/** The word beside the only tick of `优☑良□中□差□` or `□优√良□中□差`; null where there are not just boxes, words and one tick. */
function tickedIn(text: string): string | null {
  const marks = /[√☑✓✔■□☐口]/g;
  const words = text.split(marks).filter((word) => word !== '');
  const found = text.match(marks) ?? [];
  const ticks = found.flatMap((mark, index) => (/[√☑✓✔■]/.test(mark) ? [index] : []));
  if (ticks.length !== 1 || found.length > words.length) return null;
  return found.length === words.length ? (words[ticks[0] ?? 0] ?? null) : null;
}

const grades: readonly (readonly [Grade, RegExp])[] = [
  ['excellent', /^(?:优秀?|A)$/],
  ['good', /^(?:良好?|B)$/],
  ['fair', /^(?:中|一般|[合及]格|C)$/],
  ['poor', /^(?:差|较差|不[合及]格|D)$/],
];

const gradeNames = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
};
