import type { AnnexLine } from '../../model/report.ts';
import type { Text } from '../../model/text.ts';
import {
  type ExpenseColumn,
  type ExpenseItem,
  expenseItemNames,
  expenseItemOf,
  expenseItems,
  type ThreePublic,
  threePublicOf,
} from '../../model/three-public.ts';
import { type AnnexDesk, claims, claimsNamed, type Section, sheetsOf } from './desk.ts';
import { type Computed, moneyLines, rateLines } from './line.ts';
import { cellTerm, changeRateOf, lessOf } from './sums.ts';

/** “三公”经费 (T09): budget, spending and last year of every item, and the change in all. */
export function publicExpensesSection(desk: AnnexDesk): Section {
  const [sheet] = sheetsOf(desk, 'T09').flatMap(threePublicOf);
  return {
    code: 'publicExpenses',
    title: { zh: '“三公”经费', en: 'Three public expenses' },
    needs: ['T09'],
    lines: [
      ...expenseItemNames.flatMap((item) => itemLines(desk, sheet ?? null, item)),
      ...changeLines(desk, sheet ?? null),
    ],
  };
}

const yearly = [
  { column: 'budget', ago: 0, basis: 'budget', name: { zh: '本年预算', en: 'budget' } },
  { column: 'actual', ago: 0, basis: 'actual', name: { zh: '本年支出', en: 'spent' } },
  { column: 'lastBudget', ago: 1, basis: 'budget', name: { zh: '上年预算', en: 'budget last year' } },
  { column: 'lastActual', ago: 1, basis: 'actual', name: { zh: '上年决算', en: 'spent last year' } },
] as const satisfies readonly {
  readonly column: ExpenseColumn;
  readonly ago: number;
  readonly basis: 'budget' | 'actual';
  readonly name: Text;
}[];

function itemLines(desk: AnnexDesk, sheet: ThreePublic | null, item: ExpenseItem): readonly AnnexLine[] {
  return yearly.flatMap(({ column, ago, basis, name }) => {
    const year = desk.year - ago;
    const facts =
      item === 'total'
        ? claims(desk, 'threePublic', year, basis)
        : claimsNamed(desk, (written) => expenseItemOf(stem(written)) === item, year, basis);
    const own = expenseItems[item];
    return moneyLines(
      { zh: `${own.zh}：${name.zh}`, en: `${own.en}: ${name.en}` },
      figureOf(sheet, item, column),
      facts,
    );
  });
}

/** The change in all, spending with spending where both years give it, else budget with budget. */
function changeLines(desk: AnnexDesk, sheet: ThreePublic | null): readonly AnnexLine[] {
  const [now, before] = (
    [
      ['actual', 'lastActual'],
      ['budget', 'lastBudget'],
    ] as const
  )
    .map((pair) => pair.map((column) => figureOf(sheet, 'total', column)))
    .find((pair) => pair.every((figure) => figure !== null)) ?? [null, null];
  const words = claimsNamed(
    desk,
    (written) => /三公/.test(written) && /变化|变动|增减|增加|减少|较上年|比上年/.test(written),
    desk.year,
  );
  const isRate = (written: string) => /率|幅度|%/.test(written);
  return [
    ...moneyLines(
      { zh: '“三公”经费合计：较上年增减额', en: 'All three: change on last year' },
      lessOf(now ?? null, before ?? null),
      words.filter(({ written }) => !isRate(written)),
    ),
    ...rateLines(
      { zh: '“三公”经费合计：较上年增减率', en: 'All three: rate of change' },
      changeRateOf(now ?? null, before ?? null),
      words.filter(({ written }) => isRate(written)),
    ),
  ];
}

function figureOf(sheet: ThreePublic | null, item: ExpenseItem, column: ExpenseColumn): Computed | null {
  const cell = sheet?.cell(item, column) ?? null;
  if (cell === null || cell.fen === null) return null;
  return { value: cell.fen, trace: cellTerm(cell.row, cell.field, cell.fen), where: [cell.place] };
}

/** 公务接待费 of 公务接待费预算. */
function stem(written: string): string {
  return written.replace(/(?:预算|决算|执行|支出|实际)数?$/, '');
}
