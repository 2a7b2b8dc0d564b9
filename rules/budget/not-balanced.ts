import { z } from 'zod';
import { type BudgetBalance, budgetBalances } from '../../pipeline/model/budget-balance.ts';
import { type Fact, factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import {
  type AmountUnit,
  agreement,
  type Fen,
  inUnit,
  roundingTolerance,
} from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { amountOf, gapOf, placeOf, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/**
 * BUD-03: total revenue equals total expenditure in the table, and in the report where it says so. The same two figures
 * in both are one finding.
 */
export const notBalanced = defineRule({
  meta: {
    id: 'BUD-03',
    name: 'not-balanced',
    title: { zh: '收支不平衡', en: 'Revenue and expenditure not balanced' },
    group: 'budget',
    scope: 'unit',
    needs: ['T13', 'T19'],
    severity: 'error',
    basis: {
      source: '公开的预决算公开检查规则（收入总计=支出总计）；预算绩效报告人工复核（称收支平衡而总计不等）',
      why: {
        zh: '收支总表两边总计相等；不等的，结转结余没有列全，或“收支平衡”的说法不成立。',
        en: 'Both sides of the balance end in one figure; otherwise carry-over is missing or "balanced" is not true.',
      },
    },
    options: z.object({}),
    messages: {
      table: {
        zh: '收入总计 {revenue} {unit}，支出总计 {expenditure} {unit}，相差 {difference} {unit}，收支总表不平衡{report}。',
        en: 'Total revenue is {revenue}, total expenditure {expenditure} ({unit}): {difference} apart, the table does not balance{report}.',
        clears: {
          zh: '核对两边总计；有结转结余的，在年终结转（或上年结转）中列明 {gap} {unit}。',
          en: 'Check both totals; show the {gap} ({unit}) as carried over where it is.',
        },
      },
      report: {
        zh: '报告称收支平衡，但 {year} 年收入总计 {revenue} {unit}、支出总计 {expenditure} {unit}，相差 {difference} {unit}。',
        en: 'The report says the budget balances, yet revenue of {year} is {revenue} and expenditure {expenditure} ({unit}), {difference} apart.',
        clears: {
          zh: '更正总计，或改写“收支平衡”，说明差额 {gap} {unit}的来源和去向。',
          en: 'Correct the totals, or say where the {gap} ({unit}) comes from and goes instead of "balanced".',
        },
      },
      rounding: {
        zh: '{source}的收入总计 {revenue} {unit}、支出总计 {expenditure} {unit}，相差 {difference} {unit}，在尾差 {tolerance} {unit}以内。',
        en: 'Total revenue {source} is {revenue}, total expenditure {expenditure} ({unit}): {difference} apart, within the rounding difference of {tolerance}.',
        clears: {
          zh: '无须处理；可调整尾数使两边相等。',
          en: 'Nothing to do; the last digit may be adjusted.',
        },
      },
    },
  },

  *check({ dossier, period }) {
    const facts = factsOf(dossier);
    const claims = factsAbout(facts, 'balance').filter(({ word }) => word === 'balanced');
    const stated = claims.map((claim) => ({ claim, totals: totalsBeside(facts, claim) }));
    const said = new Set<Fact>();
    for (const balance of budgetBalances(dossier.submissions, period)) {
      const own = totalsOf(balance);
      if ('outcome' in own) {
        yield own;
        continue;
      }
      const same = stated.find(
        ({ totals }) => totals?.revenue === own.revenue && totals.expenditure === own.expenditure,
      );
      if (same !== undefined) said.add(same.claim);
      yield judge(
        'table',
        same === undefined ? own : { ...own, where: [...own.where, ...(same.totals?.where ?? [])] },
        {
          report: same === undefined ? none : asInReport,
        },
      );
    }
    for (const { claim, totals } of stated) {
      if (totals === null) {
        yield notApplicable;
        continue;
      }
      yield said.has(claim)
        ? notApplicable
        : judge(
            'report',
            { ...totals, where: [...totals.where, placeOf(claim.row, 'value')] },
            { year: claim.year },
          );
    }
  },
});

interface Totals {
  readonly revenue: Fen;
  readonly expenditure: Fen;
  readonly unit: AmountUnit;
  readonly where: readonly Place[];
  readonly measure: string;
}

const none: Text = { zh: '', en: '' };
const asInReport: Text = {
  zh: '，与报告所称“收支平衡”不符',
  en: ', though the report says it does',
};

const sources: Readonly<Record<'table' | 'report', Text>> = {
  table: { zh: '收支总表', en: 'in the table' },
  report: { zh: '报告', en: 'in the report' },
};

function totalsOf({ revenue, expenditure, basis }: BudgetBalance): Totals | Verdict {
  const [left, right] = [revenue.grandTotal, expenditure.grandTotal];
  if (left === null || right === null) return notApplicable;
  const [in_, out] = [amountOf(left, 'amount'), amountOf(right, 'amount')];
  if (in_ === null || out === null) {
    const wanting = in_ === null ? left : right;
    return in_ === null && out === null && gapOf(wanting, 'amount') === 'blank'
      ? notApplicable
      : undecidable(wanting, 'amount');
  }
  return {
    revenue: in_,
    expenditure: out,
    unit: unitOf(left, 'amount'),
    where: [placeOf(left, 'amount'), placeOf(right, 'amount')],
    measure: basis ?? 'table',
  };
}

/** The totals of the year that a claim of balance is about; null unless both are stated as amounts. */
function totalsBeside(facts: readonly Fact[], claim: Fact): Totals | null {
  const [revenue] = factsAbout(facts, 'revenueTotal', claim.year);
  const [expenditure] = factsAbout(facts, 'expenditureTotal', claim.year);
  if (revenue === undefined || expenditure === undefined) return null;
  if (revenue.fen === null || expenditure.fen === null) return null;
  return {
    revenue: revenue.fen,
    expenditure: expenditure.fen,
    unit: revenue.unit === '元' ? '元' : '万元',
    where: [placeOf(revenue.row, 'value'), placeOf(expenditure.row, 'value')],
    measure: 'report',
  };
}

function judge(
  message: 'table' | 'report',
  { revenue, expenditure, unit, where, measure }: Totals,
  args: Readonly<Record<string, Text | number>>,
): Verdict {
  const found = agreement(expenditure, revenue, 1, unit);
  if (found === 'exact') return pass;
  const tolerance = inUnit(roundingTolerance(1, revenue, unit), unit);
  const difference = inUnit(revenue - expenditure, unit);
  return failAt(where, {
    message: found === 'rounding' ? 'rounding' : message,
    args: {
      ...args,
      source: sources[message],
      tolerance,
      revenue: inUnit(revenue, unit),
      expenditure: inUnit(expenditure, unit),
      difference,
      gap: inUnit(Math.abs(revenue - expenditure), unit),
      unit,
    },
    severity: found === 'rounding' ? 'notice' : 'error',
    measure,
    value: inUnit(expenditure, unit),
    expected: inUnit(revenue, unit),
    difference,
    tolerance,
    atStake: Math.abs(revenue - expenditure),
    trace: `${where[0]?.cell} ${inUnit(revenue, unit)} ${minus} ${where[1]?.cell} ${inUnit(expenditure, unit)} = ${difference}`,
  });
}
