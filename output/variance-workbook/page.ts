import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { RunReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { type Labels, labelsOf } from '../labels.ts';
import { bannerRow, type Link, type RowPlan, type SheetPlan } from './sheet-plan.ts';

/** What every sheet is made from. */
export interface Page {
  readonly report: RunReport;
  readonly language: Language;
  readonly labels: Labels;
}

/** A sheet, and the rows of it where units begin, for other sheets to link to. */
export interface LinkedSheet {
  readonly plan: SheetPlan;
  readonly unitRows: ReadonlyMap<string, number>;
}

export function pageOf(report: RunReport, language: Language): Page {
  return { report, language, labels: labelsOf(language) };
}

/** The period as a reader says it: 2023年6月. */
export function periodText({ report, labels }: Page): string {
  return labels.period(yearOf(report.run.period), monthOf(report.run.period));
}

/** Rows every sheet but the first begins with: its name, and below it what it holds and a way back. */
export function headRows(page: Page, name: string, about: string, columns: number): readonly RowPlan[] {
  const { labels } = page;
  const back: Link = { sheet: labels.sheets.overview, row: 1 };
  return [
    bannerRow('title', `${periodText(page)}${spaceOf(page)}${name}`, columns, 34),
    {
      cells: [
        { value: labels.back, style: 'back', link: back, span: 2 },
        { value: about, style: 'subtitle', span: columns - 2 },
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
