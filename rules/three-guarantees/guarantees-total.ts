import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { guaranteeLines, kindOf, sumOfLines } from '../../pipeline/model/guarantee-lines.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { type Fen, inUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { areAllGuarantees } from '../../pipeline/model/three-guarantees.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SB-01: the three guarantees add up to their total, in every amount the sheet gives. */
export const guaranteesTotal = defineRule({
  meta: {
    id: 'SB-01',
    name: 'guarantees-total',
    title: { zh: '“三保”合计勾稽不符', en: 'Three guarantees do not add up' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'error',
    basis: {
      source: '“三保”支出表表内勾稽关系（合计=保基本民生+保工资+保运转）',
      why: {
        zh: '三项之和与合计不一致，说明有一项填错或漏填。',
        en: 'When the three and their total disagree, one of them is wrong or left out.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '{label}：{sum} = {expected} {unit}，合计填 {stated} {unit}，相差 {difference} {unit}。',
        en: '{label}: {sum} = {expected}, but the total is {stated} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将合计的{label}改为 {expected} {unit}，或更正填错的分项。',
          en: 'Change the total to {expected} ({unit}), or correct the part that is wrong.',
        },
      },
      rounding: {
        zh: '{label}：{sum} = {expected} {unit}，与合计 {stated} {unit}相差 {difference} {unit}，在尾差 {tolerance} {unit}以内。',
        en: '{label}: {sum} = {expected} against {stated} ({unit}): {difference}, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ submission }) {
    const { rows: all, totals, subtotals, columns } = submission.tables.items;
    const lines = guaranteeLines(submission);
    const rows = all.filter((row) => kindOf(row) !== null);
    const ofThree = [...all, ...subtotals].filter(isOfThree);
    const isOnlyThree = all.every((row) => kindOf(row) !== null || isOfThree(row));
    // A line “三保”支出 of each of several districts is the sum of no more than its own.
    for (const total of [...totals, ...(ofThree.length === 1 ? ofThree : [])]) {
      for (const field of amounts) {
        if (!columns.has(field)) continue;
        const stated = amountOf(total, field);
        const isTheirs = isOnlyThree || ofThree.includes(total);
        // Lines that are not of the three may be in a 合计; blank columns have nothing to add up.
        if (!isTheirs || rows.length === 0 || (stated === null && !isUnread(total, field))) {
          yield notApplicable;
          continue;
        }
        const expected = sumOfLines(rows, field);
        const without = rows.find((row) => amountOf(row, field) === null);
        if (stated === null || expected === null) {
          yield undecidable(stated === null ? total : (without ?? total), field);
          continue;
        }
        const unit = unitOf(total, field);
        const grounds = sumDifference(expected, stated, rows.length, unit);
        if (grounds === null) {
          yield pass;
          continue;
        }
        yield failAt([placeOf(total, field), ...rows.slice(0, 3).map((row) => placeOf(row, field))], {
          ...grounds,
          args: {
            ...grounds.args,
            label: columnName(total, field),
            sum: added(
              lines.map(({ name, rows: own }) => [name, sumOfLines(own, field) ?? 0]),
              unit,
            ),
          },
          measure: field,
          trace: `${sumOf(rows, field)} ${inUnit(expected, unit)} ${minus} ${term(total, field)} = ${inUnit(expected - stated, unit)}`,
        });
      }
    }
  },
});

const amounts = ['need', 'arranged', 'spent'] as const;

function isOfThree({ values: { kind } }: Row): boolean {
  return typeof kind === 'string' && areAllGuarantees(kind);
}

/** `保基本民生 100.00 + 保工资 101.00 + 保运转 102.00`, in both languages. */
function added(parts: readonly (readonly [Text, Fen])[], unit: Parameters<typeof inUnit>[1]): Text {
  const words = (language: keyof Text) =>
    parts.map(([name, fen]) => `${name[language]} ${inUnit(fen, unit)}`).join(' + ');
  return { zh: words('zh'), en: words('en') };
}
