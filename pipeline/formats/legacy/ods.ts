import { isDateFormat } from '../../model/number-format.ts';
import { type Refusal, refuse } from '../../model/refusal.ts';
import type { CellValue, Range, Sheet, Span, Workbook } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { dateOfSerial } from '../serial-date.ts';
import { SheetGridBuilder } from '../sheet-grid.ts';
import { parseIsoDate } from '../xlsx/iso-date.ts';
import { parseNumber } from '../xlsx/number-text.ts';
import { giveUp, RefusalError } from '../xlsx/refusal-error.ts';
import { xmlBytes } from '../xlsx/xml-bytes.ts';
import { Token, XmlScanner } from '../xlsx/xml-scanner.ts';
import { readZipDirectory, type ZipDirectory } from '../xlsx/zip-directory.ts';
import { checkDeclaredSize, inflatePart } from '../xlsx/zip-part.ts';
import { formulaFromOds, reference } from './ods-formula.ts';
import { OdsStyleReader } from './ods-styles.ts';

/**
 * Reads an OpenDocument spreadsheet (.ods), as strictly as an .xlsx. SheetJS is not asked: it loses hidden sheets, rows
 * and columns, percent formats, numbers in empty elements and formulas without a value.
 *
 * Source: OpenDocument 1.3, part 3, chapters 9 and 16.
 */
export function readOds(bytes: Uint8Array, limits: Limits): Workbook | Refusal {
  try {
    const directory = readZipDirectory(bytes, limits);
    const part = (name: string) => readPart(bytes, directory, name, limits);
    const manifest = part('META-INF/manifest.xml');
    if (manifest?.includes('encryption-data') === true) giveUp('ENCRYPTED', '');
    const content = part('content.xml');
    if (content === null) return refuse('CORRUPT', { zh: '缺少 content.xml', en: 'content.xml is missing' });

    const styles = new OdsStyleReader();
    const stylesPart = part('styles.xml');
    if (stylesPart !== null) {
      const scanner = openXml('styles.xml', stylesPart, limits);
      for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
        if (token === Token.open) styles.see(scanner);
      }
    }
    const hasMacros = [...directory.keys()].some(
      (name) => name.startsWith('basic/') || name.startsWith('scripts/'),
    );
    return { ...readContent(openXml('content.xml', content, limits), styles, limits), hasMacros };
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

function readPart(bytes: Uint8Array, directory: ZipDirectory, name: string, limits: Limits): Buffer | null {
  const entry = directory.get(name.toLowerCase());
  if (entry === undefined) return null;
  checkDeclaredSize(entry, limits);
  return xmlBytes(name, inflatePart(bytes, entry));
}

/** Stands behind the root element. Attributes are asked for by their usual prefixes, so these must be as usual. */
function openXml(part: string, bytes: Buffer, limits: Limits): XmlScanner {
  const scanner = new XmlScanner(part, bytes, limits);
  while (scanner.next() !== Token.open);
  for (const prefix of ['office', 'table', 'text', 'style', 'number']) {
    const namespace = scanner.attribute(`xmlns:${prefix}`);
    const usual = prefix === 'number' ? 'datastyle' : prefix;
    if (namespace !== null && namespace !== `urn:oasis:names:tc:opendocument:xmlns:${usual}:1.0`) {
      giveUp('UNSUPPORTED_FORMAT', namespace);
    }
  }
  const needed = part === 'content.xml' ? ['xmlns:office', 'xmlns:table'] : ['xmlns:office'];
  if (needed.some((name) => scanner.attribute(name) === null)) giveUp('UNSUPPORTED_FORMAT', part);
  return scanner;
}

function readContent(
  scanner: XmlScanner,
  styles: OdsStyleReader,
  limits: Limits,
): Omit<Workbook, 'hasMacros'> {
  const sheets: Sheet[] = [];
  const names = new Set<string>();
  const repeats = new RepeatBudget();
  const definedNames = new Map<string, string>();
  let hasExternalLinks = false;
  let date1904 = false;
  for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
    if (token !== Token.open) continue;
    if (scanner.tag === '?:table') {
      const name = scanner.attribute('table:name') ?? '';
      // Copies of other workbooks' sheets are kept like sheets under a name such as 'file:///C:/年初.ods'#$预算.
      if (name.startsWith("'file:")) {
        hasExternalLinks = true;
        scanner.skipElement();
        continue;
      }
      if (names.has(name.toLowerCase())) giveUp('DUPLICATE_SHEET', name);
      names.add(name.toLowerCase());
      sheets.push(new TableReader(scanner, { styles, limits, repeats, name, date1904 }).read());
    } else if (scanner.tag === '?:named-range') {
      const address = scanner.attribute('table:cell-range-address');
      if (address !== null) definedNames.set(scanner.attribute('table:name') ?? '', reference(address));
    } else if (scanner.tag === '?:null-date') {
      date1904 = scanner.attribute('table:date-value') === '1904-01-01';
    } else if (notSheets.has(scanner.tag)) {
      scanner.skipElement();
    } else styles.see(scanner);
  }
  if (sheets.length === 0) giveUp('CORRUPT', { zh: '没有工作表', en: 'it has no sheet' });
  return { format: 'ods', sheets, definedNames, hasExternalLinks, encoding: null };
}

/** Elements that hold copies of cells or pictures, not cells. */
const notSheets = new Set(['?:tracked-changes', '?:dde-links', '?:data-pilot-tables', '?:consolidation']);

/** How many cells repeats may still write out, in all sheets together: far more than any workbook, short of the memory. */
class RepeatBudget {
  private left = 5_000_000;

  spend(cells: number): void {
    this.left -= cells;
    if (this.left < 0) giveUp('TOO_BIG', { zh: '重复的单元格过多', en: 'too many repeated cells' });
  }
}

/** What is known of a cell before its place. */
interface OdsCell {
  readonly column: number;
  readonly repeated: number;
  readonly value: CellValue;
  readonly format: string | null;
  readonly formula: string | null;
}

interface TableContext {
  readonly styles: OdsStyleReader;
  readonly limits: Limits;
  readonly repeats: RepeatBudget;
  readonly name: string;
  readonly date1904: boolean;
}

class TableReader {
  private readonly scanner: XmlScanner;
  private readonly styles: OdsStyleReader;
  private readonly limits: Limits;
  private readonly repeats: RepeatBudget;
  private readonly name: string;
  private readonly date1904: boolean;
  private readonly style: string | null;
  private readonly grid: SheetGridBuilder;
  private readonly merges: Range[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenColumns: Span[] = [];
  /** The default style of columns from the first to the last. */
  private readonly columnStyles: { readonly last: number; readonly style: string | null }[] = [];
  private nextColumn = 1;
  private row = 1;

  constructor(scanner: XmlScanner, { styles, limits, repeats, name, date1904 }: TableContext) {
    this.scanner = scanner;
    this.styles = styles;
    this.limits = limits;
    this.repeats = repeats;
    this.name = name;
    this.date1904 = date1904;
    this.style = scanner.attribute('table:style-name');
    this.grid = new SheetGridBuilder({ date1904 });
  }

  /** Reads to the end of the table just opened. */
  read(): Sheet {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token !== Token.open) continue;
      if (scanner.tag === '?:table-column') this.readColumn();
      else if (scanner.tag === '?:table-row') this.readRow();
      else if (scanner.tag === '?:shapes' || scanner.tag === '?:forms') scanner.skipElement();
    }
    const sheet = this.grid.finish({
      name: this.name,
      visibility: this.styles.hidesTable(this.style) ? 'hidden' : 'visible',
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      validations: [],
    });
    return sheet ?? giveUp('CORRUPT', this.name);
  }

  private readColumn(): void {
    const { scanner } = this;
    const repeated = this.count('table:number-columns-repeated');
    const last = this.nextColumn + repeated - 1;
    this.columnStyles.push({ last, style: scanner.attribute('table:default-cell-style-name') });
    if (isHidden(scanner)) this.hiddenColumns.push({ first: this.nextColumn, last });
    this.nextColumn = last + 1;
  }

  private readRow(): void {
    const { scanner } = this;
    const repeated = this.count('table:number-rows-repeated');
    const rowStyle = scanner.attribute('table:default-cell-style-name');
    if (isHidden(scanner)) this.hiddenRows.push({ first: this.row, last: this.row + repeated - 1 });

    const cells: OdsCell[] = [];
    let column = 1;
    const outside = scanner.depth - 1;
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token !== Token.open) continue;
      if (scanner.tag !== '?:table-cell' && scanner.tag !== '?:covered-table-cell') continue;
      const columnsRepeated = this.count('table:number-columns-repeated');
      const cell = this.readCell(column, columnsRepeated, rowStyle);
      if (cell !== null) cells.push(cell);
      column += columnsRepeated;
    }
    if (cells.length > 0) this.addRows(cells, repeated);
    this.row += repeated;
  }

  private addRows(cells: readonly OdsCell[], repeated: number): void {
    const last = cells.at(-1);
    const { rows, columns } = this.limits;
    if (last !== undefined && last.column + last.repeated - 1 > columns)
      giveUp('TOO_MANY_COLUMNS', `${this.name}: > ${columns}`);
    if (this.row + repeated - 1 > rows)
      giveUp('TOO_BIG', { zh: `超过 ${rows} 行`, en: `more than ${rows} rows` });
    const writtenCells = cells.reduce((sum, cell) => sum + cell.repeated, 0);
    this.repeats.spend(writtenCells * repeated - cells.length);
    for (let row = this.row; row < this.row + repeated; row += 1) {
      for (const { column, repeated: width, value, format, formula } of cells) {
        for (let offset = 0; offset < width; offset += 1) {
          const extra = { formula, numberFormat: format, uncalculated: value === null };
          this.grid.add(row, column + offset, value, extra);
        }
      }
    }
  }

  /** Reads to the end of the cell just opened; null when it is empty. */
  private readCell(column: number, repeated: number, rowStyle: string | null): OdsCell | null {
    const { scanner } = this;
    const formula = scanner.attribute('table:formula');
    const type = scanner.attribute('office:value-type');
    const isError = scanner.attribute('calcext:value-type') === 'error';
    const style = scanner.attribute('table:style-name') ?? rowStyle ?? this.columnStyle(column);
    const stringValue = scanner.attribute('office:string-value');
    let value = type === null || type === 'string' || isError ? null : this.typedValue(type, column);
    const width = this.count('table:number-columns-spanned');
    const height = this.count('table:number-rows-spanned');
    if (width > 1 || height > 1) {
      this.merges.push({
        top: this.row,
        left: column,
        bottom: this.row + height - 1,
        right: column + width - 1,
      });
    }

    const text = this.readParagraphs();
    if (isError || (formula !== null && errorCodes.has(text ?? '')))
      value = { kind: 'error', code: text ?? '' };
    else if (type === 'string') value = stringValue ?? text ?? '';
    else if (type === null && text !== null) value = text;
    if (typeof value === 'string' && value.length > this.limits.cellText)
      giveUp('FIELD_TOO_LONG', this.place(column));
    if ((value === null || value === '') && formula === null) return null;
    const format = this.styles.formatOf(style) ?? (type === 'percentage' ? '0.00%' : null);
    // Some writers give dates as plain numbers that only their format shows to be dates.
    if (typeof value === 'number' && format !== null && isDateFormat(format)) {
      value = dateOfSerial(value, this.date1904) ?? value;
    }
    return { column, repeated, value, format, formula: formula === null ? null : formulaFromOds(formula) };
  }

  /** The value an attribute of the cell just opened holds. */
  private typedValue(type: string, column: number): CellValue {
    const { scanner } = this;
    const wrong = (): never => giveUp('CORRUPT', this.place(column));
    switch (type) {
      case 'float':
      case 'currency':
      case 'percentage':
        return numberIn(scanner.attribute('office:value')) ?? wrong();
      case 'date':
        return {
          kind: 'date',
          iso: parseIsoDate(scanner.attribute('office:date-value') ?? '') ?? wrong(),
          serial: null,
        };
      case 'time':
        return timeValue(scanner.attribute('office:time-value') ?? '') ?? wrong();
      case 'boolean': {
        const written = scanner.attribute('office:boolean-value') ?? '';
        if (written === 'true' || written === 'false') return written === 'true';
        // LibreOffice gives a number that a format shows as true or false.
        return numberIn(written) ?? wrong();
      }
      default:
        return wrong();
    }
  }

  /** The paragraphs of the cell just opened, a line each; null when it has none. Notes and shapes in it are no text of it. */
  private readParagraphs(): string | null {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    let text: string | null = null;
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token !== Token.open) continue;
      if (scanner.tag === '?:p')
        text = text === null ? this.readParagraph() : `${text}\n${this.readParagraph()}`;
      else scanner.skipElement();
    }
    return text;
  }

  private readParagraph(): string {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    let text = '';
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token === Token.text) {
        const part = scanner.text().replace(/[ \t\r\n]+/g, ' ');
        text += text === '' || text.endsWith(' ') ? part.trimStart() : part;
      } else if (token === Token.open) {
        if (scanner.tag === '?:s') text += ' '.repeat(this.count('text:c'));
        else if (scanner.tag === '?:tab') text += '\t';
        else if (scanner.tag === '?:line-break') text += '\n';
        else if (scanner.tag === '?:annotation' || scanner.tag === '?:note') scanner.skipElement();
      }
      if (text.length > this.limits.cellText) giveUp('FIELD_TOO_LONG', this.name);
    }
    return text;
  }

  private columnStyle(column: number): string | null {
    return this.columnStyles.find(({ last }) => column <= last)?.style ?? null;
  }

  /** A count such as a span; 1 when it is not given. */
  private count(attribute: string): number {
    const written = this.scanner.attribute(attribute);
    if (written === null) return 1;
    const count = /^\d{1,9}$/.test(written) ? Number(written) : 0;
    return count > 0 ? count : giveUp('CORRUPT', `${this.name}: ${attribute}`);
  }

  private place(column: number): string {
    return `${this.name}!R${this.row}C${column}`;
  }
}

function isHidden(scanner: XmlScanner): boolean {
  const visibility = scanner.attribute('table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

const errorCodes = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** The number an attribute holds; null when it is none. */
function numberIn(attribute: string | null): number | null {
  const bytes = Buffer.from(attribute ?? '');
  const number = parseNumber(bytes, 0, bytes.length);
  return Number.isNaN(number) ? null : number;
}

/** A time of day, or days as a number when it is a length of time beyond one or a negative one; null when it is neither. */
function timeValue(written: string): CellValue {
  const match = /^(-?)PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,12})?)S)?$/.exec(written);
  if (match === null || written.endsWith('T')) return null;
  const [, minus, hours = '0', minutes = '0', seconds = '0'] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  if (minus !== '' || Math.round(total) >= 86_400) return (minus === '' ? total : -total) / 86_400;
  const rounded = Math.round(total);
  const iso = [Math.floor(rounded / 3600), Math.floor(rounded / 60) % 60, rounded % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return { kind: 'date', iso, serial: null };
}
