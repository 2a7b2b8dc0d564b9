import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { indicatorName, numericIndicator } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { evaluatedIndicators } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZP-15: a target in numbers is answered by a number, not by 完成. */
export const textForNumber = defineRule({
  meta: {
    id: 'ZP-15',
    name: 'text-for-number',
    title: { zh: '定量目标填文字', en: 'Words for a number' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'warning',
    basis: {
      source: '公开的项目支出绩效自评表实例（指标值“≤30万元”，完成值填“完成”）',
      why: {
        zh: '目标有数值，完成值也要填数值，得分才能核对。',
        en: 'Where the target is a number, points can only be checked against a number.',
      },
    },
    options: z.object({}),
    messages: {
      text: {
        zh: '「{indicator}」目标为 {target}，完成值填“{actual}”，请填实际数值。',
        en: '"{indicator}": the target is {target}, the result reads "{actual}"; please give the figure.',
        clears: { zh: '将完成值改为实际数值。', en: 'Replace the words by the figure attained.' },
      },
    },
  },

  *check({ submission }) {
    for (const row of evaluatedIndicators(submission)) {
      const indicator = numericIndicator(row);
      if (indicator === null) {
        yield notApplicable;
        continue;
      }
      const result = measureIn(row, 'actual');
      if (result === null) {
        yield undecidable(row, 'actual');
        continue;
      }
      // What does not apply has no figure; points for it are ZP-14's. 未发生 where none may be says the figure.
      const isNone =
        indicator.direction === 'zero' && /^(?:无|没有|零|未(?:发生|出现|发现))/.test(result.text);
      if (result.number !== null || isNone || /不涉及|不适用/.test(result.text)) {
        yield result.number === null ? notApplicable : pass;
        continue;
      }
      const measure = measureIn(row, 'target');
      const target = `${measure?.text ?? ''}${measure?.unit === '' ? (textIn(row, 'targetUnit') ?? '') : ''}`;
      yield failAt(
        [placeOf(row, 'actual'), placeOf(row, 'target')],
        {
          message: 'text',
          args: { indicator: indicatorName(row), target, actual: excerpt(result.text) },
          measure: indicatorName(row),
          value: excerpt(result.text),
          expected: target,
        },
        projectOf(submission.form),
      );
    }
  },
});
