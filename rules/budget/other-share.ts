import { z } from 'zod';
import { budgetBalanceOf, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { readsAboveShare } from '../../pipeline/model/spending.ts';
import { amountOf, placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { baseOf } from './judge-identity.ts';

/** BUD-14: little is spent under "other". */
export const otherShare = defineRule({
  meta: {
    id: 'BUD-14',
    name: 'other-share',
    title: { zh: '“其他支出”占比异常', en: 'Large share of "other" expenditure' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'notice',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '“其他支出”过大，说明科目没有细化。',
        en: 'A large "other" hides what the money is for.',
      },
    },
    options: z.object({
      shareAbove: z.number().min(0).default(0.1).register(meaning, {
        unit: 'share',
        zh: '“其他”类支出占支出总计超过此值，应细化科目',
        en: 'share of total expenditure above which "other" should be broken down',
      }),
    }),
    messages: {
      large: {
        zh: '其他支出 {amount} {unit}，占{total} {whole} {unit}的 {share}，超过 {limit}，请细化科目。',
        en: 'Other expenditure of {amount} is {share} of the total of {whole} ({unit}), above {limit}; break it down.',
        clears: {
          zh: '将其他支出细化到具体功能科目，使占比不超过 {limit}。',
          en: 'Move it to the functions it belongs to, down to {limit}.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const side = budgetBalanceOf(submission, period)?.expenditure;
    const base = side === undefined ? null : baseOf(side);
    const other = side?.items.find((row) => /^(?:229)?其他支出$/.test(nameOfItem(row)));
    if (side === undefined || base === null || other === undefined || other.classified) {
      yield notApplicable;
      return;
    }
    const amount = amountOf(other, 'amount');
    if (amount === null) {
      yield undecidable(other, 'amount');
      return;
    }
    if (!readsAboveShare(amount, base.fen, options.shareAbove)) {
      yield pass;
      return;
    }
    const unit = unitOf(other, 'amount');
    const share = percentOf(amount, base.fen);
    yield failAt(
      [placeOf(other, 'amount'), placeOf(base.row, 'amount')],
      {
        message: 'large',
        args: {
          amount: inUnit(amount, unit),
          total: nameOfItem(base.row),
          whole: inUnit(base.fen, unit),
          share,
          limit: percent(options.shareAbove, 0),
          unit,
        },
        value: share,
        threshold: percent(options.shareAbove, 0),
        atStake: amount,
        trace: `${term(other, 'amount')} ÷ ${term(base.row, 'amount')} = ${share}`,
      },
      projectOf(other),
    );
  },
});
