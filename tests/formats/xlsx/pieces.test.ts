import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultLimits } from '../../../pipeline/formats/limits.ts';
import { RefusalError } from '../../../pipeline/formats/xlsx/refusal-error.ts';
import { SharedStrings } from '../../../pipeline/formats/xlsx/shared-strings.ts';
import { scanPieces } from '../../../pipeline/formats/xlsx/sheet-pieces.ts';
import { SheetScanner } from '../../../pipeline/formats/xlsx/sheet-scanner.ts';
import { readStyles } from '../../../pipeline/formats/xlsx/styles.ts';
import { XmlBytes } from '../../../pipeline/formats/xlsx/xml-bytes.ts';
import { XmlScanner } from '../../../pipeline/formats/xlsx/xml-scanner.ts';
import type { Sheet } from '../../../pipeline/model/workbook.ts';
import { meantWorkbook } from '../../support/xlsx-arbitrary.ts';
import { cellsOf, readBytes } from '../../support/xlsx-parts.ts';
import type { ZipPart } from '../../support/zip-builder.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';

describe('a sheet that arrives in pieces', () => {
  test('has the same cells as one that is there at once, wherever the pieces end', async () => {
    const property = fc.asyncProperty(
      meantWorkbook,
      fc.integer({ min: 1, max: 200 }),
      async (meant, size) => {
        const whole = await readBytes(meant.bytes);
        const sheet = typeof whole === 'string' ? undefined : whole.sheets[0];
        const inPieces = await readInPieces(meant.parts, size, meant.traits.date1904);
        expect(sheet && everythingOf(inPieces)).toEqual(sheet && everythingOf(sheet));
      },
    );
    await fc.assert(property, { numRuns: 150, seed: 20231128 });
  }, 60_000);

  test('has the same cells when its rows are written alike, wherever the pieces end', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => {
      const row = 2 * index + 1;
      return `<row r="${row}" spans="1:3" hidden="1"><c r="A${row}" s="0"><v>${row}.5</v></c><c r="B${row}"><f>A${row}*2</f><v>${2 * row + 1}</v></c><c r="C${row}"/></row>`;
    });
    const data = `<?xml version="1.0"?>${' '.repeat(50)}<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    for (let size = 1; size <= 120; size += 1) {
      const sheet = await readInPieces([{ name: sheetPart, data }], size, false);
      expect([sheet.value(1, 1), sheet.value(11, 1), sheet.value(11, 2), sheet.formula(11, 2)]).toEqual([
        1.5,
        11.5,
        23,
        'A11*2',
      ]);
      expect(Array.from(sheet.filledRows)).toEqual([1, 3, 5, 7, 9, 11]);
      expect(sheet.hiddenRows).toHaveLength(6);
    }
  });

  test('is refused when it is cut off, wherever the pieces end', async () => {
    const [meant] = fc.sample(meantWorkbook, { numRuns: 1, seed: 5 });
    const cut = (meant?.parts ?? []).map((part) =>
      part.name === sheetPart ? { ...part, data: String(part.data).slice(0, -20) } : part,
    );
    for (const size of [1, 2, 10, 100, 100_000]) {
      await expect(readInPieces(cut, size, false)).rejects.toThrow(RefusalError);
    }
  });

  test('may not hide a text that is too long for memory behind a missing end', async () => {
    const piece = Buffer.alloc(4 * 1024 * 1024, 'a');
    const parts: ZipPart[] = [];
    const endless = [Buffer.from('<worksheet><sheetData><row><c t="str"><v>'), ...new Array(8).fill(piece)];
    await expect(scan(parts, endless, false)).rejects.toThrow('too long');
  });
});

async function readInPieces(parts: readonly ZipPart[], size: number, date1904: boolean): Promise<Sheet> {
  const xml = Buffer.from(parts.find((part) => part.name === sheetPart)?.data ?? '');
  // The first piece holds the declaration, as it does when the reader makes the pieces.
  const pieces = [xml.subarray(0, 60)];
  for (let start = 60; start < xml.length; start += size) pieces.push(xml.subarray(start, start + size));
  return scan(parts, pieces, date1904);
}

async function scan(parts: readonly ZipPart[], pieces: readonly Buffer[], date1904: boolean): Promise<Sheet> {
  const dataOf = (name: string) =>
    Buffer.from(parts.find((part) => part.name === name)?.data ?? '<styleSheet/>');
  const strings =
    parts.length <= 1
      ? SharedStrings.none
      : SharedStrings.read('strings', dataOf('xl/sharedStrings.xml'), defaultLimits);
  const styles = readStyles('styles', dataOf('xl/styles.xml'), defaultLimits);
  const scanner = new XmlScanner(sheetPart, Buffer.alloc(0), defaultLimits, false);
  const entry = { name: '支出', visibility: 'visible', relationship: '' } as const;
  const sheet = new SheetScanner(scanner, { entry, date1904, strings, styles, limits: defaultLimits });
  await scanPieces(sheetPart, eachOf(pieces), new XmlBytes(sheetPart), scanner, sheet);
  return sheet.finish();
}

async function* eachOf(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

function everythingOf(sheet: Sheet): unknown {
  const { merges, hiddenRows, hiddenColumns, validations } = sheet;
  return { cells: cellsOf(sheet), merges, hiddenRows, hiddenColumns, validations };
}
