import { describe, expect, test } from '@jest/globals';
import { buildWorkbook, mainNamespace, readBytes } from '../../support/xlsx-parts.ts';

const secondsOf = (start: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

describe('a large sheet', () => {
  test('of 1,048,576 rows that have a style and no value is read within 10 seconds of work, and holds nothing', async () => {
    const rows: string[] = [];
    for (let row = 1; row <= 1_048_576; row++) {
      rows.push(`<row r="${row}"><c r="A${row}" s="1"/></row>`);
    }
    const data = `<worksheet xmlns="${mainNamespace}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const bytes = buildWorkbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', data }] });
    const start = process.cpuUsage();
    const result = await readBytes(bytes);
    expect(secondsOf(start)).toBeLessThan(10);
    expect(typeof result === 'string' ? result : result.sheets[0]?.rowCount).toBe(0);
  }, 60_000);

  test('of 100,000 validations and merges of whole columns keeps them as ranges', async () => {
    const ranges = Array.from({ length: 100_000 }, () => 'A1:A1048576');
    const result = await readBytes(
      buildWorkbook({
        sheet: `<sheetData/><mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells><dataValidations><dataValidation sqref="${ranges.join(' ')}"/></dataValidations>`,
      }),
      { ratio: 1e6 },
    );
    const sheet = typeof result === 'string' ? undefined : result.sheets[0];
    expect([sheet?.merges.length, sheet?.validations[0]?.ranges.length]).toEqual([100_000, 100_000]);
  }, 60_000);

  test('whose rows come last row first is sorted out', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => {
      const row = 50_000 - index;
      return `<row r="${row}"><c r="B${row}"><v>${row}</v></c><c r="A${row}"><v>1</v></c></row>`;
    });
    const result = await readBytes(buildWorkbook({ sheet: `<sheetData>${rows.join('')}</sheetData>` }));
    const sheet = typeof result === 'string' ? undefined : result.sheets[0];
    expect([sheet?.filledRows.length, sheet?.value(123, 2), sheet?.value(50_000, 1)]).toEqual([
      50_000, 123, 1,
    ]);
  }, 60_000);

  test('has the same cells where the memory of its pieces is given back', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>第${index + 1}号</t></is></c></row>`,
    );
    const result = await readBytes(buildWorkbook({ sheet: `<sheetData>${rows.join('')}</sheetData>` }), {
      streamFromBytes: 0,
      giveBackFromBytes: 0,
    });
    const sheet = typeof result === 'string' ? undefined : result.sheets[0];
    const wrong = rows.findIndex((_, index) => sheet?.value(index + 1, 1) !== `第${index + 1}号`);
    expect(typeof result === 'string' ? result : wrong).toBe(-1);
  }, 60_000);
});
