import type { GuaranteeRow } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { guaranteeShapes } from '../signs.ts';
import { amountCell, pointsCell, rateCell } from './cells.ts';
import { listSheet } from './list-sheet.ts';
import { dateLine, type Page } from './page.ts';
import { placeCell } from './return-links.ts';
import type { CellPlan, RowPlan, SheetPlan } from './sheet-plan.ts';
import type { Tone } from './styles.ts';

/** 三保: what each of the three guarantees needs, was given and has spent, unit by unit, and how far behind it is. */
export function guaranteesSheet(page: Page): SheetPlan {
  const { report, labels } = page;
  const heads = labels.guarantees;
  const rows = report.guarantees.map(
    (row, index): RowPlan => ({
      cells: [
        { value: index + 1, style: 'textCentred' },
        { value: row.unit || labels.unknownUnit, style: 'text' },
        { value: heads.kinds[row.kind], style: 'text' },
        amountCell(row.need),
        amountCell(row.arranged),
        amountCell(row.shortfall),
        amountCell(row.spent),
        rateCell(row.rate),
        rateCell(row.timeProgress),
        pointsCell(row),
        levelCell(page, row),
        placeCell(page, row.place),
      ],
    }),
  );
  const { plan } = listSheet(page, {
    name: labels.sheets.guarantees,
    about: aboutLine(page),
    columns: [
      [labels.progress.number, 6],
      [labels.progress.unit, { min: 14, max: 24 }],
      [heads.kind, 16],
      [heads.need, 14],
      [heads.arranged, 14],
      [heads.shortfall, 12],
      [heads.spent, 14],
      [heads.rate, 11],
      [labels.progress.timeProgress, 10],
      [labels.progress.gap, 11],
      [heads.level, { min: 11, max: 14 }],
      [labels.progress.place, { min: 20, max: 80 }],
    ],
    rows,
    totals: totalRows(page),
    none: heads.none,
    bars: 8,
    printed: 11, // up to the level
    tab: 'B7791F',
  });
  return plan;
}

/** Units, how many are short of what they need, how many guarantees are behind; and what the levels mean. */
function aboutLine(page: Page): string {
  const { report, labels } = page;
  const { guarantees } = report;
  const count = (rows: readonly GuaranteeRow[]) => new Set(rows.map(({ unit }) => unit)).size;
  const short = guarantees.filter(({ shortfall }) => shortfall !== null && shortfall > 0);
  const behind = guarantees.filter(({ level }) => level !== null && level !== 'green');
  return `${labels.guarantees.about(count(guarantees), count(short), behind.length)}　${dateLine(page)}`;
}

function levelCell({ labels }: Page, { level }: GuaranteeRow): CellPlan {
  if (level === null) return { value: absent, style: 'lamp.grey' };
  return {
    value: `${guaranteeShapes[level]} ${labels.guarantees.levels[level]}`,
    style: `lamp.${tones[level]}`,
  };
}

const tones = {
  green: 'green',
  yellow: 'yellow',
  red1: 'red',
  red2: 'red',
  red3: 'red',
} as const satisfies Record<NonNullable<GuaranteeRow['level']>, Tone>;

/** A total for each guarantee. A sum of which a part is not known is not given; a shortfall is never made up by others. */
function totalRows({ report, labels }: Page): readonly RowPlan[] {
  const heads = labels.guarantees;
  const kinds = ['livelihood', 'wages', 'operations'] as const;
  return kinds.flatMap((kind): RowPlan[] => {
    const rows = report.guarantees.filter((row) => row.kind === kind);
    if (rows.length === 0) return [];
    const known = rows.filter(({ arranged, spent }) => arranged !== null && spent !== null);
    const arranged = sumOf(known, 'arranged');
    const spent = sumOf(known, 'spent');
    const rate = arranged === null || arranged === 0 || spent === null ? null : spent / arranged;
    const needs = rows.some(({ need }) => need === null) ? null : sumOf(rows, 'need');
    const { timeProgress } = report.run;
    const left = known.length < rows.length ? heads.without(rows.length - known.length) : '';
    return [
      {
        cells: [
          { value: `${labels.total}${labels.colon}${heads.kinds[kind]}${left}`, style: 'total', span: 3 },
          amountCell(needs, 'totalAmount'),
          amountCell(arranged, 'totalAmount'),
          amountCell(sumOf(rows, 'shortfall'), 'totalAmount'),
          amountCell(spent, 'totalAmount'),
          rateCell(rate, 'totalRate'),
          rateCell(timeProgress, 'totalRate'),
          pointsCell({ rate, timeProgress }, 'totalPoints'),
          { value: null, style: 'total' },
          { value: null, style: 'total' },
        ],
        height: 22,
      },
    ];
  });
}

function sumOf(
  rows: readonly GuaranteeRow[],
  item: 'need' | 'arranged' | 'shortfall' | 'spent',
): number | null {
  const figures = rows.map((row) => row[item]).filter((figure) => figure !== null);
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0);
}
