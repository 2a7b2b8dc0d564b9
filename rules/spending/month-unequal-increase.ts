import { z } from 'zod';
import { type EarlierMonth, earlierMonths } from '../../pipeline/model/earlier-months.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { monthOf, type Period, previousPeriod } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** PRG-10: what a sheet says was spent this month is what cumulative spending grew by since the month before. */
export const monthUnequalIncrease = defineRule({
  meta: {
    id: 'PRG-10',
    name: 'month-unequal-increase',
    title: { zh: '本月支出与累计数之差不符', en: 'Month differs from the increase of cumulative spending' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01'],
    severity: 'error',
    basis: {
      source: '月报通行做法（本月数=本月累计数−上月累计数）',
      why: {
        zh: '本月数与累计数分别填报，两者对不上说明其中一个填错。',
        en: 'Month and total to date are typed apart; where they disagree one of them is wrong.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '本月支出 {stated} {unit}，累计支出由 {before} {unit}增至 {spent} {unit}，应为 {expected} {unit}，相差 {difference} {unit}。',
        en: 'This month is given as {stated}; cumulative spending grew from {before} to {spent}, by {expected} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将本月支出改为 {expected} {unit}，或更正累计支出。',
          en: 'Change this month to {expected} ({unit}), or correct cumulative spending.',
        },
      },
      rounding: {
        zh: '本月支出 {stated} {unit}与累计增加 {expected} {unit}相差 {difference} {unit}，在尾差 {tolerance} {unit}以内。',
        en: 'This month is {stated}, the increase {expected} ({unit}): {difference}, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ dossier, period }) {
    const earlierOf = earlierMonths(dossier);
    for (const row of projectRows(dossier, 'T01')) {
      const project = projectOf(row);
      const before = monthBefore(period, project === null ? null : earlierOf(project));
      const monthField = monthFieldOf(row, period);
      const month = monthField === null ? null : amountOf(row, monthField);
      if (before === null || monthField === null || row.classified || isEmpty(row, monthField)) {
        yield notApplicable;
        continue;
      }
      if (month === null) {
        yield undecidable(row, monthField);
        continue;
      }
      const { spent } = spendingOf(row, period);
      const spentField = spent.fields[0];
      if (spent.fen === null) {
        yield undecidable(row, spentField);
        continue;
      }
      const unit = unitOf(row, monthField);
      const increase = spent.fen - before.spent;
      const grounds = sumDifference(increase, month, 2, unit);
      if (grounds === null) {
        yield pass;
        continue;
      }
      if (increase < 0) {
        // A fall of the cumulative figure is told by PRG-09.
        yield notApplicable;
        continue;
      }
      yield failAt(
        [placeOf(row, monthField), placeOf(row, spentField), ...before.places],
        {
          ...grounds,
          args: { ...grounds.args, before: inUnit(before.spent, unit), spent: inUnit(spent.fen, unit) },
          trace: `${term(row, spent.fields, spent.fen)} ${minus} ${before.term(unit)} = ${inUnit(increase, unit)}`,
        },
        project,
      );
    }
  },
});

/** The column of this month's spending: 本月实际支出, or the month's own column in the wide layout. */
function monthFieldOf(row: Row, period: Period): string | null {
  const own = `actualM${period.slice(5)}`;
  if (row.source.columns.has('monthActual')) return 'monthActual';
  return row.source.columns.has(own) ? own : null;
}

/** Cumulative spending at the end of the month before: zero before January; null when that month is not known. */
function monthBefore(period: Period, earlier: EarlierMonth | null) {
  if (monthOf(period) === 1) return { spent: 0, places: [], term: () => '0.00' };
  if (earlier === null || earlier.period !== previousPeriod(period)) return null;
  const { source, spent } = earlier;
  return {
    spent,
    places: source === null ? [] : [placeOf(source.row, source.spent.fields[0])],
    term: (unit: Parameters<typeof inUnit>[1]) =>
      source === null
        ? `${inUnit(spent, unit)} (${earlier.period})`
        : term(source.row, source.spent.fields, spent),
  };
}
