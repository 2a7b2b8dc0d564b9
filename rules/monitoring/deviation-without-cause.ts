import { z } from 'zod';
import { causeFields, columnsOf, ticksOf } from '../../pipeline/model/attainment-ticks.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { saysNothing } from '../../pipeline/model/explanation.ts';
import { indicatorLamp, indicatorName } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { indicatorBlue, indicatorRed, indicatorYellow } from './thresholds.ts';

/** MON-06: an indicator that is red or yellow says why: a cause is ticked or explained in words. */
export const deviationWithoutCause = defineRule({
  meta: {
    id: 'MON-06',
    name: 'deviation-without-cause',
    title: { zh: '指标偏差未说明原因', en: 'Deviation without a cause' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'error',
    basis: {
      source: '财预〔2019〕136号所附监控表的填报通行做法（偏差原因分析）',
      why: {
        zh: '亮红灯、黄灯的指标须勾选偏差原因或说明，才能对症纠偏。',
        en: 'A red or yellow indicator names its cause, or nobody can mend it.',
      },
    },
    options: z
      .object({ red: indicatorRed, yellow: indicatorYellow, blue: indicatorBlue })
      .check(rising('red', 'yellow', 'blue')),
    messages: {
      missing: {
        zh: '指标「{indicator}」亮{lamp}（目标 {target}，执行情况 {actual}），偏差原因未勾选，{note}。',
        en: 'Indicator "{indicator}" has a {lamp} lamp (target {target}, result {actual}); no cause is ticked, {note}.',
        clears: {
          zh: '在偏差原因分析中勾选原因（经费保障、制度保障、人员保障、硬件条件保障、其他），并填写原因说明。',
          en: 'Tick a cause (funds, rules, staff, equipment, other) and explain it.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    for (const row of monitoredIndicators(submission)) {
      const lamp = indicatorLamp(row, period, options);
      if (lamp !== 'red' && lamp !== 'yellow') {
        yield lamp === null ? notApplicable : pass;
        continue;
      }
      const note = textIn(row, 'causeNote');
      if (ticksOf(row, causeFields).length > 0 || !saysNothing(note)) {
        yield pass;
        continue;
      }
      const [first] = columnsOf(row, [...causeFields, 'causeNote']);
      if (first === undefined) {
        yield undecidable(row, 'causeNote');
        continue;
      }
      yield failAt(
        [placeOf(row, first), placeOf(row, 'actual')],
        {
          message: 'missing',
          args: {
            indicator: indicatorName(row),
            note:
              note === null
                ? { zh: '也未说明', en: 'none is given' }
                : { zh: `原因说明只写了“${excerpt(note)}”`, en: `the note is only "${excerpt(note)}"` },
            lamp: lamp === 'red' ? { zh: '红灯', en: 'red' } : { zh: '黄灯', en: 'yellow' },
            target: measureIn(row, 'target')?.text ?? '',
            actual: measureIn(row, 'actual')?.text ?? '',
          },
          measure: indicatorName(row),
          value: measureIn(row, 'actual')?.text ?? '',
          expected: measureIn(row, 'target')?.text ?? '',
        },
        projectOf(submission.form),
      );
    }
  },
});
