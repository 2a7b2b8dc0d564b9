import { z } from 'zod';
import { explanationFault, reasonText, stockPhrases } from '../../pipeline/model/explanation.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { gapOf, placeOf, unitOf } from '../../pipeline/model/submission.ts';
import {
  type ExpenseColumn,
  type ExpenseItem,
  expenseColumnNames,
  expenseColumns,
  expenseItems,
  expenseLeaves,
  expensePairs,
  expenseParts,
  type ThreePublic,
  threePublicOf,
} from '../../pipeline/model/three-public.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SG-06: an item that rises, or changes much, against last year says why, on its own line or on that of all vehicles. */
export const changeUnexplained = defineRule({
  meta: {
    id: 'SG-06',
    name: 'change-unexplained',
    title: { zh: '“三公”分项变动未说明', en: 'Change of an item unexplained' },
    group: 'three-public-expenses',
    scope: 'table',
    needs: ['T09'],
    severity: 'warning',
    basis: {
      source: '公开的“三公”经费说明逐项写明增减原因；10% 为本工具默认（可在参数中调整）',
      why: {
        zh: '“三公”经费公开时须逐项说明增减原因。',
        en: 'When the three public expenses are disclosed, each change is explained.',
      },
    },
    options: z.object({
      changeAbove: z.number().min(0).default(0.1).register(meaning, {
        unit: 'share',
        zh: '较上年减少超过此值的，也须说明原因',
        en: 'change against last year above which a fall must be explained too',
      }),
      minimumLength: z.number().int().min(1).default(4).register(meaning, {
        unit: 'characters',
        zh: '变动原因至少应有的字数（不含标点）',
        en: 'characters a reason must have, punctuation left out',
      }),
    }),
    messages: {
      unexplained: {
        zh: '{item}{column} {current} {unit}，{last} {before} {unit}，{direction} {difference} {unit}（{rate}），未说明原因。',
        en: '{item}: {current} ({column}) against {before} ({last}, {unit}), {direction} {difference} ({rate}), with no reason given.',
        clears: {
          zh: '在变动原因中写明{item}{direction} {difference} {unit}的原因，或更正金额。',
          en: 'Say why the item changed by {difference} ({unit}), or correct the amount.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    // Before December what was spent this year is less than a year's.
    const pairs = monthOf(period) === 12 ? expensePairs : expensePairs.slice(0, 1);
    for (const expenses of threePublicOf(submission)) {
      const items = itemsOf(expenses);
      for (const item of items) yield judge(expenses, item, items, pairs, options);
    }
  },
});

function judge(
  expenses: ThreePublic,
  item: ExpenseItem,
  items: readonly ExpenseItem[],
  pairs: readonly (typeof expensePairs)[number][],
  options: { readonly changeAbove: number; readonly minimumLength: number },
): Verdict {
  const row = expenses.row(item);
  let isCompared = false;
  for (const [column, lastColumn] of pairs) {
    const current = expenses.cell(item, column);
    const before = expenses.cell(item, lastColumn);
    if (row === null || current === null || before === null || (current.fen === null && before.fen === null))
      continue;
    // A column that no item fills says nothing; beside filled ones a blank is nought.
    if (![column, lastColumn].every((one) => items.some((each) => isFilled(expenses, each, one)))) continue;
    if (isUnread(row, current.field)) return undecidable(row, current.field);
    if (isUnread(row, before.field)) return undecidable(row, before.field);
    isCompared = true;
    const [now, then] = [current.fen ?? 0, before.fen ?? 0];
    const difference = now - then;
    if (difference <= 0 && Math.abs(difference) <= options.changeAbove * then + 1e-6) continue;
    if (gapOf(row, 'reason') === 'absent' && reasonText(row) === null) return undecidable(row, 'reason');
    const limits = { minimumLength: options.minimumLength, boilerplate: stockPhrases };
    // What is said of all vehicles may say it of what was bought and run.
    const reasons = [row, expenseParts.cars.some((part) => part === item) ? expenses.row('cars') : null];
    if (reasons.some((one) => one !== null && explanationFault(reasonText(one), limits) === null)) continue;
    const unit = unitOf(row, current.field);
    return failAt([current.place, before.place, placeOf(row, 'reason')], {
      message: 'unexplained',
      args: {
        item: expenseItems[item],
        column: expenseColumns[column],
        last: expenseColumns[lastColumn],
        current: inUnit(now, unit),
        before: inUnit(then, unit),
        direction: difference > 0 ? { zh: '增加', en: 'up' } : { zh: '减少', en: 'down' },
        difference: inUnit(Math.abs(difference), unit),
        rate: then === 0 ? { zh: '上年为 0', en: 'none before' } : percentOf(difference, then),
        unit,
      },
      measure: item,
      value: inUnit(now, unit),
      expected: inUnit(then, unit),
      difference: inUnit(difference, unit),
      threshold: percent(options.changeAbove, 0),
      atStake: Math.abs(difference),
      trace: `${term(row, current.field)} ${minus} ${term(row, before.field)} = ${inUnit(difference, unit)}`,
    });
  }
  return isCompared ? pass : notApplicable;
}

/** The items at the bottom; vehicles as one where the sheet does not say what was bought and what run. */
function itemsOf(expenses: ThreePublic): readonly ExpenseItem[] {
  const isSplit = expenseParts.cars.some((item) =>
    expenseColumnNames.some((column) => isFilled(expenses, item, column)),
  );
  return isSplit ? expenseLeaves : expenseParts.total;
}

function isFilled(expenses: ThreePublic, item: ExpenseItem, column: ExpenseColumn): boolean {
  const cell = expenses.cell(item, column);
  return cell !== null && (cell.fen !== null || isUnread(cell.row, cell.field));
}
