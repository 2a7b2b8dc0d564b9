import { inWan } from '../../pipeline/model/money.ts';
import type { FindingColumn } from '../finding-columns.ts';
import { findingsByUnit, placesIn, toCorrect, toExplain } from '../ranking.ts';
import { findingCell, type ListColumn, withOpen } from './findings-sheet.ts';
import { headRows, type LinkedSheet, type Page } from './page.ts';
import { bannerRow, headingRow, type RowPlan, type WidthLimits } from './sheet-plan.ts';

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
  const title = kind === 'returned' ? labels.sentences.returnedTitle : labels.sentences.explainTitle;
  const unread = new Set(report.units.filter(({ state }) => state === 'unread').map(({ unit }) => unit));
  const ofThemUnread = kind === 'returned' ? groups.filter(({ unit }) => unread.has(unit)).length : 0;
  const count = `${title(groups.length, placesIn(findings))}${ofThemUnread > 0 ? labels.sentences.ofThemUnread(ofThemUnread) : ''}`;
  const span = columns.length + 1;
  const rows: RowPlan[] = [
    ...headRows(page, labels.sheets[kind], `${count}　${labels.sentences.orderByUnit}`, span),
    headingRow([labels.progress.number, ...columns.map((column) => labels.finding[column])]),
  ];
  const heading = rows.length;
  const unitRows = new Map<string, number>();
  for (const group of groups) {
    unitRows.set(group.unit, rows.length + 1);
    const unit = group.unit === '' ? labels.unknownUnit : group.unit;
    rows.push(
      bannerRow(
        'group',
        labels.sentences.groupOf(
          unit,
          placesIn(group.findings),
          group.atStake === 0 ? '' : inWan(group.atStake),
        ),
        span,
        24,
      ),
    );
    for (const [index, finding] of group.findings.entries()) {
      const cells = columns.map((column) => findingCell(page, finding, column, ruleRows));
      rows.push({ cells: [{ value: index + 1, style: 'textCentred' }, ...cells], outline: 1 });
    }
  }
  if (groups.length === 0) {
    const none = kind === 'returned' ? labels.sentences.noReturned : labels.sentences.noExplain;
    rows.push(bannerRow('textCentred', none, span, 24));
  }
  return {
    unitRows,
    plan: {
      name: labels.sheets[kind],
      widths: [6, ...columns.map((column) => widths[column] ?? 12)],
      rows,
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
