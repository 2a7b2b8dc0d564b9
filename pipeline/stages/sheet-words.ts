import type { Sheet } from '../model/workbook.ts';
import { type FormLabels, formLabelsOn } from './find-form.ts';
import { type Band, type ColumnPath, isFigure, type LabelRow, pathsOf, wordHitsOf } from './heading-band.ts';
import { matchKnown, sameHeadings } from './known-headings.ts';
import { type ColumnMatches, matchColumnsAlike } from './match-columns.ts';
import { isOfFirm } from './other-sheets.ts';
import { type FoundTitle, fewCells, titlesOn } from './sheet-titles.ts';
import { type TurnedBlock, turnedBlocksOf } from './turned-table.ts';
import type { TableWords, Vocabulary } from './vocabulary.ts';

/** The words of a sheet, looked at once for all templates. */
export interface SheetWords {
  readonly sheet: Sheet;
  /** Of the sheet and of its file. */
  readonly names: readonly string[];
  readonly rows: readonly LabelRow[];
  readonly hits: readonly Uint16Array[];
  readonly titles: readonly FoundTitle[];
  readonly formLabels: FormLabels;
  readonly match: (paths: readonly ColumnPath[], table: TableWords) => ColumnMatches;
  readonly commonTerms: ReadonlySet<string>;
  readonly rowNames: Vocabulary['rowNames'];
  readonly isOfFirm: boolean;
  /** The column headings of a band; templates share bands. */
  pathsIn(band: Band): readonly ColumnPath[];
  /** The rows in which several labels have their figures right of them, looked for when first asked. */
  pairedRows(): readonly PairedRow[];
  /** Labels below each other with their figures beside them, looked for when first asked. */
  turnedBlocks(): readonly TurnedBlock[];
}

interface PairedRow {
  readonly row: number;
  readonly paths: readonly ColumnPath[];
}

export function sheetWordsOf(
  sheet: Sheet,
  rows: readonly LabelRow[],
  fileName: string,
  vocabulary: Vocabulary,
  by: 'equal' | 'alike',
): SheetWords {
  const known = new Map<string, readonly ColumnPath[]>();
  let paired: readonly PairedRow[] | undefined;
  let turned: readonly TurnedBlock[] | undefined;
  return {
    sheet,
    names: [sheet.name, fileName],
    rows,
    match: by === 'equal' ? matchKnown : matchColumnsAlike,
    hits: wordHitsOf(rows, vocabulary),
    titles: titlesOn(sheet, rows, fileName, vocabulary, by),
    commonTerms: vocabulary.commonTerms,
    rowNames: vocabulary.rowNames,
    isOfFirm: isOfFirm(rows),
    formLabels: formLabelsOn(rows, vocabulary.formLabels),
    pathsIn(band) {
      const key = `${band.first}:${band.last}`;
      const paths = known.get(key) ?? sameHeadings(pathsOf(sheet, band, titleYearAbove(rows, band)));
      known.set(key, paths);
      return paths;
    },
    pairedRows() {
      paired ??= rows.flatMap((one) => pairedRowOf(sheet, one));
      return paired;
    },
    turnedBlocks() {
      turned ??= turnedBlocksOf(sheet, rows);
      return turned;
    },
  };
}

/** The year a title above a heading names; null when none does. */
function titleYearAbove(rows: readonly LabelRow[], band: Band): number | null {
  for (const { row, cells } of rows) {
    if (row >= band.first) return null;
    for (const { label } of cells.slice(0, fewCells)) if (label.year !== null) return label.year;
  }
  return null;
}

function pairedRowOf(sheet: Sheet, { row, cells, figures }: LabelRow): readonly PairedRow[] {
  if (cells.length < 2 || figures < 2) return [];
  const paths = cells.flatMap(({ column, text, label }): readonly ColumnPath[] => {
    const merge = sheet.merges.find((one) => one.top === row && one.left === column);
    const value = (merge?.right ?? column) + 1;
    return isFigure(sheet.value(row, value))
      ? [{ column: value, labels: [label], written: text.replace(/\s+/g, ''), holds: 'figures' }]
      : [];
  });
  return paths.length < 2 ? [] : [{ row, paths }];
}
