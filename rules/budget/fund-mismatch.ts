import { z } from 'zod';
import { type BalanceSide, budgetBalanceOf, nameOfItem } from '../../pipeline/model/budget-balance.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { agreement, inUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/**
 * BUD-06: what comes in as government-managed funds goes out as such. Where the sheet has no column for funds, the
 * classes that funds are spent under stand for it.
 */
export const fundMismatch = defineRule({
  meta: {
    id: 'BUD-06',
    name: 'fund-mismatch',
    title: { zh: '政府性基金收支不对应', en: 'Government-managed funds do not match' },
    group: 'budget',
    scope: 'table',
    needs: ['T13'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核（政府性基金拨款=城乡社区支出）；对应科目为本工具默认（可在参数中调整）',
      why: {
        zh: '政府性基金专款专用，收入应有对应支出，余下的列结转。',
        en: 'Government-managed funds are spent for their purpose; what is left is carried over.',
      },
    },
    options: z.object({
      classes: z.array(z.string().min(1)).default(['城乡社区支出']).register(meaning, {
        unit: 'words',
        zh: '表中没有基金列时，视为政府性基金支出的功能科目',
        en: 'functions that government-managed funds are spent under, where there is no column for funds',
      }),
    }),
    messages: {
      differs: {
        zh: '政府性基金收入 {revenue} {unit}，对应支出（{classes}）{spent} {unit}，相差 {difference} {unit}。',
        en: 'Government-managed funds of {revenue} come in, {spent} ({unit}) is spent on their functions: {difference} apart.',
        clears: {
          zh: '核对政府性基金收入与{classes}；有其他对应科目或结转的请注明。',
          en: 'Check both; where funds are spent under other functions or carried over, say so.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const balance = budgetBalanceOf(submission, period);
    const fund = balance === null ? undefined : fundRevenue(balance.revenue);
    if (balance === null || fund === undefined) {
      yield notApplicable;
      return;
    }
    const { expenditure } = balance;
    const hasColumn = isByKindOfMoney(expenditure);
    const field = hasColumn ? 'governmentFunds' : 'amount';
    const rows = expenditure.items.filter((row) =>
      hasColumn ? !isEmpty(row, field) : options.classes.includes(nameOfItem(row)),
    );
    // An empty line of a printed form is nothing.
    const revenue = isEmpty(fund, 'amount') ? 0 : amountOf(fund, 'amount');
    if (revenue === null) {
      yield undecidable(fund, 'amount');
      return;
    }
    // Without funds the same functions are paid from the general budget; without the functions on it the sheet is no whole.
    if (hasColumn ? revenue === 0 && rows.length === 0 : revenue === 0 || rows.length === 0) {
      yield notApplicable;
      return;
    }
    const unread = rows.find((row) => amountOf(row, field) === null);
    if (unread !== undefined) {
      yield undecidable(unread, field);
      return;
    }
    const carried = [...balance.revenue.carried, ...expenditure.carried];
    const unreadCarried = carried.find((row) => amountOf(row, 'amount') === null && !isEmpty(row, 'amount'));
    if (unreadCarried !== undefined) {
      yield undecidable(unreadCarried, 'amount');
      return;
    }
    const spent = sumUp(rows, field);
    const unit = unitOf(fund, 'amount');
    const carriedIn = sumUp(balance.revenue.carried, 'amount');
    const carriedOut = sumUp(expenditure.carried, 'amount');
    const isCarried = spent >= revenue - carriedOut && spent <= revenue + carriedIn;
    if (isCarried || agreement(spent, revenue, rows.length, unit) !== 'wrong') {
      yield pass;
      return;
    }
    const difference = inUnit(revenue - spent, unit);
    const names = rows.map(nameOfItem).slice(0, 4).join('、');
    const places = (rows.length === 0 ? expenditure.items.slice(0, 1) : rows).map((row) =>
      placeOf(row, field),
    );
    yield failAt([placeOf(fund, 'amount'), ...places], {
      message: 'differs',
      args: {
        revenue: inUnit(revenue, unit),
        spent: inUnit(spent, unit),
        classes: rows.length === 0 ? emptyColumn : { zh: names, en: names },
        difference,
        unit,
      },
      value: inUnit(spent, unit),
      expected: inUnit(revenue, unit),
      difference,
      atStake: Math.abs(revenue - spent),
      trace: `${[term(fund, 'amount'), ...rows.map((row) => term(row, field))].join(` ${minus} `)} = ${difference}`,
    });
  },
});

const emptyColumn: Text = { zh: '政府性基金列', en: 'the column of funds' };

/** Whether the sheet splits expenditure by kind of money: a printed column that nobody filled does not. */
function isByKindOfMoney({ table, items }: BalanceSide): boolean {
  return (
    table.columns.has('governmentFunds') &&
    items.some((row) => ['general', 'governmentFunds', 'stateCapital'].some((field) => !isEmpty(row, field)))
  );
}

/** The row of revenue from government-managed funds, among the sources or as part of one. */
function fundRevenue({ items, parts }: BalanceSide): Row | undefined {
  return [...items, ...parts].find((row) => nameOfItem(row).includes('政府性基金'));
}
