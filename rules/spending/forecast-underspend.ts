import { z } from 'zod';
import { foldText } from '../../pipeline/model/label.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { readsAsShare } from '../../pipeline/model/spending.ts';
import { placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** PRG-16: where the unit itself foresees money left at the end of the year, it says now what becomes of it. */
export const forecastUnderspend = defineRule({
  meta: {
    id: 'PRG-16',
    name: 'forecast-underspend',
    title: { zh: '预计年末有结余', en: 'Money left by forecast' },
    group: 'spending',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'notice',
    basis: {
      source:
        '财预〔2019〕136号项目支出绩效目标执行监控表、部门整体支出绩效监控表（全年预计执行数）；比例为本工具默认（可在参数中调整）',
      why: {
        zh: '单位自己预计全年用不完的，应及早提出调剂或收回意见，不等到年底。',
        en: 'What the unit expects to have left can still be put to use, if it says so before the year is over.',
      },
    },
    options: z.object({
      share: z.number().min(0).max(1).default(0.9).register(meaning, {
        unit: 'share',
        zh: '预计全年支出占预算低于此值的，提出调剂或收回意见',
        en: 'share of the budget below which the forecast asks for a proposal',
      }),
    }),
    messages: {
      left: {
        zh: '全年预计执行 {forecast} {unit}，占预算 {budget} {unit}的 {rate}，预计结余 {rest} {unit}，请提出调剂或收回意见。',
        en: 'The forecast for the year is {forecast} of {budget} ({unit}), {rate}; {rest} will be left. Propose to reallocate or return it.',
        clears: {
          zh: '对预计结余的 {rest} {unit}提出调剂或交回财政的意见，或更正全年预计执行数。',
          en: 'Propose what becomes of the {rest} ({unit}), or correct the forecast.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const { rows, totals } = submission.tables.funds;
    for (const row of [...rows, ...totals]) {
      const { item, adjustedBudget, initialBudget, forecast } = row.values;
      if (!foldText(item ?? row.label).includes('总额')) continue;
      const budgetField = adjustedBudget === null ? 'initialBudget' : 'adjustedBudget';
      const budget = adjustedBudget ?? initialBudget;
      if (row.classified || submission.form.classified || (budget !== null && budget <= 0)) {
        yield notApplicable;
        continue;
      }
      if (budget === null || forecast === null) {
        yield undecidable(row, budget === null ? budgetField : 'forecast');
        continue;
      }
      if (readsAsShare(forecast, budget, options.share)) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'forecast');
      yield failAt(
        [placeOf(row, 'forecast'), placeOf(row, budgetField)],
        {
          message: 'left',
          args: {
            forecast: inUnit(forecast, unit),
            budget: inUnit(budget, unit),
            rate: percentOf(forecast, budget),
            rest: inUnit(budget - forecast, unit),
            unit,
          },
          value: inUnit(forecast, unit),
          expected: inUnit(budget, unit),
          difference: inUnit(forecast - budget, unit),
          threshold: percent(options.share, 0),
          atStake: budget - forecast,
          trace: `${term(row, 'forecast')} ÷ ${term(row, budgetField)} = ${percentOf(forecast, budget)}`,
        },
        projectOf(submission.form),
      );
    }
  },
});
