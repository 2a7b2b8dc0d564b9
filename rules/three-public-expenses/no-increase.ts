import { z } from 'zod';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { type Fact, factsAbout, factsOf, isOneBasis } from '../../pipeline/model/facts.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { type AmountUnit, type Fen, inUnit, percentOf } from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { gapOf, placeOf, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { expenseColumns, expensePairs, threePublicOf } from '../../pipeline/model/three-public.ts';
import { minus } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { threePublicExpenses } from '../../pipeline/templates/t09-three-public-expenses.ts';
import { defineRule } from '../rule.ts';

/**
 * SG-03: the three public expenses do not rise from year to year, budget against budget and actual against actual. Where
 * the unit's T09 gives no such pair, the two years that the report states are compared.
 */
export const noIncrease = defineRule({
  meta: {
    id: 'SG-03',
    name: 'no-increase',
    title: { zh: '“三公”经费未做到只减不增', en: 'Three public expenses did not fall' },
    group: 'three-public-expenses',
    scope: 'unit',
    needs: ['T09', 'T19'],
    severity: 'error',
    basis: {
      source: '“三公”经费只减不增要求（公开的部门整体绩效评价指标：“三公”经费变动率≤0）',
      why: {
        zh: '“三公”经费按同口径与上年相比只减不增；与上年相等的提示确认。',
        en: 'On the same basis the three public expenses may only fall; equal figures are worth a look.',
      },
    },
    options: z.object({}),
    messages: {
      rises: {
        zh: '“三公”经费{column} {current} {unit}，比{last} {before} {unit}增加 {difference} {unit}（{rate}）。',
        en: 'The three public expenses rise from {before} ({last}) to {current} ({column}, {unit}): {difference} more ({rate}).',
        clears: {
          zh: '压减 {difference} {unit}以上，或附批准增加的文件。',
          en: 'Cut at least {difference} ({unit}), or attach the approval for the increase.',
        },
      },
      equal: {
        zh: '“三公”经费{column} {current} {unit}，与{last}相同，没有减少。',
        en: 'The three public expenses are {current} ({column}, {unit}), the same as {last}: they did not fall.',
        clears: { zh: '无须处理；请确认数字无误。', en: 'Nothing to do; see that the figures are right.' },
      },
    },
  },

  *check({ dossier }) {
    let isCompared = false;
    for (const submission of submissionsOf(dossier, threePublicExpenses)) {
      for (const expenses of threePublicOf(submission)) {
        for (const [column, lastColumn] of expensePairs) {
          const current = expenses.cell('total', column);
          const before = expenses.cell('total', lastColumn);
          if (current === null || before === null) continue;
          const wanting = [current, before].find(({ fen }) => fen === null);
          if (wanting !== undefined && current.fen === null && gapOf(current.row, current.field) === 'blank')
            continue;
          isCompared = true;
          yield current.fen === null || before.fen === null
            ? undecidable(wanting?.row ?? current.row, wanting?.field ?? current.field)
            : judge({
                current: { fen: current.fen, name: expenseColumns[column], place: current.place },
                before: { fen: before.fen, name: expenseColumns[lastColumn], place: before.place },
                unit: unitOf(current.row, current.field),
                measure: column,
              });
        }
      }
    }
    if (!isCompared) yield* judgeFacts(factsAbout(factsOf(dossier), 'threePublic'));
  },
});

interface Stated {
  readonly fen: Fen;
  readonly name: Text;
  readonly place: Place;
}

/** The latest year the report states against the year before it; figures of different bases are rule SG-07's. */
function* judgeFacts(stated: readonly Fact[]): Generator<Verdict> {
  // What the report says in words (持平, 减少) is rule BUD-12's.
  const facts = stated.filter(({ word, number }) => word === null || number !== null);
  const year = Math.max(...facts.map((fact) => fact.year));
  const pairs = [
    ...groupBy(
      facts.filter((fact) => fact.year === year),
      ({ basis }) => basis,
    ).values(),
  ].flatMap(([current]) => {
    const before = facts.find(
      (fact) => fact.year === year - 1 && isOneBasis(current?.basis ?? null, fact.basis),
    );
    return current === undefined || before === undefined ? [] : [[current, before] as const];
  });
  for (const [current, before] of pairs) yield judgePair(current, before);
  if (pairs.length === 0) yield notApplicable;
}

function judgePair(current: Fact, before: Fact): Verdict {
  if (current.fen === null || before.fen === null) {
    const wanting = current.fen === null ? current : before;
    return undecidable(wanting.row, wanting.number === null ? 'value' : 'valueUnit');
  }
  const figure = (fact: Fact, fen: Fen): Stated => ({
    fen,
    name: { zh: `${fact.year}年数`, en: `${fact.year}` },
    place: placeOf(fact.row, 'value'),
  });
  return judge({
    current: figure(current, current.fen),
    before: figure(before, before.fen),
    unit: current.unit === '元' ? '元' : '万元',
    measure: current.basis === null ? 'report' : `report ${current.basis}`,
  });
}

function judge(pair: {
  readonly current: Stated;
  readonly before: Stated;
  readonly unit: AmountUnit;
  readonly measure: string;
}): Verdict {
  const { current, before, unit, measure } = pair;
  const difference = current.fen - before.fen;
  if (difference < 0 || (difference === 0 && current.fen === 0)) return pass;
  return failAt([current.place, before.place], {
    message: difference > 0 ? 'rises' : 'equal',
    args: {
      column: current.name,
      last: before.name,
      current: inUnit(current.fen, unit),
      before: inUnit(before.fen, unit),
      difference: inUnit(difference, unit),
      rate: before.fen === 0 ? { zh: '上年为 0', en: 'none before' } : percentOf(difference, before.fen),
      unit,
    },
    severity: difference > 0 ? 'error' : 'notice',
    measure,
    value: inUnit(current.fen, unit),
    expected: `≤ ${inUnit(before.fen, unit)}`,
    difference: inUnit(difference, unit),
    atStake: difference,
    trace: `${current.place.cell} ${inUnit(current.fen, unit)} ${minus} ${before.place.cell} ${inUnit(before.fen, unit)} = ${inUnit(difference, unit)}`,
  });
}
