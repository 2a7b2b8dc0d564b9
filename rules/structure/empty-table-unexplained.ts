import { z } from 'zod';
import { projectOf, type Table } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** STR-13: a table without rows and without a word why. */
export const emptyTableUnexplained = defineRule({
  meta: {
    id: 'STR-13',
    name: 'empty-table-unexplained',
    title: { zh: '空表无说明', en: 'Empty table without statement' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '公开的预决算公开检查规则（空表须附说明）',
      why: {
        zh: '空表分不清是没有此项业务还是忘了填。',
        en: 'An empty table may mean that there is nothing, or that it was forgotten.',
      },
    },
    options: z.object({}),
    messages: {
      empty: {
        zh: '表内没有数据，也没有说明原因。',
        en: 'The table is empty and nothing says why.',
        clears: {
          zh: '没有此项内容的，在表下注明“本单位无此项内容，本表为空”；漏填的请补填。',
          en: 'If there is nothing to report, say so below the table; otherwise fill it in.',
        },
      },
    },
  },

  *check({ submission }) {
    const tables: readonly Table[] = Object.values(submission.tables);
    const onSheet = tables.filter(({ columns }) => columns.size > 0);
    for (const { layout, rows, columns, file, sheet, headingRows } of tables) {
      // A table that is not on the sheet is no empty table, nor is a part that need not be filled in beside others.
      if (columns.size === 0 || (layout.optional === true && onSheet.length > 1)) {
        yield notApplicable;
        continue;
      }
      if (rows.length > 0 || submission.remarks.some(({ text }) => statement.test(text))) {
        yield pass;
        continue;
      }
      const next = headingRows.last + 1;
      yield failAt(
        [{ file, sheet, cell: `${next}:${next}`, label: layout.title.zh }],
        { message: 'empty', args: {}, measure: submission.template.id },
        projectOf(submission.form),
      );
    }
  },
});

/** 本表为空, 不涉及, 本单位无…, 无此项…, 没有…; 无 alone. */
const statement =
  /^\s*无\s*$|空表|为空|不涉及|未涉及|未发生|没有|本(单位|部门|表|年度?|月|期)无|无此|无相关|无数据/;
