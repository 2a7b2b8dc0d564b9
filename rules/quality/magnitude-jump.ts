import { z } from 'zod';
import { type Dossier, isComparable } from '../../pipeline/model/dossier.ts';
import { factsInOddUnit } from '../../pipeline/model/facts-in-odd-unit.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { cellsOf } from '../../pipeline/model/list-of.ts';
import { type Bounds, isMagnitudeJump } from '../../pipeline/model/magnitude.ts';
import { type AmountUnit, type Fen, inUnit, unitInEnglish } from '../../pipeline/model/money.ts';
import type { Period } from '../../pipeline/model/period.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { isSameProject, projectIndex } from '../../pipeline/model/project-key.ts';
import { textIn } from '../../pipeline/model/project-tables.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import {
  amountOf,
  fieldOf,
  placeOf,
  projectOf,
  type Row,
  type Submission,
  unitOf,
} from '../../pipeline/model/submission.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { type Fail, failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { templateTitle } from '../../pipeline/templates/template-title.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/**
 * DQ-14: an amount ten thousand times another one that should be of its size: 元 typed where 万元 belongs. Amounts of one
 * row are compared first, then the month before, the unit's other table, and last the rest of the column.
 */
export const magnitudeJump = defineRule({
  meta: {
    id: 'DQ-14',
    name: 'magnitude-jump',
    title: { zh: '数量级异常（元与万元混填）', en: 'Magnitude jump (yuan and 10,000 yuan mixed)' },
    group: 'quality',
    scope: 'unit',
    needs: [],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（金额单位写错）',
      why: {
        zh: '把元当万元填，一个数就足以使汇总失真。',
        en: 'One figure in yuan among figures in 10,000 yuan is enough to spoil every total.',
      },
    },
    options: z
      .object({
        low: z.number().min(1).default(5000).register(meaning, {
          unit: 'times',
          zh: '金额相差达到此倍数即视为可疑',
          en: 'times larger from which an amount is suspect',
        }),
        high: z.number().min(1).default(20_000).register(meaning, {
          unit: 'times',
          zh: '相差不超过此倍数的，视为元、万元混填',
          en: 'times larger up to which a mix of units explains it',
        }),
        largeBudget: z.number().int().default(10_000_000_000).register(meaning, {
          unit: 'fen',
          zh: '预算达到此数的项目，支出过小也视为可疑',
          en: 'budget from which spending that is far too small counts as well as far too large',
        }),
        peers: z.number().int().min(3).default(3).register(meaning, {
          unit: 'rows',
          zh: '一列至少有此行数，才用其余各行比较',
          en: 'rows a column must have to judge one by the others',
        }),
      })
      .check(rising('low', 'high')),
    messages: {
      jump: {
        zh: '{larger}约为{smaller}的 {times} 倍，疑似把元填入了万元栏。',
        en: '{larger} is about {times} times {smaller}: yuan where 10,000 yuan belong?',
        clears: {
          zh: '核对金额单位：按元填写的请除以 10000（{larger}应为 {converted} {unit}）；金额无误的请说明。',
          en: 'Check the unit: an amount in yuan must be divided by 10,000 ({converted}, in {unit}); otherwise say why it is right.',
        },
      },
      fact: {
        zh: '「{name}」（{cell}）填 {amount} {unit}，其余金额以{usual}为单位，疑似单位写错。',
        en: 'A fact in {cell} says {amount} {unit} where amounts are in {usual}: is its unit wrong?',
        clears: {
          zh: '核对单位：应为 {amount} {usual}的，将单位改为{usual}。',
          en: 'If it is {amount} {usual}, correct the unit.',
        },
      },
      column: {
        zh: '{label}有 {count} 个单元格（{cells}）与{against}相差约一万倍，疑似整列金额单位写错。',
        en: '{count} cells of {label} ({cells}) differ from {against} about ten thousand times: is the unit of the column wrong?',
        clears: {
          zh: '核对{label}的金额单位，按表头注明的单位改填整列。',
          en: 'Check the unit of {label} and fill in the column in the unit that the sheet states.',
        },
      },
      sheet: {
        zh: '有 {count} 个项目的金额与{against}相差约一万倍（{cells}），疑似整表金额单位写错。',
        en: 'The amounts of {count} projects differ from {against} about ten thousand times ({cells}): is the unit of the sheet wrong?',
        clears: {
          zh: '核对表头的金额单位与所填金额是否一致，改正后重新报送。',
          en: 'See that the unit stated above the heading is the one of the amounts, and hand it in again.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    /** What is wrong with a row; null where it was said of the whole sheet or of a whole column. */
    const found = new Map<Row, Fail | null>();
    // The schedule first: what it says of itself is not said again of the table compared with it.
    const ordered = dossier.submissions.toSorted(
      (one, other) => Number(other.template.id === 'T01') - Number(one.template.id === 'T01'),
    );
    for (const submission of ordered) {
      for (const { row, number, unit, usual } of factsInOddUnit(submission.tables.facts?.rows ?? [])) {
        const { cell } = placeOf(row, 'valueUnit');
        const name = textIn(row, 'indicator') ?? '';
        yield failAt([placeOf(row, 'valueUnit'), placeOf(row, 'value')], {
          message: 'fact',
          args: { name, amount: number, unit, usual, cell: cell ?? '' },
          measure: `${submission.template.id} ${name}`,
          value: `${number} ${unit}`,
          expected: `${number} ${usual}`,
        });
      }
      const all = rowsOf(submission);
      const rows = all.some(({ classified }) => classified) ? all.filter((row) => !row.classified) : all;
      const inside: InsideJump[] = [];
      // A long ledger is walked once for both: what is odd in a row, and which rows can be compared at all.
      const hasSeveral = new Uint8Array(all.length);
      for (const [index, row] of all.entries()) {
        const amounts = row.classified ? [] : amountsIn(row, submission, period);
        if (amounts.length < 2) continue;
        hasSeveral[index] = 1;
        const jump = insideRow(row, amounts, options);
        if (jump !== null) inside.push(jump);
      }
      for (const [field, jumps] of groupBy(inside, ({ odd }) => odd.field)) {
        const isWholeColumn = jumps.length >= 3 && jumps.length * 2 > rows.length;
        if (isWholeColumn) {
          for (const { row } of jumps) found.set(row, null);
          yield wholeColumn(submission, field, jumps);
          continue;
        }
        for (const jump of jumps) if (jump.isClear) found.set(jump.row, failOn(jump, submission, options));
      }
      for (const compare of [withMonthBefore, withOtherTable, withColumn]) {
        const left = found.size === 0 ? rows : rows.filter((row) => !found.has(row));
        const { compared, jumps, against } = compare({
          dossier,
          submission,
          rows: left,
          found,
          period,
          options,
        });
        const first = jumps[0];
        // Most rows at once are one mistake: the unit of the sheet.
        if (first !== undefined && jumps.length >= 3 && jumps.length * 2 > compared) {
          for (const { row } of jumps) found.set(row, null);
          yield wholeSheet(submission, jumps, against);
          continue;
        }
        for (const { row, larger, smaller } of jumps)
          found.set(row, failOn({ row, larger, smaller, odd: larger, alike: [] }, submission, options));
      }
      for (const [index, row] of all.entries()) {
        if (hasSeveral[index] === 0) {
          yield notApplicable;
          continue;
        }
        const jump = found.get(row);
        yield jump === null ? notApplicable : (jump ?? pass);
      }
    }
  },
});

interface Options extends Bounds {
  readonly largeBudget: Fen;
  readonly peers: number;
}

/** An amount with what a sentence calls it and where it stands; a figure of the month before has no place. */
interface Named {
  readonly fen: Fen;
  readonly unit: AmountUnit;
  readonly name: Text;
  readonly place: Place | null;
  readonly field: string;
}

interface Jump {
  readonly row: Row;
  readonly larger: Named;
  readonly smaller: Named;
}

/** What one way of comparing found: how many rows it could compare, and what with. */
interface Compared {
  readonly compared: number;
  readonly jumps: readonly Jump[];
  readonly against: Text;
}

interface Comparison {
  readonly dossier: Dossier;
  readonly submission: Submission;
  readonly rows: readonly Row[];
  /** Rows of any table of the unit of which something was said. */
  readonly found: ReadonlyMap<Row, Fail | null>;
  readonly period: Period;
  readonly options: Options;
}

/** Rows whose amounts are of one size; lines of costs, accounts and the like are not compared. */
function rowsOf({ template, tables, form }: Submission): readonly Row[] {
  if (template.id === 'T05') return [form];
  const isListed =
    template.id === 'T01' || template.id === 'T03' || amountsByTemplate[template.id] !== undefined;
  const [first, ...others] = isListed ? Object.values(tables) : [];
  return others.length === 0 ? (first?.rows ?? []) : Object.values(tables).flatMap((table) => table.rows);
}

/** The budget first, then what should be of its size; `falls`: may be much smaller, as spending is. */
const amountsByTemplate: Readonly<
  Partial<Record<TemplateId, { readonly sizes: readonly string[]; readonly falls: readonly string[] }>>
> = {
  T05: { sizes: ['requested', 'suggested'], falls: [] },
  T08: { sizes: ['arranged', 'need'], falls: ['spent'] },
  T10: { sizes: ['released'], falls: ['distributed', 'spent'] },
  T15: { sizes: ['budget'], falls: ['contract', 'paid'] },
  T16: { sizes: ['budget'], falls: ['spent'] },
  T17: { sizes: ['budget'], falls: ['spent'] },
};

/** An amount of a row; `falls`: may be much smaller than the others. */
interface Amount {
  readonly fen: Fen;
  readonly field: string;
  readonly falls: boolean;
}

function amountsIn(row: Row, { template }: Submission, period: Period): readonly Amount[] {
  const amounts: Amount[] = [];
  const add = (field: string, falls: boolean, fen: Fen | null) => {
    if (fen !== null && fen > 0) amounts.push({ fen, field, falls });
  };
  const listed = amountsByTemplate[template.id];
  if (listed !== undefined) {
    for (const field of listed.sizes) add(field, false, amountOf(row, field));
    for (const field of listed.falls) add(field, true, amountOf(row, field));
    return amounts;
  }
  const { budget, released, planned, spent } = spendingOf(row, period);
  add(budget.fields[0], false, budget.fen);
  add('initialBudget', false, amountOf(row, 'initialBudget'));
  add(released.fields[0], false, released.fen);
  add('planTotal', false, amountOf(row, 'planTotal'));
  add(planned.fields[0], true, planned.fen);
  add(spent.fields[0], true, spent.fen);
  return amounts;
}

/** What two amounts of one row tell: which is odd, what else is off in the same way, and whether that row alone shows it. */
interface InsideJump extends Jump {
  readonly odd: Named;
  readonly alike: readonly Named[];
  /** False for spending that may be slow as well as mistyped: only a whole column of it is a mistake. */
  readonly isClear: boolean;
}

function insideRow(row: Row, [base, ...others]: readonly Amount[], options: Options): InsideJump | null {
  if (base === undefined) return null;
  const isClear = (other: Amount) =>
    // Little spent of an ordinary budget is slow, not wrong.
    other.fen > base.fen || !other.falls || base.fen >= options.largeBudget;
  const off = others.filter(
    (other) =>
      isMagnitudeJump(base.fen, other.fen, options) ||
      (other.falls && isFarAbove(other.fen, base.fen, options)),
  );
  if (off.length === 0) return null;
  const clear = off.filter(isClear);
  const jumps = clear.length > 0 ? clear : off;
  const alike = jumps.map((jump) => named(row, jump.field, jump.fen));
  const first = alike[0];
  if (first === undefined) return null;
  const steady = others.filter((other) => !other.falls);
  const isBaseOdd =
    clear.length > 0 &&
    ((steady.length >= 2 && steady.every((other) => jumps.includes(other))) ||
      (jumps.length >= 2 && jumps.length === others.length));
  const budget = named(row, base.field, base.fen);
  const [larger, smaller] = bySize(budget, first);
  // With a single amount beside the budget nobody can tell which of the two is odd; 元 makes it the larger one.
  const odd = isBaseOdd ? budget : others.length === 1 && clear.length > 0 ? larger : first;
  return { row, larger, smaller, odd, alike: isBaseOdd ? [] : alike, isClear: clear.length > 0 };
}

/**
 * Spending in 元 of a budget in 万元 of which only a part was to be spent by now: no project spends a hundredth of the
 * lower bound of a jump times its budget.
 */
function isFarAbove(spent: Fen, budget: Fen, { low, high }: Bounds): boolean {
  return spent >= (low / 100) * budget && spent <= high * budget;
}

function withMonthBefore({ dossier, submission, rows, period, options }: Comparison): Compared {
  const against = { zh: '上期预算', en: "last month's budget" };
  const budgets = budgetsBefore(dossier, submission);
  if (budgets.length === 0) return { compared: 0, jumps: [], against };
  const before = projectIndex(budgets, ({ project }) => project);
  let compared = 0;
  const jumps: Jump[] = [];
  for (const row of rows) {
    const project = projectOf(row);
    const known = project === null ? [] : before.of(project);
    const budget = spendingOf(row, period).budget;
    const was = known.length === 1 ? (known[0]?.budget ?? null) : null;
    if (budget.fen === null || was === null) continue;
    compared += 1;
    if (!isMagnitudeJump(budget.fen, was, options)) continue;
    const own = named(row, 'adjustedBudget', budget.fen);
    const [larger, smaller] = bySize(own, { ...own, fen: was, name: against, place: null });
    jumps.push({ row, larger, smaller });
  }
  return { compared, jumps, against };
}

/** Budgets of the previous run or, without one, of the sheet of the month before in the same workbook. */
function budgetsBefore({ previous }: Dossier, { template, history }: Submission) {
  if (template.id !== 'T01' && template.id !== 'T03') return [];
  if (previous !== null)
    return previous.projects.map(({ code, name, budget }) => ({ project: { code, name }, budget }));
  const earlier = history[0];
  return (earlier?.tables.projects?.rows ?? []).flatMap((row) => {
    const project = projectOf(row);
    if (project === null || earlier === undefined) return [];
    return [{ project, budget: spendingOf(row, earlier.period.period).budget.fen }];
  });
}

/** A row of the monitoring list against the same project of the monthly schedule. */
function withOtherTable({ dossier, submission, rows, found, period, options }: Comparison): Compared {
  const other = dossier.submissions.find(({ template }) => template.id === 'T01');
  const against = templateTitle('T01');
  if (
    submission.template.id !== 'T03' ||
    other === undefined ||
    !isComparable(submission) ||
    !isComparable(other)
  )
    return { compared: 0, jumps: [], against };
  const scheduled = projectIndex(rowsOf(other), projectOf);
  let compared = 0;
  const jumps: Jump[] = [];
  for (const row of rows) {
    const project = projectOf(row);
    const same = project === null ? [] : scheduled.of(project);
    const theirs = same.length === 1 ? same[0] : undefined;
    if (theirs === undefined || theirs.classified || found.has(theirs)) continue;
    compared += 1;
    const fields = new Map(amountsIn(theirs, other, period).map((amount) => [amount.field, amount]));
    for (const own of amountsIn(row, submission, period)) {
      const their = fields.get(own.field);
      if (their === undefined || !isMagnitudeJump(own.fen, their.fen, options)) continue;
      const scheduledAmount = named(theirs, their.field, their.fen);
      const { zh, en } = scheduledAmount.name;
      const name = { zh: `${against.zh}${zh}`, en: `${en} of the schedule` };
      const [larger, smaller] = bySize(named(row, own.field, own.fen), { ...scheduledAmount, name });
      jumps.push({ row, larger, smaller });
      break;
    }
  }
  return { compared, jumps, against };
}

/**
 * A whole row typed in 元: its budget is ten thousand times the middle one of the others, stands far above all of them,
 * and is large for any project. Of an even number both in the middle must say so: beside a small project and a tiny one
 * a capital project is ordinary. One whose budget the previous run knows was held against that, the nearer evidence.
 */
function withColumn({ dossier, submission, rows, period, options }: Comparison): Compared {
  const against = { zh: '同列其他项目', en: 'the other projects' };
  if (submission.template.id !== 'T01' && submission.template.id !== 'T03')
    return { compared: 0, jumps: [], against };
  const budgets = rows.flatMap((row) => {
    const [base] = amountsIn(row, submission, period);
    return base === undefined ? [] : [{ row, base }];
  });
  const ordered = budgets.toSorted((one, other) => other.base.fen - one.base.fen);
  const [largest, next, ...rest] = ordered;
  if (
    ordered.length < options.peers ||
    largest === undefined ||
    next === undefined ||
    largest.base.fen < options.largeBudget ||
    largest.base.fen < 500 * next.base.fen ||
    isKnownBefore(largest.row, dossier)
  )
    return { compared: ordered.length, jumps: [], against };
  const others = [next, ...rest];
  const upper = others[Math.floor((others.length - 1) / 2)] ?? next;
  const lower = others[Math.ceil((others.length - 1) / 2)] ?? next;
  if (![upper, lower].every(({ base }) => isMagnitudeJump(largest.base.fen, base.fen, options)))
    return { compared: ordered.length, jumps: [], against };
  const name = { zh: '同列中位数', en: 'the middle one of the column' };
  const larger = named(largest.row, largest.base.field, largest.base.fen);
  const middle = { ...named(upper.row, upper.base.field, upper.base.fen), name };
  const smaller =
    upper.base.fen === lower.base.fen
      ? middle
      : { ...middle, fen: Math.round((upper.base.fen + lower.base.fen) / 2), place: null };
  return { compared: ordered.length, jumps: [{ row: largest.row, larger, smaller }], against };
}

/** Whether the previous run knows the budget of a project. What was mistaken then is not known. */
function isKnownBefore(row: Row, { previous }: Dossier): boolean {
  const project = projectOf(row);
  return (previous?.projects ?? []).some((one) => one.budget !== null && isSameProject(one, project));
}

function failOn(
  { row, larger, smaller, odd, alike }: Omit<InsideJump, 'isClear'>,
  submission: Submission,
  { low, high }: Bounds,
): Fail {
  const places = [odd, ...alike, larger, smaller].flatMap(({ place }) => (place === null ? [] : [place]));
  return failAt(
    [...new Set(places)],
    {
      message: 'jump',
      args: {
        larger: phrase(larger),
        smaller: phrase(smaller),
        times: Math.round(larger.fen / smaller.fen),
        converted: inUnit(Math.round(larger.fen / 10_000), larger.unit),
        unit: larger.unit,
      },
      measure: `${submission.template.id} ${odd.field}`,
      value: inUnit(odd.fen, odd.unit),
      threshold: `${low}–${high}`,
      atStake: smaller.fen,
    },
    projectOf(row),
  );
}

function wholeColumn(submission: Submission, field: string, jumps: readonly InsideJump[]): Fail {
  const where = jumps.flatMap(({ odd }) => (odd.place === null ? [] : [odd.place]));
  const [first] = jumps;
  const against =
    first === undefined ? undefined : [first.larger, first.smaller].find((one) => one.field !== field);
  return failAt(where, {
    message: 'column',
    args: {
      label: first?.odd.name ?? '',
      count: jumps.length,
      cells: cellsOf(where),
      against: against?.name ?? '',
    },
    measure: `${submission.template.id} ${field}`,
  });
}

function wholeSheet(submission: Submission, jumps: readonly Jump[], against: Text): Fail {
  const where = jumps.flatMap(({ larger, smaller }) => {
    const place = [larger, smaller].find((one) => one.place?.sheet === submission.sheet)?.place;
    return place === null || place === undefined ? [] : [place];
  });
  return failAt([...where, submission.amountUnit.place], {
    message: 'sheet',
    args: { count: jumps.length, against, cells: cellsOf(where) },
    measure: submission.template.id,
  });
}

function named(row: Row, field: string, fen: Fen): Named {
  const place = placeOf(row, field);
  const title = fieldOf(row, field)?.title;
  return {
    fen,
    unit: unitOf(row, field),
    name: { zh: `「${place.label ?? title?.zh ?? field}」`, en: `"${title?.en ?? field}"` },
    place,
    field,
  };
}

function phrase({ fen, unit, name }: Named): Text {
  const amount = inUnit(fen, unit);
  const space = name.zh.endsWith('」') ? '' : ' ';
  return {
    zh: `${name.zh}${space}${amount} ${unit}`,
    en: `${name.en} (${amount}, in ${unitInEnglish[unit]})`,
  };
}

function bySize(one: Named, other: Named): readonly [Named, Named] {
  return one.fen >= other.fen ? [one, other] : [other, one];
}
