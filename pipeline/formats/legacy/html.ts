import { type Refusal, refuse } from '../../model/refusal.ts';
import type { CellValue, Range, Sheet, Span, Workbook } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { SheetGridBuilder } from '../sheet-grid.ts';
import { RefusalError } from '../xlsx/refusal-error.ts';
import { type HtmlPiece, htmlPieces } from './html-tags.ts';
import { decodeReferences, shownText } from './html-text.ts';

/**
 * Reads the tables of a page saved as .xls: each table is a sheet, a table inside another one too.
 *
 * Values are the texts that are shown, an amount for which Excel wrote down the number behind it (`x:num`) that number.
 * Cells of nothing but blanks are empty. SheetJS is not asked: it drops cells without an end tag, does not know
 * `&#39033;`, and takes tables inside tables for one.
 *
 * Refuses with TRUNCATED when a table is not closed, and with the codes of its limits.
 */
export function readHtml(page: string, limits: Limits): Workbook | Refusal {
  const tables: Table[] = [];
  const open: Table[] = [];
  try {
    for (const piece of htmlPieces(page)) {
      const table = open.at(-1);
      if (piece.kind === 'tag' && piece.name === 'table') {
        if (piece.closes) open.pop()?.endCell();
        else {
          const inner = new Table(limits);
          tables.push(inner);
          open.push(inner);
          if (open.length > limits.xmlDepth)
            return refuse('CORRUPT', { zh: '表格嵌套过深', en: 'tables nested too deep' });
        }
      } else if (table !== undefined) take(table, piece);
    }
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  if (open.length > 0) return refuse('TRUNCATED', { zh: '表格没有结束', en: 'a table is not closed' });

  const filled = tables.filter((table) => table.hasCells());
  if (filled.length === 0)
    return refuse('EMPTY_FILE', { zh: '表格没有任何内容', en: 'its tables have no content' });
  const names = sheetNames(page, filled.length);
  return {
    format: 'html',
    sheets: filled.map((table, index) => table.toSheet(names[index] ?? `Sheet${index + 1}`)),
    definedNames: new Map(),
    hasMacros: false,
    hasExternalLinks: false,
    encoding: null,
  };
}

function take(table: Table, piece: HtmlPiece): void {
  if (piece.kind === 'text') {
    table.addText(shownText(piece.text));
    return;
  }
  switch (piece.name) {
    case 'tr':
      if (piece.closes) table.endCell();
      else table.startRow(piece.attributes);
      break;
    case 'td':
    case 'th':
      if (piece.closes) table.endCell();
      else table.startCell(piece.attributes);
      break;
    case 'br':
      table.addText('\n');
      break;
    case 'p':
    case 'div':
    case 'li':
      table.breakLine();
      break;
  }
}

/** Spans beyond this many cells in all serve no table: laying them out would take minutes. */
const maximumSpannedCells = 20_000_000;

/** A table being laid out: cells flow from left to right past those that reach down from rows above. */
class Table {
  private readonly limits: Limits;
  private readonly grid = new SheetGridBuilder();
  private readonly merges: Range[] = [];
  private readonly hiddenRows: Span[] = [];
  /** For each column the last row that a cell from above covers. */
  private readonly coveredUntil: number[] = [];
  private spannedCells = 0;
  private row = 0;
  private column = 1;
  private cell: {
    readonly row: number;
    readonly column: number;
    readonly attributes: Attributes;
    text: string;
  } | null = null;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  startRow(attributes: Attributes): void {
    this.endCell();
    this.row += 1;
    this.column = 1;
    if (this.row > this.limits.rows) {
      const { rows } = this.limits;
      throw new RefusalError(refuse('TOO_BIG', { zh: `超过 ${rows} 行`, en: `more than ${rows} rows` }));
    }
    if (/display\s*:\s*none/i.test(attributes.get('style') ?? ''))
      this.hiddenRows.push({ first: this.row, last: this.row });
  }

  startCell(attributes: Attributes): void {
    if (this.row === 0) this.startRow(attributes);
    this.endCell();
    while ((this.coveredUntil[this.column] ?? 0) >= this.row) this.column += 1;
    const { row, column } = this;
    const width = spanOf(attributes.get('colspan'));
    const height = spanOf(attributes.get('rowspan'));
    this.column += width;
    if (this.column - 1 > this.limits.columns) {
      const { columns } = this.limits;
      throw new RefusalError(
        refuse('TOO_MANY_COLUMNS', {
          zh: `第 ${row} 行超过 ${columns} 列`,
          en: `row ${row} has more than ${columns}`,
        }),
      );
    }
    if (height > 1) {
      this.spannedCells += width;
      if (this.spannedCells > maximumSpannedCells) throw new RefusalError(refuse('TOO_BIG'));
      for (let covered = column; covered < this.column; covered += 1)
        this.coveredUntil[covered] = row + height - 1;
    }
    if (width > 1 || height > 1) {
      this.merges.push({ top: row, left: column, bottom: row + height - 1, right: column + width - 1 });
    }
    this.cell = { row, column, attributes, text: '' };
  }

  addText(text: string): void {
    if (this.cell === null) return;
    this.cell.text += text;
    // Even with blanks that will be dropped no cell comes near this.
    if (this.cell.text.length > this.limits.cellText * 4) this.refuseText();
  }

  /** The edge of a paragraph: a new line, unless one has just begun. */
  breakLine(): void {
    if (this.cell !== null && this.cell.text.trim() !== '' && !this.cell.text.endsWith('\n'))
      this.cell.text += '\n';
  }

  endCell(): void {
    if (this.cell === null) return;
    const { row, column, attributes } = this.cell;
    const text = this.cell.text
      .replaceAll(/ {2,}/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .replace(/^[ \n]+|[ \n]+$/g, '');
    if (text.length > this.limits.cellText) this.refuseText();
    this.cell = null;
    if (text.trim() === '') return;
    const formula = attributes.get('x:fmla');
    this.grid.add(row, column, cellValue(text, attributes.get('x:num')), {
      numberFormat: attributes.has('x:num') && text.endsWith('%') ? '0.00%' : null,
      formula: formula === undefined ? null : decodeReferences(formula).replace(/^=/, ''),
    });
  }

  private refuseText(): never {
    const { row, column } = this.cell ?? { row: this.row, column: this.column };
    throw new RefusalError(
      refuse('FIELD_TOO_LONG', { zh: `第 ${row} 行第 ${column} 列`, en: `row ${row}, column ${column}` }),
    );
  }

  hasCells(): boolean {
    return this.grid.cellCount > 0;
  }

  toSheet(name: string): Sheet {
    const lastRow = this.row;
    const sheet = this.grid.finish({
      name,
      visibility: 'visible',
      merges: this.merges
        .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, lastRow) }))
        .filter(({ top, left, bottom, right }) => bottom > top || right > left),
      hiddenRows: this.hiddenRows,
      hiddenColumns: [],
      validations: [],
    });
    if (sheet === null) throw new Error('a table gave one cell twice');
    return sheet;
  }
}

type Attributes = ReadonlyMap<string, string>;

function spanOf(attribute: string | undefined): number {
  const span = /^\s{0,9}(\d{1,9})/.exec(attribute ?? '')?.[1];
  return Math.max(1, Number(span ?? 1));
}

/**
 * The value of a cell: the number Excel wrote down, when that is what is shown but for its rounding. Of a date it writes
 * the serial number, which without its format says less than the text.
 */
function cellValue(text: string, number: string | undefined): CellValue {
  if (number === undefined) return text;
  const shown = /^([(（]?)([-+]?)[¥￥$]?(\d[\d,]{0,24})(\.\d{1,20})?(%?)[)）]?$/.exec(text.trim());
  if (shown === null) return text;
  const [, bracket, sign, whole = '', fraction = '', percent] = shown;
  const scale = percent === '%' ? 100 : 1;
  const amount = Number(whole.replaceAll(',', '') + fraction) / scale;
  if (number === '') return sign === '-' || bracket !== '' ? -amount : amount;

  if (!/^[+-]?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,3})?$/.test(number)) return text;
  const rounding = (0.51 * 10 ** (1 - Math.max(1, fraction.length))) / scale;
  return Math.abs(Math.abs(Number(number)) - amount) <= rounding ? Number(number) : text;
}

/** The names Excel notes in the page's head, when there is one for each table. */
function sheetNames(page: string, count: number): readonly string[] {
  const names: string[] = [];
  for (
    let start = page.indexOf('<x:Name>');
    start !== -1 && names.length <= count;
    start = page.indexOf('<x:Name>', start + 1)
  ) {
    const end = page.indexOf('</x:Name>', start);
    if (end === -1 || end - start > 200) break;
    names.push(decodeReferences(page.slice(start + '<x:Name>'.length, end)));
  }
  return names.length === count && new Set(names).size === count ? names : [];
}
