import { z } from 'zod';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { type Fen, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { readsAsShare } from '../../pipeline/model/spending.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZC-06: a share of canteen purchases is set aside for farm produce of poor regions, and bought by the end of the year. */
export const farmProduceReserve = defineRule({
  meta: {
    id: 'ZC-06',
    name: 'farm-produce-reserve',
    title: { zh: '脱贫地区农副产品预留与完成不足', en: 'Farm produce of poor regions: share and purchases' },
    group: 'procurement',
    scope: 'table',
    needs: ['T15'],
    severity: 'warning',
    basis: {
      source: '公开的脱贫地区农副产品采购通知（预留不低于食堂食材采购总额的10%，年末完成预留份额）',
      why: {
        zh: '有食堂的预算单位应按比例预留并在年内完成采购。',
        en: 'Units with a canteen set a share aside and buy it within the year.',
      },
    },
    options: z.object({
      reserve: z.number().min(0).max(1).default(0.1).register(meaning, {
        unit: 'share',
        zh: '预留份额占食堂采购的最低比例',
        en: 'share of canteen purchases that is set aside',
      }),
      attained: z.number().min(0).default(1).register(meaning, {
        unit: 'share',
        zh: '年底应完成预留份额的比例',
        en: 'share of the set-aside that is bought by the end of the year',
      }),
    }),
    messages: {
      reserve: {
        zh: '脱贫地区农副产品预留 {reserved} {unit}，占食堂采购 {canteen} {unit}的 {share}（应 ≥{required}）。',
        en: '{reserved} of canteen purchases of {canteen} ({unit}) is set aside for farm produce: {share} (at least {required} required).',
        clears: {
          zh: '将预留份额增加到 {due} {unit}以上；没有食堂的，注明“无食堂”。',
          en: 'Set aside at least {due} ({unit}); without a canteen, say so.',
        },
      },
      attained: {
        zh: '脱贫地区农副产品预留 {reserved} {unit}，年末已采购 {bought} {unit}，完成 {share}（应 ≥{required}）。',
        en: 'Of {reserved} set aside for farm produce {bought} ({unit}) was bought by the end of the year: {share} (at least {required} required).',
        clears: {
          zh: '补采购 {missing} {unit}；已采购的，更正采购金额。',
          en: 'Buy {missing} ({unit}) more, or correct the amount.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const { rows, totals } = submission.tables.purchases;
    const open = rows.filter((row) => !row.classified);
    // Some sheets give these figures once, in the total row.
    const source = open.some((row) => amountOf(row, 'reserved') !== null) ? open : totals.slice(-1);
    const reserved = columnOf(source, 'reserved');
    if (reserved === null) {
      const unread = open.find(
        (row) =>
          isUnread(row, 'reserved') ||
          // Canteen purchases of which nothing is said to be set aside: none, or not filled in.
          (row.source.columns.has('reserved') && (amountOf(row, 'canteen') ?? 0) > 0),
      );
      yield unread === undefined ? notApplicable : undecidable(unread, 'reserved');
      return;
    }
    yield judgeReserve(source, reserved, options.reserve);
    yield monthOf(period) === 12 ? judgeAttained(source, reserved, options.attained) : notApplicable;
  },
});

interface Column {
  readonly sum: Fen;
  /** Rows that have an amount. */
  readonly rows: readonly Row[];
}

/** A column summed up; null when no row has an amount. */
function columnOf(rows: readonly Row[], field: string): Column | null {
  const filled = rows.filter((row) => amountOf(row, field) !== null);
  if (filled.length === 0) return null;
  return { rows: filled, sum: sumUp(filled, field) };
}

function judgeReserve(rows: readonly Row[], reserved: Column, required: number): Verdict {
  const unread = rows.find((row) => isUnread(row, 'canteen') || isUnread(row, 'reserved'));
  if (unread !== undefined) return undecidable(unread, isUnread(unread, 'canteen') ? 'canteen' : 'reserved');
  const canteen = columnOf(rows, 'canteen');
  const first = reserved.rows[0];
  if (canteen === null || canteen.sum <= 0 || first === undefined) return notApplicable;
  const due = required * canteen.sum;
  if (readsAsShare(reserved.sum, canteen.sum, required)) return pass;
  const unit = unitOf(first, 'reserved');
  return failAt([...placesOf(reserved, 'reserved'), ...placesOf(canteen, 'canteen')], {
    message: 'reserve',
    args: {
      reserved: inUnit(reserved.sum, unit),
      canteen: inUnit(canteen.sum, unit),
      share: percentOf(reserved.sum, canteen.sum),
      required: percent(required, 0),
      due: inUnit(Math.ceil(due - 1e-6), unit),
      unit,
    },
    measure: 'reserve',
    value: percentOf(reserved.sum, canteen.sum),
    threshold: percent(required, 0),
    atStake: Math.ceil(due - reserved.sum - 1e-6),
    trace: `${inUnit(reserved.sum, unit)} ÷ ${inUnit(canteen.sum, unit)} = ${percentOf(reserved.sum, canteen.sum)}`,
  });
}

function judgeAttained(rows: readonly Row[], reserved: Column, required: number): Verdict {
  const unread = rows.find((row) => isUnread(row, 'bought'));
  if (unread !== undefined) return undecidable(unread, 'bought');
  const first = reserved.rows[0];
  if (first === undefined || reserved.sum <= 0 || !first.source.columns.has('bought')) return notApplicable;
  const bought = columnOf(rows, 'bought') ?? { sum: 0, rows: [] };
  const due = required * reserved.sum;
  if (readsAsShare(bought.sum, reserved.sum, required)) return pass;
  const unit = unitOf(first, 'reserved');
  return failAt([placeOf(bought.rows[0] ?? first, 'bought'), ...placesOf(reserved, 'reserved')], {
    message: 'attained',
    args: {
      reserved: inUnit(reserved.sum, unit),
      bought: inUnit(bought.sum, unit),
      share: percentOf(bought.sum, reserved.sum),
      required: percent(required, 0),
      missing: inUnit(Math.ceil(due - bought.sum - 1e-6), unit),
      unit,
    },
    measure: 'attained',
    value: percentOf(bought.sum, reserved.sum),
    threshold: percent(required, 0),
    atStake: Math.ceil(due - bought.sum - 1e-6),
    trace: `${inUnit(bought.sum, unit)} ÷ ${inUnit(reserved.sum, unit)} = ${percentOf(bought.sum, reserved.sum)}`,
  });
}

function placesOf({ rows }: Column, field: string) {
  return rows.slice(0, 4).map((row) => placeOf(row, field));
}
