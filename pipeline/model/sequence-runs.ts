import type { Row, Table } from './submission.ts';

/** A row with its number as written. */
export interface Numbered {
  readonly row: Row;
  readonly number: number;
  readonly field: string;
}

/** Whether the rows of a table are numbered one after the other: what most lists are, and no run need be looked for. */
export function areNumberedInOrder(table: Table): boolean {
  const before = known.get(table);
  if (before !== undefined) return before;
  const areInOrder = climbByOne(table);
  known.set(table, areInOrder);
  return areInOrder;
}

/** Two rules ask the same of every table. */
const known = new WeakMap<Table, boolean>();

function climbByOne(table: Table): boolean {
  const field = sequenceFieldOf(table);
  if (field === undefined || table.rows.length < 2) return false;
  let before: number | null = null;
  for (const row of table.rows) {
    const number = row.values[field];
    if (typeof number !== 'number' || (before !== null && number !== before + 1)) return false;
    before = number;
  }
  return true;
}

/**
 * The numbered rows of a table in the order of the sheet, cut where numbering starts again at 1, 2 as it does in each
 * group of a long list. A single 1 in the middle is no new start.
 */
export function sequenceRuns(table: Table): readonly (readonly Numbered[])[] {
  const field = sequenceFieldOf(table);
  if (field === undefined) return [];
  const numbered = table.rows.flatMap((row): Numbered[] => {
    const number = row.values[field];
    return typeof number === 'number' ? [{ row, number, field }] : [];
  });
  const runs: Numbered[][] = [];
  for (const [index, one] of numbered.entries()) {
    const before = numbered[index - 1];
    const startsAgain =
      before !== undefined && before.number > 1 && one.number === 1 && numbered[index + 1]?.number === 2;
    const run = runs.at(-1);
    if (run === undefined || startsAgain) runs.push([one]);
    else run.push(one);
  }
  return runs;
}

function sequenceFieldOf({ fields }: Table): string | undefined {
  return Object.keys(fields).find((name) => fields[name]?.kind === 'sequence');
}
