import type { Fen } from '../../pipeline/model/money.ts';
import type { ProgressRow } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { notSummedText } from '../not-summed.ts';
import { picked } from '../picked.ts';
import { projectsIn } from '../projects.ts';
import { concentrationOf, lagShares, rankedUnits } from '../ranking.ts';
import { amountCell, progressCells, progressColumns, rateCell } from './cells.ts';
import { type List, listSheet } from './list-sheet.ts';
import { dateLine, type LinkedSheet, type Page } from './page.ts';
import { placeCell } from './return-links.ts';
import { type CellPlan, type RowPlan, rowsOf } from './sheet-plan.ts';

/** 支出进度: every project of every unit, units in the order of their rates, within a unit the largest lag first. */
export function progressSheet(page: Page): LinkedSheet {
  const { labels } = page;
  const heads = labels.progress;
  const shares = lagShares(page.report.progress);
  const { progress } = page.report;
  const { units, lags } = projectsIn(progress);
  const indexes = inOrder(page);
  const columns: List['columns'] = [
    [heads.number, 6],
    [heads.unit, { min: 12, max: 18 }],
    [heads.project, { min: 16, max: 30 }],
    ...progressColumns(labels),
    [heads.lag, 12],
    [heads.lagShare, 10],
    [heads.reasonType, { min: 12, max: 16 }],
    [heads.reason, { min: 16, max: 30 }],
    [heads.projectCode, { min: 12, max: 26 }],
    [heads.place, { min: 20, max: 80 }],
  ];
  const { plan, firstRow } = listSheet(page, {
    name: labels.sheets.progress,
    about: dateLine(page),
    columns,
    rows: rowsOf(picked(progress, indexes), (row, place) => {
      const index = indexes[place] ?? -1;
      return projectRow(page, row, place + 1, lags[index] ?? 0, shares.get(index));
    }),
    totals: [totalRow(page, columns.length), ...notSummedRow(page)],
    none: labels.sentences.noProgress,
    bars: 8,
    printed, // codes and places are for matching on the screen; a page holds what is read
    tab: '2F6DB5',
  });
  const unitRows = new Map<string, number>();
  for (const [place, index] of indexes.entries()) {
    const unit = units[index] ?? '';
    if (!unitRows.has(unit)) unitRows.set(unit, firstRow + place);
  }
  return { unitRows, plan };
}

/** Columns up to the reason. */
const printed = 18;

/** The projects' indexes in the order of the sheet. */
function inOrder({ report }: Page): Uint32Array {
  const { units, lags } = projectsIn(report.progress);
  const order = new Map(rankedUnits(report.units).map(({ unit }, index) => [unit, index]));
  const ranks = Uint32Array.from(units, (unit) => order.get(unit) ?? order.size);
  const at = (numbers: Uint32Array | Float64Array, index: number) => numbers[index] ?? 0;
  return Uint32Array.from(units.keys()).sort(
    (one, other) => at(ranks, one) - at(ranks, other) || at(lags, other) - at(lags, one) || one - other,
  );
}

function projectRow(
  page: Page,
  row: ProgressRow,
  number: number,
  lag: Fen,
  share: number | undefined,
): RowPlan {
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
      amountCell(share === undefined ? null : lag),
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
