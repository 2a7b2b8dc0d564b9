import { z } from 'zod';
import {
  executionOf,
  executionWords,
  rateTrace,
  releaseTheRest,
  stillToSpend,
  waitsForRelease,
} from '../../pipeline/model/execution.ts';
import { explained, nextStep } from '../../pipeline/model/explanation.ts';
import { percent, points } from '../../pipeline/model/money.ts';
import { gapAsShown } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { milestoneOf, missesMilestone } from '../../pipeline/model/spending-tiers.ts';
import { fail, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { milestones, settledAt, spentOfReleased } from './thresholds.ts';

/** PRG-03: the share of the budget that must be spent by certain months of the year. */
export const milestoneMissed = defineRule({
  meta: {
    id: 'PRG-03',
    name: 'milestone-missed',
    title: { zh: '未达到支出进度节点要求', en: 'Spending milestone missed' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'error',
    basis: {
      source: '绩效运行监控节点要求的公开做法（各地节点不同）；默认节点为本工具默认（可在参数中调整）',
      why: {
        zh: '到节点月份未达到应有支出进度的，单位须在规定时间内选择继续执行、调剂或取消；资金未下达的不由单位负责，最高只提示到“需核实”。',
        en: 'A project that misses a milestone must be continued, reallocated or cancelled in time. Where the money was not released it is never more than a warning.',
      },
    },
    options: z.object({
      milestones,
      responseDays: z.number().int().min(1).default(10).register(meaning, {
        unit: 'workingDays',
        zh: '未达节点的单位应在此期限内作出选择，写在问题里',
        en: 'working days in which the unit must choose; named in the message',
      }),
      settledAt,
      spentOfReleased,
    }),
    messages: {
      missed: {
        zh: '{month}月底支出进度应达到 {milestone}，实际 {rate}，相差 {gap} 个百分点{release}。请在{days}个工作日内选择继续执行、调剂或取消。',
        en: 'By the end of month {month}, {milestone} of the budget should be spent; {rate} is, {gap} points short{release}. Choose within {days} working days to continue, reallocate or cancel.',
        clears: { zh: '{step}', en: '{step}' },
      },
      waiting: {
        zh: '{month}月底支出进度应达到 {milestone}，实际 {rate}，原因是资金未下达：{waiting}。应由财政端下达，不属单位支出慢。',
        en: 'By the end of month {month}, {milestone} of the budget should be spent; {rate} is, because money was not released: {waiting}. It is the turn of the finance side; the unit is not late.',
        clears: releaseTheRest,
      },
    },
  },

  *check({ dossier, options, period, timeProgressOf }) {
    const milestone = milestoneOf(options.milestones, period);
    for (const row of spendingRows(dossier)) {
      const execution = executionOf(row, period);
      if (milestone === null || 'outcome' in execution) {
        yield milestone !== null && 'outcome' in execution ? execution : notApplicable;
        continue;
      }
      if (!missesMilestone(execution, milestone, options.settledAt)) {
        yield pass;
        continue;
      }
      const waiting = waitsForRelease(execution, options.spentOfReleased);
      const gap = points(gapAsShown(milestone, execution.rate));
      yield fail(row, [execution.spentFields[0], execution.budgetField], {
        message: waiting ? 'waiting' : 'missed',
        args: {
          ...executionWords(execution, period, timeProgressOf(row)),
          milestone: percent(milestone, 0),
          gap,
          days: options.responseDays,
          step: nextStep(row, execution, stillToSpend(execution, milestone)),
        },
        severity: waiting ? 'warning' : 'error',
        value: percent(execution.rate),
        expected: percent(milestone),
        difference: `-${gap}`,
        threshold: percent(milestone, 0),
        atStake: Math.round(milestone * execution.budget) - execution.spent,
        trace: rateTrace(execution),
        ...explained(row),
      });
    }
  },
});
