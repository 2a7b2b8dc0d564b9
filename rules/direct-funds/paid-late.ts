import { z } from 'zod';
import { daysBetween } from '../../pipeline/model/days-between.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZD-02: a direct-transfer fund was not paid after its deadline. */
export const paidLate = defineRule({
  meta: {
    id: 'ZD-02',
    name: 'paid-late',
    title: { zh: '直达资金支出日期晚于期限', en: 'Direct-transfer fund paid late' },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'error',
    basis: {
      source: '直达资金下达通知规定的支出期限（年度绩效管理自评报告逐项说明期限与支出日期）',
      why: {
        zh: '直达资金应在期限内支出，晚付影响政策效果并可能被收回。',
        en: 'Money paid after the deadline misses its purpose and may be reclaimed.',
      },
    },
    options: z.object({}),
    messages: {
      late: {
        zh: '「{fund}」于 {paid} 支出，晚于期限 {deadline} {days} 天。',
        en: '"{fund}" was paid on {paid}, {days} days after its deadline of {deadline}.',
        clears: {
          zh: '核对支出日期与期限；确属逾期的，写明原因和批准情况。',
          en: 'Check both dates; if they stand, say why and on what authority.',
        },
      },
    },
  },

  *check({ submission, asOf }) {
    for (const row of submission.tables.funds.rows) {
      const { paidOn, deadline, spent } = row.values;
      if (row.classified || (paidOn === null && (spent === null || spent === 0))) {
        yield notApplicable;
        continue;
      }
      if (deadline === null) {
        yield undecidable(row, 'deadline');
        continue;
      }
      if (paidOn === null) {
        // What is paid before the deadline has come cannot be late.
        yield asOf <= deadline ? pass : undecidable(row, 'paidOn');
        continue;
      }
      const days = daysBetween(deadline, paidOn);
      if (days <= 0) {
        yield pass;
        continue;
      }
      yield fail(row, ['paidOn', 'deadline'], {
        message: 'late',
        args: { fund: row.values.fundName ?? '', paid: paidOn, deadline, days },
        value: paidOn,
        expected: `≤ ${deadline}`,
        difference: String(days),
        ...(spent === null ? {} : { atStake: spent }),
        ...(spent === null ? {} : { trace: `${paidOn}: ${inUnit(spent, unitOf(row, 'spent'))}` }),
      });
    }
  },
});
