import { z } from 'zod';
import { explained } from '../../pipeline/model/explanation.ts';
import { type Fen, inUnit, percentOf, roundingTolerance } from '../../pipeline/model/money.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
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
      const spentField = spent.fields[0] ?? '';
      if (spent.fen === null || budget.fen === null) {
        yield undecidable(row, spent.fen === null ? spentField : (budget.fields[0] ?? ''));
        continue;
      }
      if (budget.fen <= 0) {
        yield notApplicable;
        continue;
      }
      const unit = unitOf(row, spentField);
      const beyond = (limit: Fen | null) => limit !== null && (spent.fen ?? 0) > limit;
      const overBudget = beyond(budget.fen);
      if (!overBudget && !beyond(released.fen)) {
        yield pass;
        continue;
      }
      const limit = overBudget ? budget.fen : (released.fen ?? budget.fen);
      const limitField = overBudget ? 'adjustedBudget' : 'released';
      const excess = spent.fen - limit;
      const tolerance = roundingTolerance(1, spent.fen, unit);
      const isRounding = excess <= tolerance;
      yield fail(row, [spentField, limitField], {
        message: isRounding ? 'rounding' : overBudget ? 'budget' : 'released',
        args: {
          spent: inUnit(spent.fen, unit),
          limit: inUnit(limit, unit),
          excess: inUnit(excess, unit),
          tolerance: inUnit(tolerance, unit),
          rate: percentOf(spent.fen, budget.fen),
          limitName: overBudget
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
      });
    }
  },
});
