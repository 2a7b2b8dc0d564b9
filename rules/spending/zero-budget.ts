import { z } from 'zod';
import { inUnit } from '../../pipeline/model/money.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, gapOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** PRG-18: without a budget there is no execution rate; it is not zero, and no lamp is red for it. */
export const zeroBudget = defineRule({
  meta: {
    id: 'PRG-18',
    name: 'zero-budget',
    title: { zh: '预算数为零或缺失', en: 'Budget is zero or missing' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'warning',
    basis: {
      source: '预算绩效监控表执行率的计算口径（公开的系统设置按 0% 处理，本工具改按“无法计算”处理）',
      why: {
        zh: '预算为零或空白时进度无法计算，有的系统按 0% 亮红灯，冤枉单位；应补填预算或说明。',
        en: 'A rate over a budget of zero does not exist; some systems show 0 % and a red lamp, which wrongs the unit.',
      },
    },
    options: z.object({}),
    messages: {
      zero: {
        zh: '调整后预算为 0，累计支出 {spent} {unit}，无法计算支出进度。',
        en: 'The revised budget is 0, spending {spent} ({unit}): there is no execution rate.',
        clears: {
          zh: '填写调整后预算；预算确已全部追减的，填写追减数并说明。',
          en: 'Fill in the revised budget; where it was cut to nothing, give the reduction and say so.',
        },
      },
      blank: {
        zh: '调整后预算未填写，无法计算支出进度。',
        en: 'The revised budget is blank: there is no execution rate.',
        clears: { zh: '填写调整后预算。', en: 'Fill in the revised budget.' },
      },
    },
  },

  *check({ dossier, period }) {
    for (const row of spendingRows(dossier)) {
      if (row.classified) {
        yield notApplicable;
        continue;
      }
      const { budget, spent } = spendingOf(row, period);
      const field = budget.fields[0];
      const spentField = spent.fields[0];
      if (budget.fen === null && gapOf(row, field) !== 'blank') {
        yield undecidable(row, field);
        continue;
      }
      if (budget.fen === null) {
        yield fail(row, field, { message: 'blank', args: {}, atStake: spent.fen ?? 0 });
        continue;
      }
      if (budget.fen !== 0) {
        yield pass;
        continue;
      }
      if (isCutToNothing(row) && (spent.fen ?? 0) === 0) {
        yield notApplicable;
        continue;
      }
      const unit = unitOf(row, field);
      yield fail(row, [field, spentField], {
        message: 'zero',
        args: { spent: inUnit(spent.fen ?? 0, unit), unit },
        value: inUnit(0, unit),
        atStake: spent.fen ?? 0,
      });
    }
  },
});

/** A project whose whole budget was cut in the course of the year: the parts say so and nothing is wrong. */
function isCutToNothing(row: Row): boolean {
  const cut = Math.abs(amountOf(row, 'budgetCut') ?? 0);
  const add = amountOf(row, 'budgetAdd') ?? 0;
  return (cut > 0 || add < 0) && (amountOf(row, 'initialBudget') ?? 0) + add === cut;
}
