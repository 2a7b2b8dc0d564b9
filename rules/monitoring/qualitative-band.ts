import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { bandOfWords, indicatorName, numericIndicator } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** MON-04: an indicator in words is reached, reached in part, or not. */
export const qualitativeBand = defineRule({
  meta: {
    id: 'MON-04',
    name: 'qualitative-band',
    title: { zh: '定性指标未达成或部分达成', en: 'Qualitative indicator missed or reached in part' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'error',
    basis: {
      source: '预算绩效系统公开的指标灯设置（定性指标：达到绿灯，部分达到黄灯，未达到红灯）',
      why: {
        zh: '没有数值的指标按达成、部分达成、未达成三档判断。',
        en: 'Indicators without a number are judged by three words: reached, in part, missed.',
      },
    },
    options: z.object({}),
    messages: {
      band: {
        zh: '定性指标「{indicator}」执行情况为“{actual}”，属{band}，亮{lamp}。',
        en: 'Qualitative indicator "{indicator}" is given as "{actual}": {band}, {lamp} lamp.',
        clears: {
          zh: '核对执行情况；属实的，说明偏差原因和采取的措施。',
          en: 'Check the result; if it stands, say why and what is done about it.',
        },
      },
    },
  },

  *check({ submission }) {
    for (const row of monitoredIndicators(submission)) {
      const target = measureIn(row, 'target');
      if (target === null || numericIndicator(row) !== null) {
        yield notApplicable;
        continue;
      }
      const result = measureIn(row, 'actual');
      if (result === null) {
        yield undecidable(row, 'actual');
        continue;
      }
      const band = bandOfWords(result.text);
      if (band === null || band === 'reached') {
        yield band === null ? notApplicable : pass;
        continue;
      }
      yield failAt(
        [placeOf(row, 'actual')],
        {
          message: 'band',
          args: {
            indicator: indicatorName(row),
            actual: excerpt(result.text),
            ...(band === 'missed'
              ? { band: { zh: '未达成', en: 'missed' }, lamp: { zh: '红灯', en: 'red' } }
              : { band: { zh: '部分达成', en: 'reached in part' }, lamp: { zh: '黄灯', en: 'yellow' } }),
          },
          severity: band === 'missed' ? 'error' : 'warning',
          measure: indicatorName(row),
          value: excerpt(result.text),
          expected: excerpt(target.text),
        },
        projectOf(submission.form),
      );
    }
  },
});
