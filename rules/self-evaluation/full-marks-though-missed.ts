import { z } from 'zod';
import { indicatorName } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { scoreText } from '../../pipeline/model/score.ts';
import {
  evaluatedIndicators,
  isFullThoughMissed,
  scoredIndicator,
} from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { failAt, pass } from '../../pipeline/model/verdict.ts';
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

  *check({ submission }) {
    for (const row of evaluatedIndicators(submission)) {
      const indicator = scoredIndicator(row);
      if ('outcome' in indicator) {
        yield indicator;
        continue;
      }
      if (!isFullThoughMissed(indicator)) {
        yield pass;
        continue;
      }
      const target = measureIn(row, 'target')?.text ?? '';
      const actual = measureIn(row, 'actual')?.text ?? '';
      yield failAt(
        [placeOf(row, 'score'), placeOf(row, 'actual'), placeOf(row, 'target')],
        {
          message: 'full',
          args: { indicator: indicatorName(row), target, actual, weight: scoreText(indicator.weight) },
          measure: indicatorName(row),
          value: actual,
          expected: target,
        },
        projectOf(submission.form),
      );
    }
  },
});
