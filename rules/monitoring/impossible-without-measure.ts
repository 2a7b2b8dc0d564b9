import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { saysNothing } from '../../pipeline/model/explanation.ts';
import { indicatorName } from '../../pipeline/model/indicator.ts';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** MON-07: where a target can no longer be met, the remark says why and what is done. */
export const impossibleWithoutMeasure = defineRule({
  meta: {
    id: 'MON-07',
    name: 'impossible-without-measure',
    title: { zh: '完全不可能完成却无措施', en: 'Impossible, and nothing done about it' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'error',
    basis: {
      source:
        '财预〔2019〕136号所附监控表的填报通行做法（备注：说明预计到年底不能完成目标的原因及拟采取的措施）',
      why: {
        zh: '预计年底完不成的目标，须说明原因和拟采取的措施，以便调整目标或资金。',
        en: 'A target that will be missed is explained, so that the target or the money can be adjusted.',
      },
    },
    options: z.object({}),
    messages: {
      empty: {
        zh: '指标「{indicator}」选“完全不可能”完成目标，备注只写了“{remark}”，未说明原因及拟采取的措施。',
        en: 'Indicator "{indicator}" is ticked as impossible to meet; the remark "{remark}" gives neither reason nor measures.',
        clears: {
          zh: '在备注中说明预计到年底不能完成目标的原因及拟采取的措施。',
          en: 'Say in the remark why the target will be missed and what will be done.',
        },
      },
      blank: {
        zh: '指标「{indicator}」选“完全不可能”完成目标，备注未说明原因及拟采取的措施。',
        en: 'Indicator "{indicator}" is ticked as impossible to meet; the remark gives neither reason nor measures.',
        clears: {
          zh: '在备注中说明预计到年底不能完成目标的原因及拟采取的措施。',
          en: 'Say in the remark why the target will be missed and what will be done.',
        },
      },
    },
  },

  *check({ submission }) {
    for (const row of monitoredIndicators(submission)) {
      if (row.values.impossible !== true) {
        yield notApplicable;
        continue;
      }
      const remark = textIn(row, 'remark');
      if (!saysNothing(remark)) {
        yield pass;
        continue;
      }
      if (remark === null && !isBlank(row, 'remark')) {
        yield undecidable(row, 'remark');
        continue;
      }
      yield failAt(
        [placeOf(row, 'remark'), placeOf(row, 'impossible')],
        {
          message: remark === null ? 'blank' : 'empty',
          args: { indicator: indicatorName(row), remark: excerpt(remark ?? '') },
          measure: indicatorName(row),
        },
        projectOf(submission.form),
      );
    }
  },
});
