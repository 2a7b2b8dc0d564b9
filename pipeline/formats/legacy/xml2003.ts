import { cellAddress } from '../../model/address.ts';
import { isDateFormat } from '../../model/number-format.ts';
import { type Refusal, refuse } from '../../model/refusal.ts';
import type { CellValue, Range, Sheet, Span, Workbook } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { dateOfSerial } from '../serial-date.ts';
import { SheetGridBuilder } from '../sheet-grid.ts';
import { parseIsoDate } from '../xlsx/iso-date.ts';
import { parseNumber } from '../xlsx/number-text.ts';
import { giveUp, RefusalError } from '../xlsx/refusal-error.ts';
import { Token, XmlScanner } from '../xlsx/xml-scanner.ts';
import { formulaFromR1c1 } from './r1c1.ts';

/**
 * Reads an XML spreadsheet of 2003, often saved as .xls. SheetJS is not asked: behind an empty merged cell it shifts the
 * rest of the row, it takes `<Data ss:Type="Number"/>` for zero and half a file for a whole one.
 *
 * Source: Microsoft's XML Spreadsheet Reference (Office 2003).
 */
export function readXml2003(text: string, limits: Limits): Workbook | Refusal {
  if (!/<\/(?:ss:)?Workbook\s*>\s*$/.test(text.slice(-200))) return refuse('TRUNCATED');
  const scanner = new XmlScanner('Workbook', Buffer.from(text), limits);
  try {
    while (scanner.next() !== Token.open);
    // Attributes are asked for by their usual prefix, so that must be as usual.
    if (scanner.attribute('xmlns:ss') !== 'urn:schemas-microsoft-com:office:spreadsheet') {
      return refuse('UNSUPPORTED_FORMAT', 'xmlns:ss');
    }
    return readBook(scanner, limits);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

function readBook(scanner: XmlScanner, limits: Limits): Workbook {
  const formats = new Formats();
  const sheets: Sheet[] = [];
  const names = new Set<string>();
  const definedNames = new Map<string, string>();
  let date1904 = false;
  for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
    if (token !== Token.open) continue;
    switch (scanner.tag) {
      case '?:Date1904':
        date1904 = true;
        break;
      case '?:Style':
      case '?:NumberFormat':
        formats.see(scanner);
        break;
      case '?:NamedRange':
        definedNames.set(scanner.attribute('ss:Name') ?? '', refersTo(scanner));
        break;
      case '?:Worksheet': {
        const name = scanner.attribute('ss:Name') ?? '';
        if (names.has(name.toLowerCase())) giveUp('DUPLICATE_SHEET', name);
        names.add(name.toLowerCase());
        sheets.push(new WorksheetReader(scanner, { name, formats, date1904, limits }).read());
      }
    }
  }
  if (sheets.length === 0) giveUp('CORRUPT', { zh: '没有工作表', en: 'it has no sheet' });
  return {
    format: 'xml2003',
    sheets,
    definedNames,
    hasMacros: false,
    hasExternalLinks: false,
    encoding: null,
  };
}

function refersTo(scanner: XmlScanner): string {
  return formulaFromR1c1((scanner.attribute('ss:RefersTo') ?? '').replace(/^=/, ''), 1, 1);
}

/** The number formats of styles, by the style's id; a style inherits that of its parent. */
class Formats {
  private readonly styles = new Map<string, { readonly parent: string | null; format: string | null }>();
  private style: { readonly parent: string | null; format: string | null } = { parent: null, format: null };

  see(scanner: XmlScanner): void {
    if (scanner.tag === '?:Style') {
      this.style = { parent: scanner.attribute('ss:Parent'), format: null };
      this.styles.set(scanner.attribute('ss:ID') ?? '', this.style);
      return;
    }
    const format = scanner.attribute('ss:Format') ?? 'General';
    this.style.format = namedFormats.get(format) ?? format;
  }

  of(style: string | null): string | null {
    let found = this.styles.get(style ?? 'Default');
    for (let steps = 0; found !== undefined && steps < 20; steps += 1) {
      if (found.format !== null) return found.format;
      found = found.parent === null ? undefined : this.styles.get(found.parent);
    }
    return null;
  }
}

const namedFormats: ReadonlyMap<string, string> = new Map([
  ['General Number', 'General'],
  ['General Date', 'yyyy-mm-dd hh:mm'],
  ['Long Date', 'yyyy-mm-dd'],
  ['Medium Date', 'yyyy-mm-dd'],
  ['Short Date', 'yyyy-mm-dd'],
  ['Long Time', 'hh:mm:ss'],
  ['Medium Time', 'hh:mm'],
  ['Short Time', 'hh:mm'],
  ['Fixed', '0.00'],
  ['Standard', '#,##0.00'],
  ['Percent', '0.00%'],
  ['Scientific', '0.00E+00'],
]);

interface WorksheetContext {
  readonly name: string;
  readonly formats: Formats;
  readonly date1904: boolean;
  readonly limits: Limits;
}

class WorksheetReader {
  private readonly scanner: XmlScanner;
  private readonly context: WorksheetContext;
  private readonly grid: SheetGridBuilder;
  private readonly merges: Range[] = [];
  private readonly hiddenRows: Span[] = [];
  private readonly hiddenColumns: Span[] = [];
  private readonly columnStyles: { readonly first: number; readonly last: number; readonly style: string }[] =
    [];
  private visibility: Sheet['visibility'] = 'visible';
  private nextRow = 1;
  private nextColumn = 1;

  constructor(scanner: XmlScanner, context: WorksheetContext) {
    this.scanner = scanner;
    this.context = context;
    this.grid = new SheetGridBuilder({ date1904: context.date1904 });
  }

  /** Reads to the end of the worksheet just opened. */
  read(): Sheet {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token !== Token.open) continue;
      if (scanner.tag === '?:Column') this.readColumn();
      else if (scanner.tag === '?:Row') this.readRow();
      else if (scanner.tag === '?:Visible') {
        const visible = scanner.readContent();
        if (visible === 'SheetHidden') this.visibility = 'hidden';
        if (visible === 'SheetVeryHidden') this.visibility = 'veryHidden';
      }
    }
    const { name } = this.context;
    const { visibility, merges, hiddenRows, hiddenColumns } = this;
    const sheet = this.grid.finish({ name, visibility, merges, hiddenRows, hiddenColumns, validations: [] });
    return sheet ?? giveUp('CORRUPT', name);
  }

  private readColumn(): void {
    const first = this.index(this.nextColumn);
    const last = first + this.count('ss:Span');
    this.nextColumn = last + 1;
    const style = this.scanner.attribute('ss:StyleID');
    if (style !== null) this.columnStyles.push({ first, last, style });
    if (this.scanner.flag('ss:Hidden')) this.hiddenColumns.push({ first, last });
  }

  private readRow(): void {
    const { scanner } = this;
    const row = this.index(this.nextRow);
    const last = row + this.count('ss:Span');
    this.nextRow = last + 1;
    const { rows } = this.context.limits;
    if (row > rows) giveUp('TOO_BIG', { zh: `超过 ${rows} 行`, en: `more than ${rows} rows` });
    if (scanner.flag('ss:Hidden')) this.hiddenRows.push({ first: row, last });
    const rowStyle = scanner.attribute('ss:StyleID');

    let column = 1;
    const outside = scanner.depth - 1;
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token === Token.open && scanner.tag === '?:Cell') column = this.readCell(row, column, rowStyle);
    }
  }

  /** Reads to the end of the cell just opened and gives the column behind it. */
  private readCell(row: number, nextColumn: number, rowStyle: string | null): number {
    const { scanner } = this;
    const { limits, formats, name } = this.context;
    const column = this.index(nextColumn);
    const across = this.count('ss:MergeAcross');
    const down = this.count('ss:MergeDown');
    if (column + across > limits.columns) giveUp('TOO_MANY_COLUMNS', `${name}: > ${limits.columns}`);
    if (across > 0 || down > 0)
      this.merges.push({ top: row, left: column, bottom: row + down, right: column + across });
    const formula = scanner.attribute('ss:Formula');
    const style = scanner.attribute('ss:StyleID') ?? rowStyle ?? this.columnStyle(column);
    const format = formats.of(style);

    let value: CellValue = null;
    const outside = scanner.depth - 1;
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token !== Token.open) continue;
      if (scanner.tag === '?:Data') value = this.readData(row, column, format);
      else scanner.skipElement(); // a comment has data of its own
    }
    this.grid.add(row, column, value, {
      formula: formula === null ? null : formulaFromR1c1(formula.replace(/^=/, ''), row, column),
      numberFormat: format,
    });
    return column + across + 1;
  }

  /** Reads to the end of the data just opened. */
  private readData(row: number, column: number, format: string | null): CellValue {
    const { scanner } = this;
    const { date1904, limits, name } = this.context;
    const type = scanner.attribute('ss:Type');
    const text = this.readText();
    const place = `${name}!${cellAddress(row, column)}`;
    const wrong = (): never => giveUp('CORRUPT', place);
    switch (type) {
      case 'Number': {
        const bytes = Buffer.from(text);
        const number = parseNumber(bytes, 0, bytes.length);
        if (Number.isNaN(number)) return wrong();
        return format !== null && isDateFormat(format) ? (dateOfSerial(number, date1904) ?? number) : number;
      }
      case 'DateTime': {
        const iso = parseIsoDate(text) ?? wrong();
        // A time of day is written as one of the day before all days.
        const isTime = iso.startsWith('1899-12-31') || iso.startsWith('1899-12-30');
        return { kind: 'date', iso: isTime ? (iso.split('T')[1] ?? '00:00:00') : iso, serial: null };
      }
      case 'Boolean':
        return text === '1' ? true : text === '0' ? false : wrong();
      case 'Error':
        return text === '' ? null : { kind: 'error', code: text };
      case 'String':
        if (text.length > limits.cellText) giveUp('FIELD_TOO_LONG', place);
        return text;
      default:
        return wrong();
    }
  }

  /** The text in the element just opened, that of marked-up runs in it too. */
  private readText(): string {
    const { scanner } = this;
    const outside = scanner.depth - 1;
    let text = '';
    for (let token = scanner.next(); scanner.depth > outside; token = scanner.next()) {
      if (token === Token.text) text += scanner.text();
    }
    return text;
  }

  private columnStyle(column: number): string | null {
    return this.columnStyles.find(({ first, last }) => first <= column && column <= last)?.style ?? null;
  }

  /** The place the element just opened asks for, or the next one; it may not go back. */
  private index(next: number): number {
    const written = this.scanner.attribute('ss:Index');
    if (written === null) return next;
    const index = /^\d{1,7}$/.test(written) ? Number(written) : 0;
    return index >= next
      ? index
      : giveUp('CORRUPT', `${this.context.name}: ss:Index="${written.slice(0, 20)}"`);
  }

  private count(attribute: string): number {
    const written = this.scanner.attribute(attribute);
    if (written === null) return 0;
    return /^\d{1,7}$/.test(written)
      ? Number(written)
      : giveUp('CORRUPT', `${this.context.name}: ${attribute}`);
  }
}
