import type { Range, Sheet, Span, Validation } from '../../model/workbook.ts';
import { parseRange, parseRanges } from './cell-range.ts';
import { giveUp } from './refusal-error.ts';
import { Token, type XmlScanner } from './xml-scanner.ts';

/** What a sheet has besides cells, as ranges that are never expanded. */
type Shape = Pick<Sheet, 'merges' | 'hiddenRows' | 'hiddenColumns' | 'validations'>;

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** Collects merges, hidden rows and columns, and validations while a sheet is scanned. */
export class SheetSurroundings {
  private readonly scanner: XmlScanner;
  private readonly sheet: string;
  private readonly merges: Range[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenColumns: Span[] = [];
  private readonly validations: Validation[] = [];
  /** Whether rows that the file does not mention are hidden. */
  private hidesOtherRows = false;

  constructor(scanner: XmlScanner, sheet: string) {
    this.scanner = scanner;
    this.sheet = sheet;
  }

  finish(lastScannedRow: number): Shape {
    if (this.hidesOtherRows) this.hideRows(lastScannedRow + 1, lastRow);
    const { merges, validations } = this;
    return {
      merges,
      hiddenRows: ascending(this.hiddenRows),
      hiddenColumns: ascending(this.hiddenColumns),
      validations,
    };
  }

  /** Reads `<sheetFormatPr>`. */
  readDefaults(): void {
    this.hidesOtherRows = this.scanner.flag('zeroHeight');
  }

  /** Notes a row and the gap before it. */
  passRow(before: number, row: number, isHidden: boolean): void {
    if (this.hidesOtherRows) this.hideRows(before + 1, row - 1);
    if (isHidden) this.hideRows(row, row);
  }

  /** Reads `<col>`, which stands for a run of columns. */
  readColumns(): void {
    if (!this.scanner.flag('hidden')) return;
    const first = Number(this.scanner.attribute('min') ?? Number.NaN);
    const last = Number(this.scanner.attribute('max') ?? Number.NaN);
    if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last < first) this.refuse('col');
    this.hiddenColumns.push({ first, last: Math.min(last, lastColumn) });
  }

  /** Reads `<mergeCell>`. */
  readMerge(): void {
    this.merges.push(parseRange(this.scanner.attribute('ref') ?? '') ?? this.refuse('mergeCell'));
  }

  /**
   * Reads a drop-down or other validation, that of the main namespace or the extension whose lists may lie on other
   * sheets; false when the bytes end within.
   */
  readValidation(): boolean {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    const type = scanner.attribute('type') ?? 'none';
    let places = scanner.attribute('sqref');
    let formula: string | null = null;
    for (;;) {
      const token = scanner.next();
      if (token === Token.more) return false;
      if (token === Token.close && scanner.depth === outside) break;
      if (token !== Token.open) continue;
      const isFormula =
        scanner.tag === 'formula1' || (scanner.tag === 'xm:f' && scanner.parent === 'x14:formula1');
      if (!isFormula && scanner.tag !== 'xm:sqref') continue;
      const content = scanner.readContent();
      if (content === null) return false;
      if (isFormula) formula = content;
      else places = content;
    }
    this.validations.push({ ranges: parseRanges(places ?? ''), type, formula });
    return true;
  }

  private hideRows(first: number, last: number): void {
    if (first > last) return;
    const previous = this.hiddenRows.at(-1);
    if (previous === undefined || previous.last !== first - 1) this.hiddenRows.push({ first, last });
    else this.hiddenRows[this.hiddenRows.length - 1] = { first: previous.first, last };
  }

  private refuse(element: string): never {
    return giveUp('CORRUPT', `${this.sheet}: ${element}`);
  }
}

function ascending(spans: readonly Span[]): readonly Span[] {
  return spans.toSorted((a, b) => a.first - b.first);
}
