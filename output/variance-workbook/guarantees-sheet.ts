import type { GuaranteeRow } from '../../pipeline/model/report.ts';
import { absent, guaranteeShapes } from '../labels.ts';
import { amountCell, pointsCell, rateCell } from './cells.ts';
import { dateLine, headRows, type Page } from './page.ts';
import { placeCell } from './return-links.ts';
import { bannerRow, type CellPlan, gapRow, headingRow, type RowPlan, type SheetPlan } from './sheet-plan.ts';
import type { Tone } from './styles.ts';

/** 三保: what each of the three guarantees needs, was given and has spent, unit by unit, and how far behind it is. */
export function guaranteesSheet(page: Page): SheetPlan {
  const { report, labels } = page;
  const heads = labels.guarantees;
  const headings = [
    labels.progress.number,
    labels.progress.unit,
    heads.kind,
    heads.need,
    heads.arranged,
    heads.shortfall,
    heads.spent,
    heads.rate,
    labels.progress.timeProgress,
    labels.progress.gap,
    heads.level,
    labels.progress.place,
  ];
  const rows: RowPlan[] = [
    ...headRows(page, labels.sheets.guarantees, aboutLine(page), printed),
    headingRow(headings),
  ];
  const heading = rows.length;
  for (const [index, row] of report.guarantees.entries()) {
    rows.push({
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
    });
  }
  const last = rows.length;
  if (last === heading) rows.push(bannerRow('textCentred', heads.none, printed, 24));
  else rows.push(gapRow(4), ...totalRows(page));
  return {
    name: labels.sheets.guarantees,
    widths: [
      6,
      { min: 14, max: 24 },
      16,
      14,
      14,
      12,
      14,
      11,
      10,
      11,
      { min: 11, max: 14 },
      { min: 20, max: 80 },
    ],
    rows,
    frozen: { rows: heading, columns: 3 },
    titleRows: { first: heading, last: heading },
    ...(last > heading && {
      filter: { heading, last, columns: headings.length },
      bars: [{ column: 8, first: heading + 1, last }],
    }),
    printColumns: printed,
    tab: 'B7791F',
  };
}

/** Columns up to the level: places are for the screen. */
const printed = 11;

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
