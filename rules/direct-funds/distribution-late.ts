import { z } from 'zod';
import { daysBetween } from '../../pipeline/model/days-between.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZD-04: a direct-transfer fund is passed on within a month of the day its notice came in. */
export const distributionLate = defineRule({
  meta: {
    id: 'ZD-04',
    name: 'distribution-late',
    title: { zh: '直达资金分配下达超时', en: 'Direct-transfer fund distributed late' },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'error',
    basis: {
      source: '预算法第五十二条（收到转移支付后三十日内下达）；个别文件另有更短时限的可在参数中调整',
      why: {
        zh: '收到直达资金后应在规定时间内分配下达到使用单位。',
        en: 'A transfer received must be passed on within the time the law sets.',
      },
    },
    options: z.object({
      days: z.number().int().min(0).default(30).register(meaning, {
        unit: 'days',
        zh: '收文到分配下达应在此天数以内',
        en: 'days from receipt to distribution beyond which it is late',
      }),
    }),
    messages: {
      late: {
        zh: '「{fund}」{received} 收文，{distributed} 分配下达，历时 {days} 天，超过 {limit} 天。',
        en: '"{fund}" was received on {received} and distributed on {distributed}: {days} days, more than {limit}.',
        clears: {
          zh: '核对两个日期；确属超时的，写明原因。',
          en: 'Check both dates; if they stand, say why.',
        },
      },
      pending: {
        zh: '「{fund}」{received} 收文，至 {asOf} 已 {days} 天仍未分配下达，超过 {limit} 天。',
        en: '"{fund}" was received on {received} and is not distributed after {days} days ({asOf}), more than {limit}.',
        clears: {
          zh: '立即分配下达并填写分配日期，或写明原因。',
          en: 'Distribute it now and fill in the date, or say why not.',
        },
      },
    },
  },

  *check({ submission, options, asOf }) {
    for (const row of submission.tables.funds.rows) {
      const { received, distributedOn, distributed, released } = row.values;
      if (row.classified || !row.source.columns.has('received')) {
        yield notApplicable;
        continue;
      }
      if (received === null) {
        yield undecidable(row, 'received');
        continue;
      }
      const isPending = distributedOn === null && (distributed === null || distributed === 0);
      const days = daysBetween(received, distributedOn ?? asOf);
      // Even if it was only passed on today, it was in time.
      if (days <= options.days) {
        yield pass;
        continue;
      }
      if (distributedOn === null && (!isPending || !row.source.columns.has('distributedOn'))) {
        yield undecidable(row, 'distributedOn');
        continue;
      }
      yield fail(row, ['distributedOn', 'received'], {
        message: isPending ? 'pending' : 'late',
        args: {
          fund: row.values.fundName ?? '',
          received,
          distributed: distributedOn ?? '',
          asOf,
          days,
          limit: options.days,
        },
        value: String(days),
        expected: `≤ ${options.days}`,
        difference: String(days - options.days),
        threshold: String(options.days),
        ...(released === null ? {} : { atStake: released }),
      });
    }
  },
});
