import { parseAddress } from '../../pipeline/model/address.ts';
import type { ProgressRow } from '../../pipeline/model/report.ts';

/** The amounts of a project that a circular prints. */
const amounts = ['budget', 'released', 'spent'] as const;

export type Amount = (typeof amounts)[number];

/** Where the amounts of some projects stand in one sheet. */
export interface SheetSource {
  readonly file: string;
  readonly sheet: string | null;
  /** Cells of each amount, runs of them as ranges: `Z8:Z13`. */
  readonly ranges: Readonly<Record<Amount, readonly string[]>>;
}

/** Where the amounts of projects stand, sheet by sheet in the order of the rows. */
export function sourcesOf(rows: readonly ProgressRow[]): readonly SheetSource[] {
  const sheets = new Map<string, ProgressRow[]>();
  for (const row of rows) {
    const name = `${row.place.file}\n${row.place.sheet ?? ''}`;
    const own = sheets.get(name);
    if (own === undefined) sheets.set(name, [row]);
    else own.push(row);
  }
  const sources: SheetSource[] = [];
  for (const own of sheets.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const ranges = (amount: Amount) => rangesOf(own.flatMap((row) => row.cells[amount]));
    sources.push({
      file: first.place.file,
      sheet: first.place.sheet,
      ranges: { budget: ranges('budget'), released: ranges('released'), spent: ranges('spent') },
    });
  }
  return sources;
}

/** Cells below each other as ranges, column by column; what is no address of a cell stays as it is. */
export function rangesOf(cells: readonly string[]): readonly string[] {
  const columns = new Map<number, { readonly row: number; readonly cell: string }[]>();
  const others: string[] = [];
  for (const cell of new Set(cells)) {
    const address = parseAddress(cell);
    if (address === null) {
      others.push(cell);
      continue;
    }
    const column = columns.get(address.column);
    if (column === undefined) columns.set(address.column, [{ row: address.row, cell }]);
    else column.push({ row: address.row, cell });
  }
  const ranges: string[] = [];
  for (const [, column] of [...columns].sort(([a], [b]) => a - b)) {
    const sorted = column.sort((a, b) => a.row - b.row);
    let start = 0;
    for (const [index, { row, cell }] of sorted.entries()) {
      if (sorted[index + 1]?.row === row + 1) continue;
      const from = sorted[start]?.cell ?? cell;
      ranges.push(from === cell ? cell : `${from}:${cell}`);
      start = index + 1;
    }
  }
  return [...ranges, ...others];
}
