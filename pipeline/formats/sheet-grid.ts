import type { CellDate, CellValue, Range, Sheet, Span, Validation } from '../model/workbook.ts';
import { dateOfSerial } from './serial-date.ts';

/** What a reader knows of a sheet besides its cells. */
export type SheetShape = Pick<
  Sheet,
  'name' | 'visibility' | 'merges' | 'hiddenRows' | 'hiddenColumns' | 'validations'
>;

/** What a reader knows of a cell besides its value. */
export interface CellExtra {
  /** The formula without its `=`. */
  readonly formula?: string | null;
  /** The number format code; `General` counts as none. */
  readonly numberFormat?: string | null;
  /** The cell holds a formula for which the file carries no value. */
  readonly uncalculated?: boolean;
}

/** Texts that several sheets share, each decoded when first asked for. */
export interface SharedTexts {
  text(index: number): string;
}

/** A formula written once for many cells: its text moves with the cell. */
export interface SharedFormula {
  textAt(row: number, column: number): string;
}

export interface GridOptions {
  /** Whether serial numbers of dates count from 1904. */
  readonly date1904?: boolean;
  readonly sharedTexts?: SharedTexts;
}

/** What the number stored for a cell means. Three bits of the cell's tag; the other thirteen index its number format. */
const Kind = {
  uncalculated: 0,
  number: 1,
  /** An index into the grid's own texts. */
  text: 2,
  /** An index into the texts all sheets of the workbook share. */
  sharedText: 3,
  boolean: 4,
  /** An index into the grid's own texts, as are the next two. */
  error: 5,
  isoDate: 6,
  serialDate: 7,
} as const;

/** The most distinct number formats a sheet can hold besides General. */
export const maxNumberFormats = 8191;

const firstBlock = 2048;
const blockShift = 15;
const blockSize = 1 << blockShift;
const blockMask = blockSize - 1;

/** So many shapes of rows are looked for again; a sheet in which hardly two rows are alike has no use for more. */
const mostKnownShapes = 4096;

/**
 * Collects the cells of a sheet into a compact grid: eight bytes a cell, no object. Which columns a row fills and what
 * its cells are is its shape; rows of one shape share it.
 *
 * Cells are expected row by row and left to right, which costs nothing; any other order is sorted out in `finish`.
 * Rows and columns count from 1.
 */
export class SheetGridBuilder {
  private readonly date1904: boolean;
  private readonly sharedTexts: SharedTexts;
  private readonly blocks: Float64Array[] = [];
  private block = new Float64Array(firstBlock);
  /** Cells in the block being filled, and in those before it. */
  private used = 0;
  private storedBefore = 0;
  private rows = new Uint32Array(64);
  private starts = new Uint32Array(64);
  private shapes = new Uint32Array(64);
  /** The shapes one after the other; each ends with a column 0. */
  private columns = new Uint16Array(256);
  private tags = new Uint16Array(256);
  private shapesUsed = 0;
  private shapeStart = 0;
  private shapeHash = 0;
  private readonly knownShapes = new Map<number, number>();
  private rowCount = 0;
  private lastRow = 0;
  private lastColumn = 0;
  private widest = 0;
  private inOrder = true;
  private texts: string[] = [];
  private formats: (string | null)[] = [null];
  private readonly formatIndexes = new Map<string, number>();
  private readonly formulaCells: number[] = [];
  private readonly formulas: (string | SharedFormula)[] = [];
  private arrayFormulas: ArrayFormula[] = [];

  constructor(options: GridOptions = {}) {
    this.date1904 = options.date1904 ?? false;
    this.sharedTexts = options.sharedTexts ?? noSharedTexts;
  }

  /** Adds a cell. An empty one (no value, no formula) leaves no trace. A date with a serial is kept as that serial. */
  add(row: number, column: number, value: CellValue, extra: CellExtra = {}): void {
    const formula = extra.formula ?? null;
    if (value === null && formula === null && extra.uncalculated !== true) return;
    const format = this.formatIndex(extra.numberFormat ?? null);
    if (value === null || extra.uncalculated === true) this.addUncalculated(row, column, format);
    else if (typeof value === 'number') this.addNumber(row, column, value, format);
    else if (typeof value === 'string') this.addText(row, column, value, format);
    else if (typeof value === 'boolean') this.addBoolean(row, column, value, format);
    else if (value.kind === 'error') this.addError(row, column, value.code, format);
    else if (value.serial === null) this.addIsoDate(row, column, value.iso, format);
    else this.addSerialDate(row, column, value.serial, format);
    if (formula !== null) this.addFormula(formula);
  }

  /** The index under which the methods below take a number format code; 0 is General. */
  formatIndex(code: string | null): number {
    if (code === null || code === 'General') return 0;
    const known = this.formatIndexes.get(code);
    if (known !== undefined) return known;
    const index = this.formats.push(code) - 1;
    if (index > maxNumberFormats) throw new RangeError(`more than ${maxNumberFormats} number formats`);
    this.formatIndexes.set(code, index);
    return index;
  }

  addNumber(row: number, column: number, number: number, format: number): void {
    this.append(row, column, Kind.number, number, format);
  }

  addSerialDate(row: number, column: number, serial: number, format: number): void {
    this.append(row, column, Kind.serialDate, serial, format);
  }

  addSharedText(row: number, column: number, index: number, format: number): void {
    this.append(row, column, Kind.sharedText, index, format);
  }

  addText(row: number, column: number, text: string, format: number): void {
    this.append(row, column, Kind.text, this.texts.push(text) - 1, format);
  }

  addBoolean(row: number, column: number, value: boolean, format: number): void {
    this.append(row, column, Kind.boolean, value ? 1 : 0, format);
  }

  addError(row: number, column: number, code: string, format: number): void {
    this.append(row, column, Kind.error, this.texts.push(code) - 1, format);
  }

  addIsoDate(row: number, column: number, iso: string, format: number): void {
    this.append(row, column, Kind.isoDate, this.texts.push(iso) - 1, format);
  }

  addUncalculated(row: number, column: number, format: number): void {
    this.append(row, column, Kind.uncalculated, 0, format);
  }

  /** Gives the cell added last its formula. */
  addFormula(formula: string | SharedFormula): void {
    this.formulaCells.push(this.cellCount - 1);
    this.formulas.push(formula);
  }

  /** Gives every cell of a range without a formula of its own this one. */
  addArrayFormula(range: Range, formula: string): void {
    this.arrayFormulas.push({ range, formula });
  }

  get cellCount(): number {
    return this.storedBefore + this.used;
  }

  /** The sheet; null when a cell was added twice, so that its value is anybody's guess. The builder is spent. */
  finish(shape: SheetShape): Sheet | null {
    this.closeRow();
    if (!this.inOrder) return this.inRightOrder()?.finish(shape) ?? null;
    return new SheetGrid(shape, {
      blocks: [...this.blocks, this.block],
      cellCount: this.cellCount,
      rows: this.rows.subarray(0, this.rowCount),
      starts: this.starts.subarray(0, this.rowCount),
      shapes: this.shapes.subarray(0, this.rowCount),
      columns: this.columns,
      tags: this.tags,
      columnCount: this.widest,
      date1904: this.date1904,
      sharedTexts: this.sharedTexts,
      texts: this.texts,
      formats: this.formats,
      formulaCells: this.formulaCells,
      formulas: this.formulas,
      arrayFormulas: this.arrayFormulas,
    });
  }

  private append(row: number, column: number, kind: number, number: number, format: number): void {
    if (row !== this.lastRow) this.startRow(row);
    else if (column <= this.lastColumn) this.inOrder = false;
    this.lastColumn = column;
    if (column > this.widest) this.widest = column;
    if (this.used === this.block.length) this.grow();
    this.block[this.used++] = number;
    const tag = (format << 3) | kind;
    const at = this.shapesUsed++;
    if (at === this.columns.length) {
      this.columns = doubled(this.columns);
      this.tags = doubled(this.tags);
    }
    this.columns[at] = column;
    this.tags[at] = tag;
    this.shapeHash = Math.imul(this.shapeHash ^ ((column << 16) | tag), 0x01000193);
  }

  /** Gives the row added last its shape: that of a row before it, where there is one alike. */
  private closeRow(): void {
    if (this.rowCount === 0) return;
    const { shapeStart, shapeHash } = this;
    if (this.shapesUsed === this.columns.length) {
      this.columns = doubled(this.columns);
      this.tags = doubled(this.tags);
    }
    this.columns[this.shapesUsed] = 0;
    const known = this.knownShapes.get(shapeHash);
    if (known !== undefined && this.isSameShape(known)) {
      this.shapes[this.rowCount - 1] = known;
      this.shapesUsed = shapeStart;
    } else {
      this.shapes[this.rowCount - 1] = shapeStart;
      this.shapesUsed += 1;
      if (this.knownShapes.size < mostKnownShapes) this.knownShapes.set(shapeHash, shapeStart);
    }
  }

  private isSameShape(known: number): boolean {
    const { columns, tags, shapeStart, shapesUsed } = this;
    for (let offset = 0; offset <= shapesUsed - shapeStart; offset++) {
      if (columns[known + offset] !== columns[shapeStart + offset]) return false;
      if (columns[known + offset] !== 0 && tags[known + offset] !== tags[shapeStart + offset]) return false;
    }
    return true;
  }

  private startRow(row: number): void {
    this.closeRow();
    if (row < this.lastRow) this.inOrder = false;
    if (this.rowCount === this.rows.length) {
      this.rows = doubled(this.rows);
      this.starts = doubled(this.starts);
      this.shapes = doubled(this.shapes);
    }
    this.rows[this.rowCount] = row;
    this.starts[this.rowCount] = this.cellCount;
    this.rowCount++;
    this.shapeStart = this.shapesUsed;
    this.shapeHash = 0;
    this.lastRow = row;
  }

  /** Small sheets live in one block that doubles; large ones get block after block, so that nothing is copied. */
  private grow(): void {
    if (this.used === blockSize) {
      this.blocks.push(this.block);
      this.storedBefore += blockSize;
      this.block = new Float64Array(blockSize);
      this.used = 0;
      return;
    }
    const larger = new Float64Array(this.used * 2);
    larger.set(this.block);
    this.block = larger;
  }

  /** The same cells added anew in order; null when two have one place. */
  private inRightOrder(): SheetGridBuilder | null {
    const ordered = new SheetGridBuilder({ date1904: this.date1904, sharedTexts: this.sharedTexts });
    ordered.texts = this.texts;
    ordered.formats = this.formats;
    ordered.arrayFormulas = this.arrayFormulas;
    const blocks = [...this.blocks, this.block];
    const formulaOf = new Map(this.formulaCells.map((cell, index) => [cell, this.formulas[index]]));
    const runs = Array.from({ length: this.rowCount }, (_, run) => run);
    runs.sort((a, b) => (this.rows[a] ?? 0) - (this.rows[b] ?? 0));
    for (let next = 0; next < runs.length; ) {
      const row = this.rows[runs[next] ?? 0] ?? 0;
      const cells: { readonly cell: number; readonly column: number; readonly tag: number }[] = [];
      for (; next < runs.length && this.rows[runs[next] ?? 0] === row; next++) {
        const run = runs[next] ?? 0;
        const start = this.starts[run] ?? 0;
        const shape = this.shapes[run] ?? 0;
        for (let offset = 0; this.columns[shape + offset] !== 0; offset++) {
          const column = this.columns[shape + offset] ?? 0;
          cells.push({ cell: start + offset, column, tag: this.tags[shape + offset] ?? 0 });
        }
      }
      cells.sort((a, b) => a.column - b.column);
      for (const { cell, column, tag } of cells) {
        const number = blocks[cell >> blockShift]?.[cell & blockMask] ?? 0;
        ordered.append(row, column, tag & 7, number, tag >> 3);
        const formula = formulaOf.get(cell);
        if (formula !== undefined) ordered.addFormula(formula);
      }
    }
    return ordered.inOrder ? ordered : null;
  }
}

interface ArrayFormula {
  readonly range: Range;
  readonly formula: string;
}

interface Grid {
  /** The numbers stored for the cells, row by row. All blocks but the last are full. */
  readonly blocks: readonly Float64Array[];
  readonly cellCount: number;
  readonly rows: Uint32Array;
  /** The first cell of each row, and the first column of its shape. */
  readonly starts: Uint32Array;
  readonly shapes: Uint32Array;
  readonly columns: Uint16Array;
  readonly tags: Uint16Array;
  readonly columnCount: number;
  readonly date1904: boolean;
  readonly sharedTexts: SharedTexts;
  readonly texts: readonly string[];
  readonly formats: readonly (string | null)[];
  /** Cells with a formula, ascending, and beside them the formulas. */
  readonly formulaCells: readonly number[];
  readonly formulas: readonly (string | SharedFormula)[];
  readonly arrayFormulas: readonly ArrayFormula[];
}

/**
 * A sheet over the builder's blocks. Looking up is by guess first (cells mostly lie side by side), then by bisection; of the
 * row looked at last it is known where its cells are.
 */
class SheetGrid implements Sheet {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly validations: readonly Validation[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly filledRows: ArrayLike<number>;
  private readonly grid: Grid;
  private row = 0;
  /** The last one looked at that is filled: which of the filled rows it is, its first cell and its shape. */
  private index = -1;
  private start = 0;
  private shape = 0;
  /** How many cells the row looked at last has. */
  private width = 0;

  constructor(shape: SheetShape, grid: Grid) {
    this.name = shape.name;
    this.visibility = shape.visibility;
    this.merges = shape.merges;
    this.hiddenRows = shape.hiddenRows;
    this.hiddenColumns = shape.hiddenColumns;
    this.validations = shape.validations;
    this.rowCount = grid.rows.at(-1) ?? 0;
    this.columnCount = grid.columnCount;
    this.filledRows = grid.rows;
    this.grid = grid;
  }

  filledColumns(row: number): ArrayLike<number> {
    this.goTo(row);
    return this.width === 0 ? [] : this.grid.columns.subarray(this.shape, this.shape + this.width);
  }

  value(row: number, column: number): CellValue {
    const offset = this.offsetOf(row, column);
    if (offset < 0) return null;
    const { texts, sharedTexts, date1904 } = this.grid;
    const cell = this.start + offset;
    const number = this.grid.blocks[cell >> blockShift]?.[cell & blockMask] ?? 0;
    switch (this.tagOf(offset) & 7) {
      case Kind.number:
        return number;
      case Kind.sharedText:
        return sharedTexts.text(number);
      case Kind.text:
        return texts[number] ?? null;
      case Kind.boolean:
        return number === 1;
      case Kind.error:
        return { kind: 'error', code: texts[number] ?? '' };
      case Kind.serialDate:
        return dateOfSerial(number, date1904) ?? number;
      case Kind.isoDate:
        return { kind: 'date', iso: texts[number] ?? '', serial: null } satisfies CellDate;
      default:
        return null;
    }
  }

  formula(row: number, column: number): string | null {
    const { formulaCells, formulas, arrayFormulas } = this.grid;
    if (formulaCells.length === 0) return null;
    const offset = this.offsetOf(row, column);
    if (offset < 0) return null;
    const cell = this.start + offset;
    const formula = formulas[bisect(formulaCells, cell, 0, formulaCells.length)];
    if (formula !== undefined) return typeof formula === 'string' ? formula : formula.textAt(row, column);
    return arrayFormulas.find(({ range }) => contains(range, row, column))?.formula ?? null;
  }

  get hasBracketFormulas(): boolean {
    const { formulas, arrayFormulas } = this.grid;
    const shared = new Set<SharedFormula>();
    for (const formula of formulas) {
      if (typeof formula !== 'string') shared.add(formula);
      else if (formula.includes('[')) return true;
    }
    // What moves along with the cell is never in brackets.
    if ([...shared].some((formula) => formula.textAt(1, 1).includes('['))) return true;
    return arrayFormulas.some(({ formula }) => formula.includes('['));
  }

  isUncalculated(row: number, column: number): boolean {
    const offset = this.offsetOf(row, column);
    return offset >= 0 && (this.tagOf(offset) & 7) === Kind.uncalculated;
  }

  numberFormat(row: number, column: number): string | null {
    const offset = this.offsetOf(row, column);
    return offset < 0 ? null : (this.grid.formats[this.tagOf(offset) >> 3] ?? null);
  }

  /** Makes a row the one looked at; one that is not filled has no cells. */
  private goTo(row: number): void {
    if (row === this.row) return;
    const { rows, starts, shapes, cellCount } = this.grid;
    const next = this.index + 1;
    const index = rows[next] === row ? next : bisect(rows, row, 0, rows.length);
    this.row = row;
    this.width = 0;
    if (index < 0) return;
    this.index = index;
    this.start = starts[index] ?? 0;
    this.shape = shapes[index] ?? 0;
    this.width = (starts[index + 1] ?? cellCount) - this.start;
  }

  /** Which of a row's cells stands in a column, or -1. The row is then the one looked at. */
  private offsetOf(row: number, column: number): number {
    this.goTo(row);
    const { columns } = this.grid;
    const { shape, width } = this;
    const guess = column - (columns[shape] ?? 0);
    if (guess >= 0 && guess < width && columns[shape + guess] === column) return guess;
    const found = bisect(columns, column, shape, shape + width);
    return found < 0 ? -1 : found - shape;
  }

  private tagOf(offset: number): number {
    return this.grid.tags[this.shape + offset] ?? 0;
  }
}

/** The index of a value in ascending numbers, or -1. */
function bisect(numbers: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = numbers[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle;
  }
  return -1;
}

function contains(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

function doubled<T extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(numbers: T): T;
function doubled(numbers: Uint16Array | Uint32Array): Uint16Array | Uint32Array {
  const larger =
    numbers instanceof Uint16Array
      ? new Uint16Array(2 * numbers.length)
      : new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

const noSharedTexts: SharedTexts = {
  text(index) {
    throw new RangeError(`no shared text ${index}`);
  },
};
