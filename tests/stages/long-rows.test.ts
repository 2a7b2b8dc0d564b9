import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Row, RowSource } from '../../pipeline/model/submission.ts';
import { longRows, stretchesOf } from '../../pipeline/stages/long-rows.ts';
import { directFunds } from '../../pipeline/templates/t10-direct-funds.ts';

const { fields, identity } = directFunds.tables.funds;
const source: RowSource = {
  file: '台账.xlsx',
  sheet: '直达资金',
  fields,
  identity,
  columns: new Map(),
  cells: null,
  headingRow: 4,
  unit: '万元',
};

/** Rows that were read, whole, and cells that were read one by one. */
let rowsRead: number[] = [];
let cellsRead: number[] = [];

beforeEach(() => {
  rowsRead = [];
  cellsRead = [];
});

/** A table of 2,500 rows from row 6 on, every other one blank, in which a row's sequence number is that of the sheet. */
function table(): readonly Row[] {
  const { rows, add } = longRows({
    source,
    values: (row) => {
      rowsRead.push(row);
      return { seq: row } as unknown as Row['values'];
    },
    fields: {
      seq: (row) => {
        cellsRead.push(row);
        return row;
      },
    },
  });
  for (let index = 0; index < 2_500; index += 1)
    add({
      number: 6 + 2 * index,
      level: 0,
      label: '',
      parent: null,
      classified: false,
      gaps: {},
      source,
      values: {},
    });
  return rows;
}

describe('the rows of a long table', () => {
  test('are read a cell at a time when nobody goes through them', () => {
    const rows = table();
    expect(rows[3]?.values.seq).toBe(12);
    expect([rowsRead, cellsRead]).toEqual([[], [12]]);
  });

  test('are read once each, however many go through them side by side', () => {
    const rows = table();
    let seen = 0;
    for (const stretch of stretchesOf(rows)) {
      for (let one = 0; one < 3; one += 1) {
        for (const row of rows.slice(seen, seen + 1_000)) expect(row.values.seq).toBe(row.number);
        expect(stretch.wasLeft).toBe(false);
      }
      seen += 1_000;
    }
    expect(rowsRead).toEqual(rows.map(({ number }) => number));
    expect(cellsRead).toEqual([]);
  });

  test('tell when one beyond the stretch is looked at, before it and behind it', () => {
    const rows = table();
    const left: boolean[] = [];
    let index = 0;
    for (const held of stretchesOf(rows)) {
      for (const row of [rows[index - 1], rows[index], rows[index + 999], rows[index + 1_000]]) {
        held.wasLeft = false;
        expect(row?.values.seq).toBe(row?.number);
        left.push(held.wasLeft);
      }
      index += 1_000;
    }
    expect(left).toEqual([false, false, false, true, true, false, false, true, true, false, false, false]);
  });

  test('are let go of at the end', () => {
    const rows = table();
    for (const _ of stretchesOf(rows));
    expect(rows.at(-1)?.values.seq).toBe(5_004);
    expect(cellsRead).toEqual([5_004]);
  });

  test('are held by nobody where the table is none of these', () => {
    expect([...stretchesOf([...table()])]).toEqual([]);
  });
});
