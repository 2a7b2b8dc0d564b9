import { z } from 'zod';
import { indicatorLamp, indicatorName } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { indicatorBlue, indicatorRed, indicatorYellow } from './thresholds.ts';

/** MON-08: late in the year a red indicator is not certain to be met. */
export const optimisticPossibility = defineRule({
  meta: {
    id: 'MON-08',
    name: 'optimistic-possibility',
    title: { zh: '完成可能性与进度矛盾', en: 'Possibility contradicts progress' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'warning',
    basis: {
      source: '绩效运行监控通行做法；月份界限为本工具默认（可在参数中调整）',
      why: {
        zh: '到三季度末仍亮红灯的指标，选“确定能”完成须有依据。',
        en: 'An indicator still red after three quarters is only certain to be met for a reason.',
      },
    },
    options: z
      .object({
        fromMonth: z.number().int().min(1).max(12).default(9).register(meaning, {
          unit: 'month',
          zh: '从此月起，红灯项目不宜再选“确定能”',
          en: 'month from which a red lamp contradicts "certain"',
        }),
        red: indicatorRed,
        yellow: indicatorYellow,
        blue: indicatorBlue,
      })
      .check(rising('red', 'yellow', 'blue')),
    messages: {
      optimistic: {
        zh: '指标「{indicator}」截至{month}月仍亮红灯（目标 {target}，执行情况 {actual}），却选“确定能”完成，需核实。',
        en: 'Indicator "{indicator}" is still red by month {month} (target {target}, result {actual}), yet ticked as certain to be met.',
        clears: {
          zh: '改选“有可能”或“完全不可能”并说明原因；确有把握的，在备注中写明年底前完成的安排。',
          en: 'Tick "may be met" or "cannot be met" and explain; if certain, say in the remark how it will be met by year end.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    for (const row of monitoredIndicators(submission)) {
      if (monthOf(period) < options.fromMonth || row.values.certain !== true) {
        yield notApplicable;
        continue;
      }
      if (measureIn(row, 'actual') === null) {
        yield undecidable(row, 'actual');
        continue;
      }
      if (indicatorLamp(row, period, options) !== 'red') {
        yield pass;
        continue;
      }
      yield failAt(
        [placeOf(row, 'certain'), placeOf(row, 'actual')],
        {
          message: 'optimistic',
          args: {
            indicator: indicatorName(row),
            month: monthOf(period),
            target: measureIn(row, 'target')?.text ?? '',
            actual: measureIn(row, 'actual')?.text ?? '',
          },
          measure: indicatorName(row),
          value: measureIn(row, 'actual')?.text ?? '',
          expected: measureIn(row, 'target')?.text ?? '',
          threshold: String(options.fromMonth),
        },
        projectOf(submission.form),
      );
    }
  },
});
