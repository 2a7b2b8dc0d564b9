import { z } from 'zod';
import type { Place } from '../../pipeline/model/place.ts';
import { type Hundredths, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { sumsOfScores, sumsOfWeights } from '../../pipeline/model/scored-rows.ts';
import { evaluatedIndicators, fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { sumOf } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
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
    const { form, tables, file, sheet } = submission;
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
    const points = sumsOfWeights(rows);
    if (execution === null && !points.includes(100_00)) {
      // What execution scored is not on the sheet, and the indicators leave points for it.
      const { title } = tables.funds.layout;
      yield undecidableAt({ file, sheet, cell: null, label: title.zh }, 'blank', projectOf(form));
      return;
    }
    const own = execution === null ? 0 : (scoreIn(execution, 'score') ?? 0);
    const scores = sumsOfScores(rows);
    const whole = scores.map((sum) => own + sum);
    const stated = scoreIn(form, 'totalScore');
    const claims: {
      readonly total: Hundredths;
      readonly place: Place;
      readonly sums: readonly Hundredths[];
    }[] = tables.indicators.totals.flatMap((row) => {
      const total = scoreIn(row, 'score');
      // A total row below the indicators may count them alone.
      const sums = [...whole, ...scores];
      return total === null ? [] : [{ total, place: placeOf(row, 'score'), sums }];
    });
    if (stated !== null) claims.push({ total: stated, place: placeOf(form, 'totalScore'), sums: whole });
    if (claims.length === 0) yield undecidable(form, 'totalScore');
    const isWrong = ({ total, sums }: (typeof claims)[number]) =>
      sums.every((sum) => Math.abs(total - sum) > options.tolerance * 100 + 1e-6);
    const parts = [...(execution === null ? [] : [execution]), ...rows];
    for (const claim of claims) {
      const { total, place } = claim;
      if (!isWrong(claim)) {
        yield pass;
        continue;
      }
      // One wrong total in two places is one mistake.
      const same = claims.filter((one) => one.total === total && isWrong(one));
      if (same[0] !== claim) {
        yield notApplicable;
        continue;
      }
      const [sum = 0] = whole;
      yield failAt(
        [...same, ...parts.map((row) => ({ place: placeOf(row, 'score') }))].map((one) => one.place),
        {
          message: 'wrong',
          args: { total: scoreText(total), sum: scoreText(sum), difference: scoreText(total - sum) },
          measure: place.label ?? '',
          value: scoreText(total),
          expected: scoreText(sum),
          difference: scoreText(total - sum),
          tolerance: String(options.tolerance),
          trace: `${execution === null ? '' : `${placeOf(execution, 'score').cell} ${scoreText(own)} + `}${sumOf(rows, 'score')} ${scoreText(scores[0])} = ${scoreText(sum)}`,
        },
        projectOf(form),
      );
    }
  },
});
