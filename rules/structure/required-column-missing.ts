import { z } from 'zod';
import { fieldNamed } from '../../pipeline/model/fail-problems.ts';
import { projectOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { failAt, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** STR-02: a column or label the template cannot do without. */
export const requiredColumnMissing = defineRule({
  meta: {
    id: 'STR-02',
    name: 'required-column-missing',
    title: { zh: '必填列缺失', en: 'Required column missing' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '缺少必填列，依赖它的各项核对都无法进行。',
        en: 'Without the column nothing that rests on it can be checked.',
      },
    },
    options: z.object({}),
    messages: {
      missing: {
        zh: '缺少必填列「{title}」{aliases}。{nearest}',
        en: 'The required column "{title}" is missing.{nearest}',
        clears: {
          zh: '按统一模板补上「{title}」列；已有此列的，将列名改为模板所用名称。',
          en: 'Add the column "{title}" as in the official template, or rename the column that holds it.',
        },
      },
    },
  },

  *check({ submission }) {
    const missing = submission.problems.filter((problem) => problem.kind === 'missing-column');
    if (missing.length === 0) yield pass;
    for (const { place, field, read } of missing) {
      const about = field === null ? undefined : fieldNamed(submission, field);
      yield failAt(
        [place],
        {
          message: 'missing',
          args: {
            title: about?.title ?? place.label ?? '',
            aliases: aliasesOf(about?.headings ?? [], about?.title.zh ?? ''),
            nearest: nearestOf(read),
          },
          measure: `${submission.template.id} ${field ?? ''}`,
        },
        projectOf(submission.form),
      );
    }
  },
});

/** Up to three other names a clerk could type as they stand. */
function aliasesOf(headings: readonly string[], title: string): Text {
  const plain = headings.filter((heading) => heading !== title && !/[/#]/.test(heading)).slice(0, 3);
  return { zh: plain.length === 0 ? '' : `（也可用：${plain.join('、')}）`, en: '' };
}

function nearestOf(heading: string): Text {
  if (heading === '') return { zh: '', en: '' };
  return { zh: `是否就是「${heading}」？`, en: ` Is it "${heading}"?` };
}
