import type { SharedTexts } from '../sheet-grid.ts';
import { parseRows } from './parse.ts';
import type { CsvSyntax } from './preflight.ts';

/**
 * The texts of a CSV's cells, cut out of the file's text when they are asked for.
 *
 * A large CSV has millions of cells: kept as strings they would cost many times the file. The rows parsed last are kept,
 * since cells are read row by row.
 */
export class RowTexts implements SharedTexts {
  private readonly source: string;
  private readonly rowStarts: readonly number[];
  private readonly syntax: CsvSyntax;
  private cachedFrom = -1;
  private cachedRows: readonly (readonly string[])[] = [];

  constructor(source: string, rowStarts: readonly number[], syntax: CsvSyntax) {
    this.source = source;
    this.rowStarts = rowStarts;
    this.syntax = syntax;
  }

  /** The index by which the grid asks for the text of a cell. */
  indexOf(row: number, column: number): number {
    return (row - 1) * columnsPerRow + column - 1;
  }

  text(index: number): string {
    const row = Math.floor(index / columnsPerRow);
    const from = row - (row % rowsAtOnce);
    if (from !== this.cachedFrom) {
      const to = Math.min(from + rowsAtOnce, this.rowStarts.length - 1);
      const text = this.source.slice(this.rowStarts[from], this.rowStarts[to]);
      this.cachedRows = parseRows(text, this.syntax) ?? [];
      this.cachedFrom = from;
    }
    return this.cachedRows[row - from]?.[index % columnsPerRow] ?? '';
  }
}

/** More than any row has columns. */
const columnsPerRow = 32_768;

/** So many rows are parsed and kept at a time. */
const rowsAtOnce = 64;
