import { z } from 'zod';
import { scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { isExtra, scoredName, scoredRows } from '../../pipeline/model/scored-rows.ts';
import { executionWeight } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { customaryExecutionWeight } from './thresholds.ts';

/** ZP-03: no score is above its weight or below zero. Items that add or deduct points have no such range. */
export const scoreOutOfRange = defineRule({
  meta: {
    id: 'ZP-03',
    name: 'score-out-of-range',
    title: { zh: '得分超出分值范围', en: 'Score out of range' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06', 'T07'],
    severity: 'error',
    basis: {
      source: '财预〔2020〕10号所附自评表的填报通行做法（得分不高于分值，不低于0）',
      why: {
        zh: '得分高于分值或为负，总分失去意义；加分项、扣分项除外。',
        en: 'Points above the weight or below zero spoil the total; items that add or deduct are another matter.',
      },
    },
    options: z.object({ executionWeight: customaryExecutionWeight }),
    messages: {
      range: {
        zh: '「{item}」得分 {score} 超出 0–{weight} 的范围。',
        en: '"{item}": a score of {score} is outside 0 to {weight}.',
        clears: {
          zh: '将得分改为 0 至 {weight} 之间，或更正分值。',
          en: 'Give a score from 0 to {weight}, or correct the weight.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of scoredRows(submission)) {
      const score = scoreIn(row, 'score');
      const stated = scoreIn(row, 'weight');
      const isFunds = 'executed' in row.source.fields;
      const weight = isFunds ? executionWeight(row, options.executionWeight) : stated;
      if (isExtra(row) !== null || (isFunds && score === null && stated === null)) {
        yield notApplicable;
        continue;
      }
      if (score === null || (weight === null && score >= 0)) {
        yield undecidable(row, score === null ? 'score' : 'weight');
        continue;
      }
      if (score >= 0 && score <= (weight ?? 0)) {
        yield pass;
        continue;
      }
      const limit = weight === null ? '—' : scoreText(weight);
      yield failAt(
        [placeOf(row, 'score'), placeOf(row, 'weight')],
        {
          message: 'range',
          args: { item: scoredName(row), score: scoreText(score), weight: limit },
          measure: scoredName(row),
          value: scoreText(score),
          expected: `0–${limit}`,
          difference: scoreText(score < 0 ? score : score - (weight ?? 0)),
        },
        projectOf(submission.form),
      );
    }
  },
});
