import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { explained } from '../../pipeline/model/explanation.ts';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** FS-05: money came in on an item that the plan does not have. */
export const unplannedItem = defineRule({
  meta: {
    id: 'FS-05',
    name: 'unplanned-item',
    title: { zh: '计划外收入项目', en: 'Revenue outside the plan' },
    group: 'non-tax',
    scope: 'table',
    needs: ['T12'],
    severity: 'notice',
    basis: {
      source: '年度绩效管理自评报告复核中发现的情况（利息收入未列入非税收入计划）',
      why: {
        zh: '利息等收入年年都有，列入计划才便于考核；计划外项目提示核对收入类别。',
        en: 'Interest comes in every year and belongs in the plan; anything else may be in the wrong class.',
      },
    },
    options: z.object({}),
    messages: {
      unplanned: {
        zh: '「{item}」累计收入 {collected} {unit}，未列入非税收入计划。',
        en: '"{item}", which is not in the plan, brought in {collected} ({unit}).',
        clears: {
          zh: '无须处理；下年编制计划时列入该项目，归类有误的更正收入项目。',
          en: "Nothing to do; include it in next year's plan, or correct its class.",
        },
      },
    },
  },

  *check({ submission }) {
    for (const row of submission.tables.items.rows) {
      const { plan, collected, item } = row.values;
      if (row.classified || !row.source.columns.has('plan') || !row.source.columns.has('collected')) {
        yield notApplicable;
        continue;
      }
      const isUnplanned = plan === 0 || isBlank(row, 'plan');
      if (plan === null && !isUnplanned) {
        yield undecidable(row, 'plan');
        continue;
      }
      if (!isUnplanned) {
        yield pass;
        continue;
      }
      if (collected === null) {
        yield row.gaps.collected === 'blank' ? notApplicable : undecidable(row, 'collected');
        continue;
      }
      if (collected <= 0) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'collected');
      yield fail(row, ['collected', 'plan'], {
        message: 'unplanned',
        args: { item: excerpt(item ?? ''), collected: inUnit(collected, unit), unit },
        value: inUnit(collected, unit),
        atStake: collected,
        ...explained(row),
      });
    }
  },
});
