import { z } from 'zod';
import type { Table } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** STR-06: lists of money without a 合计 row. */
export const totalRowMissing = defineRule({
  meta: {
    id: 'STR-06',
    name: 'total-row-missing',
    title: { zh: '缺少合计行', en: 'Total row missing' },
    group: 'structure',
    scope: 'table',
    needs: ['T01', 'T03'],
    severity: 'warning',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '没有合计行，无法核对明细是否齐全。',
        en: 'Without a total nobody can tell whether the lines are complete.',
      },
    },
    options: z.object({
      minRows: z.number().int().min(1).default(2).register(meaning, {
        unit: 'rows',
        zh: '明细达到此行数的表应有合计行',
        en: 'rows from which a table needs a total',
      }),
    }),
    messages: {
      none: {
        zh: '表内有 {rows} 行明细，未找到合计行。',
        en: 'The table has {rows} lines and no total.',
        clears: { zh: '在明细之后补上合计行。', en: 'Add a total below the lines.' },
      },
    },
  },

  *check({ submission, options }) {
    const tables: readonly Table[] = Object.values(submission.tables);
    for (const { rows, totals, file, sheet, headingRows } of tables) {
      if (rows.length < options.minRows) {
        yield notApplicable;
        continue;
      }
      if (totals.length > 0) {
        yield pass;
        continue;
      }
      const last = rows.reduce((lowest, row) => Math.max(lowest, row.number), headingRows.last);
      yield failAt([{ file, sheet, cell: `${last}:${last}`, label: '合计' }], {
        message: 'none',
        args: { rows: rows.length },
        measure: submission.template.id,
      });
    }
  },
});
