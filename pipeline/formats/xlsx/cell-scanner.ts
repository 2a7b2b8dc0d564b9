import { cellAddress } from '../../model/address.ts';
import type { Range } from '../../model/workbook.ts';
import { isDateSerial } from '../serial-date.ts';
import type { SharedFormula, SheetGridBuilder } from '../sheet-grid.ts';
import { parseRange } from './cell-range.ts';
import { parseIsoDate } from './iso-date.ts';
import { PlainNumber, parseIndex, parseNumber } from './number-text.ts';
import { giveUp } from './refusal-error.ts';
import { readRichText } from './rich-text.ts';
import { MovingFormula } from './shared-formula.ts';
import type { SheetContext } from './sheet-scanner.ts';
import { isBlank, Token, type XmlScanner } from './xml-scanner.ts';
import { endOfBlanks, endOfPlainText, isAt, letters, unescapeCellText } from './xml-text.ts';

const CellType = {
  number: 0,
  sharedText: 1,
  text: 2,
  inlineText: 3,
  boolean: 4,
  error: 5,
  isoDate: 6,
  unknown: 7,
} as const;
type CellType = (typeof CellType)[keyof typeof CellType];

const lastColumn = 16_384;
const inlineStart = Buffer.from(' t="inlineStr"><is><t>');
const inlineEnd = Buffer.from('</t></is></c>');

/** What a common cell is made of, but for its place, style and value. */
const written = {
  cell: letters('<c r'),
  value: letters('="'),
  style: letters(' s="'),
  type: letters(' t="'),
  selfClosing: letters('/>'),
  content: letters('><'),
  formulaOpen: letters('f>'),
  formulaClose: letters('</f>'),
  valueOpen: letters('v>'),
  valueClose: letters('</v>'),
  cellClose: letters('</c>'),
};

/** Reads the cells of a sheet into a grid. Nothing is kept of a cell that has a style and no more. */
export class CellScanner {
  /** The row the scanner is in or came through last. */
  row = 0;

  private readonly scanner: XmlScanner;
  private readonly context: SheetContext;
  private readonly builder: SheetGridBuilder;
  private readonly mostColumns: number;
  private readonly plainNumber = new PlainNumber();
  /** For each style the grid's index of its number format, once a cell had that style; -1 before. */
  private readonly formatIndexes: Int32Array;
  private readonly sharedFormulas = new Map<string, MovingFormula>();
  private rowIsNumbered = false;
  private rowIsEmpty = true;
  /** The column of the last cell of the row. */
  private column = 0;

  /** The cell being read, its formula, and the range of an array formula. */
  private cellRow = 0;
  private cellColumn = 0;
  private style = 0;
  private type: CellType = CellType.number;
  private formula: string | SharedFormula | null = null;
  private arrayRange: Range | null = null;
  /** The text between its `<v>` and `</v>`: the place in the bytes, unless it had to be decoded. */
  private hasValue = false;
  private valueStart = 0;
  private valueEnd = 0;
  private decodedValue: string | null = null;
  private inlineText: string | null = null;

  constructor(scanner: XmlScanner, context: SheetContext, builder: SheetGridBuilder) {
    this.scanner = scanner;
    this.context = context;
    this.builder = builder;
    this.mostColumns = Math.min(context.limits.columns, lastColumn);
    this.formatIndexes = new Int32Array(context.styles.length).fill(-1);
  }

  startRow(row: number, isNumbered: boolean): void {
    this.row = row;
    this.rowIsNumbered = isNumbered;
    this.rowIsEmpty = true;
    this.column = 0;
  }

  /**
   * Reads the cells that follow for as long as they are written as nearly all are, a number with or without a formula, a
   * shared string or a text: `<c r="B5" s="3" t="s"><v>12</v></c>`. In any doubt it leaves a cell to the scanner and
   * `readCell`: this is the same reading in a fifth of the time, never another one.
   */
  readCommonCells(): void {
    const { scanner, builder, plainNumber, row, mostColumns } = this;
    const { bytes, view } = scanner;
    for (;;) {
      const before = scanner.position;
      const start = bytes[before] === 0x3c ? before : endOfBlanks(bytes, before);
      if (bytes.length - start < 100) return; // longer than all but formula and value, which have their own end
      if (view.getInt32(start, true) !== written.cell || view.getInt16(start + 4, true) !== written.value)
        return;

      // B5"
      let position = start + 6;
      let byte = bytes[position] ?? 0;
      let column = 0;
      for (; byte >= 0x41 && byte <= 0x5a && column < lastColumn; byte = bytes[++position] ?? 0) {
        column = column * 26 + byte - 0x40;
      }
      let ownRow = 0;
      for (; byte >= 0x30 && byte <= 0x39 && ownRow < 1e7; byte = bytes[++position] ?? 0) {
        ownRow = ownRow * 10 + byte - 0x30;
      }
      if (byte !== 0x22 || ownRow !== row || column <= this.column || column > mostColumns) return;

      // s="3"
      let style = 0;
      position++;
      if (view.getInt32(position, true) === written.style) {
        position += 4;
        byte = bytes[position] ?? 0;
        if (byte === 0x22) return;
        for (; byte >= 0x30 && byte <= 0x39 && style < 1e7; byte = bytes[++position] ?? 0) {
          style = style * 10 + byte - 0x30;
        }
        if (byte !== 0x22) return;
        position++;
      }
      // t="s", t="n" or t="inlineStr"
      let isShared = false;
      if (view.getInt32(position, true) === written.type) {
        const type = bytes[position + 4];
        if (type === 0x69) {
          if (this.readCommonText(column, style, position)) continue;
          return;
        }
        isShared = type === 0x73;
        if ((!isShared && type !== 0x6e) || bytes[position + 5] !== 0x22) return;
        position += 6;
      }
      // an empty cell ends here
      const close = view.getInt16(position, true);
      position += 2;
      if (close === written.selfClosing) {
        this.passCommonCell(column, position);
        continue;
      }
      if (close !== written.content) return;

      // f>SUM(B1:B4)</f><
      let formulaStart = 0;
      let formulaEnd = 0;
      if (view.getInt16(position, true) === written.formulaOpen) {
        formulaStart = position + 2;
        formulaEnd = endOfPlainText(bytes, formulaStart);
        if (formulaEnd === formulaStart || bytes.length - formulaEnd < 8) return;
        if (view.getInt32(formulaEnd, true) !== written.formulaClose || bytes[formulaEnd + 4] !== 0x3c)
          return;
        position = formulaEnd + 5;
      }
      // v>12
      if (view.getInt16(position, true) !== written.valueOpen) return;
      const valueStart = position + 2;
      let value = Number.NaN;
      if (!isShared && plainNumber.read(bytes, valueStart)) {
        value = plainNumber.value;
        position = plainNumber.end;
      } else {
        position = endOfPlainText(bytes, valueStart);
        value = (isShared ? parseIndex : parseNumber)(bytes, valueStart, position);
      }
      // </v></c>
      if (bytes.length - position < 8 || view.getInt32(position, true) !== written.valueClose) return;
      if (view.getInt32(position + 4, true) !== written.cellClose) return;

      if (isShared ? !this.isTextIndex(value) : Number.isNaN(value)) return;
      this.cellRow = row;
      this.cellColumn = column;
      this.style = style;
      if (isShared) builder.addSharedText(row, column, value, this.format());
      else this.addNumber(value);
      if (formulaEnd > 0) builder.addFormula(bytes.toString('utf8', formulaStart, formulaEnd));
      this.passCommonCell(column, position + 8);
    }
  }

  /** The end of `readCommonCells` for a text that stands in the cell, from the type on. */
  private readCommonText(column: number, style: number, position: number): boolean {
    const { bytes } = this.scanner;
    if (!isAt(bytes, position, inlineStart)) return false;
    const start = position + inlineStart.length;
    const end = endOfPlainText(bytes, start);
    if (end - start > this.context.limits.cellText || !isAt(bytes, end, inlineEnd)) return false;
    this.style = style;
    const text = unescapeCellText(bytes.toString('utf8', start, end));
    this.builder.addText(this.row, column, text, this.format());
    this.passCommonCell(column, end + inlineEnd.length);
    return true;
  }

  private passCommonCell(column: number, end: number): void {
    this.rowIsEmpty = false;
    this.column = column;
    this.scanner.position = end;
  }

  /** Reads the `<c>` just opened to its end; false when the bytes end within. */
  readCell(): boolean {
    this.readCellAttributes();
    if (!this.readCellContent()) return false;
    if (this.cellColumn === this.column || this.type === CellType.unknown) this.refuseCell();
    // Some writers repeat an inline text as a value; the type says which counts.
    if (this.inlineText !== null && this.type !== CellType.inlineText) this.refuseCell();
    this.rowIsEmpty = false;
    this.column = this.cellColumn;
    this.storeCell();
    return true;
  }

  /** Place, style and type, where they are given. A cell without a reference follows the one before it. */
  private readCellAttributes(): void {
    const { bytes, attributes, attributeCount } = this.scanner;
    this.cellRow = this.row;
    this.cellColumn = this.column + 1;
    this.style = 0;
    this.type = CellType.number;
    for (let index = 0; index < 4 * attributeCount; index += 4) {
      const nameStart = attributes[index] ?? 0;
      if (attributes[index + 1] !== nameStart + 1) continue;
      const start = attributes[index + 2] ?? 0;
      const end = attributes[index + 3] ?? 0;
      if (start === end) continue;
      const name = bytes[nameStart];
      if (name === 0x72) this.readReference(start, end);
      else if (name === 0x73) this.style = parseIndex(bytes, start, end);
      else if (name === 0x74) this.type = cellType(bytes, start, end);
    }
    if (this.cellRow !== this.row) this.moveToRow();
    const { columns } = this.context.limits;
    if (this.cellColumn > lastColumn) this.refuseCell();
    if (this.cellColumn > columns) giveUp('TOO_MANY_COLUMNS', `${this.cellColumn} > ${columns}`);
  }

  private readReference(start: number, end: number): void {
    const { bytes } = this.scanner;
    let position = start;
    let column = 0;
    for (; position < end && column <= lastColumn; position++) {
      const letter = (bytes[position] ?? 0) | 0x20;
      if (letter < 0x61 || letter > 0x7a) break;
      column = column * 26 + letter - 0x60;
    }
    this.cellColumn = column;
    this.cellRow = parseIndex(bytes, position, end);
    if (column < 1 || column > lastColumn || this.cellRow < 1) this.refuseCell();
  }

  /** A row without a number of its own goes by the reference of its first cell. */
  private moveToRow(): void {
    const isFree = !this.rowIsNumbered && this.rowIsEmpty;
    if (!isFree || this.cellRow < this.row || this.cellRow > this.context.limits.rows) this.refuseCell();
    this.row = this.cellRow;
    this.rowIsNumbered = true;
  }

  private readCellContent(): boolean {
    const { scanner } = this;
    this.formula = null;
    this.arrayRange = null;
    this.hasValue = false;
    this.valueStart = 0;
    this.valueEnd = 0;
    this.decodedValue = null;
    this.inlineText = null;
    for (;;) {
      const token = scanner.next();
      if (token === Token.close) return true;
      if (token === Token.more) return false;
      if (token === Token.text) {
        if (!isBlank(scanner.bytes, scanner.textStart, scanner.textEnd)) this.refuseCell();
        continue;
      }
      switch (scanner.tag) {
        case 'v':
          if (this.hasValue) this.refuseCell();
          this.hasValue = true;
          if (!this.readValue()) return false;
          break;
        case 'f':
          if (this.formula !== null) this.refuseCell();
          if (!this.readFormula()) return false;
          break;
        case 'is':
          if (this.inlineText !== null) this.refuseCell();
          this.inlineText = readRichText(scanner);
          if (this.inlineText === null) return false;
          break;
        case 'c':
        case 'row':
        case 'mc:AlternateContent': // nobody writes values in two ways
          return this.refuseCell();
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
    let value = '';
    for (token = scanner.next(); token === Token.text; token = scanner.next()) value += scanner.text();
    if (token === Token.more) return false;
    if (token !== Token.close) this.refuseCell();
    this.decodedValue = value;
    return true;
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
    const inputs = [scanner.attribute('r1') ?? '', scanner.attribute('r2') ?? ''];
    const isRowInput = scanner.flag('dt2D') || scanner.flag('dtr');
    const text = scanner.readContent();
    if (text === null) return false;
    switch (type) {
      case 'normal':
        if (text !== '') this.formula = text;
        return true;
      case 'shared':
        this.formula = this.sharedFormula(index ?? this.refuseCell(), text);
        return true;
      case 'array':
        if (text !== '') this.formula = text;
        this.arrayRange = parseRange(reference ?? '') ?? this.refuseCell();
        return true;
      case 'dataTable':
        this.formula = `TABLE(${isRowInput ? inputs.join(',') : `,${inputs[0]}`})`;
        return true;
      default:
        return this.refuseCell();
    }
  }

  /** The formula of a shared group; the cell that spells it out defines it, wherever it stands among the others. */
  private sharedFormula(index: string, text: string): SharedFormula {
    const known = this.sharedFormulas.get(index);
    const formula = known === undefined || (text !== '' && known.isKnown) ? new MovingFormula() : known;
    if (text !== '') formula.define(text, this.cellRow, this.cellColumn);
    this.sharedFormulas.set(index, formula);
    return formula;
  }

  private storeCell(): void {
    const { builder, formula, cellRow, cellColumn } = this;
    const isText =
      this.inlineText !== null ||
      (this.hasValue && (this.type === CellType.text || this.type === CellType.inlineText));
    const isEmpty = this.decodedValue === null && isBlank(this.scanner.bytes, this.valueStart, this.valueEnd);
    if (isText) builder.addText(cellRow, cellColumn, this.text(), this.format());
    else if (!isEmpty) this.storeValue();
    else if (formula !== null) builder.addUncalculated(cellRow, cellColumn, this.format());
    else return;

    if (formula === null) return;
    builder.addFormula(formula);
    if (this.arrayRange !== null && typeof formula === 'string') {
      builder.addArrayFormula(this.arrayRange, formula);
    }
  }

  private storeValue(): void {
    const { builder, cellRow, cellColumn, type } = this;
    if (type === CellType.number) this.addNumber(this.onValue(parseNumber));
    else if (type === CellType.sharedText) {
      const index = this.onValue(parseIndex);
      if (!this.isTextIndex(index)) this.refuseCell();
      builder.addSharedText(cellRow, cellColumn, index, this.format());
    } else if (type === CellType.boolean) {
      const text = this.valueText().trim();
      const isTrue = text === '1' || text === 'true';
      if (!isTrue && text !== '0' && text !== 'false') this.refuseCell();
      builder.addBoolean(cellRow, cellColumn, isTrue, this.format());
    } else if (type === CellType.error) {
      const code = this.valueText().trim();
      if (!/^(?:#|Err:\d)/.test(code)) this.refuseCell(); // `Err:502` is written by LibreOffice
      builder.addError(cellRow, cellColumn, code, this.format());
    } else {
      const iso = parseIsoDate(this.valueText().trim()) ?? this.refuseCell();
      builder.addIsoDate(cellRow, cellColumn, iso, this.format());
    }
  }

  private addNumber(number: number): void {
    const { builder, cellRow, cellColumn, style } = this;
    if (Number.isNaN(number)) this.refuseCell();
    const format = this.format();
    if (this.context.styles[style]?.isDate === true && isDateSerial(number, this.context.date1904)) {
      builder.addSerialDate(cellRow, cellColumn, number, format);
    } else builder.addNumber(cellRow, cellColumn, number, format);
  }

  /** The grid's index of the cell's number format. A style that the file does not define shows numbers as they are. */
  private format(): number {
    const { style } = this;
    if (style < 0) this.refuseCell();
    const known = this.formatIndexes[style] ?? 0;
    if (known >= 0) return known;
    const index = this.builder.formatIndex(this.context.styles[style]?.code ?? null);
    this.formatIndexes[style] = index;
    return index;
  }

  private isTextIndex(index: number): boolean {
    return index >= 0 && index < this.context.strings.count;
  }

  private onValue(parse: (bytes: Buffer, start: number, end: number) => number): number {
    if (this.decodedValue === null) return parse(this.scanner.bytes, this.valueStart, this.valueEnd);
    const bytes = Buffer.from(this.decodedValue);
    return parse(bytes, 0, bytes.length);
  }

  private valueText(): string {
    return this.decodedValue ?? this.scanner.bytes.toString('utf8', this.valueStart, this.valueEnd);
  }

  private text(): string {
    const text = this.inlineText ?? unescapeCellText(this.valueText());
    const { cellText } = this.context.limits;
    if (text.length > cellText) giveUp('FIELD_TOO_LONG', `${this.place()}: ${text.length} > ${cellText}`);
    return text;
  }

  private refuseCell(): never {
    return giveUp('CORRUPT', this.place());
  }

  private place(): string {
    return `${this.context.entry.name}!${cellAddress(Math.max(1, this.cellRow), Math.max(1, this.cellColumn))}`;
  }
}

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
  if (name === 'str') return CellType.text;
  return name === 'inlineStr' ? CellType.inlineText : CellType.unknown;
}
