import { z } from 'zod';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { agreement, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import {
  amountOf,
  gapOf,
  placeOf,
  projectOf,
  type Row,
  type Table,
  unitOf,
} from '../../pipeline/model/submission.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-13: 其中 rows that add up to more than the row they are part of. */
export const ofWhichExceedsParent = defineRule({
  meta: {
    id: 'DQ-13',
    name: 'of-which-exceeds-parent',
    title: { zh: '其中项大于总项', en: 'Of-which exceeds its parent' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '“其中”是总项的一部分，不可能大于总项。',
        en: 'What is part of an amount cannot be more than it.',
      },
    },
    options: z.object({}),
    messages: {
      exceeds: {
        zh: '「{label}」“其中”合计 {sum} {unit}，大于总项 {parent} {unit}，超出 {difference}。',
        en: '"{label}": the of-which rows add up to {sum} ({unit}), more than the {parent} they are part of, by {difference}.',
        clears: {
          zh: '核对“其中”各行与总项：将总项改为不小于 {sum}，或更正“其中”金额。',
          en: 'Check both: the parent must be at least {sum}, or the of-which amounts are too high.',
        },
      },
      rounding: {
        zh: '「{label}」“其中”合计 {sum} {unit}，比总项 {parent} {unit} 多 {difference}，属尾差（容许 {tolerance}）。',
        en: '"{label}": the of-which rows add up to {sum} ({unit}) against {parent}; {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无需处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ submission }) {
    const tables: readonly Table[] = Object.values(submission.tables);
    for (const table of tables) {
      const parents = new Map(
        [...table.rows, ...table.totals, ...table.subtotals].map((row) => [row.number, row]),
      );
      for (const [number, parts] of groupBy(table.ofWhich, (row) => row.parent)) {
        const parent = number === null ? undefined : parents.get(number);
        if (parent === undefined || parent.classified) {
          yield notApplicable;
          continue;
        }
        for (const field of table.columns.keys()) {
          const { kind, mayBeNegative } = table.fields[field] ?? {};
          if (kind === 'amount' && mayBeNegative !== true)
            yield judge(parent, parts, field, submission.template.id);
        }
      }
    }
  },
});

function judge(parent: Row, parts: readonly Row[], field: string, template: string): Verdict {
  const filled = parts.filter((row) => amountOf(row, field) !== null);
  if (filled.length === 0) return notApplicable;
  const whole = amountOf(parent, field);
  if (whole === null) return undecidable(parent, field);
  const sum = filled.reduce((total, row) => total + (amountOf(row, field) ?? 0), 0);
  const unit = unitOf(parent, field);
  if (sum <= whole) {
    const unread = parts.find(
      (row) => !['blank', 'placeholder'].includes(gapOf(row, field)) && !filled.includes(row),
    );
    return unread === undefined ? pass : undecidable(unread, field);
  }
  const isRounding = agreement(sum, whole, filled.length, unit) === 'rounding';
  const tolerance = roundingTolerance(filled.length, whole, unit);
  const title = parent.source.fields[field]?.title;
  return failAt(
    [...filled, parent].map((row) => placeOf(row, field)),
    {
      message: isRounding ? 'rounding' : 'exceeds',
      args: {
        label: title ?? field,
        sum: inUnit(sum, unit),
        parent: inUnit(whole, unit),
        difference: inUnit(sum - whole, unit),
        tolerance: inUnit(tolerance, unit),
        unit,
      },
      severity: isRounding ? 'notice' : 'error',
      measure: `${template} ${field}`,
      value: inUnit(sum, unit),
      expected: inUnit(whole, unit),
      difference: inUnit(sum - whole, unit),
      tolerance: inUnit(tolerance, unit),
      atStake: sum - whole,
      trace: `${sumOf(filled, field)} ${inUnit(sum, unit)} ${minus} ${term(parent, field)} = ${inUnit(sum - whole, unit)}`,
    },
    projectOf(parent),
  );
}
