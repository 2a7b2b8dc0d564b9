import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { factFigure } from '../../pipeline/model/fact-term.ts';
import { factsAbout, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { type Fen, inUnit } from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** FS-06: a unit that says it charges no fees has no revenue from fees. */
export const feesDenied = defineRule({
  meta: {
    id: 'FS-06',
    name: 'fees-denied',
    title: { zh: '称不涉及收费却有收费收入', en: 'Fees denied, yet collected' },
    group: 'non-tax',
    scope: 'unit',
    needs: ['T12', 'T19'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中收费项目信息公开情况的填报要求',
      why: {
        zh: '收费项目须公开；一边说不涉及、一边有收费收入，说明有收费未公开或收入归类有误。',
        en: 'Fees must be published; revenue from fees that are denied is unpublished or misclassified.',
      },
    },
    options: z.object({}),
    messages: {
      denied: {
        zh: '填报说明称“不涉及收费项目”，但有收费收入 {amount}。',
        en: 'It is said that no fees are charged, yet fees brought in {amount}.',
        clears: {
          zh: '补充公开收费项目并更正说明；收入归类有误的，更正收入项目名称。',
          en: 'Publish the fees and correct the statement; if the class is wrong, correct the item.',
        },
      },
    },
  },

  *check({ dossier }) {
    const denials = denialsOf(dossier);
    if (denials.length === 0) {
      yield notApplicable;
      return;
    }
    const fees = feesOf(dossier);
    const first = fees[0];
    if (first === undefined) {
      yield pass;
      return;
    }
    yield failAt([...denials, ...fees.map(({ place }) => place)], {
      message: 'denied',
      args: { amount: first.shown },
      value: first.shown,
      atStake: first.fen,
    });
  },
});

/** Where the unit says it charges no fees: in the report's data, or in a note on the table. */
function denialsOf(dossier: Dossier): readonly Place[] {
  const claims = factsOf(dossier).filter(
    (fact) =>
      (fact.code === 'feeItems' || /^(?:行政事业性|涉企)?收费$/.test(foldText(fact.written))) &&
      (fact.word === 'notApplicable' || figureOf(fact) === 0),
  );
  const notes = dossier.submissions
    .filter(({ template }) => template.id === 'T12')
    .flatMap(({ remarks }) => remarks)
    .filter(({ text }) => /(?:不涉及|未涉及|没有|无)(?:任何|行政事业性)?收费/.test(foldText(text)));
  return [...claims.map(({ row }) => placeOf(row, 'value')), ...notes.map(({ place }) => place)];
}

interface Fees {
  readonly place: Place;
  readonly fen: Fen;
  readonly shown: string;
}

/** Revenue from fees, the table before the report: both give the same money. */
function feesOf(dossier: Dossier): readonly Fees[] {
  const listed = dossier.submissions
    .filter(({ template }) => template.id === 'T12')
    .flatMap(({ tables }) => tables.items?.rows ?? [])
    .filter((row) => !row.classified && isFee(row))
    .flatMap((row) => {
      const field = ['collected', 'toTreasury', 'toSpecialAccount'].find(
        (name) => (amountOf(row, name) ?? 0) > 0,
      );
      if (field === undefined) return [];
      const [fen, unit] = [amountOf(row, field) ?? 0, unitOf(row, field)];
      return [{ place: placeOf(row, field), fen, shown: `${inUnit(fen, unit)} ${unit}` }];
    });
  if (listed.length > 0) return listed;
  return factsAbout(factsOf(dossier), 'nonTaxActualItem')
    .filter(({ kind, fen }) => kind.includes('收费') && fen !== null && fen > 0)
    .map((fact) => ({ place: placeOf(fact.row, 'value'), fen: fact.fen ?? 0, shown: factFigure(fact) }));
}

function isFee(row: Row): boolean {
  return [row.values.item, row.values.kind].some((text) => typeof text === 'string' && text.includes('收费'));
}
