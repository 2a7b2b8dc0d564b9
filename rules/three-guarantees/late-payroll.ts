import { z } from 'zod';
import { daysBetween } from '../../pipeline/model/days-between.ts';
import { remarked } from '../../pipeline/model/explanation.ts';
import { kindOf } from '../../pipeline/model/guarantee-lines.ts';
import { isEmpty, isUnread } from '../../pipeline/model/is-empty.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SB-06: wages are paid on the day they are due, not after it. */
export const latePayroll = defineRule({
  meta: {
    id: 'SB-06',
    name: 'late-payroll',
    title: { zh: '工资发放逾期', en: 'Late payroll' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'error',
    basis: {
      source: '保工资按时发放的通行做法；宽限天数为本工具默认（可在参数中调整）',
      why: {
        zh: '保工资列“三保”之首，应按日足额发放，逾期一天也须说明。',
        en: 'Wages come first among the guarantees; a single day late must be explained.',
      },
    },
    options: z.object({
      graceDays: z.number().int().min(0).default(0).register(meaning, {
        unit: 'days',
        zh: '工资晚于应发日不超过此天数的，不算逾期',
        en: 'calendar days after the due day on which wages still count as paid on time',
      }),
    }),
    messages: {
      late: {
        zh: '{month}月工资应于 {dueOn} 发放，实际 {paidOn} 发放，逾期 {days} 天。',
        en: 'Wages of month {month} were due on {dueOn} and paid on {paidOn}: {days} days late.',
        clears: {
          zh: '核对应付日期和支付时间；确属逾期的，在备注中说明原因。',
          en: 'Check both dates; if they stand, give the reason in the remark.',
        },
      },
      unpaid: {
        zh: '{month}月工资应于 {dueOn} 发放，至 {asOf} 尚未发放，已逾期 {days} 天。',
        en: 'Wages of month {month} were due on {dueOn} and are not paid by {asOf}: {days} days late.',
        clears: {
          zh: '立即发放；已发放的，补填支付时间。',
          en: 'Pay them at once; if they are paid, enter the day.',
        },
      },
    },
  },

  *check({ submission, options, asOf }) {
    for (const row of submission.tables.items.rows) {
      const { dueOn, paidOn, spent } = row.values;
      const { columns } = row.source;
      if (row.classified || kindOf(row) !== 'wages' || !columns.has('dueOn') || !columns.has('paidOn')) {
        yield notApplicable;
        continue;
      }
      if (dueOn === null) {
        yield isEmpty(row, 'dueOn') ? notApplicable : undecidable(row, 'dueOn');
        continue;
      }
      if (isUnread(row, 'paidOn')) {
        yield undecidable(row, 'paidOn');
        continue;
      }
      // Whatever was paid by now was paid in time.
      if (paidOn === null && daysBetween(dueOn, asOf) <= options.graceDays) {
        yield pass;
        continue;
      }
      // Money that is spent has been paid on some day: the day is wanting, not the payment.
      if (paidOn === null && spent !== 0) {
        yield undecidable(row, spent === null ? 'spent' : 'paidOn');
        continue;
      }
      const days = daysBetween(dueOn, paidOn ?? asOf);
      if (days <= options.graceDays) {
        yield pass;
        continue;
      }
      const { arranged } = row.values;
      const amount = paidOn === null ? arranged : spent;
      yield fail(row, ['paidOn', 'dueOn'], {
        message: paidOn === null ? 'unpaid' : 'late',
        args: { month: monthOf(dueOn), dueOn, paidOn: paidOn ?? '', asOf, days },
        measure: `${monthOf(dueOn)}`,
        value: paidOn ?? asOf,
        expected: dueOn,
        difference: String(days),
        threshold: String(options.graceDays),
        ...(amount === null ? {} : { atStake: amount }),
        ...remarked(row),
      });
    }
  },
});
