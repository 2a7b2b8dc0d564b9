import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { rowNumbers } from '../../pipeline/model/list-of.ts';
import { projectKey } from '../../pipeline/model/project-key.ts';
import { projectTables } from '../../pipeline/model/project-tables.ts';
import { placeOf, projectOf, type Row, type Table } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** DQ-18: goals and results that read the same for different projects. */
export const copiedNarrative = defineRule({
  meta: {
    id: 'DQ-18',
    name: 'copied-narrative',
    title: { zh: '不同项目文字雷同', en: 'Copied narrative' },
    group: 'quality',
    scope: 'table',
    needs: ['T03', 'T17'],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（绩效目标和实现情况文字雷同）',
      why: {
        zh: '不同项目的目标、成效一字不差，多为照抄，反映不出项目实际。',
        en: 'Goals or results that are the same word for word are mostly copied and say nothing of the project.',
      },
    },
    options: z.object({
      minLength: z.number().int().min(1).default(12).register(meaning, {
        unit: 'characters',
        zh: '达到此字数的文字才作比较',
        en: 'characters from which a text is long enough to be compared',
      }),
    }),
    messages: {
      same: {
        zh: '第 {rows} 行「{label}」完全相同，但属于不同项目。',
        en: '"{label}" is the same on rows {rows}, though the projects differ.',
        clears: {
          zh: '按各项目实际分别填写「{label}」。',
          en: 'Write "{label}" for each project as it is.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const table of projectTables(submission)) {
      for (const field of narrativesOf(table)) {
        const long = table.rows.filter(
          (row) => !row.classified && [...textOf(row, field)].length >= options.minLength,
        );
        if (long.length < 2) yield notApplicable;
        for (const alike of groupBy(long, (row) => textOf(row, field)).values()) {
          const first = alike[0];
          if (first === undefined || new Set(alike.map(nameOf)).size < 2) {
            for (const _ of alike) yield pass;
            continue;
          }
          yield failAt(
            alike.map((row) => placeOf(row, field)),
            {
              message: 'same',
              args: {
                rows: rowNumbers(alike),
                label: columnName(first, field),
              },
              measure: field,
            },
            projectOf(first),
          );
        }
      }
    }
  },
});

/** The columns in which projects say what they are for and what came of it. */
function narrativesOf({ fields, columns }: Table): readonly string[] {
  return ['goal', 'goalProgress', 'result'].filter(
    (name) => columns.has(name) && fields[name]?.kind === 'text',
  );
}

function textOf(row: Row, field: string): string {
  return foldText(textIn(row, field) ?? '');
}

/** Rows of one project, entered twice, are DQ-08's. */
function nameOf(row: Row): string {
  const project = projectOf(row);
  return (project === null ? null : projectKey(project)) ?? `#${row.number}`;
}
