import { z } from 'zod';
import { repeatedBy } from '../../pipeline/model/group-by.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { areNumberedInOrder, sequenceRuns } from '../../pipeline/model/sequence-runs.ts';
import { placeOf, type Table } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-07: two rows with one number. */
export const duplicateSequence = defineRule({
  meta: {
    id: 'DQ-07',
    name: 'duplicate-sequence',
    title: { zh: '序号重复', en: 'Duplicate sequence number' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '序号重复多半是复制行后没有修改，内容也可能重复。',
        en: 'A number twice is often a row copied and not changed; its content may be doubled too.',
      },
    },
    options: z.object({}),
    messages: {
      twice: {
        zh: '序号 {numbers} 重复（{cells}）。',
        en: 'Numbers that stand more than once: {numbers} ({cells}).',
        clears: {
          zh: '核对重复序号的行：重复填报的删去，不同内容的重新编号。',
          en: 'Look at these rows: delete what was entered twice, or number them anew.',
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
      const twice = runs.flatMap((run) =>
        [...repeatedBy(run, ({ number }) => String(number)).groups.values()].toSorted(
          ([one], [other]) => (one?.number ?? 0) - (other?.number ?? 0),
        ),
      );
      if (twice.length === 0) {
        yield pass;
        continue;
      }
      const where = twice.flatMap((rows) =>
        // The later row is the copy: mark it before the first.
        rows
          .toSorted((one, other) => other.row.number - one.row.number)
          .map(({ row, field }) => placeOf(row, field)),
      );
      yield failAt(where, {
        message: 'twice',
        args: {
          numbers: listOf(
            twice.flatMap(([first]) => (first === undefined ? [] : [String(first.number)])),
            10,
          ),
          cells: listOf(where.map(({ cell }) => cell ?? '').toSorted(), 10),
        },
        measure: `${submission.template.id} ${name}`,
      });
    }
  },
});
