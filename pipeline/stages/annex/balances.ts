import {
  type BalanceSide,
  type BudgetBalance,
  budgetBalances,
  nameOfItem,
} from '../../model/budget-balance.ts';
import { classOfWords } from '../../model/class-of-words.ts';
import type { Fact } from '../../model/facts.ts';
import { itemName } from '../../model/item-name.ts';
import { inUnit } from '../../model/money.ts';
import { periodOf } from '../../model/period.ts';
import type { AnnexLine } from '../../model/report.ts';
import { amountOf, type Row } from '../../model/submission.ts';
import type { Text } from '../../model/text.ts';
import { type AnnexDesk, claims, claimsNamed, type Section } from './desk.ts';
import { type Computed, moneyLines, rateLines } from './line.ts';
import { cellOf, changeRateOf, lessOf, rateOf, sumOfRows } from './sums.ts';

/** 收支预算、决算 (T13), a section a table: sources, functions, their sums and shares, the balance, change on last year. */
export function balanceSections(desk: AnnexDesk): readonly Section[] {
  const balances = balancesOf(desk);
  const needs = ['T13'] as const;
  if (balances.length === 0) return [{ code: 'balance', title: balanceTitle, needs, lines: [] }];
  return balances.map((balance): Section => {
    const { year, basis } = balance;
    const words = basisWords(basis);
    return {
      code: 'balance',
      title: { zh: `${year}年${words.zh}收支`, en: `${year} ${words.en}: revenue and expenditure` },
      needs,
      lines: [
        ...revenueLines(desk, balance),
        ...expenditureLines(desk, balance),
        ...moneyLines(
          { zh: '收支差额（收入总计 − 支出总计）', en: 'Balance (revenue − expenditure)' },
          lessOf(statedTotal(balance.revenue), statedTotal(balance.expenditure)),
          of(claims(desk, 'balance', year), basis),
        ),
        ...yearlyLines(balance, balances),
      ],
    };
  });
}

/** The expenditure of the year's budget, as its table states it; null where no budget was handed in. */
export function budgetOfYear(desk: AnnexDesk): Computed | null {
  const budget = balancesOf(desk).find(({ year, basis }) => year === desk.year && basis !== 'final');
  return budget === undefined ? null : statedTotal(budget.expenditure);
}

const balanceTitle: Text = { zh: '收支预算、决算', en: 'Budget and final accounts' };

function balancesOf({ dossier, year }: AnnexDesk): readonly BudgetBalance[] {
  return budgetBalances(dossier.submissions, periodOf(year, 12)).toSorted(
    (one, other) => other.year - one.year,
  );
}

function basisWords(basis: BudgetBalance['basis']): Text {
  if (basis === 'final') return { zh: '决算', en: 'final accounts' };
  return basis === 'budget' ? { zh: '预算', en: 'budget' } : { zh: '', en: '' };
}

/** Claims of a table's own basis: final accounts with final accounts and actual figures, budget with budget. */
function of(facts: readonly Fact[], basis: BudgetBalance['basis']): readonly Fact[] {
  return facts.filter(
    (fact) => fact.basis === null || basis === null || (fact.basis === 'budget') === (basis === 'budget'),
  );
}

function revenueLines(desk: AnnexDesk, { revenue, year, basis }: BudgetBalance): readonly AnnexLine[] {
  const fiscal = revenue.items.filter((row) => /一般公共|政府性基金|国有资本/.test(nameOfItem(row)));
  return [
    ...revenue.items.flatMap((row) => {
      const name = nameOfItem(row);
      const facts = /^其他收入/.test(name)
        ? claims(desk, 'otherRevenue', year)
        : claimsNamed(desk, (written) => isSameSource(written, name), year);
      return moneyLines({ zh: name, en: sourceInEnglish(name) }, cellOf(row, 'amount'), of(facts, basis));
    }),
    ...(fiscal.length < 2
      ? []
      : moneyLines(
          { zh: '财政拨款收入', en: 'Fiscal appropriations' },
          sumOfRows(fiscal, 'amount'),
          of(
            claimsNamed(desk, (written) => /^财政拨款收入/.test(written), year),
            basis,
          ),
        )),
    ...totalLines(
      { zh: '收入总计（各来源合计）', en: 'Total revenue (sum of sources)' },
      revenue,
      of(claims(desk, 'revenueTotal', year), basis),
    ),
  ];
}

function sourceInEnglish(name: string): string {
  return sources.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

const sources: readonly (readonly [RegExp, string])[] = [
  [/一般公共/, 'General public budget'],
  [/政府性基金/, 'Government-managed funds'],
  [/国有资本/, 'State capital operations'],
  [/财政专户/, 'Funds in special fiscal accounts'],
  [/其他收入/, 'Other revenue'],
];

function expenditureLines(
  desk: AnnexDesk,
  { expenditure, year, basis }: BudgetBalance,
): readonly AnnexLine[] {
  const whole = statedTotal(expenditure);
  const about = (row: Row, isShare: boolean) =>
    of(
      claimsNamed(
        desk,
        (written) => /占比|比重/.test(written) === isShare && isSameClass(written, nameOfItem(row)),
        year,
      ),
      basis,
    );
  return [
    ...expenditure.items.flatMap((row) =>
      moneyLines(classText(row), cellOf(row, 'amount'), about(row, false)),
    ),
    ...totalLines(
      { zh: '支出总计（各功能科目合计）', en: 'Total expenditure (sum of functions)' },
      expenditure,
      of(claims(desk, 'expenditureTotal', year), basis),
    ),
    ...expenditure.items.flatMap((row) => {
      const name = classText(row);
      return rateLines(
        { zh: `占比：${name.zh}`, en: `Share: ${name.en}` },
        rateOf(cellOf(row, 'amount'), whole),
        about(row, true),
      );
    }),
  ];
}

/** What a side adds up to, beside the claim; that the table's own total differs is said with it. */
function totalLines(item: Text, side: BalanceSide, facts: readonly Fact[]): readonly AnnexLine[] {
  const sum = sumOfRows([...side.items, ...(side.grandTotal === null ? [] : side.carried)], 'amount');
  const stated = statedTotal(side);
  const isSame = sum === null || stated === null || sum.value === stated.value;
  return moneyLines(
    item,
    sum,
    facts,
    isSame
      ? {}
      : {
          note: {
            zh: `表内总计填 ${inUnit(stated.value, '万元')}，与分项合计差 ${inUnit(sum.value - stated.value, '万元')}。`,
            en: `The table's own total is ${inUnit(stated.value, '万元')}.`,
          },
        },
  );
}

function statedTotal(side: BalanceSide): Computed | null {
  return cellOf(side.grandTotal ?? side.yearTotal, 'amount');
}

/** Each function against the year before, out of the table of that year; the same basis where there is one. */
function yearlyLines(balance: BudgetBalance, balances: readonly BudgetBalance[]): readonly AnnexLine[] {
  const earlier = balances.filter(({ year }) => year === balance.year - 1);
  const before = earlier.find(({ basis }) => basis === balance.basis) ?? earlier[0];
  if (before === undefined) return ownYearlyLines(balance);
  const words = basisWords(before.basis);
  const base = `${before.year}年${words.zh}`;
  const note: Text | null =
    before.basis === balance.basis
      ? null
      : { zh: `口径不同：与${base}比较，仅供参考。`, en: `Another basis (${words.en}); for information.` };
  const lineOf = (name: Text, now: Computed | null, then: Computed | null) =>
    rateLines(
      { zh: `较${base}增减率：${name.zh}`, en: `Change on ${before.year} ${words.en}: ${name.en}` },
      changeRateOf(now, then),
      [],
      { note },
    );
  return [
    ...lineOf(
      { zh: '支出总计', en: 'total expenditure' },
      statedTotal(balance.expenditure),
      statedTotal(before.expenditure),
    ),
    ...before.expenditure.items.flatMap((then) => {
      const now = balance.expenditure.items.find((row) => isSameClass(nameOfItem(row), nameOfItem(then)));
      const current = now === undefined ? nothing(then) : cellOf(now, 'amount');
      return lineOf(classText(then), current, cellOf(then, 'amount'));
    }),
  ];
}

/** A class the year has no row for was given nothing. */
function nothing(then: Row): Computed {
  return { value: 0, trace: '0.00', where: cellOf(then, 'amount')?.where ?? [] };
}

/** The change by the table's own column for last year. */
function ownYearlyLines({ expenditure }: BudgetBalance): readonly AnnexLine[] {
  return expenditure.items.flatMap((row) =>
    amountOf(row, 'lastYear') === null
      ? []
      : rateLines(
          { zh: `较上年增减率：${classText(row).zh}`, en: `Change on last year: ${classText(row).en}` },
          changeRateOf(cellOf(row, 'amount'), cellOf(row, 'lastYear')),
          [],
        ),
  );
}

function classText(row: Row): Text {
  const name = nameOfItem(row);
  return { zh: name, en: classOfWords(name)?.name.en ?? name };
}

function isSameClass(one: string, other: string): boolean {
  const plain = itemName(one).name.replace(/(?:占比|比重)$/, '');
  const known = classOfWords(plain);
  return known === undefined ? plain === itemName(other).name : known === classOfWords(other);
}

/** 一般公共预算拨款 of a narrative is the 一般公共预算财政拨款收入 of the table. */
function isSameSource(one: string, other: string): boolean {
  const plain = (words: string) => itemName(words).name.replace(/(?:财政)?拨款|管理资金|预算|收入$/g, '');
  return plain(one) !== '' && plain(one) === plain(other);
}
