import type { WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { absent, type Labels, labelsOf } from '../labels.ts';
import {
  bannerRow,
  type CellPlan,
  gapRow,
  headingRow,
  type RowPlan,
  type SheetPlan,
} from '../variance-workbook/sheet-plan.ts';
import { figureCell, verdictCell, verdictLooks, verdictOrder } from './annex-cells.ts';
import type { UnitSheet } from './unit-sheet.ts';

/** 一览: how many figures of each unit agree, what disagrees and must be put right, and what the verdicts mean. */
export function summarySheet(
  report: WrittenReport,
  units: readonly UnitSheet[],
  language: Language,
): SheetPlan {
  const labels = labelsOf(language);
  const words = labels.annex;
  const columns = widths.length;
  return {
    name: words.summary,
    widths,
    rows: [
      bannerRow('title', words.titleOf(report.annex[0]?.year ?? 0), columns, 34),
      bannerRow('subtitle', labels.asOf(report.run.asOf), columns, 20),
      gapRow(6),
      headingRow([
        words.unit,
        ...verdictOrder.map((verdict) => words.verdict[verdict]),
        words.missingTables,
        '',
      ]),
      ...units.map((unit) => unitRow(unit, language)),
      gapRow(8),
      bannerRow('section', words.toMend, columns, 22),
      ...toMend(units, language),
      gapRow(8),
      bannerRow('section', words.meaning, columns, 22),
      ...verdictOrder.map(
        (verdict): RowPlan => ({
          cells: [
            verdictCell(verdict, labels),
            { value: words.verdictMeaning[verdict], style: 'text', span: columns - 1 },
          ],
          height: 22,
        }),
      ),
    ],
    frozen: { rows: 2, columns: 0 },
    tab: 'A61B14',
  };
}

const widths = [26, 34, 14, 14, 9, 12, 14, 50];

function unitRow({ annex, plan }: UnitSheet, language: Language): RowPlan {
  const labels = labelsOf(language);
  const lines = annex.sections.flatMap((section) => section.lines);
  const missing = [...new Set(annex.sections.flatMap((section) => section.missing))];
  return {
    cells: [
      { value: annex.unit || labels.unknownUnit, style: 'link', link: { sheet: plan.name, row: 1 } },
      ...verdictOrder.map(
        (verdict): CellPlan => ({
          value: lines.filter((line) => line.verdict === verdict).length,
          style: verdict === 'differs' ? `state.${verdictLooks[verdict].tone}` : 'count',
        }),
      ),
      {
        value: missing.map((id) => labels.templates[id] ?? id).join(labels.and) || labels.none,
        style: 'text',
        span: 2,
      },
    ],
  };
}

/** What disagrees, unit by unit: the line, both figures, and where to look. */
function toMend(units: readonly UnitSheet[], language: Language): readonly RowPlan[] {
  const labels = labelsOf(language);
  const words = labels.annex;
  const rows = units.flatMap(({ annex, plan, rowOf }) =>
    annex.sections.flatMap(({ lines }) =>
      lines
        .filter(({ verdict }) => verdict === 'differs' || verdict === 'rounding')
        .map(
          (line): RowPlan => ({
            cells: [
              { value: annex.unit || labels.unknownUnit, style: 'text' },
              {
                value: line.item[language],
                style: 'link',
                link: { sheet: plan.name, row: rowOf.get(line) ?? 1 },
              },
              figureCell(line.computed),
              figureCell(line.stated),
              { value: line.unit[language] || absent, style: 'textCentred' },
              figureCell(line.difference),
              verdictCell(line.verdict, labels),
              { value: mendText(line.note?.[language] ?? null, line.trace, labels), style: 'text' },
            ],
          }),
        ),
    ),
  );
  if (rows.length === 0) return [bannerRow('text', words.nothingToMend, widths.length, 22)];
  const { item, computed, stated, unit, difference, verdict, note } = words.columns;
  return [headingRow([words.unit, item, computed, stated, unit, difference, verdict, note]), ...rows];
}

function mendText(note: string | null, trace: string | null, labels: Labels): string {
  return [trace, note].filter((part) => part !== null).join(labels.semicolon) || absent;
}
