import { z } from 'zod';
import { type BalanceSide, budgetBalanceOf, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import {
  type AmountUnit,
  agreement,
  type Fen,
  inUnit,
  roundingTolerance,
} from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** BUD-07: basic and project expenditure make up expenditure, line by line and in total. */
export const basicAndProject = defineRule({
  meta: {
    id: 'BUD-07',
    name: 'basic-and-project',
    title: { zh: '基本支出加项目支出不等于支出合计', en: 'Basic and project expenditure do not add up' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'error',
    basis: {
      source: '公开的预决算公开检查规则（支出合计=基本支出+项目支出）',
      why: {
        zh: '支出由基本支出和项目支出构成，两者之和应等于支出合计。',
        en: 'Expenditure is either basic or project expenditure.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '{item}：基本支出 {basic} + 项目支出 {project} = {sum} {unit}，支出填 {stated} {unit}，差 {difference} {unit}。',
        en: '"{item}": basic expenditure of {basic} and project expenditure of {project} make {sum}, not {stated} ({unit}): {difference}.',
        clears: {
          zh: '将{item}的支出改为 {sum} {unit}，或更正基本支出、项目支出。',
          en: 'Change the amount to {sum} ({unit}), or correct basic and project expenditure.',
        },
      },
      rounding: {
        zh: '{item}：基本支出 {basic} + 项目支出 {project} = {sum} {unit}，支出填 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '"{item}": basic expenditure of {basic} and project expenditure of {project} make {sum} against {stated} ({unit}); {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ submission, period }) {
    const side = budgetBalanceOf(submission, period)?.expenditure;
    if (side === undefined) {
      yield notApplicable;
      return;
    }
    let alreadySaid = 0;
    for (const row of side.items) {
      const { verdict, difference } = judgeColumns(row);
      alreadySaid += difference;
      yield verdict;
    }
    const total = totalOf(side);
    if (total === null) return;
    const { verdict, difference } = judgeColumns(total);
    // A wrong line shows in the total as well, and has been named.
    yield difference !== 0 && difference === alreadySaid ? notApplicable : verdict;
    const rows = judgeRows(side, total);
    yield rows.difference !== 0 && rows.difference === difference ? notApplicable : rows.verdict;
  },
});

interface Judged {
  readonly verdict: Verdict;
  /** What is amiss, in fen; 0 where nothing is. */
  readonly difference: Fen;
}

function judgeColumns(row: Row): Judged {
  const [basic, project, stated] = ['basic', 'project', 'amount'].map((field) => amountOf(row, field));
  if (row.classified || (basic === null && project === null)) return nothing;
  const unread = ['basic', 'project', 'amount'].find(
    (field) => amountOf(row, field) === null && !isEmpty(row, field),
  );
  if (unread !== undefined) return { verdict: undecidable(row, unread), difference: 0 };
  if (stated === null || stated === undefined) return { verdict: undecidable(row, 'amount'), difference: 0 };
  return judge({
    name: nameOfItem(row),
    basic: basic ?? 0,
    project: project ?? 0,
    stated,
    unit: unitOf(row, 'amount'),
    where: ['amount', 'basic', 'project'].map((field) => placeOf(row, field)),
  });
}

/** The total that is spent in the year; null where the only one holds what is carried over as well. */
function totalOf({ yearTotal, grandTotal, carried }: BalanceSide): Row | null {
  return (
    yearTotal ??
    (carried.some((row) => amountOf(row, 'amount') !== 0 && !isEmpty(row, 'amount')) ? null : grandTotal)
  );
}

/** 基本支出 and 项目支出 as rows, where the sheet lists expenditure by function as well. */
function judgeRows({ byNature }: BalanceSide, total: Row): Judged {
  const [basic, project] = ['基本支出', '项目支出'].map((name) =>
    byNature.find((row) => nameOfItem(row) === name),
  );
  const stated = amountOf(total, 'amount');
  if (basic === undefined || project === undefined || stated === null) return nothing;
  // An empty line of a printed form is nothing.
  if (isEmpty(basic, 'amount') && isEmpty(project, 'amount')) return nothing;
  const natures = byNature.filter((row) => /支出$/.test(nameOfItem(row)) && !isEmpty(row, 'amount'));
  const unread = natures.find((row) => amountOf(row, 'amount') === null);
  if (unread !== undefined) return { verdict: undecidable(unread, 'amount'), difference: 0 };
  const others = natures
    .filter((row) => row !== basic)
    .reduce((sum, row) => sum + (amountOf(row, 'amount') ?? 0), 0);
  return judge({
    name: nameOfItem(total),
    basic: amountOf(basic, 'amount') ?? 0,
    project: others,
    stated,
    unit: unitOf(total, 'amount'),
    where: [total, basic, project].map((row) => placeOf(row, 'amount')),
  });
}

const nothing: Judged = { verdict: notApplicable, difference: 0 };

function judge(sum: {
  readonly name: string;
  readonly basic: Fen;
  readonly project: Fen;
  readonly stated: Fen;
  readonly unit: AmountUnit;
  readonly where: readonly Place[];
}): Judged {
  const { name, basic, project, stated, unit, where } = sum;
  const computed = basic + project;
  const found = agreement(computed, stated, 2, unit);
  if (found === 'exact') return { verdict: pass, difference: 0 };
  const difference = inUnit(computed - stated, unit);
  const tolerance = inUnit(roundingTolerance(2, stated, unit), unit);
  const [amount, left, right] = where.map(({ cell }) => cell ?? '');
  const verdict = failAt(where, {
    message: found === 'rounding' ? 'rounding' : 'differs',
    args: {
      item: name,
      basic: inUnit(basic, unit),
      project: inUnit(project, unit),
      sum: inUnit(computed, unit),
      stated: inUnit(stated, unit),
      difference,
      tolerance,
      unit,
    },
    severity: found === 'rounding' ? 'notice' : 'error',
    measure: name,
    value: inUnit(stated, unit),
    expected: inUnit(computed, unit),
    difference,
    tolerance,
    atStake: Math.abs(computed - stated),
    trace: `${left} ${inUnit(basic, unit)} + ${right} ${inUnit(project, unit)} ${minus} ${amount} ${inUnit(stated, unit)} = ${difference}`,
  });
  return { verdict, difference: computed - stated };
}
