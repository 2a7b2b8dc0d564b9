import { inWan } from '../../pipeline/model/money.ts';
import type { Finding } from '../../pipeline/model/report.ts';
import type { FindingColumn } from '../finding-columns.ts';
import { findingsByUnit, toCorrect, toExplain } from '../ranking.ts';
import { findingCell, type ListColumn, withOpen } from './findings-sheet.ts';
import { headRows, type LinkedSheet, type Page } from './page.ts';
import { bannerRow, headingRow, joinedRows, type RowPlan, rowsOf, type WidthLimits } from './sheet-plan.ts';

/** 退回错误 and 需说明: the same findings as in 异常, unit by unit, to print and hand to each unit. */
export function unitFindingsSheet(
  page: Page,
  kind: 'returned' | 'explain',
  ruleRows: ReadonlyMap<string, number>,
): LinkedSheet {
  const { report, labels } = page;
  const columns = withOpen(page, kind === 'returned' ? returnedColumns : explainColumns);
  const findings = kind === 'returned' ? toCorrect(report) : toExplain(report);
  const groups = findingsByUnit(findings);
  const places = groups.reduce((sum, group) => sum + group.places, 0);
  const title = kind === 'returned' ? labels.sentences.returnedTitle : labels.sentences.explainTitle;
  const unread = new Set(report.units.filter(({ state }) => state === 'unread').map(({ unit }) => unit));
  const ofThemUnread = kind === 'returned' ? groups.filter(({ unit }) => unread.has(unit)).length : 0;
  const count = `${title(groups.length, places)}${ofThemUnread > 0 ? labels.sentences.ofThemUnread(ofThemUnread) : ''}`;
  const span = columns.length + 1;
  const head = [
    ...headRows(page, labels.sheets[kind], `${count}　${labels.sentences.orderByUnit}`, span),
    headingRow([labels.progress.number, ...columns.map((column) => labels.finding[column])]),
  ];
  const heading = head.length;
  const unitRows = new Map<string, number>();
  let row = heading + 1;
  for (const group of groups) {
    unitRows.set(group.unit, row);
    row += 1 + group.findings.length;
  }
  const unitBanner = ({ unit, places: own, atStake }: (typeof groups)[number]): RowPlan => {
    const name = unit === '' ? labels.unknownUnit : unit;
    const money = atStake === 0 ? '' : inWan(atStake);
    return bannerRow('group', labels.sentences.groupOf(name, own, money), span, 24);
  };
  const findingRow = (finding: Finding, index: number): RowPlan => {
    const cells = columns.map((column) => findingCell(page, finding, column, ruleRows));
    return { cells: [{ value: index + 1, style: 'textCentred' }, ...cells], outline: 1 };
  };
  const none = kind === 'returned' ? labels.sentences.noReturned : labels.sentences.noExplain;
  const body =
    groups.length === 0
      ? [[bannerRow('textCentred', none, span, 24)]]
      : groups.flatMap((group) => [rowsOf([group], unitBanner), rowsOf(group.findings, findingRow)]);
  return {
    unitRows,
    plan: {
      name: labels.sheets[kind],
      widths: [6, ...columns.map((column) => widths[column] ?? 12)],
      rows: joinedRows([head, ...body]),
      frozen: { rows: heading, columns: 0 },
      titleRows: { first: heading, last: heading },
      tab: kind === 'returned' ? 'A61B14' : 'B7791F',
    },
  };
}

const returnedColumns = [
  'project',
  'problem',
  'remedy',
  'place',
  'value',
  'expected',
  'difference',
  'atStake',
  'rule',
] as const satisfies readonly FindingColumn[];

const explainColumns = [
  'project',
  'problem',
  'remedy',
  'place',
  'value',
  'expected',
  'difference',
  'atStake',
  'explanation',
  'rule',
] as const satisfies readonly FindingColumn[];

const widths: Partial<Record<ListColumn, number | WidthLimits>> = {
  project: { min: 14, max: 28 },
  problem: 42,
  remedy: 32,
  place: { min: 18, max: 30 },
  open: 7,
  value: { min: 10, max: 16 },
  expected: { min: 10, max: 16 },
  difference: { min: 10, max: 18 },
  explanation: { min: 16, max: 28 },
  rule: 9,
};
