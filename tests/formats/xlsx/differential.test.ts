import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CellValue } from '../../../pipeline/model/workbook.ts';
import {
  type Found,
  type FoundSheets,
  plainValue,
  readWithExcelJs,
  readWithSheetJs,
} from '../../support/other-readers.ts';
import { type MeantCell, type MeantWorkbook, meantWorkbook } from '../../support/xlsx-arbitrary.ts';
import { readBytes } from '../../support/xlsx-parts.ts';

const runs = { numRuns: 300, seed: 20231128 };

describe('generated workbooks', () => {
  test('are read as they were meant', async () => {
    await fc.assert(
      fc.asyncProperty(meantWorkbook, fc.boolean(), async (meant, inPieces) => {
        const result = await readBytes(meant.bytes, inPieces ? { streamFromBytes: 0 } : {});
        const sheet = typeof result === 'string' ? undefined : result.sheets[0];
        expect(result).toMatchObject({ format: 'xlsx' });
        const found: Omit<MeantCell, 'manner'>[] = [];
        for (const row of Array.from(sheet?.filledRows ?? [])) {
          for (const column of Array.from(sheet?.filledColumns(row) ?? [])) {
            found.push({
              row,
              column,
              value: sheet?.value(row, column) ?? null,
              formula: sheet?.formula(row, column) ?? null,
              numberFormat: sheet?.numberFormat(row, column) ?? null,
            });
          }
        }
        expect(found).toEqual(meant.cells.map(({ manner: _, ...cell }) => cell));
        expect(sheet?.merges.length).toBe(meant.merges.length);
      }),
      runs,
    );
  }, 120_000);

  test('are read by exceljs alike, but for faults of its own', async () => {
    expect(
      await compare(({ bytes, traits }) => readWithExcelJs(bytes, traits.date1904), excelJsFaults),
    ).toEqual([]);
  }, 120_000);

  test('are read by SheetJS alike, but for faults of its own', async () => {
    expect(await compare(async ({ bytes }) => readWithSheetJs(bytes), sheetJsFaults)).toEqual([]);
  }, 120_000);
});

type OtherReader = (meant: MeantWorkbook) => Promise<FoundSheets>;

/** A fault of another reader: its name, and whether it explains what was found in place of what was meant. */
type Faults = Readonly<Record<string, (meant: MeantWorkbook, cell: MeantCell, found: Found) => boolean>>;

/** Every difference to another reader that no known fault of it explains. */
async function compare(read: OtherReader, faults: Faults): Promise<string[]> {
  const unexplained: string[] = [];
  for (const meant of fc.sample(meantWorkbook, runs)) {
    const found = await read(meant);
    for (const cell of meant.cells) {
      const other = found instanceof Error ? undefined : found[0]?.get(`${cell.row},${cell.column}`);
      const expected = plainValue(cell.value, meant.traits.date1904);
      if (!(found instanceof Error) && Object.is(other, expected)) continue;
      if (Object.values(faults).some((explains) => explains(meant, cell, other))) continue;
      const message = found instanceof Error ? found.message : JSON.stringify(other);
      unexplained.push(
        `R${cell.row}C${cell.column} ${JSON.stringify(cell)} found ${message} ${JSON.stringify(meant.traits)}`,
      );
    }
  }
  return unexplained.slice(0, 20);
}

const excelJsFaults: Faults = {
  'fails on elements with a prefix': (meant) => meant.traits.prefix !== '',
  'fails on rows and cells without a number': (meant) => !meant.traits.numbered,
  'fails on references in lower case': (meant) => meant.traits.lowerCase,
  'takes the year of an ISO date for its value': (_, { value }, found) => found === 2023 && isIsoDate(value),
  'loses text in CDATA': (_, { manner }, found) =>
    manner.endsWith('CDATA') && (found === undefined || found === ''),
  'loses an empty text': (_, { value }, found) => value === '' && found === undefined,
  'leaves escapes in results of formulas and in inline texts': (_, { value, manner }, found) =>
    (manner === 'result' || manner === 'inline') &&
    found === String(value).replaceAll('_x0041_', '_x005F_x0041_'),
};

function isIsoDate(value: CellValue): boolean {
  return typeof value === 'object' && value?.kind === 'date' && value.serial === null;
}

const sheetJsFaults: Faults = {
  'takes cells in comments for cells': (meant) => meant.traits.comments,
  'loses cells with references in lower case': (meant) => meant.traits.lowerCase,
  'decodes escapes twice in results of formulas': (_, { value, manner }, found) =>
    manner === 'result' && found === String(value).replaceAll('_x0041_', 'A'),
  'leaves escapes in CDATA': (_, { value, manner }, found) =>
    manner.endsWith('CDATA') && found === String(value).replaceAll('_x0041_', '_x005F_x0041_'),
};
