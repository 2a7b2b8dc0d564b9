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
      source: '部门整体支出绩效评价公开指标（专项资金6月底前全部下达）；各月比例可在参数中调整',
      why: {
        zh: '未下达的资金单位无从支出，责任在下达环节；提示财政端（或主管部门）尽快下达。',
        en: 'A unit cannot spend what was not released: a reminder for the finance side, not for the unit.',
      },
    },
    options: z.object({
      due: z
        .record(z.string().regex(/^([1-9]|1[0-2])$/), z.number().min(0).max(1))
        .default({ 6: 1 })
        .register(meaning, {
          unit: 'shareByMonth',
          zh: '从各所列月份的月底起应下达预算的比例，第一个月份之前不要求',
          en: 'share of the budget that should be released from the end of each month listed on; nothing is due before the first',
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
    const share = shareDue(options.due, monthOf(period));
    for (const row of submission.tables.projects.rows) {
      const { budget, released } = spendingOf(row, period);
      if (row.classified || share === null || (budget.fen !== null && budget.fen <= 0)) {
        yield notApplicable;
        continue;
      }
      if (budget.fen === null || released.fen === null) {
        yield undecidable(row, budget.fen === null ? 'adjustedBudget' : 'released');
        continue;
      }
      const unit = unitOf(row, 'released');
      const due = share * budget.fen;
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
        threshold: percent(share, 0),
        atStake: rest,
        trace: `${term(row, 'adjustedBudget')} ${minus} ${term(row, 'released')} = ${inUnit(rest, unit)}`,
        ...explained(row),
      });
    }
  },
});

/** The share due in a month: that of the last month listed up to it; null before the first. */
function shareDue(due: Readonly<Record<string, number>>, month: number): number | null {
  const reached = Object.keys(due)
    .map(Number)
    .filter((listed) => listed <= month);
  return reached.length === 0 ? null : (due[String(Math.max(...reached))] ?? null);
}
