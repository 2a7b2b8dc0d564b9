import { z } from 'zod';
import { repeatedBy } from '../../pipeline/model/group-by.ts';
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
      const all = runs.flatMap(gapsIn);
      const gaps = all.filter(({ isDoubled }) => !isDoubled);
      if (gaps.length === 0) {
        yield all.length === 0 ? pass : notApplicable;
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

/** Numbers that a run skips. */
interface Gap {
  /** `4` or `4–6`. */
  readonly missing: string;
  /** The cell after them. */
  readonly after: Place;
  /** Whether as many rows bear the number before or after them twice: no row is left out, one is misnumbered (DQ-07). */
  readonly isDoubled: boolean;
}

function gapsIn(run: readonly Numbered[]): readonly Gap[] {
  const ordered = run.toSorted((one, other) => one.number - other.number);
  // Rows to spare: how many bear a number that another row bears already. Each makes good one number that is skipped.
  const spare = new Map(
    [...repeatedBy(run, ({ number }) => String(number)).groups].map(([number, rows]) => [
      Number(number),
      rows.length - 1,
    ]),
  );
  return ordered.flatMap(({ row, number, field }, index): readonly Gap[] => {
    const before = ordered[index - 1]?.number ?? number;
    const count = number - before - 1;
    if (count < 1) return [];
    const missing = count === 1 ? `${before + 1}` : `${before + 1}–${number - 1}`;
    const misnumbered = [before, number].find((one) => (spare.get(one) ?? 0) >= count);
    if (misnumbered !== undefined) spare.set(misnumbered, (spare.get(misnumbered) ?? 0) - count);
    const isDoubled = misnumbered !== undefined;
    return [{ missing, after: placeOf(row, field), isDoubled }];
  });
}
