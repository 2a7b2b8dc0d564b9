import { z } from 'zod';
import {
  finishedInTime,
  indicatorName,
  isProrated,
  meetsTarget,
  numericIndicator,
} from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { placeOf, projectOf, type Row, type Submission } from '../../pipeline/model/submission.ts';
import {
  failAt,
  notApplicable,
  pass,
  undecidable,
  undecidableAt,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** MON-03: quality, timeliness, cost and lower-is-better indicators hold at any time of the year, without proration. */
export const boundIndicatorBreached = defineRule({
  meta: {
    id: 'MON-03',
    name: 'bound-indicator-breached',
    title: { zh: '质量、时效、成本或反向指标越界', en: 'Bound of an indicator breached' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'error',
    basis: {
      source:
        '预算绩效系统公开的指标灯设置（反向指标及质量、时效、成本指标在目标范围内绿灯，否则红灯，不按月折算）',
      why: {
        zh: '这类指标是随时要守住的界限，不因年度未过完而放宽；目标为 0 的指标只有 0 才算达到。',
        en: 'These are bounds to keep at any time, not amounts to grow into; a target of 0 is met by 0 alone.',
      },
    },
    options: z.object({}),
    messages: {
      breached: {
        zh: '指标「{indicator}」执行情况 {actual}，不满足目标 {target}，亮红灯。',
        en: 'Indicator "{indicator}": {actual} does not meet the target of {target}: red lamp.',
        clears: {
          zh: '核对执行情况与目标值；属实的，说明偏差原因和纠偏措施，使其回到 {target}。',
          en: 'Check result and target; if they stand, say why and how it will be brought back to {target}.',
        },
      },
    },
  },

  *check({ submission, period }) {
    for (const row of monitoredIndicators(submission)) {
      const inTime = finishedInTime(row, period);
      if (inTime !== null) {
        yield inTime ? pass : breached(row, submission);
        continue;
      }
      const indicator = numericIndicator(row);
      if (indicator === null || (isProrated(indicator) && indicator.target > 0)) {
        yield notApplicable;
        continue;
      }
      const result = measureIn(row, 'actual');
      if (result === null) {
        yield undecidable(row, 'actual');
        continue;
      }
      if (indicator.actual === null) {
        yield result.number === null ? notApplicable : undecidableAt(placeOf(row, 'actual'), 'unreadable');
        continue;
      }
      yield meetsTarget(indicator, indicator.actual) ? pass : breached(row, submission);
    }
  },
});

function breached(row: Row, { form }: Submission): Verdict {
  const [actual, target] = [measureIn(row, 'actual')?.text ?? '', measureIn(row, 'target')?.text ?? ''];
  return failAt(
    [placeOf(row, 'actual'), placeOf(row, 'target')],
    {
      message: 'breached',
      args: { indicator: indicatorName(row), actual, target },
      measure: indicatorName(row),
      value: actual,
      expected: target,
    },
    projectOf(form),
  );
}
