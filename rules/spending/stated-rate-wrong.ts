import { z } from 'zod';
import { executionOf, rateTrace } from '../../pipeline/model/execution.ts';
import { percent, percentOf, points } from '../../pipeline/model/money.ts';
import { gapAsShown } from '../../pipeline/model/spending.ts';
import { rowsThatState } from '../../pipeline/model/spending-rows.ts';
import { fail, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** PRG-11: the execution rate that is typed in is spending over revised budget. */
export const statedRateWrong = defineRule({
  meta: {
    id: 'PRG-11',
    name: 'stated-rate-wrong',
    title: { zh: '支出进度填报值错误', en: 'Stated execution rate is wrong' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'warning',
    basis: {
      source: '预算绩效运行监控表列次关系（执行率=支出÷调整预算）；允许误差为本工具默认（可在参数中调整）',
      why: {
        zh: '执行率的分母是调整后预算，不是年初预算或已下达指标；手填的进度常与金额对不上。',
        en: 'The rate is over the revised budget, not the original one nor the release; typed rates often disagree with the amounts.',
      },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.0005).register(meaning, {
        unit: 'points',
        zh: '填报的支出进度与计算值允许的差',
        en: 'difference allowed between the stated and the computed rate',
      }),
    }),
    messages: {
      wrong: {
        zh: '支出进度填 {stated}，按累计支出除以调整后预算应为 {expected}，相差 {difference} 个百分点。',
        en: 'The execution rate is given as {stated}; spending over revised budget is {expected}: {difference} points apart.',
        clears: {
          zh: '将支出进度改为 {expected}，或更正累计支出、调整后预算。',
          en: 'Change the rate to {expected}, or correct spending or budget.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    for (const row of rowsThatState(dossier, ['adjustedBudget', 'cumActual', 'execRate'])) {
      const stated = row.values.execRate;
      const execution = executionOf(row, period);
      if (typeof stated !== 'number' || 'outcome' in execution) {
        yield typeof stated === 'number' && 'outcome' in execution ? execution : notApplicable;
        continue;
      }
      const { budget, spent, rate, spentFields, budgetField } = execution;
      const gap = gapAsShown(stated, rate);
      if (Math.abs(gap) <= options.tolerance + 1e-9) {
        yield pass;
        continue;
      }
      yield fail(row, ['execRate', spentFields[0], budgetField], {
        message: 'wrong',
        args: {
          stated: percent(stated),
          expected: percentOf(spent, budget),
          difference: points(gap),
        },
        value: percent(stated),
        expected: percentOf(spent, budget),
        difference: points(gap),
        tolerance: points(options.tolerance),
        trace: rateTrace(execution),
      });
    }
  },
});
