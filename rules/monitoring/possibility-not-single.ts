import { z } from 'zod';
import {
  columnsOf,
  possibilityFields,
  ticksOf,
  unreadableTick,
} from '../../pipeline/model/attainment-ticks.ts';
import { indicatorName } from '../../pipeline/model/indicator.ts';
import { monitoredIndicators } from '../../pipeline/model/monitored-indicators.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** MON-09: of the three ticks on whether the target will be met, exactly one is set. */
export const possibilityNotSingle = defineRule({
  meta: {
    id: 'MON-09',
    name: 'possibility-not-single',
    title: { zh: '完成目标可能性未选或多选', en: 'Possibility not ticked exactly once' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02', 'T04'],
    severity: 'error',
    basis: {
      source: '财预〔2019〕136号所附监控表的勾选栏（确定能、有可能、完全不可能，填√）',
      why: {
        zh: '每个指标须且只须对年底能否完成作一个判断。',
        en: 'Each indicator gets one judgement on whether it will be met, no more and no less.',
      },
    },
    options: z.object({}),
    messages: {
      none: {
        zh: '指标「{indicator}」的完成目标可能性未选，应在“确定能、有可能、完全不可能”中选一项。',
        en: 'Indicator "{indicator}": none of "will be met", "may be met", "cannot be met" is ticked; exactly one should be.',
        clears: {
          zh: '在“确定能、有可能、完全不可能”中勾选一项。',
          en: 'Tick one of the three.',
        },
      },
      several: {
        zh: '指标「{indicator}」的完成目标可能性选了 {count} 项，应且仅应选一项。',
        en: 'Indicator "{indicator}": {count} possibilities are ticked, exactly one should be.',
        clears: {
          zh: '只保留一项勾选，清除其余 {rest} 项。',
          en: 'Keep one tick and clear the other {rest}.',
        },
      },
    },
  },

  *check({ submission }) {
    for (const row of monitoredIndicators(submission)) {
      const columns = columnsOf(row, possibilityFields);
      const [first] = columns;
      if (first === undefined) {
        yield undecidable(row, 'certain');
        continue;
      }
      const unreadable = unreadableTick(row, columns);
      if (unreadable !== null) {
        yield undecidable(row, unreadable);
        continue;
      }
      const ticked = ticksOf(row, columns);
      if (ticked.length === 1) {
        yield pass;
        continue;
      }
      yield failAt(
        placesOf(row, ticked.length === 0 ? columns : ticked),
        {
          message: ticked.length === 0 ? 'none' : 'several',
          args: { indicator: indicatorName(row), count: ticked.length, rest: ticked.length - 1 },
          measure: indicatorName(row),
          value: String(ticked.length),
          expected: '1',
        },
        projectOf(submission.form),
      );
    }
  },
});

/** The cells of some fields, each once: all three judgements may share a column. */
function placesOf(row: Row, fields: readonly string[]): readonly Place[] {
  const places = new Map(fields.map((field) => [row.source.columns.get(field)?.column, placeOf(row, field)]));
  return [...places.values()];
}
