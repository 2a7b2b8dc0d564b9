import { z } from 'zod';
import { explained, nextStep } from '../../pipeline/model/explanation.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** PRG-12: money that has been released for months and of which nothing was spent. */
export const noSpending = defineRule({
  meta: {
    id: 'PRG-12',
    name: 'no-spending',
    title: { zh: '已下达资金长期零支出', en: 'Released money lies idle' },
    group: 'spending',
    scope: 'table',
    needs: ['T01'],
    severity: 'warning',
    basis: {
      source: '预算执行监控通行做法；月份界限为本工具默认（可在参数中调整）',
      why: {
        zh: '已下达而迟迟没有支出的项目，须说明何时支出，或提出调剂、收回意见。',
        en: 'Where money was released and none of it spent, the unit says when it will be, or gives it back.',
      },
    },
    options: z
      .object({
        warnFrom: z.number().int().min(1).max(12).default(6).register(meaning, {
          unit: 'month',
          zh: '从此月起仍为零支出的，须说明',
          en: 'month from which spending of nothing makes a person look',
        }),
        errorFrom: z.number().int().min(1).max(12).default(9).register(meaning, {
          unit: 'month',
          zh: '从此月起仍为零支出的，为错误',
          en: 'month from which spending of nothing cannot be accepted',
        }),
      })
      .check(rising('warnFrom', 'errorFrom')),
    messages: {
      idle: {
        zh: '已下达 {released} {unit}，至{month}月仍为零支出。',
        en: '{released} ({unit}) is released and nothing spent by month {month}.',
        clears: { zh: '{step}', en: '{step}' },
      },
    },
  },

  *check({ submission, options, period }) {
    const month = monthOf(period);
    for (const row of submission.tables.projects.rows) {
      if (row.classified || month < options.warnFrom) {
        yield notApplicable;
        continue;
      }
      const { budget, released, spent } = spendingOf(row, period);
      const spentField = spent.fields[0];
      if (spent.fen === null) {
        yield undecidable(row, spentField);
        continue;
      }
      if (spent.fen !== 0) {
        yield pass;
        continue;
      }
      if (released.fen === null) {
        yield undecidable(row, 'released');
        continue;
      }
      if (released.fen <= 0) {
        yield notApplicable;
        continue;
      }
      const unit = unitOf(row, 'released');
      yield fail(row, [spentField, 'released'], {
        message: 'idle',
        args: {
          released: inUnit(released.fen, unit),
          unit,
          month,
          step: nextStep(
            row,
            { budget: budget.fen, released: released.fen, spent: spent.fen, unit },
            { zh: '', en: '' },
          ),
        },
        severity: month >= options.errorFrom ? 'error' : 'warning',
        value: inUnit(0, unit),
        threshold: `${options.warnFrom} / ${options.errorFrom}`,
        atStake: released.fen,
        ...explained(row),
      });
    }
  },
});
