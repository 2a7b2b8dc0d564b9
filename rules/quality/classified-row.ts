import { z } from 'zod';
import { rowNumbers } from '../../pipeline/model/list-of.ts';
import { placeOf, type Row, type Table } from '../../pipeline/model/submission.ts';
import { failAt, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-11: rows that are classified: counted in totals, not judged, never printed. */
export const classifiedRow = defineRule({
  meta: {
    id: 'DQ-11',
    name: 'classified-row',
    title: { zh: '涉密项目', en: 'Classified row' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '预算绩效报告人工复核中的处理办法（涉密项目不作明细核对）',
      why: {
        zh: '涉密内容不得在报告中出现，也不作明细校验。',
        en: 'What is classified must not appear in reports and is not checked in detail.',
      },
    },
    options: z.object({}),
    messages: {
      rows: {
        zh: '第 {rows} 行涉密，仅计入合计，不做明细校验。',
        en: 'Row {rows} is classified: counted in totals, not checked in detail.',
        clears: {
          zh: '无须处理；涉密项目按保密规定另行核对。',
          en: 'Nothing to do; classified items are checked apart, under the rules of secrecy.',
        },
      },
    },
  },

  *check({ submission }) {
    const tables: readonly Table[] = Object.values(submission.tables);
    const rows = tables.flatMap((table) => table.rows.filter((row) => row.classified));
    if (rows.length === 0) {
      yield pass;
      return;
    }
    yield failAt(rows.map(placeOfClassified), {
      message: 'rows',
      args: { rows: rowNumbers(rows) },
      measure: submission.template.id,
    });
  },
});

/** The cell that says 涉密. */
function placeOfClassified(row: Row) {
  const field = Object.entries(row.gaps).find(([, gap]) => gap === 'classified')?.[0];
  return placeOf(row, field ?? row.source.identity?.name ?? '');
}
