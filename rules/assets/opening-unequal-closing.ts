import { z } from 'zod';
import { type AssetRow, assetRowsOf, nameOf } from '../../pipeline/model/asset-items.ts';
import { unknownAmountUnit } from '../../pipeline/model/comparable.ts';
import type { PreviousBalance } from '../../pipeline/model/dossier.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { type Fen, inUnit } from '../../pipeline/model/money.ts';
import { previousPeriod } from '../../pipeline/model/period.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
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
    const earlier = before === undefined ? [] : assetRowsOf(before).filter(({ row }) => !isHeading(row));
    const known = previous?.period === previousPeriod(period) ? previous.balances : [];
    const unclear = unknownAmountUnit(before === undefined ? [submission] : [submission, before]);
    const rows = assetRowsOf(submission);
    const byItem = groupBy(
      rows.filter(({ row }) => !isHeading(row)),
      keyOf,
    );
    for (const own of rows) {
      const { row } = own;
      // Of an item that stands twice nobody can tell which row the one closing belongs to.
      const isOnce = !isHeading(row) && byItem.get(keyOf(own))?.length === 1;
      const theirs = isMonthly(row) && isOnce ? closingOf(own, earlier, known) : null;
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
      if (unclear !== null) {
        yield undecidableAt(unclear, 'blank');
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
          measure: keyOf(own),
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
    const same = earlier.filter((one) => keyOf(one) === keyOf(own));
    const [only] = same;
    return same.length === 1 && only !== undefined
      ? { fen: amountOf(only.row, 'closing'), row: only.row }
      : null;
  }
  const same = known.filter(({ item }) => item === keyOf(own));
  const [only] = same;
  return same.length === 1 && only !== undefined ? { fen: only.closing, row: null } : null;
}

/** An item by our own name for it, or by the sheet's; as the report keeps what it closed with. */
function keyOf({ item, name }: AssetRow): string {
  return item ?? name;
}

/** Whether a row only heads others: it has no balance of its own. */
function isHeading(row: Row): boolean {
  return isEmpty(row, 'opening') && isEmpty(row, 'closing');
}
