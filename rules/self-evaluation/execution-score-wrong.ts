import { z } from 'zod';
import { inUnit, percentOf } from '../../pipeline/model/money.ts';
import { hundredths, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { executionWeight, fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { amountOf, placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { customaryExecutionWeight } from './thresholds.ts';

/** ZP-05: execution is scored by rule: its points times the execution rate, at most all of them. */
export const executionScoreWrong = defineRule({
  meta: {
    id: 'ZP-05',
    name: 'execution-score-wrong',
    title: { zh: '预算执行率得分错误', en: 'Execution score is wrong' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'warning',
    basis: {
      source:
        '公开的自评计分做法（执行率得分=分值×全年执行数÷全年预算数，最高为分值）；允许误差为本工具默认（可在参数中调整）',
      why: {
        zh: '执行率得分按公式计算，不由单位自行评定。',
        en: 'Points for execution are computed, not judged.',
      },
    },
    options: z.object({
      executionWeight: customaryExecutionWeight,
      tolerance: z.number().min(0).default(0.01).register(meaning, {
        unit: 'score',
        zh: '填报得分与计算得分允许的差',
        en: 'points by which the stated score may differ',
      }),
    }),
    messages: {
      wrong: {
        zh: '预算执行率得分填 {score}，按执行数 {spent} ÷ 全年预算数 {budget} {unit}（{rate}）乘以分值 {weight}，应得 {expected}。',
        en: 'Execution is scored {score}; {spent} spent of {budget} ({rate}, in {unit}) times {weight} points gives {expected}.',
        clears: {
          zh: '将预算执行率得分改为 {expected}，或更正执行数、预算数。',
          en: 'Change the score to {expected}, or correct the amounts.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const total = submission.form.classified ? null : fundsTotal(submission.tables.funds);
    if (total === null || total.classified) {
      yield notApplicable;
      return;
    }
    const budget = amountOf(total, 'adjustedBudget');
    const spent = amountOf(total, 'executed');
    const score = scoreIn(total, 'score');
    if (budget === null || spent === null || score === null) {
      yield undecidable(total, budget === null ? 'adjustedBudget' : spent === null ? 'executed' : 'score');
      return;
    }
    const weight = executionWeight(total, options.executionWeight);
    // Points out of range are ZP-03's.
    if (budget <= 0 || score < 0 || score > weight) {
      yield notApplicable;
      return;
    }
    const exact = Math.min(weight, Math.max(0, (weight * spent) / budget));
    if (Math.abs(score - exact) <= options.tolerance * 100 + 1e-6) {
      yield pass;
      return;
    }
    const expected = scoreText(hundredths(exact / 100 + 1e-9));
    const unit = unitOf(total, 'executed');
    yield failAt(
      [placeOf(total, 'score'), placeOf(total, 'executed'), placeOf(total, 'adjustedBudget')],
      {
        message: 'wrong',
        args: {
          score: scoreText(score),
          spent: inUnit(spent, unit),
          budget: inUnit(budget, unit),
          unit,
          rate: percentOf(spent, budget),
          weight: scoreText(weight),
          expected,
        },
        value: scoreText(score),
        expected,
        difference: scoreText(score - Math.round(exact)),
        tolerance: String(options.tolerance),
        trace: `${scoreText(weight)} × ${term(total, 'executed')} ÷ ${term(total, 'adjustedBudget')} = ${expected}`,
      },
      projectOf(submission.form),
    );
  },
});
