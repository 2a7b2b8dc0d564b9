import { z } from 'zod';
import { type AssetClaim, assetClaimsOf } from '../../pipeline/model/asset-claims.ts';
import { assetItems } from '../../pipeline/model/asset-items.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { mixedItems } from '../../pipeline/model/mixed-items.ts';
import { type Fen, inUnit } from '../../pipeline/model/money.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZA-07: a figure stands under the name of the item it is of. */
export const labelMismatch = defineRule({
  meta: {
    id: 'ZA-07',
    name: 'label-mismatch',
    title: { zh: '资产口径与名称不符', en: 'Figure of another scope than its name' },
    group: 'assets',
    scope: 'unit',
    needs: ['T19'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告复核中发现的问题（固定资产净值实为固定资产与无形资产之和）',
      why: {
        zh: '同一名称前后口径不同，两年数字就不可比。',
        en: 'A name that means two things in two years makes the years incomparable.',
      },
    },
    options: z.object({}),
    messages: {
      mixed: {
        zh: '「{item}」{year}年 {current}扣除增减额 {change} {unit}后为 {implied} {unit}，对应上年「{names}」之和，而非上年「{item}」{prior}，口径与名称不符。',
        en: '{item} of {current} for {year}, less the change of {change} ({unit}), is {implied}: the sum of {names} a year earlier, not that item alone ({prior}).',
        clears: {
          zh: '按数值的口径改写名称（{names}），或改填「{item}」本身的数。',
          en: 'Name the figure by what it covers ({names}), or give that of the item alone.',
        },
      },
    },
  },

  *check({ dossier }) {
    const claims = assetClaimsOf(dossier);
    for (const change of claims.changes) {
      const { current, prior, item, year, fen, unit, fact } = change;
      if (current === null || prior === null) {
        yield notApplicable;
        continue;
      }
      const mixed = mixedItems(claims, change);
      if (mixed === null) {
        yield pass;
        continue;
      }
      const implied: Fen = current.fen - fen;
      yield failAt(
        [current, change, ...mixed].map((claim) => placeOf(claim.fact.row, 'value')),
        {
          message: 'mixed',
          args: {
            item: assetItems[item],
            year,
            current: factFigure(current.fact),
            change: inUnit(fen, unit),
            implied: inUnit(implied, unit),
            names: namesOf(mixed),
            prior: factFigure(prior.fact),
            unit,
          },
          measure: `T19 ${item}`,
          value: inUnit(implied, unit),
          expected: factFigure(prior.fact),
          difference: inUnit(implied - prior.fen, unit),
          atStake: Math.abs(implied - prior.fen),
          trace: `${factTerm(current.fact)} ${minus} ${placeOf(fact.row, 'value').cell ?? ''} ${inUnit(fen, unit)} = ${inUnit(implied, unit)} = ${mixed.map((claim) => factTerm(claim.fact)).join(' + ')}`,
        },
      );
    }
  },
});

function namesOf(claims: readonly AssetClaim[]): Text {
  const words = (language: keyof Text) => claims.map(({ item }) => assetItems[item][language]).join(' + ');
  return { zh: words('zh'), en: words('en') };
}
