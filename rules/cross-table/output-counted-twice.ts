import { z } from 'zod';
import { listOf } from '../../pipeline/model/list-of.ts';
import { projectKey } from '../../pipeline/model/project-key.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** XT-05: one output, told by a quantity too particular to meet by chance, stands in the results of several projects. */
export const outputCountedTwice = defineRule({
  meta: {
    id: 'XT-05',
    name: 'output-counted-twice',
    title: { zh: '同一产出重复计列', en: 'One output counted in several projects' },
    group: 'cross-table',
    scope: 'table',
    needs: ['T17'],
    severity: 'notice',
    basis: {
      source:
        '预算绩效报告人工复核中发现的问题（同一产出数量出现在多个项目）；有效位数为本工具默认（可在参数中调整）',
      why: {
        zh: '完全相同的产出数量出现在多个项目，可能是同一工程重复计列，或照抄文字。',
        en: 'The very same quantity in several projects is one work counted twice, or text that was copied.',
      },
    },
    options: z.object({
      significantDigits: z.number().int().min(1).default(4).register(meaning, {
        unit: 'digits',
        zh: '达到此位数的数量不会碰巧相同（874.15 为5位）',
        en: 'digits from which a quantity is too particular to be met by chance (874.15 has 5)',
      }),
    }),
    messages: {
      repeated: {
        zh: '产出数量 {quantity} 出现于第 {rows} 行共 {count} 个项目，疑似同一产出重复计列。',
        en: 'The output of {quantity} stands with {count} projects (rows {rows}): one output counted twice?',
        clears: {
          zh: '核对 {quantity} 属于哪个项目，其余项目填各自的产出；同一工程由多笔资金安排的，在备注中说明。',
          en: 'See which project the {quantity} belongs to and give the others their own; where several funds pay for one work, say so.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const holders = new Map<string, Holding>();
    for (const row of submission.tables.projects.rows) {
      const quantities = row.classified ? [] : quantitiesIn(row, options.significantDigits);
      if (quantities.length === 0) yield notApplicable;
      for (const { quantity, number, unit, field } of quantities) {
        const holding = holders.get(quantity) ?? { number, unit, cells: [] };
        holders.set(quantity, { ...holding, cells: [...holding.cells, { row, field }] });
      }
    }
    for (const [quantity, { number, unit, cells }] of holders) {
      const projects = new Set(cells.map(({ row }) => projectKey(projectOf(row))));
      if (projects.size < 2) {
        yield pass;
        continue;
      }
      const rows = cells.map(({ row }) => row.number).toSorted((one, other) => one - other);
      yield failAt(
        cells.map(({ row, field }) => placeOf(row, field)),
        {
          message: 'repeated',
          args: {
            quantity: { zh: quantity, en: `${number} ${unitWord(unit)}` },
            rows: listOf(rows.map(String), 10),
            count: rows.length,
          },
          measure: unit,
          value: quantity,
        },
        projectOf(cells[0]?.row ?? submission.form),
      );
    }
  },
});

interface Holding {
  readonly number: string;
  readonly unit: string;
  readonly cells: readonly { readonly row: Row; readonly field: string }[];
}

/** Each quantity of a project once, from its result, else from its goal. */
function quantitiesIn(row: Row, digits: number) {
  const found = new Map<string, { quantity: string; number: string; unit: string; field: string }>();
  for (const field of ['result', 'goal']) {
    const plain = (textIn(row, field) ?? '').normalize('NFKC').replace(/\s/g, '').replace(/m2/g, '平方米');
    for (const [, number = '', unit = ''] of plain.matchAll(quantity)) {
      // 1200 is as round as 12: only the digits between the first and the last that is not 0 tell outputs apart.
      if (number.replace(/^0*\.?0*|\./g, '').replace(/0+$/, '').length < digits) continue;
      const words = `${number}${unit}`;
      if (!found.has(words)) found.set(words, { quantity: words, number, unit, field });
    }
  }
  return [...found.values()];
}

/** A number with a unit of things made or done; years and money are none. */
const quantity =
  /(?<![\d.])(\d+(?:\.\d+)?)(平方公里|平方米|立方米|公里|千米|米|公顷|亩|吨|公斤|千克|万株|株|棵|台|套|件|处|座|盏|个|人次|人|名|户|份|册)/g;

const english: Readonly<Record<string, string>> = {
  米: 'metres',
  平方米: 'square metres',
  公里: 'kilometres',
  亩: 'mu',
  吨: 'tonnes',
};

function unitWord(unit: string): string {
  return english[unit] ?? unit;
}
