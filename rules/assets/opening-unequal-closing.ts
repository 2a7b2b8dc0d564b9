import { z } from 'zod';
import { type AssetRow, assetRowsOf, nameOf } from '../../pipeline/model/asset-items.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { previousPeriod } from '../../pipeline/model/period.ts';
import { amountOf, placeOf, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { isMonthly } from './is-monthly.ts';

/** ZA-01: what a month opens with is what the month before closed with. */
export const openingUnequalClosing = defineRule({
  meta: {
    id: 'ZA-01',
    name: 'opening-unequal-closing',
    title: { zh: '期初数与上期期末数不符', en: 'Opening is not the closing of the month before' },
    group: 'assets',
    scope: 'table',
    needs: ['T11'],
    severity: 'error',
    basis: {
      source: '公开的国有资产月报填报说明（上月期末数由系统提取，不得自行修改）',
      why: {
        zh: '期初数应等于上期期末数；改动期初数会掩盖资产变动。',
        en: 'A changed opening balance hides what happened to the assets.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '「{item}」期初 {opening} {unit}，上期期末 {closing} {unit}，差 {difference} {unit}（期初数不得自行修改）。',
        en: '"{item}" opens with {opening} but closed last month with {closing} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将期初数改回 {closing} {unit}；上期填错的，先更正上期月报。',
          en: "Change the opening back to {closing} ({unit}); if last month's was wrong, correct that report first.",
        },
      },
    },
  },

  *check({ submission, period }) {
    const before = submission.history.find((one) => one.period.period === previousPeriod(period));
    const earlier = before === undefined ? [] : assetRowsOf(before);
    for (const own of assetRowsOf(submission)) {
      const { row } = own;
      const theirs = isMonthly(row) ? sameRow(earlier, own) : null;
      const closing = theirs === null ? null : amountOf(theirs.row, 'closing');
      const opening = amountOf(row, 'opening');
      if (theirs === null || (closing === null && opening === null)) {
        yield notApplicable;
        continue;
      }
      if (opening === null || closing === null) {
        yield opening === null ? undecidable(row, 'opening') : undecidable(theirs.row, 'closing');
        continue;
      }
      // Sheets in different units are compared in fen, and to the fen: the figure is copied, not computed.
      if (opening === closing) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'opening');
      const difference = inUnit(opening - closing, unit);
      yield failAt([placeOf(row, 'opening'), placeOf(theirs.row, 'closing')], {
        message: 'differs',
        args: {
          item: nameOf(own),
          opening: inUnit(opening, unit),
          closing: inUnit(closing, unit),
          difference,
          unit,
        },
        measure: own.item ?? own.name,
        value: inUnit(opening, unit),
        expected: inUnit(closing, unit),
        difference,
        atStake: Math.abs(opening - closing),
        trace: `${term(row, 'opening')} ${minus} ${theirs.row.source.sheet}!${term(theirs.row, 'closing')} = ${difference}`,
      });
    }
  },
});

/** The same item on the sheet of the month before; null when it is not there, or twice. */
function sameRow(earlier: readonly AssetRow[], own: AssetRow): AssetRow | null {
  const same = earlier.filter((one) => (own.item === null ? one.name === own.name : one.item === own.item));
  return same.length === 1 ? (same[0] ?? null) : null;
}
