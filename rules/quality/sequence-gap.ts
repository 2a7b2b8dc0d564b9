import { z } from 'zod';
import { listOf } from '../../pipeline/model/list-of.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { areNumberedInOrder, type Numbered, sequenceRuns } from '../../pipeline/model/sequence-runs.ts';
import { placeOf, type Table } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-06: numbers of rows that are skipped. */
export const sequenceGap = defineRule({
  meta: {
    id: 'DQ-06',
    name: 'sequence-gap',
    title: { zh: '序号断号', en: 'Sequence gap' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（表格序号缺号）',
      why: {
        zh: '序号跳过的一行可能是漏报或被删去的项目。',
        en: 'A number that is skipped may be a project left out or deleted.',
      },
    },
    options: z.object({}),
    messages: {
      gap: {
        zh: '序号缺 {missing}，请核实是否漏报。',
        en: 'The row numbers skip {missing}; see whether something was left out.',
        clears: {
          zh: '补报序号 {missing} 的内容；没有遗漏的，将序号改为连续。',
          en: 'Add what belongs at {missing}, or number the rows without gaps.',
        },
      },
    },
  },

  *check({ submission }) {
    const tables: Readonly<Record<string, Table>> = submission.tables;
    for (const [name, table] of Object.entries(tables)) {
      if (areNumberedInOrder(table)) {
        yield pass;
        continue;
      }
      const runs = sequenceRuns(table).filter((run) => run.length >= 2);
      if (runs.length === 0) {
        yield notApplicable;
        continue;
      }
      const gaps = runs.flatMap(gapsIn);
      if (gaps.length === 0) {
        yield pass;
        continue;
      }
      yield failAt(
        gaps.map(({ after }) => after),
        {
          message: 'gap',
          args: {
            missing: listOf(
              gaps.map(({ missing }) => missing),
              10,
            ),
          },
          measure: `${submission.template.id} ${name}`,
        },
      );
    }
  },
});

/** The numbers a run skips, `4` or `4–6`, each with the cell after them. */
function gapsIn(run: readonly Numbered[]): { readonly missing: string; readonly after: Place }[] {
  const ordered = run.toSorted((one, other) => one.number - other.number);
  return ordered.flatMap(({ row, number, field }, index) => {
    const before = ordered[index - 1]?.number ?? number;
    if (number - before < 2) return [];
    const missing = number - before === 2 ? `${before + 1}` : `${before + 1}–${number - 1}`;
    return [{ missing, after: placeOf(row, field) }];
  });
}
