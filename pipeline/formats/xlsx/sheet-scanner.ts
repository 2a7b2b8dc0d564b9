import type { Sheet } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { SheetGridBuilder } from '../sheet-grid.ts';
import { CellScanner } from './cell-scanner.ts';
import { parseIndex } from './number-text.ts';
import { giveUp } from './refusal-error.ts';
import type { SharedStrings } from './shared-strings.ts';
import { SheetSurroundings } from './sheet-surroundings.ts';
import type { CellFormat } from './styles.ts';
import type { SheetEntry } from './workbook-part.ts';
import { isBlank, Token, type XmlScanner } from './xml-scanner.ts';
import { endOfBlanks, isAt } from './xml-text.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly entry: SheetEntry;
  readonly date1904: boolean;
  readonly strings: SharedStrings;
  readonly styles: readonly CellFormat[];
  readonly limits: Limits;
}

/**
 * Reads the part of a sheet into a grid: finds rows, cells and what surrounds them, and sees that each is in its place.
 *
 * Cells and validations are read whole or not at all: when the bytes end within one, `run` returns to its beginning
 * and asks for more. So a sheet that arrives in pieces gives the same cells as one that is there at once.
 */
export class SheetScanner {
  private readonly scanner: XmlScanner;
  private readonly context: SheetContext;
  private readonly builder: SheetGridBuilder;
  private readonly cells: CellScanner;
  private readonly surroundings: SheetSurroundings;
  private sheetDataSeen = false;
  /** Whether the scanner stands in a row whose cells are written without a prefix. */
  private inPlainRow = false;
  /** What the opening tag of the last row has behind its number; null when it is written in some other way. */
  private rowTail: Buffer | null = null;
  private rowIsHidden = false;

  constructor(scanner: XmlScanner, context: SheetContext) {
    this.scanner = scanner;
    this.context = context;
    this.builder = new SheetGridBuilder({ date1904: context.date1904, sharedTexts: context.strings });
    this.cells = new CellScanner(scanner, context, this.builder);
    this.surroundings = new SheetSurroundings(scanner, context.entry.name);
  }

  /**
   * Reads on; false when it needs more bytes.
   *
   * @throws RefusalError
   */
  run(): boolean {
    const { scanner } = this;
    for (;;) {
      if (this.inPlainRow && scanner.depth === 3) this.readCommonRows();
      const { position, depth } = scanner;
      const token = scanner.next();
      if (token === Token.open) {
        if (this.readElement()) continue;
        scanner.rewind({ position, depth });
        return false;
      }
      if (token === Token.end) return true;
      if (token === Token.more) return false;
      if (token === Token.close) {
        if (scanner.depth === 2) this.inPlainRow = false;
      } else if (scanner.current === 'row' || scanner.current === 'sheetData') this.refuseText();
    }
  }

  /** The sheet, after `run` has reached its end. */
  finish(): Sheet {
    const { entry } = this.context;
    const shape = this.surroundings.finish(this.cells.row);
    const sheet = this.builder.finish({ name: entry.name, visibility: entry.visibility, ...shape });
    const repeated = { zh: `${entry.name} 有重复的单元格`, en: `a cell of ${entry.name} occurs twice` };
    return sheet ?? giveUp('CORRUPT', repeated);
  }

  /** Reads the element just opened, or just enters it; false when the bytes end within what must be read at once. */
  private readElement(): boolean {
    const { scanner, surroundings } = this;
    switch (scanner.tag) {
      case 'c':
        if (scanner.depth !== 4 || scanner.parent !== 'row') this.misplaced();
        return this.cells.readCell();
      case 'row':
        if (scanner.depth === 3 && scanner.parent === 'sheetData') this.openRow();
        else if (!scanner.isSelfClosed) this.misplaced(); // LibreOffice wrote some, without cells, before the data
        return true;
      case 'sheetData':
        if (this.sheetDataSeen || scanner.depth !== 2) this.misplaced();
        this.sheetDataSeen = true;
        return true;
      case 'worksheet':
        if (scanner.depth !== 1) this.misplaced();
        return true;
      case 'v':
      case 'f':
      case 'is':
        return this.misplaced();
      case 'sheetFormatPr':
        if (scanner.depth !== 2) this.misplaced();
        surroundings.readDefaults();
        return true;
      case 'col':
        if (scanner.depth !== 3) this.misplaced();
        surroundings.readColumns();
        return true;
      case 'mergeCell':
        if (scanner.depth !== 3) this.misplaced();
        surroundings.readMerge();
        return true;
      case 'dataValidation':
      case 'x14:dataValidation':
        return surroundings.readValidation();
      default:
        if (scanner.depth === 1) this.misplaced();
        return true;
    }
  }

  /** A row without a number follows the one before it. */
  private openRow(): void {
    const { scanner, cells } = this;
    const { bytes, attributes, attributeCount } = scanner;
    let row = cells.row + 1;
    let isNumbered = false;
    this.rowTail = null;
    for (let index = 0; index < 4 * attributeCount; index += 4) {
      const start = attributes[index] ?? 0;
      if (bytes[start] !== 0x72 || attributes[index + 1] !== start + 1) continue;
      const valueStart = attributes[index + 2] ?? 0;
      const valueEnd = attributes[index + 3] ?? 0;
      if (valueStart === valueEnd) continue;
      row = parseIndex(bytes, valueStart, valueEnd);
      isNumbered = true;
      if (isAt(bytes, start - '<row '.length, rowStart))
        this.rowTail = Buffer.from(bytes.subarray(valueEnd, scanner.position));
    }
    this.rowIsHidden = scanner.flag('hidden');
    this.inPlainRow = !scanner.isSelfClosed && scanner.isMainByDefault;
    this.enterRow(row, isNumbered);
  }

  /** Reads on as far as cells and rows are written as nearly all are. */
  private readCommonRows(): void {
    do {
      this.cells.readCommonCells();
    } while (this.readCommonRow());
  }

  /**
   * Passes from the end of a row into the next when its tag is written as the last one's but for the number, as in
   * `</row><row r="6" spans="1:33">`. In any doubt it leaves both tags to the scanner and answers false.
   */
  private readCommonRow(): boolean {
    const { scanner, cells, rowTail } = this;
    const { bytes } = scanner;
    const end = endOfBlanks(bytes, scanner.position);
    if (rowTail === null || !isAt(bytes, end, rowEnd)) return false;
    let position = endOfBlanks(bytes, end + rowEnd.length);
    if (!isAt(bytes, position, rowStart)) return false;
    position += rowStart.length;
    let byte = bytes[position] ?? 0;
    let row = 0;
    for (; byte >= 0x30 && byte <= 0x39 && row < 1e7; byte = bytes[++position] ?? 0)
      row = row * 10 + byte - 0x30;
    if (row <= cells.row || !isAt(bytes, position, rowTail)) return false;
    scanner.position = position + rowTail.length;
    this.enterRow(row, true);
    return true;
  }

  private enterRow(row: number, isNumbered: boolean): void {
    if (row < 1 || row > 1_048_576) giveUp('CORRUPT', `${this.context.entry.name}!${row}`);
    const { rows } = this.context.limits;
    if (row > rows) giveUp('TOO_BIG', `${row} > ${rows}`);
    this.surroundings.passRow(this.cells.row, row, this.rowIsHidden);
    this.cells.startRow(row, isNumbered);
  }

  private refuseText(): void {
    const { bytes, textStart, textEnd } = this.scanner;
    if (!isBlank(bytes, textStart, textEnd)) this.misplaced();
  }

  private misplaced(): never {
    const place = `${this.context.entry.name}!${this.cells.row}`;
    return giveUp('CORRUPT', { zh: `${place} 附近内容错位`, en: `something misplaced near ${place}` });
  }
}

const rowStart = Buffer.from('<row r="');
const rowEnd = Buffer.from('</row>');
