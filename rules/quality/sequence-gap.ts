import { z } from 'zod';
import { listOf } from '../../pipeline/model/list-of.ts';
import { sequenceRuns } from '../../pipeline/model/sequence-runs.ts';
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
    const tables: readonly Table[] = Object.values(submission.tables);
    for (const run of tables.flatMap(sequenceRuns)) {
      const ordered = run.toSorted((one, other) => one.number - other.number);
      if (ordered.length < 2) {
        yield notApplicable;
        continue;
      }
      const missing: string[] = [];
      const where = [];
      for (const [index, { row, number, field }] of ordered.entries()) {
        const before = ordered[index - 1]?.number ?? number;
        if (number - before < 2) continue;
        missing.push(number - before === 2 ? `${before + 1}` : `${before + 1}–${number - 1}`);
        where.push(placeOf(row, field));
      }
      if (where.length === 0) {
        yield pass;
        continue;
      }
      const args = { missing: listOf(missing, 10) };
      yield failAt(where, { message: 'gap', args, measure: submission.template.id });
    }
  },
});
