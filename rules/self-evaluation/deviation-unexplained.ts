import { z } from 'zod';
import { saysNothing } from '../../pipeline/model/explanation.ts';
import { completionOf, indicatorName } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { percent } from '../../pipeline/model/money.ts';
import { attainedIndicator, evaluatedIndicators } from '../../pipeline/model/self-evaluation.ts';
import { asShown } from '../../pipeline/model/spending.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZP-08: an indicator far below or far above its target says why. */
export const deviationUnexplained = defineRule({
  meta: {
    id: 'ZP-08',
    name: 'deviation-unexplained',
    title: { zh: '指标偏差大未说明', en: 'Large deviation unexplained' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'warning',
    basis: {
      source: '财预〔2020〕10号的通行做法（偏离较大须分析原因）；130%、70% 为地方做法，可在参数中调整',
      why: {
        zh: '完成率过低须说明原因，过高说明目标定得偏低；越低越好的指标只看过低一侧。',
        en: 'Far below needs a reason, far above had a low target; where less is better only the far-below side counts.',
      },
    },
    options: z
      .object({
        above: z.number().min(1).default(1.3).register(meaning, {
          unit: 'share',
          zh: '完成率高于此值，须说明原因',
          en: 'completion above which a reason is due',
        }),
        below: z.number().min(0).max(1).default(0.7).register(meaning, {
          unit: 'share',
          zh: '完成率低于此值，须说明原因',
          en: 'completion below which a reason is due',
        }),
      })
      .check(rising('below', 'above')),
    messages: {
      unexplained: {
        zh: '「{indicator}」目标 {target}，实际 {actual}，完成率 {completion}，{side}，未说明原因。',
        en: '"{indicator}": target {target}, result {actual}, completed to {completion}, {side}; no reason is given.',
        clears: {
          zh: '在偏差原因分析及改进措施中说明原因。',
          en: 'Give the reason and what will be done.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of evaluatedIndicators(submission)) {
      const indicator = attainedIndicator(row);
      if ('outcome' in indicator) {
        yield indicator;
        continue;
      }
      const completion = completionOf(indicator, indicator.actual);
      if (completion === null) {
        yield notApplicable;
        continue;
      }
      const shown = asShown(completion);
      const isBelow = shown < options.below - 1e-9;
      const isAbove = indicator.direction === 'higher' && shown > options.above + 1e-9;
      const isExplained = ['reason', 'remark'].some((field) => !saysNothing(textIn(row, field)));
      if ((!isBelow && !isAbove) || isExplained) {
        yield pass;
        continue;
      }
      if (!row.source.columns.has('reason')) {
        yield undecidable(row, 'reason');
        continue;
      }
      const limit = percent(isBelow ? options.below : options.above, 0);
      yield failAt(
        [placeOf(row, 'reason'), placeOf(row, 'actual'), placeOf(row, 'target')],
        {
          message: 'unexplained',
          args: {
            indicator: indicatorName(row),
            target: measureIn(row, 'target')?.text ?? '',
            actual: measureIn(row, 'actual')?.text ?? '',
            completion: percent(completion),
            side: isBelow
              ? { zh: `低于 ${limit}`, en: `below ${limit}` }
              : { zh: `高于 ${limit}`, en: `above ${limit}` },
          },
          measure: indicatorName(row),
          value: percent(completion),
          threshold: `${percent(options.below, 0)} / ${percent(options.above, 0)}`,
        },
        projectOf(submission.form),
      );
    }
  },
});
