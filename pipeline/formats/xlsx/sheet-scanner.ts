import { cellAddress } from '../../model/address.ts';
import type { Range, Sheet, Span, Validation } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { isDateSerial } from '../serial-date.ts';
import { type SharedFormula, SheetGridBuilder } from '../sheet-grid.ts';
import { parseRange, parseRanges } from './cell-range.ts';
import { parseIsoDate } from './iso-date.ts';
import { parseIndex, parseNumber } from './number-text.ts';
import { giveUp } from './refusal-error.ts';
import { readRichText } from './rich-text.ts';
import { MovingFormula } from './shared-formula.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { CellFormat } from './styles.ts';
import type { SheetEntry } from './workbook-part.ts';
import { Token, type XmlScanner } from './xml-scanner.ts';
import { unescapeCellText } from './xml-text.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly entry: SheetEntry;
  readonly date1904: boolean;
  readonly strings: SharedStrings;
  readonly styles: readonly CellFormat[];
  readonly limits: Limits;
}

/**
 * Reads the part of a sheet into a grid, cell by cell as the scanner comes upon them.
 *
 * Cells and validations are read whole or not at all: when the bytes end within one, `run` returns to its beginning
 * and asks for more. So a sheet that arrives in pieces gives the same cells as one that is there at once.
 */
export class SheetScanner {
  private readonly scanner: XmlScanner;
  private readonly context: SheetContext;
  private readonly builder: SheetGridBuilder;
  /** For each style the grid's index of its number format, once a cell had that style; -1 before. */
  private readonly formatIndexes: Int32Array;

  private row = 0;
  private rowIsNumbered = false;
  private rowIsEmpty = true;
  private column = 0;
  private sheetDataSeen = false;

  private zeroHeight = false;
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenColumns: Span[] = [];
  private readonly merges: Range[] = [];
  private readonly validations: Validation[] = [];
  private readonly sharedFormulas = new Map<string, MovingFormula>();

  /** The cell being read, its formula, and the range of an array formula. */
  private cellRow = 0;
  private cellColumn = 0;
  private formula: string | SharedFormula | null = null;
  private arrayRange: Range | null = null;
  /** The text between its `<v>` and `</v>`: the place in the bytes, unless it had to be decoded. */
  private valueStart = 0;
  private valueEnd = 0;
  private hasValue = false;
  private decodedValue: string | null = null;
  private inlineText: string | null = null;

  constructor(scanner: XmlScanner, context: SheetContext) {
    const { date1904, strings, styles } = context;
    this.scanner = scanner;
    this.context = context;
    this.builder = new SheetGridBuilder({ date1904, sharedTexts: strings });
    this.formatIndexes = new Int32Array(Math.max(1, styles.length)).fill(-1);
  }

  /**
   * Reads on; false when it needs more bytes.
   *
   * @throws RefusalError
   */
  run(): boolean {
    const { scanner } = this;
    for (;;) {
      const { position, depth } = scanner;
      const token = scanner.next();
      if (token === Token.open) {
        if (this.readElement()) continue;
        scanner.rewind({ position, depth });
        return false;
      }
      if (token === Token.end) return true;
      if (token === Token.more) return false;
      if (token === Token.text && (scanner.current === 'row' || scanner.current === 'sheetData'))
        this.refuseText();
    }
  }

  /** The sheet, after `run` has reached its end. */
  finish(): Sheet {
    const { entry } = this.context;
    if (this.zeroHeight) this.hideRows(this.row + 1, 1_048_576);
    for (const formula of this.sharedFormulas.values()) {
      if (!formula.isKnown)
        giveUp('CORRUPT', { zh: `${entry.name} 的共享公式缺失`, en: `${entry.name} lacks a shared formula` });
    }
    const sheet = this.builder.finish({
      name: entry.name,
      visibility: entry.visibility,
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns.sort((a, b) => a.first - b.first),
      validations: this.validations,
    });
    return (
      sheet ??
      giveUp('CORRUPT', { zh: `${entry.name} 有重复的单元格`, en: `a cell of ${entry.name} occurs twice` })
    );
  }

  /** Reads the element just opened, or just enters it; false when the bytes end within what must be read at once. */
  private readElement(): boolean {
    const { scanner } = this;
    switch (scanner.tag) {
      case 'c':
        return this.readCell();
      case 'row':
        this.openRow();
        return true;
      case 'worksheet':
        if (scanner.depth !== 1) this.refuseSheet();
        return true;
      case 'sheetData':
        if (this.sheetDataSeen || scanner.depth !== 2) this.refuseSheet();
        this.sheetDataSeen = true;
        return true;
      case 'sheetFormatPr':
        this.zeroHeight = scanner.flag('zeroHeight');
        return true;
      case 'col':
        if (scanner.flag('hidden')) this.hideColumns();
        return true;
      case 'mergeCell':
        this.merges.push(parseRange(scanner.attribute('ref') ?? '') ?? this.refuseSheet());
        return true;
      case 'dataValidation':
      case 'x14:dataValidation':
        return this.readValidation();
      case 'v':
      case 'f':
      case 'is':
        return this.refuseSheet();
      case 'mc:Fallback':
        return scanner.skipElement();
      default:
        if (scanner.depth === 1) this.refuseSheet();
        return true;
    }
  }

  private openRow(): void {
    const { scanner } = this;
    if (scanner.depth !== 3 || scanner.parent !== 'sheetData') this.refuseSheet();
    const { bytes, attributes, attributeCount } = scanner;
    const before = this.row;
    this.row++;
    this.rowIsNumbered = false;
    this.rowIsEmpty = true;
    this.column = 0;
    for (let index = 0; index < 4 * attributeCount; index += 4) {
      const start = attributes[index] ?? 0;
      if (bytes[start] !== 0x72 || attributes[index + 1] !== start + 1) continue;
      this.row = parseIndex(bytes, attributes[index + 2] ?? 0, attributes[index + 3] ?? 0);
      this.rowIsNumbered = true;
    }
    if (this.row < 1 || this.row > 1_048_576) this.refuseSheet();
    if (this.row > this.context.limits.rows) giveUp('TOO_BIG', `${this.row} > ${this.context.limits.rows}`);
    if (this.zeroHeight && this.row > before + 1) this.hideRows(before + 1, this.row - 1);
    if (scanner.flag('hidden')) this.hideRows(this.row, this.row);
  }

  private hideRows(first: number, last: number): void {
    const previous = this.hiddenRows.at(-1);
    if (previous !== undefined && previous.last === first - 1) {
      this.hiddenRows[this.hiddenRows.length - 1] = { first: previous.first, last };
    } else if (first <= last) {
      this.hiddenRows.push({ first, last });
    }
  }

  private hideColumns(): void {
    const first = Number(this.scanner.attribute('min') ?? Number.NaN);
    const last = Number(this.scanner.attribute('max') ?? Number.NaN);
    if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last < first) this.refuseSheet();
    this.hiddenColumns.push({ first, last: Math.min(last, 16_384) });
  }

  /** Reads `<c>` to its end. Nothing is kept of a cell that has a style and no more. */
  private readCell(): boolean {
    const { scanner } = this;
    if (scanner.depth !== 4 || scanner.parent !== 'row') this.refuseSheet();
    const { bytes, attributes, attributeCount } = scanner;
    let row = this.row;
    let column = this.column + 1;
    let style = 0;
    let type: CellType = CellType.number;
    for (let index = 0; index < 4 * attributeCount; index += 4) {
      const nameStart = attributes[index] ?? 0;
      if (attributes[index + 1] !== nameStart + 1) continue;
      const start = attributes[index + 2] ?? 0;
      const end = attributes[index + 3] ?? 0;
      const name = bytes[nameStart];
      if (name === 0x72) {
        let position = start;
        column = 0;
        for (; position < end; position++) {
          const letter = (bytes[position] ?? 0) | 0x20;
          if (letter < 0x61 || letter > 0x7a) break;
          column = column * 26 + letter - 0x60;
          if (column > 16_384) this.refuseSheet();
        }
        row = parseIndex(bytes, position, end);
        if (column < 1 || row < 1) this.refuseSheet();
      } else if (name === 0x73) style = parseIndex(bytes, start, end);
      else if (name === 0x74) type = cellType(bytes, start, end);
    }
    if (row !== this.row) this.moveToRow(row);
    if (column > this.context.limits.columns) {
      if (column > 16_384) this.refuseSheet();
      giveUp('TOO_MANY_COLUMNS', `${column} > ${this.context.limits.columns}`);
    }
    this.cellRow = row;
    this.cellColumn = column;
    if (!this.readCellContent()) return false;

    if (column === this.column || type === CellType.unknown) this.refuseCell();
    this.rowIsEmpty = false;
    this.column = column;
    this.storeCell(type, style);
    return true;
  }

  /** A row without a number of its own goes by the reference of its first cell. */
  private moveToRow(row: number): void {
    if (this.rowIsNumbered || !this.rowIsEmpty || row > 1_048_576) this.refuseSheet();
    this.row = row;
    this.rowIsNumbered = true;
  }

  private readCellContent(): boolean {
    const { scanner } = this;
    this.formula = null;
    this.arrayRange = null;
    this.decodedValue = null;
    this.inlineText = null;
    this.valueStart = 0;
    this.valueEnd = 0;
    this.hasValue = false;
    for (;;) {
      const token = scanner.next();
      if (token === Token.close) {
        if (this.hasValue && this.inlineText !== null) this.refuseCell();
        return true;
      }
      if (token === Token.more) return false;
      if (token === Token.text) {
        if (!isBlank(scanner.bytes, scanner.textStart, scanner.textEnd)) this.refuseSheet();
        continue;
      }
      switch (scanner.tag) {
        case 'v':
          if (this.hasValue) this.refuseSheet();
          this.hasValue = true;
          if (!this.readValue()) return false;
          break;
        case 'f':
          if (this.formula !== null) this.refuseSheet();
          if (!this.readFormula()) return false;
          break;
        case 'is':
          if (this.inlineText !== null) this.refuseSheet();
          this.inlineText = readRichText(scanner);
          if (this.inlineText === null) return false;
          break;
        case 'c':
        case 'row':
          return this.refuseSheet();
        default:
          if (!scanner.skipElement()) return false;
      }
    }
  }

  /** Reads `<v>`: nearly always plain text and nothing else, and then only its place is noted. */
  private readValue(): boolean {
    const { scanner } = this;
    const { position, depth } = scanner;
    let token = scanner.next();
    if (token === Token.close) return true;
    if (token === Token.text && scanner.textIsPlain) {
      this.valueStart = scanner.textStart;
      this.valueEnd = scanner.textEnd;
      token = scanner.next();
      if (token === Token.close) return true;
    }
    if (token === Token.more) return false;
    scanner.rewind({ position, depth });
    this.decodedValue = scanner.readContent();
    return this.decodedValue !== null;
  }

  private readFormula(): boolean {
    const { scanner } = this;
    if (scanner.attributeCount === 0) {
      const text = scanner.readContent();
      if (text !== null && text !== '') this.formula = text;
      return text !== null;
    }
    const type = scanner.attribute('t') ?? 'normal';
    const index = scanner.attribute('si');
    const reference = scanner.attribute('ref');
    const table = [scanner.attribute('r1') ?? '', scanner.attribute('r2') ?? ''];
    const twoInputs = scanner.flag('dt2D');
    const byRow = scanner.flag('dtr');
    const text = scanner.readContent();
    if (text === null) return false;
    if (type === 'shared') this.formula = this.sharedFormula(index ?? this.refuseSheet(), text);
    else if (type === 'dataTable')
      this.formula = `TABLE(${twoInputs || byRow ? table.join(',') : `,${table[0]}`})`;
    else if (type !== 'normal' && type !== 'array') this.refuseSheet();
    else if (text !== '') this.formula = text;
    if (type === 'array' && text !== '') this.arrayRange = parseRange(reference ?? '') ?? this.refuseSheet();
    return true;
  }

  /** The formula of a shared group; the cell that spells it out defines it, wherever it stands among the others. */
  private sharedFormula(index: string, text: string): SharedFormula {
    const known = this.sharedFormulas.get(index);
    const formula = known === undefined || (text !== '' && known.isKnown) ? new MovingFormula() : known;
    if (text !== '') formula.define(text, this.cellRow, this.cellColumn);
    this.sharedFormulas.set(index, formula);
    return formula;
  }

  private storeCell(type: CellType, style: number): void {
    const { builder, formula, inlineText } = this;
    const row = this.cellRow;
    const column = this.cellColumn;
    const isEmpty = inlineText === null && this.decodedValue === null && this.valueStart === this.valueEnd;
    if (isEmpty && formula === null && !(type === CellType.text && this.hasValue)) return;

    if (inlineText !== null) builder.addText(row, column, this.checkedText(inlineText), this.format(style));
    else if (type === CellType.text && this.hasValue) {
      builder.addText(row, column, this.checkedText(unescapeCellText(this.valueText())), this.format(style));
    } else if (isEmpty) builder.addUncalculated(row, column, this.format(style));
    else if (type === CellType.number) this.storeNumber(style);
    else if (type === CellType.sharedText)
      builder.addSharedText(row, column, this.stringIndex(), this.format(style));
    else this.storeRarer(type, style);

    if (formula !== null) builder.addFormula(formula);
    if (this.arrayRange !== null && typeof formula === 'string')
      builder.addArrayFormula(this.arrayRange, formula);
  }

  private storeNumber(style: number): void {
    const { builder, cellRow, cellColumn } = this;
    const number = this.onValue(parseNumber);
    if (Number.isNaN(number)) this.refuseCell();
    const format = this.format(style);
    if (this.context.styles[style]?.isDate === true && isDateSerial(number, this.context.date1904)) {
      builder.addSerialDate(cellRow, cellColumn, number, format);
    } else builder.addNumber(cellRow, cellColumn, number, format);
  }

  private storeRarer(type: CellType, style: number): void {
    const { builder, cellRow, cellColumn } = this;
    const text = this.valueText().trim();
    const format = this.format(style);
    if (type === CellType.boolean) {
      const isTrue = text === '1' || text === 'true';
      if (!isTrue && text !== '0' && text !== 'false') this.refuseCell();
      builder.addBoolean(cellRow, cellColumn, isTrue, format);
    } else if (type === CellType.error) {
      if (!text.startsWith('#')) this.refuseCell();
      builder.addError(cellRow, cellColumn, text, format);
    } else builder.addIsoDate(cellRow, cellColumn, parseIsoDate(text) ?? this.refuseCell(), format);
  }

  private stringIndex(): number {
    const index = this.onValue(parseIndex);
    return index >= 0 && index < this.context.strings.count ? index : this.refuseCell();
  }

  /** The grid's index of the number format of a style. Without a styles part every style is General. */
  private format(style: number): number {
    const { styles } = this.context;
    if (style < 0 || (style > 0 && style >= styles.length && styles.length > 0)) this.refuseCell();
    const known = this.formatIndexes[style] ?? 0;
    if (known >= 0) return known;
    const index = this.builder.formatIndex(styles[style]?.code ?? null);
    this.formatIndexes[style] = index;
    return index;
  }

  private onValue(parse: (bytes: Uint8Array, start: number, end: number) => number): number {
    if (this.decodedValue === null) return parse(this.scanner.bytes, this.valueStart, this.valueEnd);
    const bytes = Buffer.from(this.decodedValue);
    return parse(bytes, 0, bytes.length);
  }

  private valueText(): string {
    return this.decodedValue ?? this.scanner.bytes.toString('utf8', this.valueStart, this.valueEnd);
  }

  private checkedText(text: string): string {
    const { cellText } = this.context.limits;
    return text.length > cellText
      ? giveUp('FIELD_TOO_LONG', `${this.place()}: ${text.length} > ${cellText}`)
      : text;
  }

  /** Reads a drop-down or other validation, of the main namespace or of the extension that may refer to other sheets. */
  private readValidation(): boolean {
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
      const { tag, parent } = scanner;
      if (tag === 'x14:formula1') continue;
      const isFormula = tag === 'formula1' || (tag === 'xm:f' && parent === 'x14:formula1');
      if (!isFormula && tag !== 'xm:sqref') continue;
      const content = scanner.readContent();
      if (content === null) return false;
      if (isFormula) formula = content;
      else places = content;
    }
    const ranges = parseRanges(places ?? '') ?? this.refuseSheet();
    this.validations.push({ ranges, type, formula });
    return true;
  }

  private refuseText(): void {
    const { bytes, textStart, textEnd } = this.scanner;
    if (!isBlank(bytes, textStart, textEnd)) this.refuseSheet();
  }

  private refuseSheet(): never {
    return giveUp('CORRUPT', `${this.context.entry.name}!${Math.max(1, this.row)}`);
  }

  private refuseCell(): never {
    return giveUp('CORRUPT', this.place());
  }

  private place(): string {
    return `${this.context.entry.name}!${cellAddress(this.cellRow, this.cellColumn)}`;
  }
}

const CellType = { number: 0, sharedText: 1, text: 2, boolean: 3, error: 4, isoDate: 5, unknown: 6 } as const;
type CellType = (typeof CellType)[keyof typeof CellType];

/** The type that the attribute `t` names. */
function cellType(bytes: Buffer, start: number, end: number): CellType {
  if (end - start === 1) {
    const byte = bytes[start];
    if (byte === 0x73) return CellType.sharedText;
    if (byte === 0x6e) return CellType.number;
    if (byte === 0x62) return CellType.boolean;
    if (byte === 0x65) return CellType.error;
    return byte === 0x64 ? CellType.isoDate : CellType.unknown;
  }
  const name = bytes.toString('latin1', start, end);
  return name === 'str' || name === 'inlineStr' ? CellType.text : CellType.unknown;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let position = start; position < end; position++) if ((bytes[position] ?? 0) > 0x20) return false;
  return true;
}
