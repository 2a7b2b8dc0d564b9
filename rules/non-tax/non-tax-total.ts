import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import type { FactCode } from '../../pipeline/model/fact-indicators.ts';
import { factTerm } from '../../pipeline/model/fact-term.ts';
import { type Fact, factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit, isAmountUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, type Table, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import { sumHint } from '../../pipeline/model/sum-hint.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** FS-01: the items of non-tax revenue add up to its total, in every column of the table and in the report. */
export const nonTaxTotal = defineRule({
  meta: {
    id: 'FS-01',
    name: 'non-tax-total',
    title: { zh: '非税收入合计勾稽不符', en: 'Non-tax revenue does not add up' },
    group: 'non-tax',
    scope: 'unit',
    needs: ['T12', 'T19'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中非税收入合计与分项的勾稽关系',
      why: {
        zh: '合计与分项不符，说明有项目漏列、重列或金额填错，上缴数也就无从核对。',
        en: 'Where items and total disagree, an item was left out, doubled or mistyped, and remittance cannot be checked.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '「{label}」非税收入合计填 {stated} {unit}，分项之和 {expected} {unit}，差 {difference} {unit}{hint}。',
        en: '"{label}": total non-tax revenue is {stated}, its items add up to {expected} ({unit}): a difference of {difference}{hint}.',
        clears: {
          zh: '将合计改为 {expected} {unit}，或补上漏列、更正填错的收入项目。',
          en: 'Change the total to {expected} ({unit}), or add and correct items.',
        },
      },
      rounding: {
        zh: '「{label}」非税收入合计填 {stated} {unit}，分项之和 {expected} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '"{label}": total non-tax revenue is {stated}, its items add up to {expected} ({unit}); {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ dossier }) {
    for (const { template, tables } of dossier.submissions) {
      if (template.id !== 'T12' || tables.items === undefined) continue;
      yield* judgeTable(tables.items);
    }
    yield* judgeReport(dossier);
  },
});

function* judgeTable(table: Table): Generator<Verdict> {
  const { rows, totals, columns, fields } = table;
  const total = totals.at(-1);
  if (rows.length === 0 || total === undefined) {
    yield notApplicable;
    return;
  }
  for (const field of columns.keys()) {
    if (fields[field]?.kind === 'amount') yield judgeColumn(rows, total, field);
  }
}

function judgeColumn(rows: readonly Row[], total: Row, field: string): Verdict {
  const stated = amountOf(total, field);
  if (stated === null) return isEmpty(total, field) ? notApplicable : undecidable(total, field);
  const unread = rows.find((row) => amountOf(row, field) === null && !isEmpty(row, field));
  if (unread !== undefined) return undecidable(unread, field);
  const expected = sumUp(rows, field);
  const unit = unitOf(total, field);
  const grounds = sumDifference(expected, stated, rows.length, unit);
  if (grounds === null) return pass;
  return failAt([placeOf(total, field), ...rows.slice(0, 4).map((row) => placeOf(row, field))], {
    ...grounds,
    args: {
      ...grounds.args,
      label: columnName(total, field),
      hint: sumHint(rows, field, expected - stated),
    },
    measure: field,
    trace: `${sumOf(rows, field)} ${inUnit(expected, unit)} ${minus} ${term(total, field)} = ${inUnit(expected - stated, unit)}`,
  });
}

const pairs = [
  { total: 'nonTaxPlan', item: 'nonTaxPlanItem', label: { zh: '报告：非税收入计划', en: 'report: plan' } },
  {
    total: 'nonTaxActual',
    item: 'nonTaxActualItem',
    label: { zh: '报告：非税收入实缴', en: 'report: remitted' },
  },
] as const satisfies readonly { total: FactCode; item: FactCode; label: object }[];

function* judgeReport(dossier: Dossier): Generator<Verdict> {
  const facts = factsOf(dossier);
  for (const { total: code, item, label } of pairs) {
    for (const total of factsAbout(facts, code)) {
      const items = factsAbout(facts, item, total.year).filter(({ fen }) => fen !== null);
      const unit = amountUnitOf(total);
      if (total.fen === null || unit === null || items.length === 0) {
        yield notApplicable;
        continue;
      }
      const expected = items.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
      const grounds = sumDifference(expected, total.fen, items.length, unit);
      if (grounds === null) {
        yield pass;
        continue;
      }
      // A report may name only its main item; several that fall short leave one out.
      if (items.length === 1 && expected < total.fen) {
        yield notApplicable;
        continue;
      }
      yield failAt(
        [total, ...items].map(({ row }) => placeOf(row, 'value')),
        {
          ...grounds,
          args: { ...grounds.args, label, hint: '' },
          measure: `T19 ${code}`,
          trace: `${items.map(factTerm).join(' + ')} ${minus} ${factTerm(total)} = ${inUnit(expected - total.fen, unit)} ${unit}`,
        },
      );
    }
  }
}

function amountUnitOf({ unit, fen }: Fact) {
  // A fact with an amount has a unit of money.
  return fen !== null && isAmountUnit(unit) ? unit : null;
}
