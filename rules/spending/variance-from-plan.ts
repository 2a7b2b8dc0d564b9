import { z } from 'zod';
import { explained } from '../../pipeline/model/explanation.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { varianceTier } from '../../pipeline/model/spending-tiers.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { varianceFloor, varianceWarnAbove } from './thresholds.ts';

/** PRG-04: spending to date against the unit's own plan to date, in both directions. */
export const varianceFromPlan = defineRule({
  meta: {
    id: 'PRG-04',
    name: 'variance-from-plan',
    title: { zh: '与分月支出计划差异率过大', en: 'Spending strays from the monthly plan' },
    group: 'spending',
    scope: 'table',
    needs: ['T01'],
    severity: 'warning',
    basis: {
      source: '项目分月支出进度表填报要求（差异率界限为本工具默认值）',
      why: {
        zh: '实际支出进度与分月支出计划差异率大的项目须逐项分析说明。',
        en: 'Projects whose spending is far from the monthly plan must be explained one by one.',
      },
    },
    options: z
      .object({
        warnAbove: varianceWarnAbove,
        errorAbove: z.number().min(0).default(0.4).register(meaning, {
          unit: 'share',
          zh: '与分月计划的差异率超过此值，为错误',
          en: 'variance rate above which it cannot be accepted unexplained',
        }),
        floor: varianceFloor,
      })
      .check(rising('warnAbove', 'errorAbove')),
    messages: {
      strays: {
        zh: '截至{month}月累计支出 {spent} {unit}，累计计划 {planned} {unit}，差异率 {variance}。',
        en: 'By month {month}, {spent} was spent against a plan of {planned} ({unit}): variance {variance}.',
        clears: {
          zh: '核对累计支出与分月计划；确有差异的，逐项说明原因、预计支出时间和处置意见。',
          en: 'Check spending and plan; where they truly differ, explain why, when it will be spent and what happens to the rest.',
        },
      },
      unplanned: {
        zh: '截至{month}月没有支出计划，已支出 {spent} {unit}，属计划外支出。',
        en: 'Nothing was planned by month {month}, yet {spent} ({unit}) was spent.',
        clears: {
          zh: '补报分月支出计划，或说明计划外支出的依据。',
          en: 'Plan for it, or say on what authority it was spent.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    for (const project of submission.tables.projects.rows) {
      if (project.classified) {
        yield notApplicable;
        continue;
      }
      const { planned, spent } = spendingOf(project, period);
      if (planned.fen === null || spent.fen === null) {
        yield undecidable(project, (planned.fen === null ? planned : spent).fields[0]);
        continue;
      }
      if (planned.fen === 0 && spent.fen === 0) {
        yield notApplicable;
        continue;
      }
      const severity = varianceTier(planned.fen, spent.fen, options);
      if (severity === null) {
        yield pass;
        continue;
      }
      const gap = spent.fen - planned.fen;
      const spentField = spent.fields[0];
      const unit = unitOf(project, spentField);
      yield fail(project, [spentField, planned.fields[0]], {
        message: planned.fen === 0 ? 'unplanned' : 'strays',
        args: {
          month: monthOf(period),
          spent: inUnit(spent.fen, unit),
          planned: inUnit(planned.fen, unit),
          unit,
          variance: planned.fen === 0 ? '—' : percentOf(gap, planned.fen),
        },
        severity,
        value: inUnit(spent.fen, unit),
        expected: inUnit(planned.fen, unit),
        difference: inUnit(gap, unit),
        threshold: `${percent(options.warnAbove, 0)} / ${percent(options.errorAbove, 0)}`,
        atStake: Math.abs(gap),
        trace: `${term(project, spent.fields, spent.fen)} ${minus} ${term(project, planned.fields, planned.fen)} = ${inUnit(gap, unit)}`,
        ...explained(project),
      });
    }
  },
});
