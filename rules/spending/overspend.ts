import { z } from 'zod';
import { explained } from '../../pipeline/model/explanation.ts';
import { inUnit, percentOf, roundingTolerance } from '../../pipeline/model/money.ts';
import { type Figure, spendingOf } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { type Fail, fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** PRG-07: nothing may be spent beyond the budget, nor beyond what was released of it. */
export const overspend = defineRule({
  meta: {
    id: 'PRG-07',
    name: 'overspend',
    title: { zh: '超预算或超指标支出', en: 'Spent beyond budget or released allotment' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'error',
    basis: {
      source: '《中华人民共和国预算法》第十三条',
      why: {
        zh: '支出必须以经批准的预算为依据，未列入预算的不得支出；超出的部分要么是填错，要么须先调整预算。',
        en: 'Spending rests on an approved budget. What goes beyond it is a slip of the pen, or needs a change of the budget first.',
      },
    },
    options: z.object({}),
    messages: {
      budget: {
        zh: '累计支出 {spent} {unit}，超过调整后预算 {limit} {unit}，超出 {excess} {unit}（执行率 {rate}）。',
        en: 'Spent {spent} against a revised budget of {limit} ({unit}): {excess} too much ({rate}).',
        clears: {
          zh: '核对累计支出与调整后预算；支出属实的，先办理预算调整并补报追加数 {excess} {unit}。',
          en: 'Check both figures; if the spending is right, have the budget raised by {excess} ({unit}) first and report the increase.',
        },
      },
      nothing: {
        zh: '调整后预算为 0，却有累计支出 {spent} {unit}，属无预算支出。',
        en: 'The revised budget is 0, yet {spent} ({unit}) was spent: spending without a budget.',
        clears: {
          zh: '核对累计支出与调整后预算；预算漏填的补填，支出属实的先办理预算调整并补报追加数 {excess} {unit}。',
          en: 'Check both figures; fill in a budget left out, or have {excess} ({unit}) approved first and report the increase.',
        },
      },
      released: {
        zh: '累计支出 {spent} {unit}，超过已下达指标 {limit} {unit}，超出 {excess} {unit}。',
        en: 'Spent {spent} against {limit} released ({unit}): {excess} too much.',
        clears: {
          zh: '核对累计支出与已下达指标；已下达数漏填的补上 {excess} {unit}，否则说明垫付的资金来源。',
          en: 'Check both figures; add the {excess} ({unit}) of release left out, or say which money paid for it.',
        },
      },
      rounding: {
        zh: '累计支出 {spent} {unit}比{limitName} {limit} {unit}多 {excess} {unit}，在尾差 {tolerance} {unit}以内。',
        en: 'Spent {spent} against {limitName} of {limit} ({unit}): {excess} more, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理；可按原始凭证统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ dossier, period }) {
    for (const row of spendingRows(dossier)) {
      if (row.classified) {
        yield notApplicable;
        continue;
      }
      const { budget, released, spent } = spendingOf(row, period);
      if (spent.fen === null) {
        yield undecidable(row, spent.fields[0]);
        continue;
      }
      // A budget of zero that its own parts refute is a slip: PRG-18 names it.
      const isLimit = budget.fen !== null && (budget.fen > 0 || (budget.fen === 0 && !isRefuted(row)));
      const exceeded = [
        ...(isLimit ? exceeding(row, spent, budget) : []),
        ...exceeding(row, spent, released),
      ];
      // A rounding difference of the budget does not hide that more than was released is spent.
      const gravest = exceeded.find(({ severity }) => severity === 'error') ?? exceeded[0];
      if (gravest !== undefined) yield gravest;
      else if (budget.fen === null) yield undecidable(row, budget.fields[0]);
      else yield budget.fen > 0 ? pass : notApplicable;
    }
  },
});

/** Whether the original budget and its changes leave something, where the revised budget is zero. */
function isRefuted(row: Row): boolean {
  const had = (amountOf(row, 'initialBudget') ?? 0) + (amountOf(row, 'budgetAdd') ?? 0);
  return had !== Math.abs(amountOf(row, 'budgetCut') ?? 0);
}

/** The finding where spending exceeds a limit that is known; none where it does not. */
function exceeding(row: Row, spent: Figure, { fen: limit, fields }: Figure): readonly Fail[] {
  if (spent.fen === null || limit === null || spent.fen <= limit) return [];
  const [spentField, limitField] = [spent.fields[0], fields[0]];
  const isBudget = limitField === 'adjustedBudget';
  const unit = unitOf(row, spentField);
  const excess = spent.fen - limit;
  const tolerance = roundingTolerance(1, spent.fen, unit);
  const isRounding = excess <= tolerance;
  const wrong = limit === 0 && isBudget ? 'nothing' : isBudget ? 'budget' : 'released';
  return [
    fail(row, [spentField, limitField], {
      message: isRounding ? 'rounding' : wrong,
      args: {
        spent: inUnit(spent.fen, unit),
        limit: inUnit(limit, unit),
        excess: inUnit(excess, unit),
        tolerance: inUnit(tolerance, unit),
        rate: limit === 0 ? '' : percentOf(spent.fen, limit),
        limitName: isBudget
          ? { zh: '调整后预算', en: 'a revised budget' }
          : { zh: '已下达指标', en: 'a release' },
        unit,
      },
      severity: isRounding ? 'notice' : 'error',
      measure: limitField,
      value: inUnit(spent.fen, unit),
      expected: inUnit(limit, unit),
      difference: inUnit(excess, unit),
      tolerance: inUnit(tolerance, unit),
      atStake: excess,
      trace: `${term(row, spent.fields, spent.fen)} ${minus} ${term(row, limitField)} = ${inUnit(excess, unit)}`,
      ...explained(row),
    }),
  ];
}
