import { z } from 'zod';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { listOf, quoted } from '../../pipeline/model/list-of.ts';
import { listedProjects } from '../../pipeline/model/listed-projects.ts';
import { foldedName } from '../../pipeline/model/project-key.ts';
import { projectTables } from '../../pipeline/model/project-tables.ts';
import { placeOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** XT-08: each project serves one function of its department, and stands there once. */
export const mappedTwice = defineRule({
  meta: {
    id: 'XT-08',
    name: 'mapped-twice',
    title: { zh: '项目对应多个职能', en: 'Project mapped to several functions' },
    group: 'cross-table',
    scope: 'unit',
    needs: ['T18'],
    severity: 'notice',
    basis: {
      source: '部门职责—工作活动—项目表的层级设置（每个项目归入一项职责）',
      why: {
        zh: '一个项目对应两项职能，其资金和目标会被重复计算。',
        en: 'The money and the goals of a project that stands under two functions count twice.',
      },
    },
    options: z.object({}),
    messages: {
      functions: {
        zh: '「{project}」对应多个职能：{list}。',
        en: '"{project}" is mapped to several functions: {list}.',
        clears: {
          zh: '只在主要职能下保留「{project}」，其余 {rest} 处删去；确须分列的，在备注中说明金额划分。',
          en: 'Keep it under its main function and remove the other {rest}; if it must be split, say how.',
        },
      },
      sameFunction: {
        zh: '「{project}」在职能{list}下列了 {count} 次。',
        en: '"{project}" stands {count} times under the function {list}.',
        clears: {
          zh: '删去重复的 {rest} 处；是同名的不同项目的，注明文号或批次以便区分。',
          en: 'Remove the other {rest}; if they are different projects of one name, add document number or batch.',
        },
      },
    },
  },

  *check({ dossier }) {
    const known = new Set(
      dossier.submissions
        .flatMap(projectTables)
        .flatMap((table) => table.rows)
        .flatMap((row) => (row.classified ? [] : [foldedName(textIn(row, 'projectName') ?? '')])),
    );
    const functions = dossier.submissions
      .filter(({ template }) => template.id === 'T18')
      .flatMap(({ tables }) => tables.functions?.rows ?? []);
    const listed = functions.flatMap((row) =>
      row.classified
        ? []
        : listedProjects(textIn(row, 'projects') ?? '', known).map((name) => ({ row, name })),
    );
    if (listed.length === 0) yield notApplicable;
    for (const mentions of groupBy(listed, ({ name }) => foldedName(name)).values()) {
      const [first] = mentions;
      if (first === undefined || mentions.length === 1) {
        yield pass;
        continue;
      }
      const rows = [...new Set(mentions.map(({ row }) => row))];
      const names = [...new Set(rows.map(functionOf))];
      const places = rows.map((row) => placeOf(row, 'projects'));
      yield failAt(
        // The later mention is more likely the one too many.
        places.toReversed(),
        {
          message: names.length > 1 ? 'functions' : 'sameFunction',
          args: {
            project: first.name,
            list: listOf(names.map(quoted)),
            count: mentions.length,
            rest: mentions.length - 1,
          },
          value: String(mentions.length),
          expected: '1',
        },
        { code: null, name: first.name },
      );
    }
  },
});

function functionOf(row: Row): string {
  return textIn(row, 'function') ?? textIn(row, 'activity') ?? '';
}
