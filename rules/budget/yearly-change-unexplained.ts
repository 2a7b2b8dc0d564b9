import { z } from 'zod';
import { type BalanceSide, budgetBalanceOf, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { explanationFault, reasonText, stockPhrases } from '../../pipeline/model/explanation.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { agreement, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { readsAboveShare } from '../../pipeline/model/spending.ts';
import {
  amountOf,
  placeOf,
  projectOf,
  type Row,
  type Submission,
  unitOf,
} from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/**
 * BUD-08: a function whose expenditure changes much from year to year says why. A cell left blank is nothing where the
 * others make up the total: the function is new, or gone.
 */
export const yearlyChangeUnexplained = defineRule({
  meta: {
    id: 'BUD-08',
    name: 'yearly-change-unexplained',
    title: { zh: '同比变动超30%未说明', en: 'Change from last year unexplained' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核（多个科目同比变动超过±30%而无说明）；界限为本工具默认（可在参数中调整）',
      why: {
        zh: '科目同比大幅变动，应说明政策、任务或科目调整的原因。',
        en: 'A large change of a function calls for its reason: policy, tasks or classification.',
      },
    },
    options: z.object({
      changeAbove: z.number().min(0).default(0.3).register(meaning, {
        unit: 'share',
        zh: '较上年变动超过此值，须说明原因',
        en: 'change against last year above which it must be explained',
      }),
      minimumLength: z.number().int().min(1).default(4).register(meaning, {
        unit: 'characters',
        zh: '变动原因至少应有的字数（不含标点）',
        en: 'characters a reason must have, punctuation left out',
      }),
    }),
    messages: {
      unexplained: {
        zh: '{item}由上年 {before} {unit}变为 {current} {unit}（{rate}），超过 ±{limit}，未说明原因。',
        en: '"{item}" changes from {before} to {current} ({unit}, {rate}), beyond ±{limit}, with no reason given.',
        clears: {
          zh: '在变动原因中说明{item}变动 {difference} {unit}的原因，或更正金额。',
          en: 'Say why it changes by {difference} ({unit}), or correct the amounts.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const side = budgetBalanceOf(submission, period)?.expenditure;
    if (side === undefined) return;
    // A blank cell is nothing where the others make up the total.
    const blankIsNothing = ['lastYear', 'amount'].filter((field) => addsUp(side, field));
    for (const row of side.items) yield judge(row, blankIsNothing, notesOn(row, submission), options);
  },
});

function addsUp({ items, carried, yearTotal, grandTotal }: BalanceSide, field: string): boolean {
  const total = yearTotal ?? grandTotal;
  const stated = total === null ? null : amountOf(total, field);
  if (total === null || stated === null) return false;
  const parts = yearTotal === null ? [...items, ...carried] : items;
  const sum = sumUp(parts, field);
  return agreement(sum, stated, parts.length, unitOf(total, field)) !== 'wrong';
}

/** What the notes around the table say of how a function changed: few sheets have a column for it. */
function notesOn(row: Row, { remarks }: Submission): readonly string[] {
  // 农林水 is enough of a name; 其他 might be revenue.
  const name = nameOfItem(row).replace(/(?<=^.{3,})支出$/, '');
  return remarks
    .map(({ text }) => text)
    .filter((text) => foldText(text).includes(name) && /[增减变]|上升|下降/.test(text));
}

function judge(
  row: Row,
  blankIsNothing: readonly string[],
  notes: readonly string[],
  options: { readonly changeAbove: number; readonly minimumLength: number },
): Verdict {
  const amountOrNothing = (field: string) =>
    blankIsNothing.includes(field) && isEmpty(row, field) ? 0 : amountOf(row, field);
  const [before, current] = [amountOrNothing('lastYear'), amountOrNothing('amount')];
  // Few sheets have a column for last year: without one there is nothing to compare.
  if (row.classified || (isEmpty(row, 'lastYear') && (before === null || isEmpty(row, 'amount'))))
    return notApplicable;
  if (before === null || current === null) return undecidable(row, before === null ? 'lastYear' : 'amount');
  const difference = current - before;
  if (!readsAboveShare(Math.abs(difference), Math.abs(before), options.changeAbove)) return pass;
  const limits = { minimumLength: options.minimumLength, boilerplate: stockPhrases };
  if ([reasonText(row), ...notes].some((text) => explanationFault(text, limits) === null)) return pass;
  const unit = unitOf(row, 'amount');
  return failAt(
    ['amount', 'lastYear'].map((field) => placeOf(row, field)),
    {
      message: 'unexplained',
      args: {
        item: nameOfItem(row),
        before: inUnit(before, unit),
        current: inUnit(current, unit),
        rate: before === 0 ? { zh: '上年为 0', en: 'none before' } : percentOf(difference, before),
        limit: percent(options.changeAbove, 0),
        difference: inUnit(difference, unit),
        unit,
      },
      value: inUnit(current, unit),
      expected: inUnit(before, unit),
      difference: inUnit(difference, unit),
      threshold: percent(options.changeAbove, 0),
      atStake: Math.abs(difference),
      trace: `${term(row, 'amount')} ${minus} ${term(row, 'lastYear')} = ${inUnit(difference, unit)}`,
    },
    projectOf(row),
  );
}
