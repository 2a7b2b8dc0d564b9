import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { leftOver } from './left-over.ts';

/** JZ-02: what a budget leaves after spending is what is carried over and what is surplus. */
export const residualIdentity = defineRule({
  meta: {
    id: 'JZ-02',
    name: 'residual-identity',
    title: { zh: '预算减支出不等于结转加结余', en: 'Budget less spending is not what is left' },
    group: 'carry-over',
    scope: 'table',
    needs: ['T16'],
    severity: 'error',
    basis: {
      source: '结转结余资金表表内勾稽关系的通行做法（预算数−支出数=结转数+结余数）',
      why: {
        zh: '差额不是结转就是结余；不等说明有资金未登记或重复登记。',
        en: 'What is not spent is either carried over or surplus; otherwise money is missing from the list, or on it twice.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '「{name}」预算 {budget} {unit} − 支出 {spent} {unit} = {expected} {unit}，结转结余共填 {stated} {unit}，差 {difference} {unit}。',
        en: '"{name}": budget {budget} less {spent} spent is {expected}, but {stated} ({unit}) is given as left: a difference of {difference}.',
        clears: {
          zh: '将结转数与结余数之和改为 {expected} {unit}，或更正预算数、支出数。',
          en: 'Make what is left {expected} ({unit}), or correct budget or spending.',
        },
      },
      rounding: {
        zh: '「{name}」预算 {budget} {unit} − 支出 {spent} {unit} = {expected} {unit}，结转结余共填 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '"{name}": budget {budget} less {spent} spent is {expected}, {stated} ({unit}) is given as left; {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ submission }) {
    for (const row of submission.tables.balances.rows) {
      const { budget, spent, projectName } = row.values;
      const { columns } = row.source;
      const left = leftOver(row);
      if (row.classified || !columns.has('budget') || !columns.has('spent') || left === null) {
        yield notApplicable;
        continue;
      }
      if (typeof left === 'string' || budget === null || spent === null) {
        yield undecidable(row, typeof left === 'string' ? left : budget === null ? 'budget' : 'spent');
        continue;
      }
      const [first] = left.fields;
      const unit = unitOf(row, first);
      const grounds = sumDifference(budget - spent, left.fen, left.fields.length + 1, unit);
      if (grounds === null) {
        yield pass;
        continue;
      }
      yield fail(row, [...left.fields, 'budget', 'spent'], {
        ...grounds,
        args: {
          ...grounds.args,
          name: excerpt(projectName ?? ''),
          budget: inUnit(budget, unit),
          spent: inUnit(spent, unit),
        },
        trace: `${term(row, 'budget')} ${minus} ${term(row, 'spent')} ${minus} ${left.fields.map((field) => term(row, field)).join(` ${minus} `)} = ${inUnit(budget - spent - left.fen, unit)}`,
      });
    }
  },
});
