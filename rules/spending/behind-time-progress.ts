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
import { gapTier } from '../../pipeline/model/spending-tiers.ts';
import { fail, pass } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { behindWarnAbove, spentOfReleased } from './thresholds.ts';

/** PRG-01: spending against the share of the year that has passed. Where the money was not released, it says so. */
export const behindTimeProgress = defineRule({
  meta: {
    id: 'PRG-01',
    name: 'behind-time-progress',
    title: { zh: '支出滞后序时进度', en: 'Spending behind time progress' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'warning',
    basis: {
      source:
        '预算执行进度通报通行做法（序时进度=月份÷12，以百分点计差距）；分档界限为本工具默认（可在参数中调整）',
      why: {
        zh: '支出进度低于序时进度的项目，年底前可能用不完；资金未下达造成的滞后不由单位负责，最高只提示到“需核实”。',
        en: 'A project behind time progress may not be spent by year end. Where the money was not released the unit is not late: never more than a warning.',
      },
    },
    options: z
      .object({
        noticeAbove: z.number().min(0).default(0).register(meaning, {
          unit: 'points',
          zh: '支出进度落后序时进度超过此值，作提示',
          en: 'gap to time progress above which it is noted',
        }),
        warnAbove: behindWarnAbove,
        errorAbove: z.number().min(0).default(0.2).register(meaning, {
          unit: 'points',
          zh: '支出进度落后序时进度超过此值，为错误',
          en: 'gap to time progress above which it cannot be accepted',
        }),
        spentOfReleased,
      })
      .check(rising('noticeAbove', 'warnAbove', 'errorAbove')),
    messages: {
      behind: {
        zh: '截至{month}月支出进度 {rate}，序时进度 {time}，滞后 {gap} 个百分点{release}。',
        en: 'By month {month}, {rate} of the budget is spent against time progress of {time}: {gap} points behind{release}.',
        clears: { zh: '{step}', en: '{step}' },
      },
      waiting: {
        zh: '截至{month}月支出进度 {rate}，比序时进度 {time} 低 {gap} 个百分点，原因是资金未下达：{waiting}。应由财政端下达，不属单位支出慢。',
        en: 'By month {month}, {rate} of the budget is spent, {gap} points below time progress of {time}, because money was not released: {waiting}. It is the turn of the finance side; the unit is not late.',
        clears: releaseTheRest,
      },
    },
  },

  *check({ dossier, options, period, timeProgressOf }) {
    for (const row of spendingRows(dossier)) {
      const execution = executionOf(row, period);
      if ('outcome' in execution) {
        yield execution;
        continue;
      }
      const timeProgress = timeProgressOf(row);
      const tier = gapTier(execution, timeProgress.share, options);
      if (tier === null) {
        yield pass;
        continue;
      }
      const waiting = waitsForRelease(execution, options.spentOfReleased);
      const gap = points(gapAsShown(timeProgress.share, execution.rate));
      yield fail(row, [execution.spentFields[0], execution.budgetField], {
        message: waiting ? 'waiting' : 'behind',
        args: {
          ...executionWords(execution, period, timeProgress),
          gap,
          step: nextStep(row, execution, stillToSpend(execution, timeProgress.share)),
        },
        severity: waiting && tier === 'error' ? 'warning' : tier,
        value: percent(execution.rate),
        expected: percent(timeProgress.share),
        difference: `-${gap}`,
        threshold: [options.noticeAbove, options.warnAbove, options.errorAbove]
          .map((one) => percent(one, 0))
          .join(' / '),
        atStake: Math.round(timeProgress.share * execution.budget) - execution.spent,
        trace: rateTrace(execution),
        ...explained(row),
      });
    }
  },
});
