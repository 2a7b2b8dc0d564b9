import type { DirectFundRow } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { amountCell, lampCell, rateCell } from './cells.ts';
import { listSheet } from './list-sheet.ts';
import { dateLine, type Page } from './page.ts';
import { placeCell } from './return-links.ts';
import type { CellPlan, RowPlan, SheetPlan } from './sheet-plan.ts';

/** 直达资金: every direct-transfer fund with what was allotted, distributed and spent, and the days left to spend it. */
export function directFundsSheet(page: Page): SheetPlan {
  const { report, labels } = page;
  const heads = labels.directFunds;
  const { plan } = listSheet(page, {
    name: labels.sheets.directFunds,
    about: aboutLine(page),
    columns: [
      [labels.progress.number, 6],
      [labels.progress.unit, { min: 14, max: 22 }],
      [heads.fund, { min: 18, max: 32 }],
      [heads.document, { min: 12, max: 22 }],
      [heads.allotted, 13],
      [heads.distributed, 13],
      [heads.spent, 13],
      [heads.unspent, 13],
      [heads.rate, 11],
      [heads.deadline, 12],
      [heads.daysLeft, { min: 11, max: 15 }],
      [labels.progress.lamp, { min: 9, max: 12 }],
      [heads.reason, { min: 16, max: 30 }],
      [labels.progress.place, { min: 20, max: 80 }],
    ],
    rows: mostUrgentFirst(report.directFunds).map((row, index) => fundRow(page, row, index + 1)),
    totals: [totalRow(page)],
    none: heads.none,
    bars: 9,
    printed: 13, // up to the reason
    tab: '2F6DB5',
  });
  return plan;
}

function aboutLine(page: Page): string {
  const { report, labels } = page;
  const overdue = report.directFunds.filter(isOverdue);
  const near = report.directFunds.filter(
    (row) => !isOverdue(row) && (row.lamp === 'red' || row.lamp === 'yellow'),
  );
  const count = (rows: readonly DirectFundRow[]) => rows.reduce((sum, row) => sum + row.count, 0);
  return `${labels.directFunds.about(count(report.directFunds), count(overdue), count(near))}　${dateLine(page)}`;
}

function isOverdue({ daysLeft, unspent }: DirectFundRow): boolean {
  return daysLeft !== null && daysLeft <= 0 && unspent !== null && unspent > 0;
}

/** By lamp, what is summed up behind what is listed, then by what is unspent; the report's order where all are equal. */
function mostUrgentFirst(funds: readonly DirectFundRow[]): readonly DirectFundRow[] {
  const urgency = ({ lamp }: DirectFundRow) =>
    lamp === 'red' ? 0 : lamp === 'yellow' ? 1 : lamp === null ? 2 : 3;
  return [...funds].sort(
    (a, b) =>
      urgency(a) - urgency(b) ||
      Number(a.count > 1) - Number(b.count > 1) ||
      (b.unspent ?? 0) - (a.unspent ?? 0),
  );
}

function fundRow(page: Page, row: DirectFundRow, number: number): RowPlan {
  const { labels } = page;
  const text = (value: string | null): CellPlan => ({ value: value || absent, style: 'text' });
  return {
    cells: [
      { value: number, style: 'textCentred' },
      text(row.unit || labels.unknownUnit),
      text(nameOf(row, labels)),
      text(row.document),
      amountCell(row.allotted),
      amountCell(row.distributed),
      amountCell(row.spent),
      amountCell(row.unspent),
      rateCell(row.rate),
      { value: row.deadline ?? absent, style: 'textCentred' },
      { value: daysText(page, row), style: 'textCentred' },
      lampCell(row.lamp, labels),
      text(row.reason),
      placeCell(page, row.place),
    ],
  };
}

function nameOf({ fund, count, classified }: DirectFundRow, labels: Page['labels']): string | null {
  if (count > 1) return labels.directFunds.others(count);
  return classified ? labels.progress.classified : fund;
}

/** Days in words, for a negative number says nothing; — once all is spent or no deadline is known. */
function daysText({ labels }: Page, { daysLeft, unspent }: DirectFundRow): string {
  if (daysLeft === null || unspent === 0) return absent;
  return daysLeft > 0 ? labels.directFunds.left(daysLeft) : labels.directFunds.overdue(-daysLeft);
}

/** Sums over the funds whose amounts are known; the rate over those of which both are. */
function totalRow({ report, labels }: Page): RowPlan {
  const sum = (item: 'allotted' | 'distributed' | 'spent' | 'unspent') => {
    const figures = report.directFunds.map((row) => row[item]).filter((figure) => figure !== null);
    return figures.length === 0 ? null : figures.reduce((total, figure) => total + figure, 0);
  };
  const both = report.directFunds.filter(({ allotted, spent }) => allotted !== null && spent !== null);
  const allotted = both.reduce((total, row) => total + (row.allotted ?? 0), 0);
  const spent = both.reduce((total, row) => total + (row.spent ?? 0), 0);
  return {
    cells: [
      { value: labels.total, style: 'total', span: 4 },
      amountCell(sum('allotted'), 'totalAmount'),
      amountCell(sum('distributed'), 'totalAmount'),
      amountCell(sum('spent'), 'totalAmount'),
      amountCell(sum('unspent'), 'totalAmount'),
      rateCell(allotted === 0 ? null : spent / allotted, 'totalRate'),
      { value: null, style: 'total', span: 4 },
      { value: null, style: 'total' },
    ],
    height: 22,
  };
}
