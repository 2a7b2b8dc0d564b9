import type { Annex, AnnexLine, AnnexSection } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { absent, type Labels, labelsOf } from '../labels.ts';
import {
  bannerRow,
  type CellPlan,
  headingRow,
  type RowPlan,
  type SheetPlan,
} from '../variance-workbook/sheet-plan.ts';
import { figureCell, verdictCell, verdictOrder } from './annex-cells.ts';

/** A unit's annex, with the row of every line for the summary to lead to. */
export interface UnitSheet {
  readonly annex: Annex;
  readonly plan: SheetPlan;
  readonly rowOf: ReadonlyMap<AnnexLine, number>;
}

/** One unit's annex: section by section what is quoted, how it is worked out, both figures, verdict and cells. */
export function unitSheet(annex: Annex, name: string, language: Language): UnitSheet {
  const labels = labelsOf(language);
  const words = labels.annex;
  const headings = Object.values(words.columns);
  const rows: RowPlan[] = [
    bannerRow('title', words.titleOf(annex.year), headings.length, 34),
    bannerRow(
      'subtitle',
      `${annex.unit === '' ? labels.unknownUnit : annex.unit}　${countsText(annex, labels)}`,
      headings.length,
      20,
    ),
    headingRow(headings),
  ];
  const heading = rows.length;
  const rowOf = new Map<AnnexLine, number>();
  const sheets = filesBySheet(annex);
  for (const section of annex.sections) {
    rows.push(sectionRow(section, headings.length, language));
    for (const line of section.lines) {
      rowOf.set(line, rows.length + 1);
      rows.push({ cells: lineCells(line, sheets, language) });
    }
  }
  return {
    annex,
    rowOf,
    plan: {
      name,
      widths: [36, 34, 13, 13, 8, 11, 14, 34, 44],
      rows,
      frozen: { rows: heading, columns: 1 },
      titleRows: { first: heading, last: heading },
      tab: '1B4F8A',
    },
  };
}

/** 不一致 6，尾差 2，表内无数 24，… */
function countsText({ sections }: Pick<Annex, 'sections'>, labels: Labels): string {
  const lines = sections.flatMap((section) => section.lines);
  return verdictOrder
    .map((verdict) => ({
      word: labels.annex.verdict[verdict],
      count: lines.filter((line) => line.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word} ${count}`)
    .join(labels.and);
}

function sectionRow(section: AnnexSection, columns: number, language: Language): RowPlan {
  const labels = labelsOf(language);
  const missing = section.missing.map((id) => labels.templates[id] ?? id);
  const wanting = missing.length === 0 ? '' : labels.annex.missing(missing.join(labels.and));
  const text = [section.title[language], countsText({ sections: [section] }, labels), wanting]
    .filter((part) => part !== '')
    .join('　');
  return bannerRow('group', text, columns, 22);
}

function lineCells(line: AnnexLine, sheets: FilesBySheet, language: Language): readonly CellPlan[] {
  const labels = labelsOf(language);
  const text = (value: string | null): CellPlan => ({ value: value || absent, style: 'text' });
  return [
    text(line.item[language]),
    text(line.trace),
    figureCell(line.computed),
    figureCell(line.stated),
    { value: line.unit[language] || absent, style: 'textCentred' },
    figureCell(line.difference),
    verdictCell(line.verdict, labels),
    text(sourcesText(line, sheets, labels)),
    { value: line.note?.[language] ?? '', style: 'text' },
  ];
}

/** The files in which there is a sheet of a name: Sheet1 tells nobody where to look. */
type FilesBySheet = ReadonlyMap<string, ReadonlySet<string>>;

function filesBySheet({ sections }: Annex): FilesBySheet {
  const files = new Map<string, Set<string>>();
  for (const { sheet, file } of sections.flatMap(({ lines }) => lines.flatMap(placesOf))) {
    const own = files.get(sheet ?? '') ?? new Set();
    files.set(sheet ?? '', own.add(file));
  }
  return files;
}

/** The cells of the tables, then that of the narrative. */
function placesOf({ where, statedAt }: AnnexLine): AnnexLine['where'] {
  return statedAt === null ? where : [...where, statedAt];
}

/** `支出进度!I6、I57`, a sheet a line; with its file where several have a sheet of that name. */
function sourcesText(line: AnnexLine, sheets: FilesBySheet, labels: Labels): string {
  const bySheet = new Map<string, string[]>();
  for (const { sheet, file, cell } of placesOf(line)) {
    const isClear = sheet !== null && sheets.get(sheet)?.size === 1;
    const name = isClear ? sheet : [fileName(file), sheet].filter((part) => part !== null).join(' ');
    const cells = bySheet.get(name) ?? [];
    if (cell !== null && !cells.includes(cell)) cells.push(cell);
    bySheet.set(name, cells);
  }
  return [...bySheet].map(([name, cells]) => `${name}!${cells.join(labels.and)}`).join('\n');
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
