import { z } from 'zod';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { agreement, type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { amountOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { type Fail, fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { monthNumbers } from '../../pipeline/templates/fields.ts';
import { defineRule } from '../rule.ts';

/** PRG-08: the plan of the twelve months adds up to its stated total and to the revised budget. */
export const planUnequalBudget = defineRule({
  meta: {
    id: 'PRG-08',
    name: 'plan-unequal-budget',
    title: { zh: '分月计划合计与预算不符', en: 'Monthly plan does not add up to the budget' },
    group: 'spending',
    scope: 'table',
    needs: ['T01'],
    severity: 'warning',
    basis: {
      source: '项目分月支出进度表填报要求（分月用款计划按调整后预算编制）',
      why: {
        zh: '分月计划加总应等于调整后预算，否则累计计划和差异率都不可比。',
        en: 'Unless the plan adds up to the revised budget, neither plan to date nor variance means anything.',
      },
    },
    options: z.object({}),
    messages: {
      budget: {
        zh: '分月计划合计 {planned} {unit}，调整后预算 {expected} {unit}，相差 {difference} {unit}。',
        en: 'The monthly plan adds up to {planned} against a revised budget of {expected} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将分月计划调整为合计 {expected} {unit}，或更正调整后预算。',
          en: 'Make the plan add up to {expected} ({unit}), or correct the revised budget.',
        },
      },
      total: {
        zh: '分月支出计划的合计填 {planned} {unit}，各月相加为 {expected} {unit}，相差 {difference} {unit}。',
        en: 'The plan of the whole year is given as {planned}, its months add up to {expected} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将分月支出计划的合计改为 {expected} {unit}，或更正填错的月份。',
          en: 'Change the total to {expected} ({unit}), or correct the month that is wrong.',
        },
      },
      months: {
        zh: '分月支出计划各月相加为 {planned} {unit}，合计和调整后预算都是 {expected} {unit}，相差 {difference} {unit}。',
        en: 'The months of the plan add up to {planned}, while both its total and the revised budget are {expected} ({unit}): a difference of {difference}.',
        clears: {
          zh: '更正填错或漏填的月份，使各月相加为 {expected} {unit}。',
          en: 'Correct the month that is wrong or left out, so that they add up to {expected} ({unit}).',
        },
      },
      rounding: {
        zh: '分月计划合计 {planned} {unit}与 {expected} {unit}相差 {difference} {unit}，在尾差 {tolerance} {unit}以内。',
        en: 'The plan adds up to {planned} against {expected} ({unit}): {difference}, within the rounding difference of {tolerance}.',
        clears: {
          zh: '无须处理；可在某一月调整尾数。',
          en: 'Nothing to do; a month may take up the difference.',
        },
      },
    },
  },

  *check({ submission }) {
    const { rows, columns } = submission.tables.projects;
    const months = monthNumbers.map((month) => `planM${month}`).filter((field) => columns.has(field));
    for (const row of rows) {
      const budget = row.values.adjustedBudget;
      const total = row.values.planTotal;
      if (row.classified || (months.length === 0 && total === null) || (budget !== null && budget <= 0)) {
        yield notApplicable;
        continue;
      }
      const unread = months.find((field) => isUnread(row, field));
      const filled = months.filter((field) => amountOf(row, field) !== null);
      if (unread !== undefined || (filled.length === 0 && total === null)) {
        yield undecidable(row, unread ?? months[0] ?? '');
        continue;
      }
      if (budget === null) {
        yield undecidable(row, 'adjustedBudget');
        continue;
      }
      const sum = filled.reduce((all, field) => all + (amountOf(row, field) ?? 0), 0);
      if (filled.length === 0 && total !== null) {
        yield compared(row, ['planTotal'], total, ['adjustedBudget'], budget, 1, 'budget') ?? pass;
        continue;
      }
      // A total that is the budget is right, and the months are not.
      const message = total === budget ? 'months' : 'budget';
      const ofBudget = compared(row, months, sum, ['adjustedBudget'], budget, 12, message);
      const ofTotal = total === null ? null : compared(row, ['planTotal'], total, months, sum, 12, 'total');
      const found = [ofBudget, ofTotal];
      yield found.find((one) => one?.severity === 'warning') ?? found.find((one) => one !== null) ?? pass;
    }
  },
});

/** A finding where a plan differs from what it should be; null where they agree to the fen. */
function compared(
  row: Row,
  fields: readonly string[],
  planned: Fen,
  expectedFields: readonly string[],
  expected: Fen,
  parts: number,
  message: 'budget' | 'months' | 'total',
): Fail | null {
  const unit = unitOf(row, fields[0] ?? '');
  const found = agreement(planned, expected, parts, unit);
  if (found === 'exact') return null;
  const difference = inUnit(planned - expected, unit);
  const tolerance = inUnit(roundingTolerance(parts, expected, unit), unit);
  // The stated total stands for the twelve months where there is one.
  const marked = fields.length > 1 && row.source.columns.has('planTotal') ? 'planTotal' : (fields[0] ?? '');
  return fail(row, [marked, expectedFields[0] ?? ''], {
    message: found === 'rounding' ? 'rounding' : message,
    args: { planned: inUnit(planned, unit), expected: inUnit(expected, unit), difference, tolerance, unit },
    severity: found === 'rounding' ? 'notice' : 'warning',
    measure: message,
    value: inUnit(planned, unit),
    expected: inUnit(expected, unit),
    difference,
    tolerance,
    atStake: Math.abs(planned - expected),
    trace: `${term(row, fields, planned)} ${minus} ${term(row, expectedFields, expected)} = ${difference}`,
  });
}
