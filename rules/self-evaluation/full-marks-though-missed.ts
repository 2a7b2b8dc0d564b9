import { z } from 'zod';
import { finishedInTime, indicatorName } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import type { Period } from '../../pipeline/model/period.ts';
import { scoreIn, scoreText } from '../../pipeline/model/score.ts';
import {
  evaluatedIndicators,
  isFullThoughMissed,
  scoredIndicator,
} from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZP-10: an indicator that misses its target does not get all its points. */
export const fullMarksThoughMissed = defineRule({
  meta: {
    id: 'ZP-10',
    name: 'full-marks-though-missed',
    title: { zh: '指标未完成却得满分', en: 'Full marks for a missed target' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'error',
    basis: {
      source: '财预〔2020〕10号的通行做法（未完成的按比例记分）；公开的自评抽查情况',
      why: {
        zh: '未达到目标值的指标不能记满分。',
        en: 'A target that was missed cannot earn all its points.',
      },
    },
    options: z.object({}),
    messages: {
      full: {
        zh: '「{indicator}」目标 {target}，实际 {actual}，未达成，却得满分 {weight}。',
        en: '"{indicator}": target {target}, result {actual}, which misses it, yet scored the full {weight}.',
        clears: {
          zh: '按完成比例扣减得分，或核实并更正实际完成值。',
          en: 'Take points off in proportion, or check and correct the result.',
        },
      },
    },
  },

  *check({ submission, period }) {
    for (const row of evaluatedIndicators(submission)) {
      const isFull = fullThoughMissed(row, period);
      if (typeof isFull !== 'boolean') {
        yield isFull;
        continue;
      }
      if (!isFull) {
        yield pass;
        continue;
      }
      const target = measureIn(row, 'target')?.text ?? '';
      const actual = measureIn(row, 'actual')?.text ?? '';
      yield failAt(
        [placeOf(row, 'score'), placeOf(row, 'actual'), placeOf(row, 'target')],
        {
          message: 'full',
          args: {
            indicator: indicatorName(row),
            target,
            actual,
            weight: scoreText(scoreIn(row, 'weight') ?? 0),
          },
          measure: indicatorName(row),
          value: actual,
          expected: target,
        },
        projectOf(submission.form),
      );
    }
  },
});

/** Whether an indicator got all its points though it missed its target, or the day it was to be done by. */
function fullThoughMissed(row: Row, period: Period): boolean | Verdict {
  const inTime = finishedInTime(row, period);
  const weight = scoreIn(row, 'weight') ?? 0;
  if (inTime !== null) return !inTime && weight > 0 && scoreIn(row, 'score') === weight;
  const indicator = scoredIndicator(row);
  return 'outcome' in indicator ? indicator : isFullThoughMissed(indicator);
}
