import { z } from 'zod';
import { scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { sumsOfWeights } from '../../pipeline/model/scored-rows.ts';
import { evaluatedIndicators, executionWeight, fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { sumOf } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { customaryExecutionWeight } from './thresholds.ts';

/** ZP-01: the points of execution and of all indicators are one hundred. */
export const weightsUnequalHundred = defineRule({
  meta: {
    id: 'ZP-01',
    name: 'weights-unequal-hundred',
    title: { zh: '分值合计不等于 100', en: 'Weights do not add up to 100' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'error',
    basis: {
      source: '财预〔2020〕10号所附自评表的填报通行做法（总分100分，其中预算执行率10分）',
      why: {
        zh: '分值合计不是 100，总分和等级就没有可比性。',
        en: 'Unless the weights are 100, neither total nor grade means anything.',
      },
    },
    options: z.object({ executionWeight: customaryExecutionWeight }),
    messages: {
      sum: {
        zh: '分值合计 {sum}（预算执行率 {execution}，绩效指标 {indicators}），应为 100。',
        en: 'The weights add up to {sum} (execution {execution}, indicators {indicators}), not to 100.',
        clears: {
          zh: '调整各指标分值，使合计为 100（现{gap}分）。',
          en: 'Adjust the weights to add up to 100 (now {gap}).',
        },
      },
    },
  },

  *check({ submission, options }) {
    const rows = evaluatedIndicators(submission);
    if (rows.length === 0) {
      yield notApplicable;
      return;
    }
    const wanting = rows.find((row) => scoreIn(row, 'weight') === null);
    if (wanting !== undefined) {
      yield undecidable(wanting, 'weight');
      return;
    }
    const total = fundsTotal(submission.tables.funds);
    const execution = executionWeight(total, options.executionWeight);
    const sums = sumsOfWeights(rows);
    const [indicators] = sums;
    const sum = execution + indicators;
    // Points to be earned beyond full marks may stand among the others.
    if (sums.some((one) => execution + one === 100_00)) {
      yield pass;
      return;
    }
    const gap = scoreText(Math.abs(100_00 - sum));
    yield failAt(
      rows.map((row) => placeOf(row, 'weight')),
      {
        message: 'sum',
        args: {
          sum: scoreText(sum),
          execution: scoreText(execution),
          indicators: scoreText(indicators),
          gap:
            sum < 100_00 ? { zh: `少 ${gap} `, en: `${gap} short` } : { zh: `多 ${gap} `, en: `${gap} over` },
        },
        value: scoreText(sum),
        expected: '100',
        difference: scoreText(sum - 100_00),
        trace: `${scoreText(execution)} + ${sumOf(rows, 'weight')} ${scoreText(indicators)} = ${scoreText(sum)}`,
      },
      projectOf(submission.form),
    );
  },
});
