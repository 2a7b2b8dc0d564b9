import { z } from 'zod';
import type { Table } from '../../pipeline/model/submission.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import { notApplicable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { judgeFormulas, judgeMonths } from './judge-formulas.ts';
import { judgeFunds } from './judge-funds.ts';
import { judgeTotals } from './judge-totals.ts';

/** Templates whose totals are checked by rules of their own, with the names of their parts: SB-01, SG-01, FS-01. */
const ownRules: ReadonlySet<TemplateId> = new Set(['T08', 'T09', 'T12']);

/** Templates whose columns are checked by rules of their own: PRG-14, PRG-08, SB-02, ZA-02, JZ-02. */
const formulaRules: ReadonlySet<TemplateId> = new Set(['T01', 'T03', 'T08', 'T11', 'T16']);

/** Forms whose money stands in rows: the whole, then where it comes from or goes to. */
const fundForms: ReadonlySet<TemplateId> = new Set(['T02', 'T04', 'T06']);

/**
 * DQ-12: every column of amounts against its 合计 row, groups against their 小计, the money of a form against its sources,
 * columns against the formulas of a 栏次 row, months against their 合计 column.
 */
export const linesDifferFromTotal = defineRule({
  meta: {
    id: 'DQ-12',
    name: 'lines-differ-from-total',
    title: { zh: '明细之和与合计不符', en: 'Lines differ from the total' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '公开的预决算公开检查规则（分项之和应等于合计）',
      why: {
        zh: '合计与明细不符，说明漏加、重复或改了一处没改另一处。',
        en: 'A total that is not the sum of its lines shows that one was left out, doubled or changed alone.',
      },
    },
    options: z.object({}),
    messages: {
      total: {
        zh: '「{label}」明细合计 {sum} {unit}，合计行填 {stated} {unit}，差 {difference} {unit}{hint}。',
        en: '"{label}": the lines add up to {sum} ({unit}), the total says {stated}, a difference of {difference}{hint}.',
        clears: {
          zh: '将合计改为 {sum} {unit}，或补上漏列的项目、更正明细。',
          en: 'Change the total to {sum} ({unit}), or add and correct lines.',
        },
      },
      subtotal: {
        zh: '「{label}」第 {row} 行小计填 {stated} {unit}，所属 {count} 行之和 {sum} {unit}，差 {difference} {unit}{hint}。',
        en: '"{label}": the subtotal on row {row} says {stated} ({unit}), its {count} lines add up to {sum}, a difference of {difference}{hint}.',
        clears: {
          zh: '将小计改为 {sum} {unit}，或补上漏列的项目、更正明细。',
          en: 'Change the subtotal to {sum} ({unit}), or add and correct lines.',
        },
      },
      leftOut: {
        zh: '「{place}」有 {count} 栏都正好少了第 {row} 行的金额，可能漏加：如「{label}」明细合计 {sum} {unit}，合计行填 {stated} {unit}。',
        en: '{count} columns of row {place} lack exactly the amount on row {row}, perhaps left out: in "{label}" the lines add up to {sum} ({unit}), it says {stated}.',
        clears: {
          zh: '将第 {row} 行加入这 {count} 栏的「{place}」；该行不应计入的，从表中删去。',
          en: 'Add row {row} in these {count} columns, or delete the row if it does not belong.',
        },
      },
      twice: {
        zh: '「{place}」有 {count} 栏都正好多了第 {row} 行的金额，可能重复相加：如「{label}」明细合计 {sum} {unit}，合计行填 {stated} {unit}。',
        en: '{count} columns of row {place} have exactly the amount on row {row} too much, perhaps added twice: in "{label}" the lines add up to {sum} ({unit}), it says {stated}.',
        clears: {
          zh: '将这 {count} 栏的「{place}」减去重复相加的第 {row} 行，或更正明细。',
          en: 'Take row {row} off once in these {count} columns, or correct the lines.',
        },
      },
      tooLarge: {
        zh: '「{place}」有 {count} 栏对不上，都因第 {row} 行的金额大了一万倍，疑似元、万元混填：如「{label}」明细合计 {sum} {unit}，合计行填 {stated} {unit}。',
        en: '{count} columns of row {place} are off because the amounts on row {row} are ten thousand times too large: in "{label}" the lines add up to {sum} ({unit}), it says {stated}.',
        clears: {
          zh: '将第 {row} 行这 {count} 栏的金额除以 10000，如「{label}」改为 {right} {unit}。',
          en: 'Divide these {count} amounts on row {row} by 10,000; "{label}" becomes {right} ({unit}).',
        },
      },
      tooSmall: {
        zh: '「{place}」有 {count} 栏对不上，都因第 {row} 行的金额小了一万倍，疑似元、万元混填：如「{label}」明细合计 {sum} {unit}，合计行填 {stated} {unit}。',
        en: '{count} columns of row {place} are off because the amounts on row {row} are ten thousand times too small: in "{label}" the lines add up to {sum} ({unit}), it says {stated}.',
        clears: {
          zh: '将第 {row} 行这 {count} 栏的金额乘以 10000，如「{label}」改为 {right} {unit}。',
          en: 'Multiply these {count} amounts on row {row} by 10,000; "{label}" becomes {right} ({unit}).',
        },
      },
      funds: {
        zh: '「{label}」{total}填 {stated} {unit}，各项资金之和 {sum} {unit}，差 {difference} {unit}。',
        en: '"{label}": the whole is given as {stated} ({unit}), its parts add up to {sum}, a difference of {difference}.',
        clears: {
          zh: '将{total}改为 {sum} {unit}，或补上漏列的资金、更正各项金额。',
          en: 'Change the whole to {sum} ({unit}), or add and correct parts.',
        },
      },
      across: {
        zh: '「{label}」填 {stated} {unit}，各月相加为 {expected} {unit}，差 {difference} {unit}。',
        en: '"{label}" says {stated} ({unit}), its months add up to {expected}, a difference of {difference}.',
        clears: {
          zh: '将「{label}」改为 {expected} {unit}，或更正填错的月份。',
          en: 'Change "{label}" to {expected} ({unit}), or correct the month that is wrong.',
        },
      },
      columns: {
        zh: '「{label}」按栏次公式应为 {parts} = {expected} {unit}，填 {stated} {unit}，差 {difference} {unit}。',
        en: 'By the formula in the heading "{label}" is {parts} = {expected} ({unit}); it says {stated}, a difference of {difference}.',
        clears: {
          zh: '将「{label}」改为 {expected} {unit}，或更正公式中的各栏。',
          en: 'Change "{label}" to {expected} ({unit}), or correct the columns it is made of.',
        },
      },
      columnsRounding: {
        zh: '「{label}」按栏次公式应为 {expected} {unit}，填 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: 'By the formula in the heading "{label}" is {expected} ({unit}); it says {stated}: {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
      rounding: {
        zh: '「{label}」明细合计 {sum} {unit}，合计填 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '"{label}": the lines add up to {sum} ({unit}), the total says {stated}; {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ submission }) {
    const { template } = submission;
    const tables: readonly Table[] = Object.values(submission.tables);
    for (const table of tables) {
      if (!formulaRules.has(template.id)) {
        yield* judgeFormulas(table, template.id);
        yield* judgeMonths(table, template.id);
      }
      const { layout, rows, totals, subtotals } = table;
      if (fundForms.has(template.id) && layout.rowsNest === true) {
        yield* judgeFunds(table, template.id);
        continue;
      }
      // Items that nest (T11, T13) are added up by their own rules too: a plain sum would count them twice.
      const isLeft = ownRules.has(template.id) || layout.rowsNest === true;
      if (isLeft || rows.length === 0 || totals.length + subtotals.length === 0) {
        yield notApplicable;
        continue;
      }
      yield* judgeTotals(table, template.id);
    }
  },
});
