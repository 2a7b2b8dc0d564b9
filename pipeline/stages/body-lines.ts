import type { RowRole } from './row-role.ts';

/** A row of a table's body before its cells are read. */
export interface Line {
  readonly number: number;
  readonly role: RowRole;
  /** The words of its role; '' on a row of plain data. */
  readonly label: string;
  readonly level: number;
}

/** The lines of a body, top to bottom. One of plain data is kept as its number alone: a ledger has a million. */
export class BodyLines {
  private readonly numbers: number[] = [];
  private readonly special = new Map<number, Line>();

  get count(): number {
    return this.numbers.length;
  }

  /** The row of the first line; 0 where there is none. */
  get first(): number {
    return this.numbers[0] ?? 0;
  }

  /** The row of the last line; 0 where there is none. */
  get last(): number {
    return this.numbers.at(-1) ?? 0;
  }

  add(line: Line): void {
    this.numbers.push(line.number);
    if (line.role !== 'data' || line.level !== 0) this.special.set(line.number, line);
  }

  /** Totals, subtotals and the like. */
  *otherRows(): Generator<number> {
    for (const { number, role } of this.special.values()) if (role !== 'data') yield number;
  }

  *dataRows(): Generator<number> {
    for (const number of this.numbers)
      if ((this.special.get(number)?.role ?? 'data') === 'data') yield number;
  }

  *[Symbol.iterator](): Generator<Line> {
    for (const number of this.numbers)
      yield this.special.get(number) ?? { number, role: 'data', label: '', level: 0 };
  }
}
