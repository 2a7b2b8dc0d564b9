import { z } from 'zod';
import { unknownAmountUnit } from '../../pipeline/model/comparable.ts';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { itemName } from '../../pipeline/model/item-name.ts';
import { type Fen, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { readsAboveShare } from '../../pipeline/model/spending.ts';
import { amountOf, placeOf, type Row, type Submission, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** JZ-05: advances not yet settled are a small part of a year's expenditure. */
export const advancesRatio = defineRule({
  meta: {
    id: 'JZ-05',
    name: 'advances-ratio',
    title: { zh: '暂付款余额占支出比重过高', en: 'Advances too large beside expenditure' },
    group: 'carry-over',
    scope: 'unit',
    needs: ['T16'],
    severity: 'warning',
    basis: {
      source: '本工具默认（可在参数中调整）；5%为通行说法，未见正式文本',
      why: {
        zh: '暂付款长期挂账占用库款，余额应控制在支出的一定比例以内。',
        en: 'Advances tie up cash; what is outstanding should stay within a share of expenditure.',
      },
    },
    options: z.object({
      above: z.number().min(0).default(0.05).register(meaning, {
        unit: 'share',
        zh: '暂付款余额占支出超过此值，须压减',
        en: 'share of expenditure above which advances are too large',
      }),
    }),
    messages: {
      high: {
        zh: '暂付款期末余额 {balance} {unit}，占支出 {expenditure} {unit}的 {share}，超过 {limit}。',
        en: 'Advances of {balance} are {share} of expenditure of {expenditure} ({unit}), above {limit}.',
        clears: {
          zh: '制定清理计划，清理 {over} {unit}以上；余额填错的请更正。',
          en: 'Plan to settle at least {over} ({unit}), or correct the balance.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    for (const submission of dossier.submissions) {
      if (submission.template.id !== 'T16') continue;
      const rows = submission.tables.advances?.rows ?? [];
      const known = rows.filter((row) => amountOf(row, 'closing') !== null);
      const unread = rows.find((row) => isUnread(row, 'closing'));
      const spending = expenditureOf(dossier, yearOf(period));
      const [first] = known;
      if (first === undefined || spending === null || spending.fen <= 0) {
        yield notApplicable;
        continue;
      }
      if (unread !== undefined) {
        yield undecidable(unread, 'closing');
        continue;
      }
      const unclear = unknownAmountUnit([submission, ...spending.submissions]);
      if (unclear !== null) {
        yield undecidableAt(unclear, 'blank');
        continue;
      }
      const balance = sumUp(known, 'closing');
      if (!readsAboveShare(balance, spending.fen, options.above)) {
        yield pass;
        continue;
      }
      const excess = Math.ceil(balance - options.above * spending.fen - 1e-6);
      const unit = unitOf(first, 'closing');
      yield failAt([...placesOf(known), spending.place], {
        message: 'high',
        args: {
          balance: inUnit(balance, unit),
          expenditure: inUnit(spending.fen, unit),
          share: percentOf(balance, spending.fen),
          limit: percent(options.above, 0),
          over: inUnit(excess, unit),
          unit,
        },
        value: percentOf(balance, spending.fen),
        threshold: percent(options.above, 0),
        atStake: excess,
        trace: `${inUnit(balance, unit)} ÷ ${spending.place.cell ?? ''} ${inUnit(spending.fen, unit)} = ${percentOf(balance, spending.fen)}`,
      });
    }
  },
});

interface Expenditure {
  readonly fen: Fen;
  readonly place: Place;
  /** The tables it comes from, whose unit of amount must be known. */
  readonly submissions: readonly Submission[];
}

/** The year's expenditure: of the balance sheet of revenue and expenditure, else as the report gives it. */
function expenditureOf(dossier: Dossier, year: number): Expenditure | null {
  for (const submission of dossier.submissions) {
    if (submission.template.id !== 'T13') continue;
    const { rows = [], totals = [] } = submission.tables.expenditure ?? {};
    const row = [...rows, ...totals].find(
      (one) => isTotal(one) && amountOf(one, 'amount') !== null && !one.classified,
    );
    if (row !== undefined)
      return { fen: amountOf(row, 'amount') ?? 0, place: placeOf(row, 'amount'), submissions: [submission] };
  }
  const fact = factsAbout(factsOf(dossier), 'expenditureTotal', year).find(({ fen }) => fen !== null);
  if (fact === undefined) return null;
  return { fen: fact.fen ?? 0, place: placeOf(fact.row, 'value'), submissions: [] };
}

function isTotal({ values, label }: Row): boolean {
  const written = typeof values.item === 'string' ? values.item : label;
  return /^(?:本年)?支出(?:总计|合计)$/.test(itemName(written).name);
}

function placesOf(rows: readonly Row[]): readonly Place[] {
  return rows.slice(0, 4).map((row) => placeOf(row, 'closing'));
}
