import { columnName } from '../../pipeline/model/column-name.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, type Table, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import { type Fail, failAt, notApplicable, type Verdict } from '../../pipeline/model/verdict.ts';
import { type Group, type Judged, judgeSum } from './judge-sum.ts';

/** Every column of amounts of a table against its 合计 rows, and groups against their 小计. */
export function* judgeTotals(table: Table, template: TemplateId): Iterable<Verdict> {
  const groups = groupsOf(table);
  // A price per piece has a unit of its own and is not added up.
  const added = [...table.columns.keys()].filter((name) => {
    const field = table.fields[name];
    return field?.kind === 'amount' && field.unit === undefined;
  });
  yield* toldOnce(
    added.flatMap((field) => judgeColumn(table, field, groups, template)),
    template,
  );
}

function judgeColumn(
  table: Table,
  field: string,
  groups: readonly Group[],
  template: TemplateId,
): readonly Judged[] {
  const ofGroups = groups.map((group) => judgeSum(group, field, 'subtotal', template));
  const alreadySaid = ofGroups.reduce(
    (sum, { verdict, difference }) =>
      verdict.outcome === 'fail' && verdict.message === 'subtotal' ? sum + difference : sum,
    0,
  );
  const ofTotals = table.totals.map((stated, index) => {
    const judged = judgeSum(totalled(table, field, index, stated), field, 'total', template);
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

/**
 * What one line can do to a sum, by how much the lines are then more than is stated, and whether its amounts may have more
 * decimals than the sum that was made of them in the right unit.
 */
const slips: readonly (readonly [string, (amount: Fen) => Fen, boolean])[] = [
  ['leftOut', (amount) => amount, false],
  ['twice', (amount) => -amount, false],
  ['tooLarge', (amount) => amount - amount / 10_000, true],
  ['tooSmall', (amount) => amount - amount * 10_000, false],
];

/** The one line whose amounts are what all these columns of a sum are off by; null where there is none, or several. */
function byOneLine(columns: readonly Judged[], template: TemplateId): Fail | null {
  const [first] = columns;
  if (first === undefined) return null;
  const explains = (row: Row, [, slip, decimalsLost]: (typeof slips)[number]) =>
    columns.every(({ field, difference, group: { stated } }) => {
      const off = Math.abs(slip(amountOf(row, field) ?? 0) - difference);
      const tolerance = roundingTolerance(1, amountOf(stated, field) ?? 0, unitOf(stated, field));
      return off <= (decimalsLost ? tolerance : 0);
    });
  const found = slips
    .map((slip) => ({ message: slip[0], lines: first.group.rows.filter((row) => explains(row, slip)) }))
    .find(({ lines }) => lines.length > 0);
  const [line] = found?.lines ?? [];
  if (found === undefined || line === undefined || found.lines.length > 1) return null;
  const { field, group } = first;
  const unit = unitOf(group.stated, field);
  const [sum, stated] = [sumUp(group.rows, field), amountOf(group.stated, field) ?? 0];
  return failAt(
    columns.map((one) => placeOf(one.group.stated, one.field)),
    {
      message: found.message,
      args: {
        place: excerpt(group.stated.label),
        count: columns.length,
        row: line.number,
        label: columnName(group.stated, field),
        sum: inUnit(sum, unit),
        stated: inUnit(stated, unit),
        right: inUnit((amountOf(line, field) ?? 0) - first.difference, unit),
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
