import { z } from 'zod';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit, points } from '../../pipeline/model/money.ts';
import { placeOf, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SB-07: the special account holds at least what the three guarantees need in one month. */
export const accountTooLow = defineRule({
  meta: {
    id: 'SB-07',
    name: 'account-too-low',
    title: { zh: '“三保”专户余额不足', en: 'Special account holds less than a month' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'warning',
    basis: {
      source: '“三保”专户管理的公开要求（月末余额不低于1个月的“三保”支出）',
      why: {
        zh: '专户余额低于一个月的支出，下月的工资和民生补助就可能发不出来。',
        en: 'With less than a month in the account, next month’s wages and benefits may not be paid.',
      },
    },
    options: z.object({
      months: z.number().int().min(1).default(1).register(meaning, {
        unit: 'months',
        zh: '“三保”专户月末余额至少应保障的月数',
        en: 'months of need that the account must hold at the end of a month',
      }),
    }),
    messages: {
      low: {
        zh: '专户余额 {balance} {unit}，月均支出 {need} {unit}，可保障 {covered} 个月，不足 {months} 个月。',
        en: 'The account holds {balance} against a monthly need of {need} ({unit}): {covered} months, fewer than {months}.',
        clears: {
          zh: '核对余额与月均支出；确属不足的，向专户补足 {missing} {unit}。',
          en: 'Check both figures; if they stand, put {missing} ({unit}) into the account.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const { form } = submission;
    const { accountBalance: balance, monthlyNeed: need } = form.values;
    const isNeither = isEmpty(form, 'accountBalance') && isEmpty(form, 'monthlyNeed');
    if (form.classified || isNeither || (need !== null && need <= 0)) {
      yield notApplicable;
      return;
    }
    if (balance === null || need === null) {
      yield undecidable(form, balance === null ? 'accountBalance' : 'monthlyNeed');
      return;
    }
    const missing = options.months * need - balance;
    if (missing <= 0) {
      yield pass;
      return;
    }
    const unit = unitOf(form, 'accountBalance');
    // Cut, not rounded: an account that is a fen short does not cover the whole month.
    const covered = points(Math.floor((balance * 100) / need) / 10_000);
    yield failAt([placeOf(form, 'accountBalance'), placeOf(form, 'monthlyNeed')], {
      message: 'low',
      args: {
        balance: inUnit(balance, unit),
        need: inUnit(need, unit),
        covered,
        months: options.months,
        missing: inUnit(missing, unit),
        unit,
      },
      value: inUnit(balance, unit),
      expected: inUnit(options.months * need, unit),
      difference: inUnit(-missing, unit),
      threshold: String(options.months),
      atStake: missing,
      trace: `${term(form, 'accountBalance')} ÷ ${term(form, 'monthlyNeed')} = ${covered}`,
    });
  },
});
