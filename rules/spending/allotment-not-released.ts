import { z } from 'zod';
import { explained } from '../../pipeline/model/explanation.ts';
import { inUnit, percent, percentOf, roundingTolerance } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** PRG-13: budget that the finance side has not released by the middle of the year. Nothing the unit can mend. */
export const allotmentNotReleased = defineRule({
  meta: {
    id: 'PRG-13',
    name: 'allotment-not-released',
    title: { zh: '资金未下达', en: 'Allotment not released' },
    group: 'spending',
    scope: 'table',
    needs: ['T01'],
    severity: 'notice',
    basis: {
      source: '部门整体支出绩效评价公开指标（专项资金6月底前全部下达）；月份和比例可在参数中调整',
      why: {
        zh: '未下达的资金单位无从支出，责任在下达环节；提示财政端（或主管部门）尽快下达。',
        en: 'A unit cannot spend what was not released: a reminder for the finance side, not for the unit.',
      },
    },
    options: z.object({
      dueMonth: z.number().int().min(1).max(12).default(6).register(meaning, {
        unit: 'month',
        zh: '资金应在此月月底前下达',
        en: 'month by whose end the money should be released',
      }),
      share: z.number().min(0).max(1).default(1).register(meaning, {
        unit: 'share',
        zh: '到期应下达预算的比例',
        en: 'share of the budget that should be released by then',
      }),
    }),
    messages: {
      unreleased: {
        zh: '截至{month}月已下达 {released} {unit}，为调整后预算 {budget} {unit}的 {rate}，尚有 {rest} {unit}未下达，责任在下达环节，由财政端（或主管部门）办理。',
        en: 'By month {month}, {released} of a revised budget of {budget} ({unit}) is released ({rate}); {rest} is not. The release is the turn of the finance side.',
        clears: {
          zh: '由财政端（或主管部门）下达其余 {rest} {unit}；不再下达的，相应调减预算。单位无须整改。',
          en: 'The finance side releases the remaining {rest} ({unit}) or cuts the budget accordingly. Nothing for the unit to mend.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    for (const row of submission.tables.projects.rows) {
      const { budget, released } = spendingOf(row, period);
      if (row.classified || monthOf(period) < options.dueMonth || (budget.fen !== null && budget.fen <= 0)) {
        yield notApplicable;
        continue;
      }
      if (budget.fen === null || released.fen === null) {
        yield undecidable(row, budget.fen === null ? 'adjustedBudget' : 'released');
        continue;
      }
      const unit = unitOf(row, 'released');
      const due = options.share * budget.fen;
      if (released.fen >= due - roundingTolerance(1, budget.fen, unit)) {
        yield pass;
        continue;
      }
      const rest = budget.fen - released.fen;
      yield fail(row, ['released', 'adjustedBudget'], {
        message: 'unreleased',
        args: {
          month: monthOf(period),
          released: inUnit(released.fen, unit),
          budget: inUnit(budget.fen, unit),
          rate: percentOf(released.fen, budget.fen),
          rest: inUnit(rest, unit),
          unit,
        },
        value: inUnit(released.fen, unit),
        expected: inUnit(Math.round(due), unit),
        difference: inUnit(-rest, unit),
        threshold: percent(options.share, 0),
        atStake: rest,
        trace: `${term(row, 'adjustedBudget')} ${minus} ${term(row, 'released')} = ${inUnit(rest, unit)}`,
        ...explained(row),
      });
    }
  },
});
