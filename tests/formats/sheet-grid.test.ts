import { describe, expect, test } from '@jest/globals';
import { SheetGridBuilder, type SheetShape } from '../../pipeline/formats/sheet-grid.ts';
import type { CellValue, Sheet } from '../../pipeline/model/workbook.ts';

const shape: SheetShape = {
  name: '支出进度',
  visibility: 'visible',
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  validations: [],
};

function built(fill: (builder: SheetGridBuilder) => void): Sheet {
  const builder = new SheetGridBuilder();
  fill(builder);
  const sheet = builder.finish(shape);
  if (sheet === null) throw new Error('a cell was added twice');
  return sheet;
}

describe('the grid of a sheet', () => {
  test('gives back every kind of value', () => {
    const values: CellValue[] = [
      0,
      -12.5,
      '预算',
      '',
      true,
      false,
      { kind: 'date', iso: '2023-11-28', serial: 45258 },
      { kind: 'date', iso: '2023-11-28T10:00:00', serial: null },
      { kind: 'error', code: '#DIV/0!' },
    ];
    const sheet = built((builder) => {
      for (const [index, value] of values.entries()) builder.add(3, index + 2, value);
    });
    expect(values.map((_, index) => sheet.value(3, index + 2))).toEqual(values);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([3, 10]);
  });

  test('keeps an empty cell, an empty text and a formula without a value apart', () => {
    const sheet = built((builder) => {
      builder.add(1, 1, null);
      builder.add(1, 2, '');
      builder.add(1, 3, null, { formula: 'A1+1', uncalculated: true });
    });
    expect([...Array.from(sheet.filledColumns(1))]).toEqual([2, 3]);
    expect([1, 2, 3].map((column) => sheet.value(1, column))).toEqual([null, '', null]);
    expect([1, 2, 3].map((column) => sheet.isUncalculated(1, column))).toEqual([false, false, true]);
    expect(sheet.formula(1, 3)).toBe('A1+1');
  });

  test('keeps rows apart that fill other columns, hold other kinds of cells or are longer', () => {
    const rows: CellValue[][] = [
      [1, '甲', 2],
      [3, '乙', 4],
      [5, 6, '丙'],
      [null, 7, 8],
      [9, '丁'],
      [10, '戊', 11],
      [12, '己', 13, 14],
    ];
    const sheet = built((builder) => {
      for (const [row, cells] of rows.entries())
        for (const [column, value] of cells.entries()) builder.add(row + 1, column + 1, value);
    });
    expect(rows.map((cells, row) => cells.map((_, column) => sheet.value(row + 1, column + 1)))).toEqual(
      rows,
    );
    expect(rows.map((_, row) => Array.from(sheet.filledColumns(row + 1)).length)).toEqual([
      3, 3, 3, 2, 2, 3, 4,
    ]);
  });

  test('answers for cells that were never added', () => {
    const sheet = built((builder) => builder.add(2, 2, 1));
    expect(sheet.value(1, 1)).toBeNull();
    expect(sheet.value(2, 1)).toBeNull();
    expect(sheet.value(2, 3)).toBeNull();
    expect(sheet.formula(9, 9)).toBeNull();
    expect(sheet.numberFormat(9, 9)).toBeNull();
    expect(Array.from(sheet.filledColumns(1))).toEqual([]);
  });

  test('takes General for no number format', () => {
    const sheet = built((builder) => {
      builder.add(1, 1, 0.5, { numberFormat: '0.00%' });
      builder.add(1, 2, 0.5, { numberFormat: 'General' });
    });
    expect(sheet.numberFormat(1, 1)).toBe('0.00%');
    expect(sheet.numberFormat(1, 2)).toBeNull();
  });

  test('sorts rows and cells that come in any order', () => {
    const sheet = built((builder) => {
      builder.add(5, 2, 'E', { formula: 'X' });
      builder.add(2, 3, 'B3');
      builder.add(2, 1, 'B1', { numberFormat: '@' });
      builder.add(5, 1, 'E1');
    });
    expect(Array.from(sheet.filledRows)).toEqual([2, 5]);
    expect(Array.from(sheet.filledColumns(2))).toEqual([1, 3]);
    expect([sheet.value(2, 1), sheet.value(2, 3), sheet.value(5, 1), sheet.value(5, 2)]).toEqual([
      'B1',
      'B3',
      'E1',
      'E',
    ]);
    expect(sheet.formula(5, 2)).toBe('X');
    expect(sheet.formula(5, 1)).toBeNull();
    expect(sheet.numberFormat(2, 1)).toBe('@');
  });

  test('refuses a cell that was added twice, in order or not', () => {
    for (const places of [
      [1, 1],
      [1, 2, 1],
    ]) {
      const builder = new SheetGridBuilder();
      for (const column of places) builder.add(1, column, column);
      expect(builder.finish(shape)).toBeNull();
    }
  });

  test('gives every filled cell of an array formula its text', () => {
    const sheet = built((builder) => {
      builder.add(1, 1, 2, { formula: 'B1:B2*2' });
      builder.add(2, 1, 4);
      builder.add(3, 1, 6);
      builder.addArrayFormula({ top: 1, left: 1, bottom: 2, right: 1 }, 'B1:B2*2');
    });
    expect([1, 2, 3].map((row) => sheet.formula(row, 1))).toEqual(['B1:B2*2', 'B1:B2*2', null]);
  });

  test.each(['plain', 'shared', 'array'])('knows a %s formula with a bracket among others', (kind) => {
    const withFormula = (formula: string) =>
      built((builder) => {
        builder.add(1, 1, 2, { formula: 'B1*2' });
        builder.add(2, 1, 4);
        if (kind === 'array') builder.addArrayFormula({ top: 2, left: 1, bottom: 2, right: 1 }, formula);
        else builder.addFormula(kind === 'plain' ? formula : { textAt: () => formula });
      });
    expect(withFormula('[1]预算!B1').hasBracketFormulas).toBe(true);
    expect(withFormula('预算!B1').hasBracketFormulas).toBe(false);
  });

  test('holds 1,000,000 rows of 12 numbers in 160 MB', () => {
    const builder = new SheetGridBuilder();
    const before = process.memoryUsage().arrayBuffers;
    for (let row = 1; row <= 1_000_000; row++) {
      for (let column = 1; column <= 12; column++) builder.addNumber(row, column, row * column, 0);
    }
    const sheet = builder.finish(shape);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(160e6);
    expect(sheet?.value(1_000_000, 12)).toBe(12_000_000);
    expect(sheet?.value(500_001, 7)).toBe(3_500_007);
    expect(Array.from(sheet?.filledColumns(2731) ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
