import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readWorkbook } from '../../../pipeline/formats/index.ts';
import { isRefusal } from '../../../pipeline/model/refusal.ts';
import type { Sheet, Workbook } from '../../../pipeline/model/workbook.ts';
import {
  type Found,
  type FoundSheets,
  plainValue,
  readWithExcelJs,
  readWithSheetJs,
} from '../../support/other-readers.ts';

const month = 'fixtures/sample-month';

const files = readdirSync(month, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xlsx') && !name.includes('~$'))
  .sort();
const read = new Map<string, { readonly bytes: Buffer; readonly workbook: Workbook }>();
const refused: Record<string, string> = {};
for (const name of files) {
  const bytes = readFileSync(join(month, name));
  const result = await readWorkbook({ path: name, bytes, sha256: '' }, { passwords: [] });
  if (isRefusal(result)) refused[name] = result.code;
  else read.set(name, { bytes, workbook: result });
}

describe('every workbook of the sample month', () => {
  test('is read, but for those that were damaged on purpose', () => {
    expect(refused).toEqual({
      '收件/人社局/人社局项目分月支出进度表.xlsx': 'TRUNCATED',
      '收件/文旅局/文旅局6月支出进度表.xlsx': 'ENCRYPTED',
    });
    const cells = [...read.values()].flatMap(({ workbook }) => workbook.sheets.flatMap(ourCells));
    expect(read.size).toBeGreaterThan(30);
    expect(cells.length).toBeGreaterThan(5_000);
  });

  test('is read by exceljs alike, but for faults of its own', async () => {
    const unexplained: string[] = [];
    for (const [name, { bytes, workbook }] of read)
      unexplained.push(...differences(name, workbook, await readWithExcelJs(bytes, false), excelJsFaults));
    expect(unexplained).toEqual([]);
  }, 60_000);

  test('is read by SheetJS alike', () => {
    const unexplained: string[] = [];
    for (const [name, { bytes, workbook }] of read)
      unexplained.push(...differences(name, workbook, readWithSheetJs(bytes), {}));
    expect(unexplained).toEqual([]);
  }, 60_000);
});

/** A cell that another reader sees otherwise: what we read in it, and the sheet it stands in. */
interface Differing {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly ours: Found;
  readonly found: Found;
}

/** A fault of another reader: its name, and whether it explains a difference. */
type Faults = Readonly<Record<string, (cell: Differing) => boolean>>;

const excelJsFaults: Faults = {
  'repeats the value of a merged cell in every cell it covers': ({ sheet, row, column, ours, found }) =>
    ours === undefined &&
    sheet.merges.some(
      ({ top, left, bottom, right }) =>
        top <= row &&
        row <= bottom &&
        left <= column &&
        column <= right &&
        found === plainValue(sheet.value(top, left), false),
    ),
};

/** Every cell in which the other reader differs and no known fault of it explains why. */
function differences(name: string, workbook: Workbook, found: FoundSheets, faults: Faults): string[] {
  if (found instanceof Error) return [`${name}: ${found.message}`];
  if (found.length !== workbook.sheets.length) return [`${name}: ${found.length} sheets`];
  return workbook.sheets.flatMap((sheet, index) => {
    const others = found[index] ?? new Map<string, Found>();
    return [...new Set([...ourCells(sheet), ...others.keys()])].flatMap((address) => {
      const [row = 0, column = 0] = address.split(',').map(Number);
      const cell = {
        sheet,
        row,
        column,
        ours: plainValue(sheet.value(row, column), false),
        found: others.get(address),
      };
      if (Object.is(cell.found, cell.ours) || Object.values(faults).some((explains) => explains(cell)))
        return [];
      return [
        `${name} ${sheet.name} R${row}C${column}: ${JSON.stringify(cell.ours)}, found ${JSON.stringify(cell.found)}`,
      ];
    });
  });
}

function ourCells(sheet: Sheet): string[] {
  return Array.from(sheet.filledRows).flatMap((row) =>
    Array.from(sheet.filledColumns(row), (column) => `${row},${column}`),
  );
}
