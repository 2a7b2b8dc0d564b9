import { type Refusal, refuse } from '../../model/refusal.ts';

/**
 * Watches how many fields the rows of a CSV have.
 *
 * Short rows are harmless: titles, notes, empty cells left out at the end. A row that is wider than the table is not:
 * most likely a text or an amount such as 1,234.50 stands there without quotes, and every figure behind it has slipped
 * into the next column.
 */
export class WidthWatch {
  private readonly delimiter: string;
  /** The last filled column of each row. */
  private readonly filled: number[] = [];
  /** Rows without a figure: the heading of a wider table may be one. */
  private readonly wordsOnly = new Set<number>();
  /** How many rows have how many fields; rows of one field are titles and notes. */
  private readonly rowsByWidth = new Map<number, number>();
  private widest = 0;
  private splitAmount: Refusal | null = null;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** Takes the next row and the column of its last field that is not empty, 0 when all are. */
  see(fields: readonly string[], lastFilled: number): void {
    this.filled.push(lastFilled);
    if (fields.length < 2) return;
    if (!fields.some((field) => /^[-+(（¥￥]?\d[\d.]*[%)）]?$/.test(field.trim())))
      this.wordsOnly.add(this.filled.length - 1);
    this.rowsByWidth.set(fields.length, (this.rowsByWidth.get(fields.length) ?? 0) + 1);
    if (fields.length <= this.widest) return;
    if (this.widest > 0 && this.delimiter === ',' && holdsSplitAmount(fields)) {
      this.splitAmount ??= tooWide(this.filled.length, fields.length, this.widest);
    }
    this.widest = fields.length;
  }

  /** The refusal of the first row that is wider than the table; null when there is none. */
  verdict(): Refusal | null {
    if (this.splitAmount !== null) return this.splitAmount;
    let rows = 0;
    let usual = { width: 0, rows: 0 };
    for (const [width, count] of this.rowsByWidth) {
      rows += count;
      if (count > usual.rows || (count === usual.rows && width > usual.width)) usual = { width, rows: count };
    }
    // Forms have rows of many widths: only where three rows of four agree is another one out of the usual.
    if (rows === 0 || usual.rows * 4 < rows * 3) return null;
    let allowed = usual.width;
    for (const [index, width] of this.filled.entries()) {
      if (width > usual.width && this.headsWiderTable(index)) allowed = width;
      if (width > allowed) return tooWide(index + 1, width, usual.width);
    }
    return null;
  }

  /** A row of words alone, with a row as wide below it, heads a wider table: a form with a list under it. */
  private headsWiderTable(index: number): boolean {
    return this.wordsOnly.has(index) && (this.filled[index + 1] ?? 0) > 0.5 * (this.filled[index] ?? 0);
  }
}

function tooWide(row: number, width: number, usual: number): Refusal {
  return refuse('TOO_MANY_COLUMNS', {
    zh: `第 ${row} 行有 ${width} 列，其他行 ${usual} 列，文字或金额中可能有未加引号的分隔符`,
    en: `row ${row} has ${width}, other rows ${usual}; perhaps a text or amount holds the separator without quotes`,
  });
}

/** Whether two neighbours look like one amount cut at its thousands separator: `1` and `234.50`. */
function holdsSplitAmount(fields: readonly string[]): boolean {
  return fields.some(
    (field, index) =>
      /^[-+(（¥￥]?\d{1,3}$/.test(field.trim()) &&
      /^\d{3}(\.\d{1,8})?[)）]?$/.test((fields[index + 1] ?? '').trim()),
  );
}
