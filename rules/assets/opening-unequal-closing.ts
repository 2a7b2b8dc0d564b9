import { z } from 'zod';
import { type AssetRow, assetRowsOf, nameOf } from '../../pipeline/model/asset-items.ts';
import type { PreviousBalance } from '../../pipeline/model/dossier.ts';
import { type Fen, inUnit } from '../../pipeline/model/money.ts';
import { previousPeriod } from '../../pipeline/model/period.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
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

  *check({ submission, period, previous }) {
    const before = submission.history.find((one) => one.period.period === previousPeriod(period));
    const earlier = before === undefined ? [] : assetRowsOf(before);
    const known = previous?.period === previousPeriod(period) ? previous.balances : [];
    for (const own of assetRowsOf(submission)) {
      const { row } = own;
      const theirs = isMonthly(row) ? closingOf(own, earlier, known) : null;
      const opening = amountOf(row, 'opening');
      if (theirs === null || (theirs.fen === null && opening === null)) {
        yield notApplicable;
        continue;
      }
      const closing = theirs.fen;
      if (opening === null || closing === null) {
        yield opening === null || theirs.row === null
          ? undecidable(row, 'opening')
          : undecidable(theirs.row, 'closing');
        continue;
      }
      // Sheets in different units are compared in fen, and to the fen: the figure is copied, not computed.
      if (opening === closing) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'opening');
      const difference = inUnit(opening - closing, unit);
      yield failAt(
        [placeOf(row, 'opening'), ...(theirs.row === null ? [] : [placeOf(theirs.row, 'closing')])],
        {
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
          trace: `${term(row, 'opening')} ${minus} ${theirs.row === null ? `${previousPeriod(period)} ${inUnit(closing, unit)}` : `${theirs.row.source.sheet}!${term(theirs.row, 'closing')}`} = ${difference}`,
        },
      );
    }
  },
});

/** What the month before closed with: by its sheet in the same workbook, else by the previous run. */
interface Closing {
  readonly fen: Fen | null;
  /** Null for what a previous run knows: its sheet is not at hand. */
  readonly row: Row | null;
}

/** The same item of the month before; null when it is not there, or twice. */
function closingOf(
  own: AssetRow,
  earlier: readonly AssetRow[],
  known: readonly PreviousBalance[],
): Closing | null {
  if (earlier.length > 0) {
    const same = earlier.filter((one) => (own.item === null ? one.name === own.name : one.item === own.item));
    const [only] = same;
    return same.length === 1 && only !== undefined
      ? { fen: amountOf(only.row, 'closing'), row: only.row }
      : null;
  }
  const same = known.filter(({ item }) => item === (own.item ?? own.name));
  const [only] = same;
  return same.length === 1 && only !== undefined ? { fen: only.closing, row: null } : null;
}
