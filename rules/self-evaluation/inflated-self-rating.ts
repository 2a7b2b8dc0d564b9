import { z } from 'zod';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { evaluatedIndicators, executionWeight, fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { asShown, readsAboveShare } from '../../pipeline/model/spending.ts';
import { amountOf, placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { customaryExecutionWeight } from './thresholds.ts';

/** ZP-12: goals claimed and money unspent: indicators are scored much better than execution. */
export const inflatedSelfRating = defineRule({
  meta: {
    id: 'ZP-12',
    name: 'inflated-self-rating',
    title: { zh: '自评分偏高，与执行不匹配', en: 'Self-rating out of step with execution' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'error',
    basis: {
      source:
        '预算绩效系统公开的自评预警设置（指标得分率高出执行得分率5%以上红色预警，未执行比例超过20%黄色预警）',
      why: {
        zh: '资金没有花出去而指标几乎满分，自评分需核实。',
        en: 'Nearly all points for goals whose money was not spent call for a second look.',
      },
    },
    options: z.object({
      executionWeight: customaryExecutionWeight,
      maximumLead: z.number().min(0).default(0.05).register(meaning, {
        unit: 'share',
        zh: '指标得分率高于执行得分率，其差占指标得分率的上限',
        en: 'share of the indicators’ rate by which it may exceed the rate of execution',
      }),
      maximumUnspent: z.number().min(0).default(0.2).register(meaning, {
        unit: 'share',
        zh: '未支出部分占预算超过此值，须核实',
        en: 'unspent share of the budget above which a person looks',
      }),
    }),
    messages: {
      leads: {
        zh: '指标得分率 {rate}（{score}/{weight}），执行得分率 {executionRate}（{executionScore}/{executionWeight}），前者高出 {lead}，自评分需核实。',
        en: 'Indicators are scored at {rate} ({score} of {weight}), execution at {executionRate} ({executionScore} of {executionWeight}): a lead of {lead}.',
        clears: {
          zh: '核实各指标实际完成值和得分；确已完成的，说明资金未支出的原因。',
          en: 'Check results and scores; if they stand, say why the money was not spent.',
        },
      },
      unspent: {
        zh: '全年预算数 {budget} {unit}，执行数 {spent} {unit}，未执行 {unspent}，指标得分率 {rate}，自评分需核实。',
        en: '{unspent} of a budget of {budget} ({unit}) is unspent ({spent} spent), and indicators are scored at {rate}.',
        clears: {
          zh: '核实指标完成值和执行数，说明未执行的原因和处置意见。',
          en: 'Check results and amounts, and say why it is unspent and what becomes of it.',
        },
      },
      noBudget: {
        zh: '全年预算数为 0，指标得分率 {rate}，无法与资金执行相互印证，需核实。',
        en: 'The budget is 0 and the indicators are scored at {rate}: no spending bears that out.',
        clears: { zh: '补填全年预算数和执行数。', en: 'Give budget and spending.' },
      },
    },
  },

  *check({ submission, options }) {
    const { form, tables } = submission;
    const rows = evaluatedIndicators(submission);
    const total = form.classified ? null : fundsTotal(tables.funds);
    if (total === null || total.classified || rows.length === 0) {
      yield notApplicable;
      return;
    }
    const wanting = rows.find((row) => scoreIn(row, 'score') === null || scoreIn(row, 'weight') === null);
    if (wanting !== undefined) {
      yield undecidable(wanting, scoreIn(wanting, 'score') === null ? 'score' : 'weight');
      return;
    }
    const budget = amountOf(total, 'adjustedBudget');
    const spent = amountOf(total, 'executed');
    if (budget === null || spent === null) {
      yield undecidable(total, budget === null ? 'adjustedBudget' : 'executed');
      return;
    }
    // Points out of range are ZP-03's.
    const outside = rows.some((row) => (scoreIn(row, 'score') ?? 0) > (scoreIn(row, 'weight') ?? 0));
    if (outside) {
      yield notApplicable;
      return;
    }
    const score = rows.reduce((sum, row) => sum + (scoreIn(row, 'score') ?? 0), 0);
    const weight = rows.reduce((sum, row) => sum + (scoreIn(row, 'weight') ?? 0), 0);
    const points = executionWeight(total, options.executionWeight);
    if (score <= 0 || weight <= 0 || points <= 0) {
      yield notApplicable;
      return;
    }
    const unit = unitOf(total, 'executed');
    const rate = percentOf(score, weight);
    const where = [placeOf(total, 'executed'), placeOf(total, 'adjustedBudget')];
    if (budget <= 0) {
      yield failAt(
        where.toReversed(),
        { message: 'noBudget', args: { rate }, severity: 'warning', value: rate },
        projectOf(form),
      );
      return;
    }
    const executed = scoreIn(total, 'score') ?? Math.min(points, (points * spent) / budget);
    const lead = 1 - (executed * weight) / (points * score);
    const amounts = { budget: inUnit(budget, unit), spent: inUnit(spent, unit), unit, rate };
    if (asShown(lead) > options.maximumLead + 1e-9) {
      yield failAt(
        [placeOf(total, 'score'), ...where],
        {
          message: 'leads',
          args: {
            ...amounts,
            score: scoreText(score),
            weight: scoreText(weight),
            executionRate: percentOf(executed, points),
            executionScore: scoreText(executed),
            executionWeight: scoreText(points),
            lead: percent(lead),
          },
          value: rate,
          expected: percentOf(executed, points),
          difference: percent(lead),
          threshold: percent(options.maximumLead, 0),
          atStake: Math.max(0, budget - spent),
          trace: `(${rate} − ${percentOf(executed, points)}) ÷ ${rate} = ${percent(lead)}`,
        },
        projectOf(form),
      );
      return;
    }
    if (!readsAboveShare(budget - spent, budget, options.maximumUnspent)) {
      yield pass;
      return;
    }
    yield failAt(
      where,
      {
        message: 'unspent',
        args: { ...amounts, unspent: percentOf(budget - spent, budget) },
        severity: 'warning',
        value: percentOf(budget - spent, budget),
        threshold: percent(options.maximumUnspent, 0),
        atStake: budget - spent,
      },
      projectOf(form),
    );
  },
});
