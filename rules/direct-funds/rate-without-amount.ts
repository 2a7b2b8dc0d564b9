import { z } from 'zod';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { inUnit, percent, percentOf, points } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZD-05: the stated execution rate of a direct-transfer fund rests on amounts, and is what they give. */
export const rateWithoutAmount = defineRule({
  meta: {
    id: 'ZD-05',
    name: 'rate-without-amount',
    title: {
      zh: '直达资金支出进度算错或无金额',
      en: 'Rate of a direct-transfer fund wrong or without amount',
    },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（称支出进度100%而无金额）',
      why: {
        zh: '没有金额的进度无法核验，算错的进度会误导调度。',
        en: 'A rate without amounts cannot be verified; a wrong one misleads those who steer by it.',
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
      noAmount: {
        zh: '「{fund}」支出进度填 {stated}，但未填支出金额，无法核验。',
        en: '"{fund}": a rate of {stated} is stated without the amount spent; it cannot be verified.',
        clears: {
          zh: '补填「{fund}」的支出金额。',
          en: 'Fill in the amount spent.',
        },
      },
      wrong: {
        zh: '「{fund}」支出进度填 {stated}，按支出 {spent} ÷ 下达 {released} {unit}应为 {computed}。',
        en: '"{fund}": the rate is stated as {stated}; {spent} of {released} ({unit}) is {computed}.',
        clears: {
          zh: '将支出进度改为 {computed}，或更正金额。',
          en: 'Change the rate to {computed}, or correct the amounts.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of submission.tables.funds.rows) {
      const { rate, released, spent } = row.values;
      if (row.classified || rate === null) {
        yield notApplicable;
        continue;
      }
      // A column that is not on the sheet is STR-02's, and said once.
      if (isBlank(row, 'spent')) {
        yield fail(row, ['spent', 'rate'], {
          message: 'noAmount',
          args: { fund: row.values.fundName ?? '', stated: percent(rate) },
          value: percent(rate),
        });
        continue;
      }
      if (spent === null || released === null) {
        yield undecidable(row, spent === null ? 'spent' : 'released');
        continue;
      }
      if (released === 0) {
        yield notApplicable;
        continue;
      }
      const gap = rate - spent / released;
      if (Math.abs(gap) <= options.tolerance + 1e-9) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'spent');
      const computed = percentOf(spent, released);
      yield fail(row, ['rate', 'spent', 'released'], {
        message: 'wrong',
        args: {
          fund: row.values.fundName ?? '',
          stated: percent(rate),
          spent: inUnit(spent, unit),
          released: inUnit(released, unit),
          computed,
          unit,
        },
        value: percent(rate),
        expected: computed,
        difference: points(gap),
        tolerance: points(options.tolerance),
        trace: `${term(row, 'spent')} ÷ ${term(row, 'released')} = ${computed}`,
      });
    }
  },
});
