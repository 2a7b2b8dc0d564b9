import type { ProgressRow } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { notSummedText } from '../not-summed.ts';
import { concentrationOf, lagOf, lagShares, rankedUnits } from '../ranking.ts';
import { amountCell, progressCells, progressHeadings, progressWidths, rateCell } from './cells.ts';
import { dateLine, headRows, type LinkedSheet, type Page } from './page.ts';
import { placeCell } from './return-links.ts';
import { bannerRow, type CellPlan, gapRow, headingRow, type RowPlan } from './sheet-plan.ts';

/** 支出进度: every project of every unit, units in the order of their rates, within a unit the largest lag first. */
export function progressSheet(page: Page): LinkedSheet {
  const { labels } = page;
  const heads = labels.progress;
  const headings = [
    heads.number,
    heads.unit,
    heads.project,
    ...progressHeadings(labels),
    heads.lag,
    heads.lagShare,
    heads.reasonType,
    heads.reason,
    heads.projectCode,
    heads.place,
  ];
  const unitRows = new Map<string, number>();
  const rows: RowPlan[] = [
    ...headRows(page, labels.sheets.progress, dateLine(page), printed),
    headingRow(headings),
  ];
  const heading = rows.length;
  const shares = lagShares(page.report.progress);
  for (const project of inOrder(page)) {
    if (!unitRows.has(project.unit)) unitRows.set(project.unit, rows.length + 1);
    rows.push(projectRow(page, project, rows.length - heading + 1, shares.get(project)));
  }
  const last = rows.length;
  if (last === heading) rows.push(bannerRow('textCentred', labels.sentences.noProgress, headings.length, 24));
  // An empty row keeps the total out of the filter, which would otherwise grow over it and sort it away.
  else rows.push(gapRow(4), totalRow(page, headings.length), ...notSummedRow(page));

  return {
    unitRows,
    plan: {
      name: labels.sheets.progress,
      widths: [
        6,
        { min: 12, max: 18 },
        { min: 16, max: 30 },
        ...progressWidths,
        12,
        10,
        { min: 12, max: 16 },
        { min: 16, max: 30 },
        { min: 12, max: 26 },
        { min: 20, max: 80 },
      ],
      rows,
      frozen: { rows: heading, columns: 3 },
      titleRows: { first: heading, last: heading },
      ...(last > heading && {
        filter: { heading, last, columns: headings.length },
        bars: [{ column: 8, first: heading + 1, last }],
      }),
      // Codes and places are for matching on the screen; a page holds what is read.
      printColumns: printed,
      tab: '2F6DB5',
    },
  };
}

/** Columns up to the reason. */
const printed = 18;

function inOrder({ report }: Page): readonly ProgressRow[] {
  const order = new Map(rankedUnits(report.units).map(({ unit }, index) => [unit, index]));
  const rankOf = (row: ProgressRow) => order.get(row.unit) ?? order.size;
  return [...report.progress].sort((a, b) => rankOf(a) - rankOf(b) || lagOf(b) - lagOf(a));
}

function projectRow(page: Page, row: ProgressRow, number: number, share: number | undefined): RowPlan {
  const { labels } = page;
  const name = row.classified ? labels.progress.classified : (row.project.name ?? absent);
  const text = (value: string | null): CellPlan => ({
    value: row.classified ? absent : value || absent,
    style: 'text',
  });
  return {
    cells: [
      { value: number, style: 'textCentred' },
      { value: row.unit === '' ? labels.unknownUnit : row.unit, style: 'text' },
      { value: name, style: 'text' },
      ...progressCells(row, labels),
      amountCell(share === undefined ? null : lagOf(row)),
      rateCell(share ?? null),
      text(row.reasonType),
      text(row.reason),
      { value: row.project.code ?? absent, style: 'id' },
      placeCell(page, row.place),
    ],
  };
}

/** Why the total is less than the rows above it, where it is. */
function notSummedRow({ report, language }: Page): readonly RowPlan[] {
  const text = notSummedText(report, language);
  return text === null ? [] : [{ cells: [{ value: text, style: 'note', span: printed }] }];
}

function totalRow({ report, labels }: Page, columns: number): RowPlan {
  const cells: CellPlan[] = [
    { value: labels.total, style: 'total', span: 3 },
    ...progressCells(report.summary.total, labels, true),
    amountCell(concentrationOf(report.progress)?.amount ?? null, 'totalAmount'),
  ];
  cells.push({ value: null, style: 'total', span: printed - cells.length - 2 });
  cells.push({ value: null, style: 'total', span: columns - printed });
  return { cells, height: 22 };
}
