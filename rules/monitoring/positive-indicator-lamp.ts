import { z } from 'zod';
import {
  attainmentLamp,
  attainmentOf,
  indicatorName,
  isProrated,
  numericIndicator,
} from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { percent } from '../../pipeline/model/money.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
import { rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { indicatorBlue, indicatorRed, indicatorYellow } from './thresholds.ts';

/**
 * MON-02: what should be counted by now of an indicator where more is better, against its target × month/12. A result in
 * words for a target in numbers is MON-13's.
 */
export const positiveIndicatorLamp = defineRule({
  meta: {
    id: 'MON-02',
    name: 'positive-indicator-lamp',
    title: { zh: '正向指标进度亮灯', en: 'Lamp of a higher-is-better indicator' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'error',
    basis: {
      source:
        '预算绩效系统公开的指标灯设置（标准值=年度指标值×月份÷12；低于60%红灯，60%至80%黄灯，120%以上蓝灯）',
      why: {
        zh: '数量、效益、满意度类正向指标按月推进，落后的要尽早纠偏，远超目标的说明目标定得偏低；百分比指标不判蓝灯。',
        en: 'Quantity, outcome and satisfaction grow with the year: what lags is set right early, what runs far ahead had a low target. Percentages are never blue.',
      },
    },
    options: z
      .object({ red: indicatorRed, yellow: indicatorYellow, blue: indicatorBlue })
      .check(rising('red', 'yellow', 'blue')),
    messages: {
      lamp: {
        zh: '指标「{indicator}」截至{month}月完成 {actual}，年度目标 {target}，达成应完成数的 {attainment}，亮{lamp}。',
        en: 'Indicator "{indicator}": {actual} by month {month} of a target of {target}, {attainment} of what is due: {lamp} lamp.',
        clears: {
          zh: '核对完成数；属实的，说明偏差原因和完成全年目标的措施。',
          en: 'Check the result; if it stands, say why it deviates and how the target will be met.',
        },
      },
      blue: {
        zh: '指标「{indicator}」截至{month}月完成 {actual}，年度目标 {target}，达成应完成数的 {attainment}，亮蓝灯。',
        en: 'Indicator "{indicator}": {actual} by month {month} of a target of {target}, {attainment} of what is due: blue lamp.',
        clears: {
          zh: '无须整改；如目标偏低，下次设定时相应提高。',
          en: 'Nothing need be done; if the target was low, set the next one higher.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    for (const row of monitoredIndicators(submission)) {
      const indicator = numericIndicator(row);
      if (indicator === null || !isProrated(indicator) || indicator.target <= 0) {
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
      const attainment = attainmentOf(indicator, indicator.actual, period) ?? 0;
      const lamp = attainmentLamp(attainment, options, indicator.isPercentage);
      if (lamp === 'green') {
        yield pass;
        continue;
      }
      yield failAt(
        [placeOf(row, 'actual'), placeOf(row, 'target')],
        {
          message: lamp === 'blue' ? 'blue' : 'lamp',
          args: {
            indicator: indicatorName(row),
            month: monthOf(period),
            actual: result.text,
            target: measureIn(row, 'target')?.text ?? '',
            attainment: percent(attainment),
            lamp: lamp === 'red' ? { zh: '红灯', en: 'red' } : { zh: '黄灯', en: 'yellow' },
          },
          severity: lamp === 'red' ? 'error' : lamp === 'yellow' ? 'warning' : 'notice',
          measure: indicatorName(row),
          value: result.text,
          expected: measureIn(row, 'target')?.text ?? '',
          threshold: [options.red, options.yellow, options.blue]
            .map((limit) => percent(limit, 0))
            .join(' / '),
        },
        projectOf(submission.form),
      );
    }
  },
});
