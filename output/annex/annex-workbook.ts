import type { WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { labelsOf } from '../labels.ts';
import type { SheetPlan } from '../variance-workbook/sheet-plan.ts';
import { writeWorkbook } from '../variance-workbook/write-workbook.ts';
import { sheetNamesOf } from './sheet-names.ts';
import { summarySheet } from './summary-sheet.ts';
import { unitSheet } from './unit-sheet.ts';

/**
 * 「自评数据附表.xlsx」: every figure that the annual reports quote, worked out from the tables, beside what the
 * narratives say. 一览 with what disagrees, then a sheet a unit to print and annex to its report.
 */
export async function annexWorkbook(report: WrittenReport, language: Language): Promise<Uint8Array> {
  const { annex, product } = labelsOf(language);
  return await writeWorkbook(
    annexSheets(report, language),
    {
      title: annex.titleOf(report.annex[0]?.year ?? 0),
      creator: product,
      day: report.run.asOf,
      pageFooter: labelsOf(language).footer.page,
    },
    language,
  );
}

/** The sheets of the annex in their order. */
export function annexSheets(report: WrittenReport, language: Language): readonly SheetPlan[] {
  const labels = labelsOf(language);
  const names = sheetNamesOf(
    report.annex.map(({ unit }) => (unit === '' ? labels.unknownUnit : unit)),
    [labels.annex.summary],
  );
  const units = report.annex.map((annex, index) => unitSheet(annex, names[index] ?? '', language));
  return [summarySheet(report, units, language), ...units.map(({ plan }) => plan)];
}
