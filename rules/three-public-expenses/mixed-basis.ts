import { z } from 'zod';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { type FactBasis, factsAbout, factsOf, isOneBasis } from '../../pipeline/model/facts.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { monthOf, type Period } from '../../pipeline/model/period.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import {
  type ExpenseItem,
  expenseColumns,
  expenseItemNames,
  expenseItems,
  expensePairs,
  type ThreePublic,
  threePublicOf,
} from '../../pipeline/model/three-public.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { threePublicExpenses } from '../../pipeline/templates/t09-three-public-expenses.ts';
import { defineRule } from '../rule.ts';

/** SG-07: a change against last year compares budget with budget and actual with actual, never one with the other. */
export const mixedBasis = defineRule({
  meta: {
    id: 'SG-07',
    name: 'mixed-basis',
    title: { zh: '“三公”经费口径混比', en: 'Budget compared with actual' },
    group: 'three-public-expenses',
    scope: 'unit',
    needs: ['T09', 'T19'],
    severity: 'warning',
    basis: {
      source: '公开的“三公”经费公开说明（预算与预算比、决算与决算比）',
      why: {
        zh: '预算数与决算数相比得出的增减没有意义，也容易掩盖增长。',
        en: 'A change between a budget and an actual figure means nothing, and may hide a rise.',
      },
    },
    options: z.object({}),
    messages: {
      change: {
        zh: '{item}增减额 {change} {unit}，是{column} {current} 与{last} {before} 之差，预算数与决算数混比。',
        en: '{item}: the change of {change} ({unit}) is {current} ({column}) less {before} ({last}): budget and actual are mixed.',
        clears: {
          zh: '按同口径重填增减额：{right}。',
          en: 'State the change on one basis: {right}.',
        },
      },
      report: {
        zh: '报告中“三公”经费 {year} 年用{basis}口径、上年用{lastBasis}口径，预算数与决算数混比。',
        en: 'The report gives the three public expenses of {year} as {basis} and of the year before as {lastBasis}: the bases are mixed.',
        clears: {
          zh: '两年用同一口径（预算比预算，或决算比决算）重新填写。',
          en: 'Give both years on one basis: budget with budget, or final with final.',
        },
      },
    },
  },

  *check({ dossier, period }) {
    for (const submission of submissionsOf(dossier, threePublicExpenses)) {
      for (const expenses of threePublicOf(submission)) {
        for (const item of expenseItemNames) yield judge(expenses, item, period);
      }
    }
    const facts = factsAbout(factsOf(dossier), 'threePublic');
    const year = Math.max(...facts.map((fact) => fact.year));
    const current = facts.filter((fact) => fact.year === year);
    const before = facts.filter((fact) => fact.year === year - 1);
    const [one, other] = [current[0], before[0]];
    if (one === undefined || other === undefined || one.basis === null || other.basis === null) {
      yield notApplicable;
      return;
    }
    if (current.some((fact) => before.some((last) => isOneBasis(fact.basis, last.basis)))) {
      yield pass;
      return;
    }
    yield failAt([placeOf(one.row, 'basis'), placeOf(other.row, 'basis')], {
      message: 'report',
      args: { year: one.year, basis: basisWords[one.basis], lastBasis: basisWords[other.basis] },
      measure: 'report',
    });
  },
});

const basisWords: Readonly<Record<FactBasis, Text>> = {
  budget: { zh: '预算', en: 'budget' },
  final: { zh: '决算', en: 'final accounts' },
  actual: { zh: '实际', en: 'actual' },
};

/** A stated change that only budget against actual, or actual against budget, can make. */
function judge(expenses: ThreePublic, item: ExpenseItem, period: Period): Verdict {
  const row = expenses.row(item);
  const change = row === null ? null : amountOf(row, 'change');
  if (row === null || change === null) return notApplicable;
  const amounts = (column: string) => amountOf(row, column);
  const isSame = ([current, last]: readonly [string, string]) => {
    const [now, then] = [amounts(current), amounts(last)];
    return now !== null && then !== null && now - then === change;
  };
  if (expensePairs.some(isSame)) return pass;
  const mixed = mixedPairs.find(isSame);
  if (mixed === undefined) return notApplicable;
  const [column, last] = mixed;
  // Nothing less nothing is nothing on every basis.
  if (change === 0 && amounts(column) === 0) return notApplicable;
  const unit = unitOf(row, 'change');
  return failAt([placeOf(row, 'change'), placeOf(row, column), placeOf(row, last)], {
    message: 'change',
    args: {
      item: expenseItems[item],
      change: inUnit(change, unit),
      column: expenseColumns[column],
      last: expenseColumns[last],
      current: inUnit(amounts(column) ?? 0, unit),
      before: inUnit(amounts(last) ?? 0, unit),
      right: rightChanges(row, period),
      unit,
    },
    measure: item,
    value: inUnit(change, unit),
    trace: `${term(row, column)} ${minus} ${term(row, last)} = ${inUnit(change, unit)}`,
  });
}

const mixedPairs = [
  ['budget', 'lastActual'],
  ['actual', 'lastBudget'],
] as const;

/** What the change is on each basis of which the sheet gives both years: `预算比预算 -0.83 万元`. Before December spending is no year's. */
function rightChanges(row: Row, period: Period): Text {
  const pairs = monthOf(period) === 12 ? expensePairs : expensePairs.slice(0, 1);
  const known = pairs.flatMap(([column, last]) => {
    const [now, then] = [amountOf(row, column), amountOf(row, last)];
    if (now === null || then === null) return [];
    const unit = unitOf(row, 'change');
    const amount = inUnit(now - then, unit);
    return column === 'budget'
      ? [{ zh: `预算比预算 ${amount} ${unit}`, en: `budget on budget ${amount}` }]
      : [{ zh: `决算比决算 ${amount} ${unit}`, en: `actual on actual ${amount}` }];
  });
  if (known.length === 0)
    return { zh: '预算比预算（须列明上年预算数）', en: 'budget on budget, with last year’s budget stated' };
  return { zh: known.map(({ zh }) => zh).join('，'), en: known.map(({ en }) => en).join(', ') };
}
