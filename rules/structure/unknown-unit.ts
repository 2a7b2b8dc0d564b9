import { z } from 'zod';
import { projectOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** STR-05: whose sheet it is: stated, in the roster, and the same wherever it is stated. */
export const unknownUnit = defineRule({
  meta: {
    id: 'STR-05',
    name: 'unknown-unit',
    title: { zh: '填报单位不在名册或不符', en: 'Unknown unit' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '认不出单位的表无法归集，单位会被误记为漏报。',
        en: 'A sheet of an unknown unit cannot be filed, and the unit would be counted as missing.',
      },
    },
    options: z.object({}),
    messages: {
      unstated: {
        zh: '没有写明填报单位。',
        en: 'The sheet does not say which unit it is from.',
        clears: { zh: '在表头填写填报单位全称。', en: "Write the unit's full name above the heading." },
      },
      unknown: {
        zh: '填报单位「{stated}」不在名册中{nearest}',
        en: 'The unit "{stated}" is not in the roster{nearest}',
        clears: {
          zh: '按名册更正填报单位名称；新设单位请先登记入名册。',
          en: 'Write the name as in the roster; a new unit must be entered there first.',
        },
      },
      conflict: {
        zh: '填报单位是「{stated}」，{from}写的却是「{other}」。',
        en: 'The unit is "{stated}", while the {from} says "{other}".',
        clears: {
          zh: '核对是哪个单位的表，将填报单位与{from}改为一致。',
          en: 'Find out whose sheet it is, and make unit and {from} agree.',
        },
      },
    },
  },

  *check({ submission }) {
    const { name, stated, from: source, place, known, nearest, conflicts } = submission.unit;
    const about = { measure: submission.template.id };
    const project = projectOf(submission.form);
    if (source === 'none') {
      // Without a roster nobody is counted as missing: the sheet is filed by its file's name, and a person looks.
      const severity = known === null ? 'warning' : 'error';
      yield failAt([place], { message: 'unstated', args: {}, severity, ...about }, project);
      return;
    }
    if (known === false) {
      const args = { stated, nearest: nearestOf(nearest) };
      yield failAt([place], { message: 'unknown', args, value: stated, ...about }, project);
      return;
    }
    const other = conflicts[0];
    if (other !== undefined) {
      const from = sources[other.from] ?? { zh: other.from, en: other.from };
      yield failAt(
        [place, ...conflicts.map((conflict) => conflict.place)],
        { message: 'conflict', args: { stated: name, other: other.name, from }, value: name, ...about },
        project,
      );
      return;
    }
    yield known === null ? notApplicable : pass;
  },
});

function nearestOf(nearest: string | null): Text {
  return nearest === null
    ? { zh: '。', en: '.' }
    : { zh: `，是否为「${nearest}」？`, en: `; is it "${nearest}"?` };
}

const sources: Readonly<Record<string, Text>> = {
  cell: { zh: '表内', en: 'sheet' },
  title: { zh: '标题', en: 'title' },
  'sheet name': { zh: '工作表名', en: 'sheet name' },
  'file name': { zh: '文件名', en: 'file name' },
  folder: { zh: '文件夹名', en: 'folder name' },
};
