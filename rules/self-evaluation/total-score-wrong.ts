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
      indicators: {
        zh: '绩效指标得分合计填 {total}，各指标得分之和 {sum}，差 {difference}。',
        en: 'The total of the indicators is {total}, their scores add up to {sum}: a difference of {difference}.',
        clears: {
          zh: '将绩效指标得分合计改为 {sum}，或更正各项得分。',
          en: 'Change the total of the indicators to {sum}, or correct the scores.',
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
    const claims: Claim[] = tables.indicators.totals.flatMap((row) => {
      const total = scoreIn(row, 'score');
      if (total === null) return [];
      // A total row below the indicators may count them alone: it is held against what it comes nearest to.
      const [all = 0, indicators = 0] = [whole, scores].map((sums) => nearest(total, sums));
      const isOfIndicators = nearest(total, [all, indicators]) !== all;
      return [
        { total, place: placeOf(row, 'score'), sum: isOfIndicators ? indicators : all, isOfIndicators },
      ];
    });
    if (stated !== null)
      claims.push({
        total: stated,
        place: placeOf(form, 'totalScore'),
        sum: nearest(stated, whole),
        isOfIndicators: false,
      });
    if (claims.length === 0) yield undecidable(form, 'totalScore');
    const isWrong = ({ total, sum }: Claim) => Math.abs(total - sum) > options.tolerance * 100 + 1e-6;
    for (const claim of claims) {
      const { total, place, sum, isOfIndicators } = claim;
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
      const counted = isOfIndicators || execution === null ? null : execution;
      const parts = [...(counted === null ? [] : [counted]), ...rows];
      yield failAt(
        [...same, ...parts.map((row) => ({ place: placeOf(row, 'score') }))].map((one) => one.place),
        {
          message: isOfIndicators ? 'indicators' : 'wrong',
          args: { total: scoreText(total), sum: scoreText(sum), difference: scoreText(total - sum) },
          measure: place.label ?? '',
          value: scoreText(total),
          expected: scoreText(sum),
          difference: scoreText(total - sum),
          tolerance: String(options.tolerance),
          trace: `${counted === null ? '' : `${placeOf(counted, 'score').cell} ${scoreText(own)} + `}${sumOf(rows, 'score')} ${scoreText(counted === null ? sum : sum - own)} = ${scoreText(sum)}`,
        },
        projectOf(form),
      );
    }
  },
});

/** A total that the sheet states, and the sum it is held against. */
interface Claim {
  readonly total: Hundredths;
  readonly place: Place;
  readonly sum: Hundredths;
  /** Whether that sum leaves execution out. */
  readonly isOfIndicators: boolean;
}

/** Of several ways to add up, the one a total comes nearest to; the first where they come to the same. */
function nearest(total: Hundredths, sums: readonly Hundredths[]): Hundredths {
  return sums.reduce(
    (best, sum) => (Math.abs(total - sum) < Math.abs(total - best) ? sum : best),
    sums[0] ?? 0,
  );
}
