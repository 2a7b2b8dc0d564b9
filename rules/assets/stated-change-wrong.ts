import { z } from 'zod';
import { assetClaimsOf } from '../../pipeline/model/asset-claims.ts';
import { assetItems, assetRowsOf, nameOf } from '../../pipeline/model/asset-items.ts';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { mixedItems } from '../../pipeline/model/mixed-items.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Submission, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { isChangeFromOpening } from './is-monthly.ts';
import { isRolledForward } from './roll-forward.ts';

/** ZA-05: a stated change is the difference of the two balances. */
export const statedChangeWrong = defineRule({
  meta: {
    id: 'ZA-05',
    name: 'stated-change-wrong',
    title: { zh: '增减额与两期之差不符', en: 'Stated change is not the difference' },
    group: 'assets',
    scope: 'unit',
    needs: ['T11', 'T19'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中资产负债增减额与两期数的勾稽关系',
      why: {
        zh: '增减额由两期数相减得出，不等说明有一个数或单位填错。',
        en: 'The change follows from two balances; otherwise a figure or its unit is wrong.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '「{item}」{from} {before}，{to} {after}，增减额应为 {due}，填报 {written}。',
        en: '{item}: {before} ({from}) and {after} ({to}) differ by {due}, but {written} is stated.',
        clears: {
          zh: '将增减额改为 {due}；增减额无误的，更正{from}或{to}。',
          en: 'Change it to {due}, or correct one of the balances.',
        },
      },
      rounding: {
        zh: '「{item}」{from} {before}，{to} {after}，增减额应为 {due}，填报 {written}，属尾差（容许 {tolerance} {unit}）。',
        en: '{item}: {before} ({from}) and {after} ({to}) differ by {due}, {written} is stated; that is rounding (up to {tolerance}, {unit}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ dossier }) {
    for (const submission of dossier.submissions) {
      if (submission.template.id === 'T11') yield* judgeTable(submission);
    }
    yield* judgeReport(dossier);
  },
});

function* judgeTable(submission: Submission): Generator<Verdict> {
  for (const own of assetRowsOf(submission)) {
    const { row, item, name } = own;
    const change = amountOf(row, 'change');
    if (change === null || !isChangeFromOpening(row)) {
      yield change !== null || isEmpty(row, 'change') ? notApplicable : undecidable(row, 'change');
      continue;
    }
    const [opening, closing] = [amountOf(row, 'opening'), amountOf(row, 'closing')];
    if (opening === null || closing === null) {
      yield undecidable(row, opening === null ? 'opening' : 'closing');
      continue;
    }
    const unit = unitOf(row, 'change');
    const grounds = sumDifference(closing - opening, change, 2, unit);
    if (grounds === null) {
      yield pass;
      continue;
    }
    // Movements that make the stated change say that the closing is wrong: ZA-02.
    const moved = (amountOf(row, 'increase') ?? 0) - (amountOf(row, 'decrease') ?? 0);
    if (isRolledForward(row) && moved === change) {
      yield notApplicable;
      continue;
    }
    const [from, to] = [placeOf(row, 'opening').label ?? '', placeOf(row, 'closing').label ?? ''];
    yield fail(row, ['change', 'closing', 'opening'], {
      ...grounds,
      args: {
        ...grounds.args,
        item: nameOf(own),
        from: { zh: from, en: 'opening' },
        to: { zh: to, en: 'closing' },
        before: inUnit(opening, unit),
        after: inUnit(closing, unit),
        due: `${inUnit(closing - opening, unit)} ${unit}`,
        written: `${inUnit(change, unit)} ${unit}`,
      },
      measure: item ?? name,
      trace: `${term(row, 'closing')} ${minus} ${term(row, 'opening')} = ${inUnit(closing - opening, unit)}`,
    });
  }
}

function* judgeReport(dossier: Dossier): Generator<Verdict> {
  const claims = assetClaimsOf(dossier);
  for (const change of claims.changes) {
    const { item, year, fact, fen, unit, current, prior } = change;
    if (current === null || prior === null) {
      yield notApplicable;
      continue;
    }
    const grounds = sumDifference(current.fen - prior.fen, fen, 2, unit);
    if (grounds === null) {
      yield pass;
      continue;
    }
    // A balance under the wrong name is ZA-07.
    if (mixedItems(claims, change) !== null) {
      yield notApplicable;
      continue;
    }
    const due = `${inUnit(current.fen - prior.fen, unit)} ${unit}`;
    yield failAt(
      [fact, current.fact, prior.fact].map(({ row }) => placeOf(row, 'value')),
      {
        ...grounds,
        args: {
          ...grounds.args,
          item: assetItems[item],
          from: { zh: `${year - 1}年`, en: String(year - 1) },
          to: { zh: `${year}年`, en: String(year) },
          before: factFigure(prior.fact),
          after: factFigure(current.fact),
          due,
          written: `${fen < 0 && (fact.number ?? 0) > 0 ? '-' : ''}${factFigure(fact)}`,
        },
        measure: `T19 ${item}`,
        value: factFigure(fact),
        trace: `${factTerm(current.fact)} ${minus} ${factTerm(prior.fact)} = ${due}`,
      },
    );
  }
}
