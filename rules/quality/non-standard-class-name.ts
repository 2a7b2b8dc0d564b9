import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { formerClassOf } from '../../pipeline/model/functional-classes.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { cellsOf } from '../../pipeline/model/list-of.ts';
import { placeOf, type Row, type Table } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-17: functional classes by a name that is no longer right. */
export const nonStandardClassName = defineRule({
  meta: {
    id: 'DQ-17',
    name: 'non-standard-class-name',
    title: { zh: '科目名称不规范', en: 'Non-standard class name' },
    group: 'quality',
    scope: 'table',
    needs: ['T01', 'T13', 'T14', 'T19'],
    severity: 'notice',
    basis: {
      source: '政府收支分类科目；预算绩效报告人工复核中发现的问题（农林水事务支出）',
      why: {
        zh: '旧科目名称与现行科目对不上，影响跨表汇总。',
        en: 'Names of former classes match no class of today, which spoils totals across tables.',
      },
    },
    options: z.object({}),
    messages: {
      former: {
        zh: '“{written}”应为“{official}”（{cells}）。',
        en: 'The class in {cells} should be called "{official}".',
        clears: { zh: '将 {cells} 改为“{official}”。', en: 'Write "{official}" into {cells}.' },
      },
    },
  },

  *check({ submission }) {
    const tables: readonly Table[] = Object.values(submission.tables);
    for (const { rows, columns } of tables) {
      const field = fields.find((name) => columns.has(name));
      if (field === undefined) {
        yield notApplicable;
        continue;
      }
      const outdated = groupBy(rows, (row) => formerOf(row, field));
      for (const [former, alike] of outdated) {
        if (former === undefined) {
          for (const _ of alike) yield pass;
          continue;
        }
        const where = alike.map((row) => placeOf(row, field));
        const [first] = alike;
        const written = first === undefined ? '' : excerpt(textIn(first, field) ?? '');
        yield failAt(where, {
          message: 'former',
          args: { written, official: former.name, cells: cellsOf(where) },
          measure: former.name.zh,
          value: written,
          expected: former.name.zh,
        });
      }
    }
  },
});

/** Fields that hold functional classes: their own column, the items of the budget table, the facts of the report. */
const fields = ['functionClass', 'item', 'indicator'];

function formerOf(row: Row, field: string) {
  const written = row.classified ? null : textIn(row, field);
  return written === null ? undefined : formerClassOf(written);
}
