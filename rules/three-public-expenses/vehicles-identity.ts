import { z } from 'zod';
import { expenseColumnNames, expenseParts, threePublicOf } from '../../pipeline/model/three-public.ts';
import { notApplicable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { judgeSum } from './judge-sum.ts';

/** SG-02: buying and running vehicles add up to the line for vehicles, in every column. */
export const vehiclesIdentity = defineRule({
  meta: {
    id: 'SG-02',
    name: 'vehicles-identity',
    title: { zh: '公车小计勾稽不符', en: 'Vehicles do not add up' },
    group: 'three-public-expenses',
    scope: 'table',
    needs: ['T09'],
    severity: 'error',
    basis: {
      source: '“三公”经费表表内勾稽关系（公开的预决算公开检查规则：公车小计=购置+运行维护）',
      why: {
        zh: '购置与运行维护之和应等于公车小计，否则有一项填错或漏填。',
        en: 'What was bought and what it cost to run must make up the line for vehicles.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '{column}：公务用车购置及运行维护费填 {stated} {unit}，而{sum} = {expected} {unit}，相差 {difference} {unit}。',
        en: '{column}: vehicles are {stated}, but {sum} = {expected} ({unit}), a difference of {difference}.',
        clears: {
          zh: '将公务用车购置及运行维护费改为 {expected} {unit}，或更正购置费、运行维护费。',
          en: 'Change the line for vehicles to {expected} ({unit}), or correct its two parts.',
        },
      },
      rounding: {
        zh: '{column}：公务用车购置及运行维护费填 {stated} {unit}，{sum} = {expected} {unit}，相差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '{column}: vehicles are {stated}, {sum} = {expected} ({unit}); {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ submission }) {
    for (const expenses of threePublicOf(submission)) {
      for (const column of expenseColumnNames) {
        const isSplit = expenseParts.cars.some((item) => expenses.cell(item, column) !== null);
        yield isSplit ? judgeSum(expenses, 'cars', expenseParts.cars, column) : notApplicable;
      }
    }
  },
});
