import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import type { Beside } from '../beside.ts';
import { type Labels, labelsOf } from '../labels.ts';
import { bannerRow, type CellPlan, type Link, type RowPlan, type SheetPlan } from './sheet-plan.ts';

/** What every sheet is made from. */
export interface Page {
  readonly report: WrittenReport;
  readonly language: Language;
  readonly labels: Labels;
  readonly beside: Beside;
}

/** A sheet, and the rows of it where units begin, for other sheets to link to. */
export interface LinkedSheet {
  readonly plan: SheetPlan;
  readonly unitRows: ReadonlyMap<string, number>;
}

/** What every sheet is written from. */
export function pageOf(report: WrittenReport, language: Language, beside: Beside): Page {
  return { report, language, labels: labelsOf(language), beside };
}

/** The period as a reader says it: 2023年6月. */
export function periodText({ report, labels }: Page): string {
  return labels.period(yearOf(report.run.period), monthOf(report.run.period));
}

/**
 * Rows every sheet but the first begins with: its name, and below it what it holds and a way back, in the first columns
 * where these are narrow, in a row of its own where they are not.
 */
export function headRows(
  page: Page,
  name: string,
  about: string,
  columns: number,
  backColumns: 0 | 2 = 2,
): readonly RowPlan[] {
  const { labels } = page;
  const back: Link = { sheet: labels.sheets.overview, row: 1 };
  const title = bannerRow('title', `${periodText(page)}${spaceOf(page)}${name}`, columns, 34);
  const way: CellPlan = { value: labels.back, style: 'back', link: back };
  if (backColumns === 0)
    return [title, bannerRow('subtitle', about, columns, 20), { cells: [way], height: 18 }];
  return [
    title,
    {
      cells: [
        { ...way, span: backColumns },
        { value: about, style: 'subtitle', span: columns - backColumns },
      ],
      height: 20,
    },
  ];
}

/** The date line under a title. */
export function dateLine({ report, labels }: Page): string {
  return [labels.asOf(report.run.asOf), labels.amountUnit].join('　');
}

function spaceOf({ language }: Page): string {
  return language === 'zh' ? '' : ' · ';
}
