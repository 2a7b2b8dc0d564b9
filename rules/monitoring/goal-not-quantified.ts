import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { hasMeasure } from '../../pipeline/model/goal-targets.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import type { Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { fail, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/**
 * MON-12: a goal that is being monitored holds something to measure. Lists of the year's results (T17) come too late for
 * that and are left alone; a form whose indicators have numbers has quantified its goal there.
 */
export const goalNotQuantified = defineRule({
  meta: {
    id: 'MON-12',
    name: 'goal-not-quantified',
    title: { zh: '绩效目标未量化', en: 'Goal without a measure' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T03', 'T04'],
    severity: 'notice',
    basis: {
      source: '年度绩效管理自评报告所列问题（绩效目标指标设置需更加规范准确，增强可评价性）',
      why: {
        zh: '目标没有数量、比例或期限，监控和自评就没有依据。',
        en: 'Without a number, share or date there is nothing to monitor or evaluate by.',
      },
    },
    options: z.object({}),
    messages: {
      vague: {
        zh: '绩效目标“{goal}”没有可衡量的指标。',
        en: 'The goal "{goal}" holds nothing that can be measured.',
        clears: {
          zh: '在绩效目标中补充数量、比例或完成标准（如“硬化道路10公里”“满意度≥95%”）。',
          en: 'Add a quantity, a share or a standard to the goal (kilometres of road, satisfaction of at least 95 %).',
        },
      },
    },
  },

  *check({ submission }) {
    const { form, tables } = submission;
    if ('projects' in tables) {
      for (const row of tables.projects.rows) yield judged(row, []);
      return;
    }
    yield judged(form, tables.indicators.rows);
  },
});

function judged(row: Row, indicators: readonly Row[]): Verdict {
  if (row.classified) return notApplicable;
  if (indicators.some((indicator) => measureIn(indicator, 'target')?.number != null)) return pass;
  const goal = textIn(row, 'goal');
  if (goal === null) return undecidable(row, 'goal');
  if (hasMeasure(goal)) return pass;
  return fail(row, 'goal', { message: 'vague', args: { goal: excerpt(goal) }, value: excerpt(goal) });
}
