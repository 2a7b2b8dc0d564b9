import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { saysNothing } from '../../pipeline/model/explanation.ts';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { gapOf } from '../../pipeline/model/submission.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SQ-01: each of the six elements of an assessment is written out. */
export const elementsIncomplete = defineRule({
  meta: {
    id: 'SQ-01',
    name: 'elements-incomplete',
    title: { zh: '事前评估六要素不全', en: 'Six elements incomplete' },
    group: 'ex-ante',
    scope: 'table',
    needs: ['T05'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中事前绩效评估的六要素要求；字数下限为本工具默认（可在参数中调整）',
      why: {
        zh: '项目概况、政策依据、迫切需求、实施可行性、投入经济性、目标合理性缺一不可，否则无从评估。',
        en: 'Overview, policy basis, need, feasibility, economy and objectives: without one of the six nothing can be assessed.',
      },
    },
    options: z.object({
      minimumLength: z.number().int().min(1).default(20).register(meaning, {
        unit: 'characters',
        zh: '每个要素至少应有的字数',
        en: 'characters each element needs',
      }),
    }),
    messages: {
      blank: {
        zh: '事前绩效评估表缺「{element}」。',
        en: 'The assessment says nothing of "{element}".',
        clears: {
          zh: '补写「{element}」，不少于{minimum}个字，写明依据和具体情况。',
          en: 'Write out "{element}" in at least {minimum} characters, with its grounds.',
        },
      },
      short: {
        zh: '「{element}」只写了{length}个字（“{text}”），少于{minimum}个字。',
        en: '"{element}" has {length} characters, fewer than {minimum}.',
        clears: {
          zh: '将「{element}」补充到{minimum}个字以上，写明依据和具体情况。',
          en: 'Write out "{element}" in at least {minimum} characters, with its grounds.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const { form } = submission;
    // Costs or scores without the account they belong to: that it is not there is one thing, not six.
    const isElsewhere = sixElements.every((element) => gapOf(form, element) === 'absent');
    for (const element of isElsewhere ? sixElements.slice(0, 1) : sixElements) {
      if (form.classified) {
        yield notApplicable;
        continue;
      }
      const text = form.values[element];
      if (text === null && !isBlank(form, element)) {
        yield undecidable(form, element);
        continue;
      }
      const folded = foldText(text ?? '');
      const isNothing = saysNothing(text) || /^\([^()]*字以内[^()]*\)$/.test(folded);
      const length = isNothing ? 0 : [...folded].length;
      if (length >= options.minimumLength) {
        yield pass;
        continue;
      }
      const { title } = submission.template.form[element];
      yield fail(form, element, {
        message: length === 0 ? 'blank' : 'short',
        args: { element: title, length, minimum: options.minimumLength, text: excerpt(text ?? '') },
        measure: element,
        value: String(length),
        threshold: String(options.minimumLength),
        atStake: form.values.requested ?? 0,
      });
    }
  },
});

const sixElements = ['overview', 'policyBasis', 'need', 'feasibility', 'economy', 'goals'] as const;
