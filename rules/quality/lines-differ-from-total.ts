import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { agreement, type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { textIn } from '../../pipeline/model/project-tables.ts';
import { fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { amountOf, fieldOf, placeOf, type Row, type Table, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import {
  type Fail,
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

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
      funds: {
        zh: '「{label}」{total}填 {stated} {unit}，各项资金之和 {sum} {unit}，差 {difference} {unit}。',
        en: '"{label}": the whole is given as {stated} ({unit}), its parts add up to {sum}, a difference of {difference}.',
        clears: {
          zh: '将{total}改为 {sum} {unit}，或补上漏列的资金、更正各项金额。',
          en: 'Change the whole to {sum} ({unit}), or add and correct parts.',
        },
      },
      across: {
        zh: '「{label}」填 {stated} {unit}，各月相加为 {sum} {unit}，差 {difference} {unit}。',
        en: '"{label}" says {stated} ({unit}), its months add up to {sum}, a difference of {difference}.',
        clears: {
          zh: '将「{label}」改为 {sum} {unit}，或更正填错的月份。',
          en: 'Change "{label}" to {sum} ({unit}), or correct the month that is wrong.',
        },
      },
      columns: {
        zh: '「{label}」按栏次公式应为 {parts} = {sum} {unit}，填 {stated} {unit}，差 {difference} {unit}。',
        en: 'By the formula in the heading "{label}" is {parts} = {sum} ({unit}); it says {stated}, a difference of {difference}.',
        clears: {
          zh: '将「{label}」改为 {sum} {unit}，或更正公式中的各栏。',
          en: 'Change "{label}" to {sum} ({unit}), or correct the columns it is made of.',
        },
      },
      columnsRounding: {
        zh: '「{label}」按栏次公式应为 {sum} {unit}，填 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: 'By the formula in the heading "{label}" is {sum} ({unit}); it says {stated}: {difference} is rounding (up to {tolerance}).',
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
      const { layout, rows, totals, subtotals, fields, columns } = table;
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
      const groups = groupsOf(table);
      // A price per piece has a unit of its own and is not added up.
      const added = [...columns.keys()].filter(
        (field) => fields[field]?.kind === 'amount' && fields[field].unit === undefined,
      );
      yield* toldOnce(
        added.flatMap((field) => judgeColumn(table, field, groups, template.id)),
        template.id,
      );
    }
  },
});

/** Each row against the formulas that the heading itself states: `1=2+11`. */
function* judgeFormulas({ rows, totals, columnFormulas }: Table, template: TemplateId): Iterable<Verdict> {
  for (const [field, terms] of columnFormulas) {
    for (const row of [...rows, ...totals]) {
      const stated = amountOf(row, field);
      const amounts = terms.map((each) => amountOf(row, each.field));
      if (stated === null || amounts.every((amount) => amount === null)) {
        yield notApplicable;
        continue;
      }
      const unread = terms.find((each) => amountOf(row, each.field) === null && isUnread(row, each.field));
      if (unread !== undefined) {
        yield undecidable(row, unread.field);
        continue;
      }
      const sum = terms.reduce((total, each, index) => total + each.sign * (amounts[index] ?? 0), 0);
      if (sum === stated) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, field);
      const isRounding = agreement(sum, stated, terms.length, unit) === 'rounding';
      const parts = terms.map(
        (each, index) => `${each.sign < 0 ? minus : index === 0 ? '' : '+'} ${term(row, each.field)}`,
      );
      const trace = parts.join(' ').trim();
      yield fail(row, [field, ...terms.map((each) => each.field)], {
        message: isRounding ? 'columnsRounding' : 'columns',
        args: {
          label: columnName(row, field),
          parts: trace,
          sum: inUnit(sum, unit),
          stated: inUnit(stated, unit),
          difference: inUnit(stated - sum, unit),
          tolerance: inUnit(roundingTolerance(terms.length, stated, unit), unit),
          unit,
        },
        severity: isRounding ? 'notice' : 'error',
        measure: `${template} ${field} =`,
        value: inUnit(stated, unit),
        expected: inUnit(sum, unit),
        difference: inUnit(stated - sum, unit),
        tolerance: inUnit(roundingTolerance(terms.length, stated, unit), unit),
        atStake: Math.abs(stated - sum),
        trace: `${trace} = ${inUnit(sum, unit)}`,
      });
    }
  }
}

/** The 合计 of the months of a plan, row by row. */
function* judgeMonths(
  { rows, fields, columns, columnFormulas }: Table,
  template: TemplateId,
): Iterable<Verdict> {
  for (const field of columns.keys()) {
    const computed = fields[field]?.computed;
    if (computed === undefined || !('sum' in computed) || computed.less !== undefined) continue;
    const months = computed.sum.filter((month) => columns.has(month));
    // Without every month on the sheet the total may hold what is not there.
    if (months.length < computed.sum.length || columnFormulas.has(field)) continue;
    for (const row of rows) {
      const stated = amountOf(row, field);
      const filled = months.filter((month) => amountOf(row, month) !== null);
      if (row.classified || stated === null || filled.length === 0) {
        yield notApplicable;
        continue;
      }
      const sum = filled.reduce((total, month) => total + (amountOf(row, month) ?? 0), 0);
      const unread = months.find((month) => isUnread(row, month));
      if (sum === stated || unread !== undefined) {
        yield sum === stated ? pass : undecidable(row, unread ?? field);
        continue;
      }
      const unit = unitOf(row, field);
      const isRounding = agreement(sum, stated, months.length, unit) === 'rounding';
      const tolerance = inUnit(roundingTolerance(months.length, stated, unit), unit);
      const difference = inUnit(stated - sum, unit);
      yield fail(row, [field], {
        message: isRounding ? 'columnsRounding' : 'across',
        args: {
          label: columnName(row, field),
          sum: inUnit(sum, unit),
          stated: inUnit(stated, unit),
          difference,
          tolerance,
          unit,
        },
        severity: isRounding ? 'notice' : 'error',
        measure: `${template} ${field} months`,
        value: inUnit(stated, unit),
        expected: inUnit(sum, unit),
        difference,
        tolerance,
        atStake: Math.abs(stated - sum),
        trace: `${term(row, months, sum)} ${minus} ${term(row, field)} = ${inUnit(sum - stated, unit)}`,
      });
    }
  }
}

/** The money of a form: each column of its whole against the sum of its parts. */
function* judgeFunds(table: Table, template: TemplateId): Iterable<Verdict> {
  const stated = fundsTotal(table);
  const parts = stated === null ? [] : partsOfFunds(table.rows.filter((row) => row !== stated));
  for (const field of table.columns.keys()) {
    if (table.fields[field]?.kind !== 'amount') continue;
    // One part alone is no division of the whole; what it is not part of was not asked for.
    const filled = parts.filter((row) => amountOf(row, field) !== null);
    yield stated === null || stated.classified || filled.length < 2
      ? notApplicable
      : judge({ stated, rows: parts }, field, 'funds', template).verdict;
  }
}

/**
 * The rows that together are the whole; none where some may be part of another: a second 其中, 中央 below 财政拨款, or
 * kinds of budget beside 财政拨款 as a whole.
 */
function partsOfFunds(rows: readonly Row[]): readonly Row[] {
  const names = rows.map((row) => foldText(textIn(row, 'item') ?? row.label));
  const isNested = names.some((name, index) => index > 0 && name.startsWith('其中'));
  const areKnown = names.every((name) => sourceOfFunds.test(name));
  const areAlike = !(
    names.some((name) => anyBudget.test(name)) && names.some((name) => oneBudget.test(name))
  );
  return isNested || !areKnown || !areAlike ? [] : rows;
}

const anyBudget = /财政拨款|财政资金/;
const oneBudget = /一般公共预算|政府性基金|国有资本/;
const sourceOfFunds = new RegExp(
  `${anyBudget.source}|${oneBudget.source}|专户|结转|单位资金|自有资金|其他资金|基本支出|项目支出`,
);

/** A stated sum and the rows it should be the sum of. */
interface Group {
  readonly stated: Row;
  readonly rows: readonly Row[];
}

/** What was found of one stated sum in one column. */
interface Judged {
  readonly group: Group;
  readonly field: string;
  readonly verdict: Verdict;
  /** The sum of the lines less what is stated. */
  readonly difference: Fen;
}

function judgeColumn(
  table: Table,
  field: string,
  groups: readonly Group[],
  template: TemplateId,
): readonly Judged[] {
  const ofGroups = groups.map((group) => judge(group, field, 'subtotal', template));
  const alreadySaid = ofGroups.reduce(
    (sum, { verdict, difference }) =>
      verdict.outcome === 'fail' && verdict.message === 'subtotal' ? sum + difference : sum,
    0,
  );
  const ofTotals = table.totals.map((stated, index) => {
    const judged = judge(totalled(table, field, index, stated), field, 'total', template);
    // A wrong line shows in its group and in the total: the group says it more exactly.
    const isSame =
      judged.verdict.outcome === 'fail' && alreadySaid !== 0 && judged.difference === alreadySaid;
    return isSame ? { ...judged, verdict: notApplicable } : judged;
  });
  return [...ofGroups, ...ofTotals];
}

/** A line that a sum leaves out or has twice makes every column of it wrong: that is one mistake, and said once. */
function* toldOnce(judged: readonly Judged[], template: TemplateId): Iterable<Verdict> {
  const wrong = judged.filter(({ verdict }) => verdict.outcome === 'fail' && verdict.severity === 'error');
  const said = new Set<Judged>();
  for (const columns of groupBy(wrong, ({ group }) => group.stated).values()) {
    const verdict = columns.length < 2 ? null : byOneLine(columns, template);
    if (verdict === null) continue;
    for (const one of columns) said.add(one);
    yield verdict;
  }
  for (const one of judged) yield said.has(one) ? notApplicable : one.verdict;
}

/** The one line whose amounts are what all these columns of a sum are off by; null where there is none, or several. */
function byOneLine(columns: readonly Judged[], template: TemplateId): Fail | null {
  const [first] = columns;
  if (first === undefined) return null;
  const isLeftOut = first.difference > 0;
  const lines = first.group.rows.filter((row) =>
    columns.every(({ field, difference }) => amountOf(row, field) === (isLeftOut ? difference : -difference)),
  );
  const [line] = lines;
  if (line === undefined || lines.length > 1) return null;
  const { field, group } = first;
  const unit = unitOf(group.stated, field);
  const [sum, stated] = [sumUp(group.rows, field), amountOf(group.stated, field) ?? 0];
  return failAt(
    columns.map((one) => placeOf(one.group.stated, one.field)),
    {
      message: isLeftOut ? 'leftOut' : 'twice',
      args: {
        place: excerpt(group.stated.label),
        count: columns.length,
        row: line.number,
        label: columnName(group.stated, field),
        sum: inUnit(sum, unit),
        stated: inUnit(stated, unit),
        unit,
      },
      severity: 'error',
      measure: [template, 'line', group.stated.label].join(' ').trim(),
      value: inUnit(stated, unit),
      expected: inUnit(sum, unit),
      difference: inUnit(first.difference, unit),
      atStake: Math.max(...columns.map(({ difference }) => Math.abs(difference))),
      trace: `${sumOf(group.rows, field)} ${inUnit(sum, unit)} ${minus} ${term(group.stated, field)} = ${inUnit(first.difference, unit)}`,
    },
  );
}

/** Of several totals each may be that of all rows or of its own section of the sheet: whichever is nearer. */
function totalled({ rows, totals }: Table, field: string, index: number, stated: Row): Group {
  const whole = { stated, rows };
  if (totals.length === 1) return whole;
  const from = totals[index - 1]?.number ?? 0;
  const section = rows.filter((row) => row.number > from && row.number < stated.number);
  if (section.length === 0) return whole;
  const amount = amountOf(stated, field) ?? 0;
  const isNearer = Math.abs(sumUp(section, field) - amount) < Math.abs(sumUp(rows, field) - amount);
  return isNearer ? { stated, rows: section } : whole;
}

/**
 * The rows of each subtotal, where the sheet leaves no doubt: all subtotals of one depth, and either each above its
 * rows or each below them. Empty otherwise.
 */
function groupsOf({ rows, subtotals }: Table): readonly Group[] {
  const [first, last] = extent(rows);
  const [firstSubtotal, lastSubtotal] = extent(subtotals);
  const isAbove = firstSubtotal < first && lastSubtotal < last;
  const isBelow = firstSubtotal > first && lastSubtotal > last;
  if (isAbove === isBelow || new Set(subtotals.map((row) => row.level)).size > 1) return [];
  const ordered = subtotals.toSorted((one, other) => one.number - other.number);
  return ordered.flatMap((stated, index) => {
    const from = isAbove ? stated.number : (ordered[index - 1]?.number ?? 0);
    const to = isAbove ? (ordered[index + 1]?.number ?? Number.POSITIVE_INFINITY) : stated.number;
    const own = rows.filter((row) => row.number > from && row.number < to);
    return own.length === 0 ? [] : [{ stated, rows: own }];
  });
}

/** The first and last row numbers; a loop, for tables of any length. */
function extent(rows: readonly Row[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { number } of rows) {
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  return [first, last];
}

function judge(
  group: Group,
  field: string,
  kind: 'total' | 'subtotal' | 'funds',
  template: TemplateId,
): Judged {
  const { stated, rows } = group;
  const amount = amountOf(stated, field);
  if (amount === null) {
    const isNothing = isBlank(stated, field);
    return { group, field, verdict: isNothing ? notApplicable : undecidable(stated, field), difference: 0 };
  }
  const filled = rows.filter((row) => amountOf(row, field) !== null);
  const sum = sumUp(filled, field);
  const difference = sum - amount;
  // Where the total comes out without it, an empty cell evidently meant nothing.
  if (difference === 0) return { group, field, verdict: pass, difference };
  const unread = rows.find((row) => isUnread(row, field));
  if (unread !== undefined) return { group, field, verdict: undecidable(unread, field), difference };

  const unit = unitOf(stated, field);
  const isRounding = agreement(sum, amount, filled.length, unit) === 'rounding';
  const tolerance = roundingTolerance(filled.length, amount, unit);
  const verdict = failAt([placeOf(stated, field)], {
    message: isRounding ? 'rounding' : kind,
    args: {
      label: columnName(stated, field),
      sum: inUnit(sum, unit),
      stated: inUnit(amount, unit),
      difference: inUnit(difference, unit),
      tolerance: inUnit(tolerance, unit),
      hint: hintOf(filled, field, difference),
      total: excerpt(textIn(stated, 'item') ?? ''),
      row: stated.number,
      count: filled.length,
      unit,
    },
    severity: isRounding ? 'notice' : 'error',
    measure: [template, field, kind === 'subtotal' ? stated.label : ''].join(' ').trim(),
    value: inUnit(amount, unit),
    expected: inUnit(sum, unit),
    difference: inUnit(difference, unit),
    tolerance: inUnit(tolerance, unit),
    atStake: Math.abs(difference),
    trace: `${sumOf(filled, field)} ${inUnit(sum, unit)} ${minus} ${term(stated, field)} = ${inUnit(difference, unit)}`,
  });
  return { group, field, verdict, difference };
}

/** A cell that holds an amount we cannot see. A blank is nothing, unless the cell must be filled. */
function isUnread(row: Row, field: string): boolean {
  if (amountOf(row, field) !== null) return false;
  return !isBlank(row, field) || fieldOf(row, field)?.mustFill === true;
}

/** One line of exactly the difference is most likely the one that was left out or counted twice. */
function hintOf(rows: readonly Row[], field: string, difference: Fen): Text {
  const alike = rows.filter((row) => amountOf(row, field) === Math.abs(difference));
  const row = alike.length === 1 ? alike[0]?.number : undefined;
  if (row === undefined) return { zh: '', en: '' };
  return difference > 0
    ? {
        zh: `，正好是第 ${row} 行的金额，可能漏加`,
        en: `, exactly the amount on row ${row}: perhaps left out`,
      }
    : {
        zh: `，正好是第 ${row} 行的金额，可能重复相加`,
        en: `, exactly the amount on row ${row}: perhaps added twice`,
      };
}
