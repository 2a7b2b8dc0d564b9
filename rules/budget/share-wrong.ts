import { z } from 'zod';
import { budgetBalanceOf, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { agreement, type Fen, inUnit, percentOf, points } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { term } from '../../pipeline/model/trace.ts';
import {
  failAt,
  notApplicable,
  pass,
  undecidable,
  undecidableAt,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { type ShareBase, shareBaseOf } from './share-base.ts';

/** BUD-04: a stated share is the item's amount over the total, rounded. */
export const shareWrong = defineRule({
  meta: {
    id: 'BUD-04',
    name: 'share-wrong',
    title: { zh: '占比错误', en: 'Share wrong' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核（住房保障支出占比应为 3.06%，报告填 3.07%）；公开要求百分比保留两位小数',
      why: {
        zh: '占比应由金额算出；为凑足 100% 而改动的占比与金额不符。',
        en: 'Shares follow from amounts; one that was bent to make the column 100 % no longer does.',
      },
    },
    options: z
      .object({
        noticeAbove: z.number().min(0).default(0.00005).register(meaning, {
          unit: 'points',
          zh: '占比与计算值相差不超过此值，视为四舍五入',
          en: 'difference of shares that rounding to two decimals may make',
        }),
        warnAbove: z.number().min(0).default(0.0001).register(meaning, {
          unit: 'points',
          zh: '占比与计算值相差超过此值，须核对',
          en: 'difference of shares above which the last digit no longer explains it',
        }),
      })
      .check(rising('noticeAbove', 'warnAbove')),
    messages: {
      wrong: {
        zh: '{item} {amount} {unit}，占{total} {whole} {unit}的 {computed}，填报 {stated}。',
        en: '"{item}": {amount} is {computed} of the total of {whole} ({unit}), not {stated}.',
        clears: {
          zh: '将{item}的占比改为 {computed}，或更正金额。',
          en: 'Change the share to {computed}, or correct the amount.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const balance = budgetBalanceOf(submission, period);
    for (const side of balance === null ? [] : [balance.revenue, balance.expenditure]) {
      const base = shareBaseOf(side);
      const items = base?.parts ?? side.items;
      const decimals = base === null ? 2 : decimalsOfShares(items, base.fen);
      // Shares given to one decimal are judged by that decimal.
      const scale = 10 ** Math.max(0, 2 - decimals);
      for (const item of items) {
        yield base === null
          ? notApplicable
          : judge(item, base, {
              notice: options.noticeAbove * scale,
              warn: options.warnAbove * scale,
              decimals,
            });
      }
    }
  },
});

interface Limits {
  readonly notice: number;
  readonly warn: number;
  readonly decimals: number;
}

function judge(item: Row, base: ShareBase, limits: Limits): Verdict {
  const { share } = item.values;
  if (item.classified || typeof share !== 'number') return notApplicable;
  const amount = amountOf(item, 'amount');
  if (amount === null) return undecidable(item, 'amount');
  const gap = share - amount / base.fen;
  if (Math.abs(gap) <= limits.notice + 1e-9) return pass;
  // Where the items do not make up the total, BUD-01 and BUD-02 say so: the shares follow from either.
  if (isDoubtful(base)) return undecidableAt(placeOf(base.row, 'amount'), 'doubtful', projectOf(item));
  const unit = unitOf(item, 'amount');
  const decimals = limits.decimals === 0 ? 2 : limits.decimals;
  const computed = percentOf(amount, base.fen, decimals);
  const stated = `${points(share, decimals)}%`;
  return failAt(
    [placeOf(item, 'share'), placeOf(item, 'amount'), placeOf(base.row, 'amount')],
    {
      message: 'wrong',
      args: {
        item: nameOfItem(item),
        total: nameOfItem(base.row),
        amount: inUnit(amount, unit),
        whole: inUnit(base.fen, unit),
        computed,
        stated,
        unit,
      },
      severity: Math.abs(gap) <= limits.warn + 1e-9 ? 'notice' : 'warning',
      value: stated,
      expected: computed,
      difference: points(gap, 4),
      threshold: `${points(limits.notice, 3)} / ${points(limits.warn, 3)}`,
      trace: `${term(item, 'amount')} ÷ ${term(base.row, 'amount')} = ${percentOf(amount, base.fen, 4)}`,
    },
    projectOf(item),
  );
}

function isDoubtful({ row, fen, parts }: ShareBase): boolean {
  const sum = sumUp(parts, 'amount');
  return agreement(sum, fen, parts.length, unitOf(row, 'amount')) === 'wrong';
}

/**
 * The most decimals that a column of percentages uses, at most four: 65.84 % uses two. Fewer than two only where some
 * share was rounded to them: 60 % and 40 % of round amounts are exact, and mean 60.00 % and 40.00 %.
 */
function decimalsOfShares(rows: readonly Row[], whole: Fen): number {
  const most = mostDecimals(rows);
  if (most >= 2) return most;
  const halfDigit = (decimals: number) => 0.005 / 10 ** decimals + 1e-9;
  const isRounded = rows.some((row) => {
    const { share } = row.values;
    const amount = amountOf(row, 'amount');
    const gap = typeof share === 'number' && amount !== null ? Math.abs(share - amount / whole) : 0;
    return gap > halfDigit(2) && gap <= halfDigit(most);
  });
  return isRounded ? most : 2;
}

function mostDecimals(rows: readonly Row[]): number {
  let most = 0;
  for (const { values } of rows) {
    if (typeof values.share !== 'number') continue;
    const hundredths = values.share * 100;
    while (most < 4 && Math.abs(hundredths * 10 ** most - Math.round(hundredths * 10 ** most)) > 1e-6)
      most += 1;
  }
  return most;
}
