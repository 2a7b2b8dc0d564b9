import { z } from 'zod';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { type Fen, inUnit, percentOf } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import {
  type ExpenseItem,
  expenseItemNames,
  expenseItems,
  expenseParts,
  type ThreePublic,
  threePublicOf,
} from '../../pipeline/model/three-public.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import {
  failAt,
  type Grounds,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SG-04: no item of the three public expenses is spent beyond its budget. */
export const actualOverBudget = defineRule({
  meta: {
    id: 'SG-04',
    name: 'actual-over-budget',
    title: { zh: '“三公”经费执行超预算', en: 'Three public expenses beyond budget' },
    group: 'three-public-expenses',
    scope: 'table',
    needs: ['T09'],
    severity: 'error',
    basis: {
      source: '“三公”经费控制率≤100%（公开的部门整体绩效评价指标）',
      why: {
        zh: '“三公”经费各项执行数不得超过预算数。',
        en: 'No item of the three public expenses may be spent beyond its budget.',
      },
    },
    options: z.object({}),
    messages: {
      over: {
        zh: '{item}执行 {actual} {unit}，超预算 {budget} {unit}，超 {excess} {unit}（{rate}）。',
        en: '{item}: {actual} spent against a budget of {budget} ({unit}), {excess} too much ({rate}).',
        clears: {
          zh: '核对{item}执行数；属实的，附调整预算的批准文件或说明超支 {excess} {unit}的处理。',
          en: 'Check the figure; if it stands, attach the approved revision or say what becomes of the {excess} ({unit}).',
        },
      },
    },
  },

  *check({ submission }) {
    for (const expenses of threePublicOf(submission)) {
      for (const item of expenseItemNames) yield judge(expenses, item);
    }
  },
});

function judge(expenses: ThreePublic, item: ExpenseItem): Verdict {
  const budget = expenses.cell(item, 'budget');
  const actual = expenses.cell(item, 'actual');
  if (budget === null || actual === null || (actual.fen === null && isBlank(actual.row, actual.field)))
    return notApplicable;
  if (actual.fen === null) return undecidable(actual.row, actual.field);
  if (budget.fen === null && (!isBlank(budget.row, budget.field) || actual.fen > 0))
    return undecidable(budget.row, budget.field);
  const allowed = budget.fen ?? 0;
  const excess = actual.fen - allowed;
  if (excess <= 0) return pass;
  // A part that is over says so itself, and more exactly.
  if (partsOf(item).some((part) => isOver(expenses, part))) return notApplicable;
  const unit = unitOf(actual.row, actual.field);
  const grounds: Grounds = {
    message: 'over',
    args: {
      item: expenseItems[item],
      actual: inUnit(actual.fen, unit),
      budget: inUnit(allowed, unit),
      excess: inUnit(excess, unit),
      rate: rateWords(actual.fen, allowed),
      unit,
    },
    measure: item,
    value: inUnit(actual.fen, unit),
    expected: `≤ ${inUnit(allowed, unit)}`,
    difference: inUnit(excess, unit),
    threshold: '100%',
    atStake: excess,
    trace: `${term(actual.row, actual.field)} ${minus} ${term(budget.row, budget.field)} = ${inUnit(excess, unit)}`,
  };
  return failAt([actual.place, budget.place], grounds, expenses.owner);
}

function rateWords(actual: Fen, budget: Fen): Text {
  if (budget === 0) return { zh: '没有安排预算', en: 'no budget' };
  const rate = percentOf(actual, budget);
  return { zh: `控制率 ${rate}`, en: rate };
}

/** Some sheets have no line for all vehicles between the total and what was bought and run. */
function partsOf(item: ExpenseItem): readonly ExpenseItem[] {
  if (item === 'total') return [...expenseParts.total, ...expenseParts.cars];
  return item === 'cars' ? expenseParts.cars : [];
}

function isOver(expenses: ThreePublic, item: ExpenseItem): boolean {
  return (
    (expenses.cell(item, 'actual')?.fen ?? 0) >
    (expenses.cell(item, 'budget')?.fen ?? Number.POSITIVE_INFINITY)
  );
}
