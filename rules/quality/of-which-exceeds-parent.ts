import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { type ItemName, itemName } from '../../pipeline/model/item-name.ts';
import { agreement, type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import {
  amountOf,
  placeOf,
  projectOf,
  type Row,
  type Submission,
  type Table,
  unitOf,
} from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import {
  type Fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
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
        zh: '「{label}」“其中”合计 {sum} {unit}，大于总项 {parent} {unit}，超出 {difference} {unit}。',
        en: '"{label}": the of-which rows add up to {sum} ({unit}), more than the {parent} they are part of, by {difference}.',
        clears: {
          zh: '核对“其中”各行与总项：将总项改为不小于 {sum} {unit}，或更正“其中”金额。',
          en: 'Check both: the parent must be at least {sum}, or the of-which amounts are too high.',
        },
      },
      many: {
        zh: '有 {count} 栏的“其中”大于总项：如「{label}」“其中”合计 {sum} {unit}，大于总项 {parent} {unit}，超出 {difference} {unit}。',
        en: 'In {count} columns the of-which rows are more than the row they are part of: in "{label}" they add up to {sum} ({unit}), more than {parent} by {difference}.',
        clears: {
          zh: '核对“其中”各行与总项的这 {count} 栏：更正填错的一行，使“其中”合计不大于总项。',
          en: 'Check these {count} columns and correct the row that is wrong.',
        },
      },
      rounding: {
        zh: '「{label}」“其中”合计 {sum} {unit}，比总项 {parent} {unit}多 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '"{label}": the of-which rows add up to {sum} ({unit}) against {parent}; {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ submission }) {
    const template = submission.template.id;
    yield* judgeForm(submission);
    const tables: readonly Table[] = Object.values(submission.tables);
    for (const table of tables) {
      if (['T11', 'T13'].includes(template)) yield* judgeItems(table, template);
      if (table.ofWhich.length === 0) continue;
      const parents = new Map(
        [...table.rows, ...table.totals, ...table.subtotals].map((row) => [row.number, row]),
      );
      for (const [number, rows] of groupBy(table.ofWhich, (row) => row.parent)) {
        const parent = number === null ? undefined : parents.get(number);
        if (parent === undefined || parent.classified) {
          yield notApplicable;
          continue;
        }
        yield* toldOnce(
          amountFields(table).map((field) => {
            const parts = rows.map((row) => ({ row, field }));
            return judge({ row: parent, field }, parts, template);
          }),
          template,
        );
      }
    }
  },
});

interface Cell {
  readonly row: Row;
  readonly field: string;
}

/** On a form: the amounts that may be written 其中：…, beside the amount before them. */
function* judgeForm({ form, template }: Submission): Generator<Verdict> {
  const parts = new Map<string, Cell[]>();
  let whole: string | null = null;
  for (const [field, { kind, headings }] of Object.entries(template.form)) {
    if (kind !== 'amount') continue;
    if (!headings.some((heading) => heading.startsWith('其中'))) whole = field;
    else if (whole !== null) parts.set(whole, [...(parts.get(whole) ?? []), { row: form, field }]);
  }
  for (const [field, cells] of parts) yield judge({ row: form, field }, cells, template.id);
}

/**
 * Where rows are named items, 其中 is a name like any other: part of the row above it. The items of T09, and the funds of
 * forms, are added up by rules of their own.
 */
function* judgeItems(table: Table, template: string): Generator<Verdict> {
  const rows = [...table.rows, ...table.totals, ...table.subtotals].toSorted(
    (one, other) => one.number - other.number,
  );
  const parts = new Map<Row, Row[]>();
  let parent: Row | null = null;
  for (const row of rows) {
    if (!itemOf(row).isOfWhich) parent = row;
    else if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), row]);
  }
  for (const [whole, its] of parts) {
    const measure = `${template} ${itemOf(whole).name}`;
    const verdicts = amountFields(table).map((field) =>
      judge(
        { row: whole, field },
        its.map((row) => ({ row, field })),
        measure,
      ),
    );
    yield* toldOnce(verdicts, measure);
  }
}

function itemOf(row: Row): ItemName {
  return itemName(String(row.values.item ?? row.label));
}

function amountFields({ columns, fields }: Table): readonly string[] {
  return [...columns.keys()].filter((field) => {
    const { kind, mayBeNegative } = fields[field] ?? {};
    return kind === 'amount' && mayBeNegative !== true;
  });
}

/** A row that is wrong is wrong in all its columns: one mistake, said once with every cell. */
function* toldOnce(verdicts: readonly Verdict[], template: string): Generator<Verdict> {
  const wrong = verdicts.filter(
    (verdict): verdict is Fail => verdict.outcome === 'fail' && verdict.severity === 'error',
  );
  const [first] = wrong;
  if (first === undefined || wrong.length === 1) {
    yield* verdicts;
    return;
  }
  for (const verdict of verdicts) {
    if (verdict === first) {
      yield {
        ...first,
        message: 'many',
        args: { ...first.args, count: wrong.length },
        where: wrong.flatMap(({ where }) => where),
        measure: `${template} of which`,
        atStake: Math.max(...wrong.map(({ atStake }) => atStake ?? 0)),
      };
    } else if (verdict.outcome !== 'fail' || verdict.severity !== 'error') yield verdict;
    else yield notApplicable;
  }
}

function judge(parent: Cell, parts: readonly Cell[], template: string): Verdict {
  const filled = parts.filter((part) => amountIn(part) !== null);
  if (filled.length === 0) return notApplicable;
  const whole = amountIn(parent);
  if (whole === null) return undecidable(parent.row, parent.field);
  const sum = filled.reduce((total, part) => total + (amountIn(part) ?? 0), 0);
  if (sum <= whole) {
    const unread = parts.find(({ row, field }) => isUnread(row, field));
    return unread === undefined ? pass : undecidable(unread.row, unread.field);
  }
  const unit = unitOf(parent.row, parent.field);
  const isRounding = agreement(sum, whole, filled.length, unit) === 'rounding';
  const tolerance = inUnit(roundingTolerance(filled.length, whole, unit), unit);
  const difference = inUnit(sum - whole, unit);
  return failAt(
    [...filled, parent].map(({ row, field }) => placeOf(row, field)),
    {
      message: isRounding ? 'rounding' : 'exceeds',
      args: {
        label: columnName(parent.row, parent.field),
        sum: inUnit(sum, unit),
        parent: inUnit(whole, unit),
        difference,
        tolerance,
        unit,
      },
      severity: isRounding ? 'notice' : 'error',
      measure: `${template} ${parent.field}`,
      value: inUnit(sum, unit),
      expected: inUnit(whole, unit),
      difference,
      tolerance,
      atStake: sum - whole,
      trace: `${filled.map(({ row, field }) => term(row, field)).join(' + ')} ${minus} ${term(parent.row, parent.field)} = ${difference}`,
    },
    projectOf(parent.row),
  );
}

function amountIn({ row, field }: Cell): Fen | null {
  return amountOf(row, field);
}
