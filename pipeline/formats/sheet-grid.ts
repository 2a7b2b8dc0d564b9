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

/** One stretch of cells, column by column: twelve bytes a cell, no object. All but the last are full. */
interface Block {
  readonly columns: Uint16Array;
  readonly tags: Uint16Array;
  readonly numbers: Float64Array;
}

/**
 * Collects the cells of a sheet into a compact grid.
 *
 * Cells are expected row by row and left to right, which costs nothing; any other order is sorted out in `finish`.
 * Rows and columns count from 1.
 */
export class SheetGridBuilder {
  private readonly date1904: boolean;
  private readonly sharedTexts: SharedTexts;
  private readonly blocks: Block[] = [];
  private block = newBlock(firstBlock);
  /** Cells in the block being filled, and in those before it. */
  private used = 0;
  private storedBefore = 0;
  private rows = new Uint32Array(64);
  private starts = new Uint32Array(64);
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
    if (!this.inOrder) return this.inRightOrder()?.finish(shape) ?? null;
    return new SheetGrid(shape, {
      blocks: [...this.blocks, this.block],
      cellCount: this.cellCount,
      rows: this.rows.subarray(0, this.rowCount),
      starts: this.starts.subarray(0, this.rowCount),
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
    if (this.used === this.block.columns.length) this.grow();
    const { block, used } = this;
    block.columns[used] = column;
    block.tags[used] = (format << 3) | kind;
    block.numbers[used] = number;
    this.used = used + 1;
  }

  private startRow(row: number): void {
    if (row < this.lastRow) this.inOrder = false;
    if (this.rowCount === this.rows.length) {
      this.rows = doubled(this.rows);
      this.starts = doubled(this.starts);
    }
    this.rows[this.rowCount] = row;
    this.starts[this.rowCount] = this.cellCount;
    this.rowCount++;
    this.lastRow = row;
  }

  /** Small sheets live in one block that doubles; large ones get block after block, so that nothing is copied. */
  private grow(): void {
    if (this.used === blockSize) {
      this.blocks.push(this.block);
      this.storedBefore += blockSize;
      this.block = newBlock(blockSize);
      this.used = 0;
      return;
    }
    const larger = newBlock(this.used * 2);
    larger.columns.set(this.block.columns);
    larger.tags.set(this.block.tags);
    larger.numbers.set(this.block.numbers);
    this.block = larger;
  }

  /** The same cells added anew in order; null when two have one place. */
  private inRightOrder(): SheetGridBuilder | null {
    const ordered = new SheetGridBuilder({ date1904: this.date1904, sharedTexts: this.sharedTexts });
    ordered.texts = this.texts;
    ordered.formats = this.formats;
    ordered.arrayFormulas = this.arrayFormulas;
    const blocks = [...this.blocks, this.block];
    const columnOf = (cell: number) => blocks[cell >> blockShift]?.columns[cell & blockMask] ?? 0;
    const formulaOf = new Map(this.formulaCells.map((cell, index) => [cell, this.formulas[index]]));
    const runs = Array.from({ length: this.rowCount }, (_, run) => run);
    runs.sort((a, b) => (this.rows[a] ?? 0) - (this.rows[b] ?? 0));
    for (let next = 0; next < runs.length; ) {
      const row = this.rows[runs[next] ?? 0] ?? 0;
      const cells: number[] = [];
      for (; next < runs.length && this.rows[runs[next] ?? 0] === row; next++) {
        const run = runs[next] ?? 0;
        const end = run + 1 < this.rowCount ? (this.starts[run + 1] ?? 0) : this.cellCount;
        for (let cell = this.starts[run] ?? 0; cell < end; cell++) cells.push(cell);
      }
      cells.sort((a, b) => columnOf(a) - columnOf(b));
      for (const cell of cells) {
        const block = blocks[cell >> blockShift];
        const tag = block?.tags[cell & blockMask] ?? 0;
        const number = block?.numbers[cell & blockMask] ?? 0;
        ordered.append(row, columnOf(cell), tag & 7, number, tag >> 3);
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
  readonly blocks: readonly Block[];
  readonly cellCount: number;
  readonly rows: Uint32Array;
  /** The first cell of each row. */
  readonly starts: Uint32Array;
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

/** A sheet over the builder's blocks. Looking up is by guess first (cells mostly lie side by side), then by bisection. */
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
  private rowGuess = 0;

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
    const index = this.rowIndex(row);
    if (index < 0) return [];
    const start = this.grid.starts[index] ?? 0;
    const end = this.rowEnd(index);
    const block = this.grid.blocks[start >> blockShift];
    if (block !== undefined && start >> blockShift === (end - 1) >> blockShift) {
      return block.columns.subarray(start & blockMask, ((end - 1) & blockMask) + 1);
    }
    return Uint16Array.from({ length: end - start }, (_, offset) => this.columnOf(start + offset));
  }

  value(row: number, column: number): CellValue {
    const cell = this.cellAt(row, column);
    if (cell < 0) return null;
    const { texts, sharedTexts, date1904 } = this.grid;
    const number = this.grid.blocks[cell >> blockShift]?.numbers[cell & blockMask] ?? 0;
    switch (this.tagOf(cell) & 7) {
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
    const cell = this.cellAt(row, column);
    if (cell < 0) return null;
    const formula = formulas[bisect(formulaCells, cell, 0, formulaCells.length)];
    if (formula !== undefined) return typeof formula === 'string' ? formula : formula.textAt(row, column);
    return arrayFormulas.find(({ range }) => contains(range, row, column))?.formula ?? null;
  }

  isUncalculated(row: number, column: number): boolean {
    const cell = this.cellAt(row, column);
    return cell >= 0 && (this.tagOf(cell) & 7) === Kind.uncalculated;
  }

  numberFormat(row: number, column: number): string | null {
    const cell = this.cellAt(row, column);
    return cell < 0 ? null : (this.grid.formats[this.tagOf(cell) >> 3] ?? null);
  }

  /** The index of a filled row, or -1. */
  private rowIndex(row: number): number {
    const { rows } = this.grid;
    if (rows[this.rowGuess] === row) return this.rowGuess;
    if (rows[this.rowGuess + 1] === row) return ++this.rowGuess;
    const index = bisect(rows, row, 0, rows.length);
    if (index >= 0) this.rowGuess = index;
    return index;
  }

  private rowEnd(index: number): number {
    return this.grid.starts[index + 1] ?? this.grid.cellCount;
  }

  /** The index of a filled cell, or -1. */
  private cellAt(row: number, column: number): number {
    const index = this.rowIndex(row);
    if (index < 0) return -1;
    let low = this.grid.starts[index] ?? 0;
    let high = this.rowEnd(index);
    const guess = low + column - this.columnOf(low);
    if (guess >= low && guess < high && this.columnOf(guess) === column) return guess;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.columnOf(middle);
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  private columnOf(cell: number): number {
    return this.grid.blocks[cell >> blockShift]?.columns[cell & blockMask] ?? 0;
  }

  private tagOf(cell: number): number {
    return this.grid.blocks[cell >> blockShift]?.tags[cell & blockMask] ?? 0;
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

function newBlock(length: number): Block {
  return {
    columns: new Uint16Array(length),
    tags: new Uint16Array(length),
    numbers: new Float64Array(length),
  };
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

const noSharedTexts: SharedTexts = {
  text(index) {
    throw new RangeError(`no shared text ${index}`);
  },
};
