import { itemName } from './item-name.ts';
import { foldText } from './label.ts';
import { yearOf } from './period.ts';
import { amountOf, type Row, type Submission, type Table } from './submission.ts';

/** A T13 understood: two sides, each with the items that add up and the totals they add up to. */
export interface BudgetBalance {
  readonly submission: Submission;
  readonly revenue: BalanceSide;
  readonly expenditure: BalanceSide;
  /** The year it is about: as its title says, otherwise that of the run. */
  readonly year: number;
  /** Whether it is a budget or final accounts; null when neither headings nor title say. */
  readonly basis: 'budget' | 'final' | null;
}

/** One side of a T13; rows are told apart by their names. */
export interface BalanceSide {
  readonly table: Table;
  /** Sources of revenue, or functions of expenditure: what is added up, each amount once. */
  readonly items: readonly Row[];
  /** 基本支出, 项目支出 and the like, where the sheet lists functions as well. */
  readonly byNature: readonly Row[];
  /** Rows that are part of another one: 其中, deeper numbers. */
  readonly parts: readonly Row[];
  /** 上年结转, 年终结转, 使用非财政拨款结余 and the like. */
  readonly carried: readonly Row[];
  /** 本年收入合计 or 本年支出合计. */
  readonly yearTotal: Row | null;
  /** 收入总计 or 支出总计; a lone 合计 counts as one. */
  readonly grandTotal: Row | null;
}

/** Reads a T13, budget or final accounts. */
export function budgetBalanceOf(submission: Submission, period: string): BudgetBalance | null {
  const { revenue, expenditure } = submission.tables;
  if (revenue === undefined || expenditure === undefined) return null;
  const titles = [...submission.remarks.map(({ text }) => text), submission.sheet, submission.file];
  const stated = titles
    .map((text) => /((?:19|20)\d\d)年/.exec(foldText(text))?.[1])
    .find((year) => year !== undefined);
  const headings = [...headingsOf(revenue), ...headingsOf(expenditure)].join(' ');
  return {
    submission,
    revenue: sideOf(revenue),
    expenditure: sideOf(expenditure),
    year: stated === undefined ? yearOf(period) : Number(stated),
    // The heading of the amounts says it of them; a title may be that of the form.
    basis: basisIn(headings) ?? basisIn(titles.slice(0, 3).join(' ')),
  };
}

/** Every T13 of a unit. */
export function budgetBalances(submissions: readonly Submission[], period: string): readonly BudgetBalance[] {
  return submissions
    .filter(({ template }) => template.id === 'T13')
    .flatMap((submission) => budgetBalanceOf(submission, period) ?? []);
}

/** The name of a row without its number, for sentences: 收入总计, 农林水支出. */
export function nameOfItem(row: Row): string {
  return itemName(String(row.values.item ?? '')).name;
}

function basisIn(words: string): BudgetBalance['basis'] {
  return /决算/.test(words) ? 'final' : /预算/.test(words) ? 'budget' : null;
}

function headingsOf({ columns }: Table): string[] {
  return [columns.get('amount')?.heading ?? ''];
}

function sideOf(table: Table): BalanceSide {
  const rows = [...table.rows, ...table.totals, ...table.subtotals].toSorted(
    (one, other) => one.number - other.number,
  );
  const named = rows.map((row): Named => ({ row, ...itemName(String(row.values.item ?? row.label)) }));
  const hasNumbers = named.some(({ depth, isOfWhich }) => depth > 0 && !isOfWhich);
  const found = new Map<Kind, Row[]>(kinds.map((kind) => [kind, []]));
  const above: { readonly depth: number; readonly kind: Kind }[] = [];
  let partsUntil = -1;
  let isInsideCarried = false;
  let hasTotal = false;
  let hasBasic = false;
  for (const [index, { row, name, depth, isOfWhich }] of named.entries()) {
    if (name === '') continue;
    const own = isOfWhich ? 'part' : kindOf(name);
    let kind: Kind = own;
    if (isOfWhich) {
      if (index > partsUntil) partsUntil = lastPart(named, index, hasNumbers);
    } else if (depth > 0) {
      while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= depth) above.pop();
      const parent = above.at(-1);
      // 一、本年收入 is a total that stands above what it adds up.
      if (parent !== undefined && parent.kind !== 'yearTotal') kind = 'part';
      // Below 本年收入合计 and 年初结转 numbers begin anew: 一、 is then part of what was carried over.
      isInsideCarried &&= hasTotal && own === 'item';
      if (isInsideCarried) kind = 'part';
      above.push({ depth, kind });
      partsUntil = -1;
    } else if (own === 'item' && (index <= partsUntil || (isInsideCarried && hasNumbers))) kind = 'part';
    else if (hasBasic && basicNames.test(name)) kind = 'part';
    if (own === 'carried' && depth === 0) isInsideCarried = true;
    if (name === '基本支出') hasBasic = true;
    if (own.endsWith('otal')) {
      isInsideCarried = false;
      hasTotal = true;
    }
    found.get(kind)?.push(row);
  }
  const of = (kind: Kind) => found.get(kind) ?? [];
  const [total] = of('total');
  const [grand] = of('grandTotal');
  const [year] = of('yearTotal');
  const isByFunction = of('item').length > 0;
  return {
    table,
    items: isByFunction ? of('item') : of('nature'),
    byNature: isByFunction ? of('nature') : [],
    parts: of('part'),
    carried: of('carried'),
    yearTotal: year ?? (grand === undefined ? null : (total ?? null)),
    grandTotal: grand ?? total ?? null,
  };
}

type Named = ReturnType<typeof itemName> & { readonly row: Row };

const kinds = ['item', 'nature', 'part', 'carried', 'yearTotal', 'grandTotal', 'total'] as const;

type Kind = (typeof kinds)[number];

function kindOf(name: string): Kind {
  if (/^(?:收入|支出|收|支)?总计$/.test(name)) return 'grandTotal';
  if (/^本年度?(?:收入|支出)(?:合计|总计|小计)?$|^本年度?(?:合计|小计)$/.test(name)) return 'yearTotal';
  if (/^(?:收入|支出)?合计数?$/.test(name)) return 'total';
  if (carriedNames.test(name)) return 'carried';
  return natureNames.test(name) ? 'nature' : 'item';
}

const carriedNames =
  /^(?:上年|年初|年末|年终|本年)[^拨基]{0,6}结[转余]|^(?:年初|年末|年终)(?:财政)?拨款结[转余]|^使用专用结余|^结转下年|^结转和结余|^使用非财政拨款|^动用.*结余|^结余分配|弥补收支差额|^上年.{0,6}结转/;

const natureNames =
  /^(?:基本支出|项目支出|经营支出|上缴上级支出|对附属单位补助支出|人员经费|公用经费|日常公用经费)$/;

/** What 基本支出 consists of. */
const basicNames = /^(?:人员经费|公用经费|日常公用经费)$/;

/**
 * The last row that belongs to the 其中 at `index`. In a numbered list that is all up to the next number; in a list
 * without numbers as many as make up the amount they are part of, or the row alone.
 */
function lastPart(named: readonly Named[], index: number, hasNumbers: boolean): number {
  if (hasNumbers) {
    const next = named.findIndex(
      ({ depth, name }, at) => at > index && (depth > 0 || kindOf(name) !== 'item'),
    );
    return next === -1 ? named.length - 1 : next - 1;
  }
  const whole = named[index - 1];
  const amount = whole === undefined ? null : amountOf(whole.row, 'amount');
  let sum = 0;
  for (let at = index; at < named.length; at += 1) {
    const one = named[at];
    if (one === undefined || (at > index && !one.isOfWhich && kindOf(one.name) !== 'item')) break;
    sum += amountOf(one.row, 'amount') ?? 0;
    if (sum === amount) return at;
  }
  return index;
}
