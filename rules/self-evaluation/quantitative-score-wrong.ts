import { z } from 'zod';
import { completionOf, indicatorName, meetsTarget } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { percent } from '../../pipeline/model/money.ts';
import { hundredths, scoreText } from '../../pipeline/model/score.ts';
import {
  evaluatedIndicators,
  isFullThoughMissed,
  scoredIndicator,
} from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZP-06: an indicator with a number gets all points when met, else its share of them. */
export const quantitativeScoreWrong = defineRule({
  meta: {
    id: 'ZP-06',
    name: 'quantitative-score-wrong',
    title: { zh: '定量指标得分错误', en: 'Score of a quantitative indicator is wrong' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'warning',
    basis: {
      source:
        '公开的自评计分做法（正向指标得分=分值×实际值÷目标值，反向指标=分值×目标值÷实际值，最高为分值）；允许误差为本工具默认（可在参数中调整）',
      why: {
        zh: '完成目标的记满分，未完成的按完成比例记分；远超目标或写明扣分依据而少记分的不提示。',
        en: 'A target met earns all points, one missed its share; points given up for a target far exceeded, or for a reason given, are left alone.',
      },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.05).register(meaning, {
        unit: 'score',
        zh: '得分与按完成率计算的得分允许的差',
        en: 'points by which the score may differ',
      }),
      farAbove: z.number().min(1).default(1.3).register(meaning, {
        unit: 'share',
        zh: '完成率超过此值的，得分可以低于按公式计算的得分',
        en: 'completion above which fewer points than the formula gives are accepted',
      }),
    }),
    messages: {
      wrong: {
        zh: '「{indicator}」目标 {target}，实际 {actual}，完成率 {completion}，按分值 {weight} 应得 {expected}，自评 {score}。',
        en: '"{indicator}": target {target}, result {actual}, completed to {completion}: of {weight} points it earns {expected}, not {score}.',
        clears: {
          zh: '将得分改为 {expected}，或更正实际完成值；另外扣分的，在偏差原因中写明扣分依据。',
          en: 'Change the score to {expected}, or correct the result; points taken off for something else are explained.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of evaluatedIndicators(submission)) {
      const indicator = scoredIndicator(row);
      if ('outcome' in indicator) {
        yield indicator;
        continue;
      }
      const { actual, weight, score } = indicator;
      // All points for a target that was missed are ZP-10's.
      if (isFullThoughMissed(indicator)) {
        yield notApplicable;
        continue;
      }
      const completion = completionOf(indicator, actual);
      const isMet = meetsTarget(indicator, actual);
      const exact = isMet ? weight : weight * Math.min(1, completion ?? 0);
      const isFarAbove = isMet && (completion ?? 0) > options.farAbove + 1e-9;
      // Just at a bound that is to be passed the formula gives all points, which ZP-10 forbids.
      const isAtBound = !isMet && exact >= weight;
      const isReasoned = /扣|评分|打分|计分|细则/.test(textIn(row, 'reason') ?? '');
      const isModest = score < exact && (isFarAbove || isAtBound || isReasoned);
      if (isModest || Math.abs(score - exact) <= options.tolerance * 100 + 1e-6) {
        yield pass;
        continue;
      }
      const expected = scoreText(hundredths(exact / 100 + 1e-9));
      yield failAt(
        [placeOf(row, 'score'), placeOf(row, 'actual'), placeOf(row, 'target'), placeOf(row, 'weight')],
        {
          message: 'wrong',
          args: {
            indicator: indicatorName(row),
            target: measureIn(row, 'target')?.text ?? '',
            actual: measureIn(row, 'actual')?.text ?? '',
            completion: completion === null ? '—' : percent(completion),
            weight: scoreText(weight),
            expected,
            score: scoreText(score),
          },
          measure: indicatorName(row),
          value: scoreText(score),
          expected,
          difference: scoreText(score - Math.round(exact)),
          tolerance: String(options.tolerance),
        },
        projectOf(submission.form),
      );
    }
  },
});
