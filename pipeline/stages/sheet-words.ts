import type { Sheet } from '../model/workbook.ts';
import { type FormLabels, formLabelsOn } from './find-form.ts';
import { type Band, type ColumnPath, type LabelRow, pathsOf, wordHitsOf } from './heading-band.ts';
import { type ColumnMatches, matchColumns, matchColumnsAlike } from './match-columns.ts';
import { type FoundTitle, fewCells, titlesOn } from './sheet-titles.ts';
import type { TableWords, Vocabulary } from './vocabulary.ts';

/** The words of a sheet, looked at once for all templates. */
export interface SheetWords {
  readonly sheet: Sheet;
  readonly rows: readonly LabelRow[];
  readonly hits: readonly Uint16Array[];
  readonly titles: readonly FoundTitle[];
  readonly formLabels: FormLabels;
  readonly match: (paths: readonly ColumnPath[], table: TableWords) => ColumnMatches;
  readonly commonTerms: ReadonlySet<string>;
  /** The column headings of a band; templates share bands. */
  pathsIn(band: Band): readonly ColumnPath[];
}

export function sheetWordsOf(
  sheet: Sheet,
  rows: readonly LabelRow[],
  fileName: string,
  vocabulary: Vocabulary,
  by: 'equal' | 'alike',
): SheetWords {
  const known = new Map<string, readonly ColumnPath[]>();
  return {
    sheet,
    rows,
    match: by === 'equal' ? matchColumns : matchColumnsAlike,
    hits: wordHitsOf(rows, vocabulary),
    titles: titlesOn(sheet, rows, fileName, vocabulary, by),
    commonTerms: vocabulary.commonTerms,
    formLabels: formLabelsOn(rows, vocabulary.formLabels),
    pathsIn(band) {
      const key = `${band.first}:${band.last}`;
      const paths = known.get(key) ?? pathsOf(sheet, band, titleYearAbove(rows, band));
      known.set(key, paths);
      return paths;
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
