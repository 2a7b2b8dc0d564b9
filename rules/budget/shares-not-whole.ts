import { z } from 'zod';
import { type BalanceSide, budgetBalanceOf } from '../../pipeline/model/budget-balance.ts';
import { percent, points } from '../../pipeline/model/money.ts';
import { amountOf, placeOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { shareBaseOf } from './share-base.ts';

/** BUD-05: the stated shares of a side make up 100 %. A single share that is wrong is rule BUD-04's. */
export const sharesNotWhole = defineRule({
  meta: {
    id: 'BUD-05',
    name: 'shares-not-whole',
    title: { zh: '占比合计不等于100%', en: 'Shares do not make up 100 %' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核（占比合计应为100%）；界限为本工具默认（可在参数中调整）',
      why: {
        zh: '各项占比之和应为 100%，相差较多的说明有漏项。',
        en: 'Shares add up to 100 %; where they do not, an item is missing.',
      },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.0005).register(meaning, {
        unit: 'points',
        zh: '占比合计与100%允许的差',
        en: 'difference from 100 % that rounding may make',
      }),
      wrongAbove: z.number().min(0).default(0.0001).register(meaning, {
        unit: 'points',
        zh: '单项占比相差超过此值的，由“占比错误”指出，本条不再重复',
        en: 'difference of a single share above which "Share wrong" names that share instead',
      }),
    }),
    messages: {
      differs: {
        zh: '{side}占比 {count} 项合计 {sum}，应为 100%，差 {difference} 个百分点。',
        en: 'The {count} shares of {side} make up {sum} instead of 100 %: {difference} points.',
        clears: {
          zh: '核对有无漏列的项目或占比。',
          en: 'See whether an item or a share was left out.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const balance = budgetBalanceOf(submission, period);
    if (balance === null) yield notApplicable;
    else {
      yield judge(balance.revenue, { zh: '收入', en: 'revenue' }, options);
      yield judge(balance.expenditure, { zh: '支出', en: 'expenditure' }, options);
    }
  },
});

function judge(
  side: BalanceSide,
  words: { readonly zh: string; readonly en: string },
  options: { readonly tolerance: number; readonly wrongAbove: number },
): Verdict {
  const base = shareBaseOf(side);
  const rows = base?.parts ?? side.items;
  const shares = rows.flatMap((row) =>
    typeof row.values.share === 'number' ? [{ row, share: row.values.share }] : [],
  );
  if (shares.length === 0) return notApplicable;
  const sum = shares.reduce((all, { share }) => all + share, 0);
  if (Math.abs(sum - 1) <= options.tolerance + 1e-9) return pass;
  const without = rows.find(
    (row) =>
      typeof row.values.share !== 'number' &&
      amountOf(row, 'amount') !== 0 &&
      amountOf(row, 'amount') !== null,
  );
  if (without !== undefined) return undecidable(without, 'share');
  // A wrong share is BUD-04's; amounts that do not make up their total, whose shares follow them, are BUD-01's and BUD-02's.
  const isSaid =
    base !== null &&
    (shares.some(
      ({ row, share }) =>
        Math.abs(share - (amountOf(row, 'amount') ?? 0) / base.fen) > options.wrongAbove + 1e-9,
    ) ||
      Math.abs(sumUp(rows, 'amount') / base.fen - 1) > options.tolerance + 1e-9);
  if (isSaid) return notApplicable;
  return failAt(
    shares.map(({ row }) => placeOf(row, 'share')),
    {
      message: 'differs',
      args: { side: words, count: shares.length, sum: percent(sum), difference: points(sum - 1) },
      measure: words.en,
      value: percent(sum),
      expected: '100.00%',
      difference: points(sum - 1),
      tolerance: points(options.tolerance),
      trace: `${shares.map(({ row }) => placeOf(row, 'share').cell).join('+')} = ${percent(sum)}`,
    },
  );
}
