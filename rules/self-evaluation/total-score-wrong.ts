import { z } from 'zod';
import type { Place } from '../../pipeline/model/place.ts';
import { type Hundredths, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { evaluatedIndicators, fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { sumOf } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZP-04: the total of a project is the sum of its scores, execution included. */
export const totalScoreWrong = defineRule({
  meta: {
    id: 'ZP-04',
    name: 'total-score-wrong',
    title: { zh: '总分不等于得分之和', en: 'Total score is not the sum' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中总分与各部分得分的关系；允许误差为本工具默认（可在参数中调整）',
      why: { zh: '总分是各项得分之和。', en: 'The total is the sum of its parts.' },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.01).register(meaning, {
        unit: 'score',
        zh: '总分与各项得分之和允许的差',
        en: 'points by which total and sum may differ',
      }),
    }),
    messages: {
      wrong: {
        zh: '总分 {total} 不等于得分之和 {sum}，差 {difference}。',
        en: 'The total is {total}, the scores add up to {sum}: a difference of {difference}.',
        clears: {
          zh: '将总分改为 {sum}，或更正各项得分。',
          en: 'Change the total to {sum}, or correct the scores.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const { form, tables } = submission;
    const rows = evaluatedIndicators(submission);
    if (rows.length === 0) {
      yield notApplicable;
      return;
    }
    const execution = fundsTotal(tables.funds);
    const wanting = [...(execution === null ? [] : [execution]), ...rows].find(
      (row) => scoreIn(row, 'score') === null,
    );
    if (wanting !== undefined) {
      yield undecidable(wanting, 'score');
      return;
    }
    const indicators = rows.reduce((sum, row) => sum + (scoreIn(row, 'score') ?? 0), 0);
    const own = execution === null ? 0 : (scoreIn(execution, 'score') ?? 0);
    const stated = scoreIn(form, 'totalScore');
    const claims: {
      readonly total: Hundredths;
      readonly place: Place;
      readonly sums: readonly Hundredths[];
    }[] = tables.indicators.totals.flatMap((row) => {
      const total = scoreIn(row, 'score');
      // A total row below the indicators may count them alone.
      const sums = [own + indicators, indicators];
      return total === null ? [] : [{ total, place: placeOf(row, 'score'), sums }];
    });
    if (stated !== null)
      claims.push({ total: stated, place: placeOf(form, 'totalScore'), sums: [own + indicators] });
    if (claims.length === 0) yield undecidable(form, 'totalScore');
    for (const { total, place, sums } of claims) {
      if (sums.some((sum) => Math.abs(total - sum) <= options.tolerance * 100 + 1e-6)) {
        yield pass;
        continue;
      }
      const sum = own + indicators;
      yield failAt(
        [place, ...rows.map((row) => placeOf(row, 'score'))],
        {
          message: 'wrong',
          args: { total: scoreText(total), sum: scoreText(sum), difference: scoreText(total - sum) },
          measure: place.label ?? '',
          value: scoreText(total),
          expected: scoreText(sum),
          difference: scoreText(total - sum),
          tolerance: String(options.tolerance),
          trace: `${scoreText(own)} + ${sumOf(rows, 'score')} ${scoreText(indicators)} = ${scoreText(sum)}`,
        },
        projectOf(form),
      );
    }
  },
});
