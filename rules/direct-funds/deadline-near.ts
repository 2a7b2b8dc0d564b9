import { z } from 'zod';
import { daysBetween } from '../../pipeline/model/days-between.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { readsAsShare } from '../../pipeline/model/spending.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** When what is unspent of a direct-transfer fund calls for attention. */
export const deadlineLimits = z
  .object({
    warnDays: z.number().int().min(0).default(30).register(meaning, {
      unit: 'days',
      zh: '距支出期限不足此天数，开始提醒',
      en: 'days to the deadline from which to warn',
    }),
    warnBelow: z.number().min(0).default(0.8).register(meaning, {
      unit: 'share',
      zh: '临近期限（提醒）时应达到的支出进度',
      en: 'execution rate that must be reached within the days of warning',
    }),
    errorDays: z.number().int().min(0).default(10).register(meaning, {
      unit: 'days',
      zh: '距支出期限不足此天数，按错误提出',
      en: 'days to the deadline from which it is an error',
    }),
    errorBelow: z.number().min(0).default(0.95).register(meaning, {
      unit: 'share',
      zh: '临近期限（错误）时应达到的支出进度',
      en: 'execution rate that must be reached within the days of error',
    }),
  })
  .check(rising('errorDays', 'warnDays'))
  .check(rising('warnBelow', 'errorBelow'));

/** ZD-03: with the deadline near, most of a direct-transfer fund is spent. */
export const deadlineNear = defineRule({
  meta: {
    id: 'ZD-03',
    name: 'deadline-near',
    title: { zh: '直达资金临期预警', en: 'Deadline of a direct-transfer fund is near' },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'warning',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '临近期限仍有较多资金未支出，应提前催办。',
        en: 'Much unspent shortly before the deadline calls for action now.',
      },
    },
    options: deadlineLimits,
    messages: {
      near: {
        zh: '「{fund}」距支出期限 {deadline} 还有 {days} 天，支出进度 {rate}，尚有 {left} {unit}未支出。',
        en: '"{fund}" is due by {deadline}, in {days} days; {rate} is spent, {left} ({unit}) is not.',
        clears: {
          zh: '在 {deadline} 前支出其余 {left} {unit}，或提前提出收回、结转意见。',
          en: 'Spend the remaining {left} ({unit}) by {deadline}, or propose to return or carry it over in time.',
        },
      },
    },
  },

  *check({ submission, options, asOf }) {
    for (const row of submission.tables.funds.rows) {
      const { deadline, released, spent } = row.values;
      const days = deadline === null ? null : daysBetween(asOf, deadline);
      if (row.classified || (days !== null && (days <= 0 || days > options.warnDays))) {
        yield notApplicable;
        continue;
      }
      if (spent === null && row.values.rate !== null) {
        yield notApplicable;
        continue;
      }
      if (released === null || spent === null) {
        yield undecidable(row, released === null ? 'released' : 'spent');
        continue;
      }
      if (released <= 0 || spent >= released) {
        yield released <= 0 ? notApplicable : pass;
        continue;
      }
      if (deadline === null || days === null) {
        yield undecidable(row, 'deadline');
        continue;
      }
      const isError = days <= options.errorDays && !readsAsShare(spent, released, options.errorBelow);
      if (!isError && readsAsShare(spent, released, options.warnBelow)) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'spent');
      yield fail(row, ['spent', 'released', 'deadline'], {
        message: 'near',
        args: {
          fund: row.values.fundName ?? '',
          deadline,
          days,
          rate: percentOf(spent, released),
          left: inUnit(released - spent, unit),
          unit,
        },
        severity: isError ? 'error' : 'warning',
        value: percentOf(spent, released),
        expected: `≥ ${percent(isError ? options.errorBelow : options.warnBelow, 0)}`,
        threshold: `${options.warnDays}/${percent(options.warnBelow, 0)}, ${options.errorDays}/${percent(options.errorBelow, 0)}`,
        atStake: released - spent,
        trace: `${term(row, 'spent')} ÷ ${term(row, 'released')} = ${percentOf(spent, released)}`,
      });
    }
  },
});
