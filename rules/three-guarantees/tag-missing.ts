import { z } from 'zod';
import { kindOf } from '../../pipeline/model/guarantee-lines.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { amountOf, placeOf } from '../../pipeline/model/submission.ts';
import { guaranteeKinds } from '../../pipeline/model/three-guarantees.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SB-10: a line whose name speaks of wages, benefits or operations carries the tag of its guarantee. */
export const tagMissing = defineRule({
  meta: {
    id: 'SB-10',
    name: 'tag-missing',
    title: { zh: '“三保”标识缺失', en: 'Guarantee tag missing' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'warning',
    basis: {
      source: '预算管理一体化系统指标标识的公开列示（三保标识）；词表为本工具默认（可在参数中调整）',
      why: {
        zh: '没有三保标识的支出不进入“三保”监测，优先顺序得不到保障。',
        en: 'Spending without the tag is not watched as a guarantee and loses its priority.',
      },
    },
    options: z.object({
      lexicon: z
        .record(z.string().min(1), z.enum(['livelihood', 'wages', 'operations']))
        .default({
          // Before 公用经费: what schools run on by the pupil is of livelihood.
          义务教育: 'livelihood',
          生均公用经费: 'livelihood',
          运转保障: 'operations',
          公用经费: 'operations',
          工资: 'wages',
          津贴补贴: 'wages',
          津补贴: 'wages',
          低保: 'livelihood',
          最低生活保障: 'livelihood',
          特困人员: 'livelihood',
          孤儿基本生活: 'livelihood',
          残疾人两项补贴: 'livelihood',
          基本公共卫生服务: 'livelihood',
        })
        .register(meaning, {
          unit: 'words',
          zh: '项目名称或指标摘要中的用词，及其所属的“三保”类别',
          en: 'word in a project name or allotment summary: the guarantee it speaks of',
        }),
    }),
    messages: {
      missing: {
        zh: '「{project}」疑似属于{part}，三保标识{state}。',
        en: '"{project}" looks like {part}, but its tag is {state}.',
        clears: {
          zh: '将三保标识填为“{part}”；不属于“三保”的，在备注中写明“不属于三保”。',
          en: 'Tag it as {part}; where it is none of the three, say in the remark that it is not of the three guarantees.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const words = Object.entries(options.lexicon);
    for (const row of submission.tables.items.rows) {
      const { projectName, projectCode, summary, kind, remark } = row.values;
      const name = projectName ?? summary;
      if (name === null || row.classified) {
        yield notApplicable;
        continue;
      }
      const meant = words.find(([word]) => foldText(name).includes(foldText(word)))?.[1];
      if (meant === undefined || kindOf(row) !== null || foldText(remark ?? '').includes('三保')) {
        yield pass;
        continue;
      }
      if (isUnread(row, 'kind')) {
        yield undecidable(row, 'kind');
        continue;
      }
      const part = guaranteeKinds.find(({ code }) => code === meant);
      yield failAt(
        [placeOf(row, 'kind'), placeOf(row, projectName === null ? 'summary' : 'projectName')],
        {
          message: 'missing',
          args: {
            project: name,
            part: { zh: part?.word ?? '', en: part?.english ?? '' },
            state:
              kind === null ? { zh: '未填写', en: 'blank' } : { zh: `填为“${kind}”`, en: 'another word' },
          },
          ...(kind === null ? {} : { value: kind }),
          expected: part?.word ?? '',
          atStake: amountOf(row, 'arranged') ?? 0,
        },
        { code: projectCode, name },
      );
    }
  },
});
