import { beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { referenceYear } from '../../fixtures/reference-year/reference-year.ts';
import { dossiersOf } from '../../fixtures/run-case.ts';
import { annexSheets, annexWorkbook } from '../../output/annex/annex-workbook.ts';
import { sheetNamesOf } from '../../output/annex/sheet-names.ts';
import type { RunReport } from '../../pipeline/model/report.ts';
import { annexOf } from '../../pipeline/stages/annex/annex.ts';
import { emptyReport } from '../support/sample-report.ts';
import { lintWorkbook } from '../support/sheet-lint.ts';

describe('the workbook of the annex', () => {
  let bytes: Uint8Array;
  let workbook: exceljs.Workbook;

  beforeAll(async () => {
    bytes = await annexWorkbook(annexed(), 'zh');
    workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  });

  test('is nothing that Excel would call damaged, and the same every time', async () => {
    expect(lintWorkbook(bytes)).toEqual([]);
    expect(await annexWorkbook(annexed(), 'zh')).toEqual(bytes);
  });

  test('has a summary and a sheet a unit, on A4 across, headings on every page, pages numbered', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['一览', '青禾镇人民政府']);
    const sheet = workbook.getWorksheet('青禾镇人民政府');
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '3:3' });
    expect(sheet?.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页');
  });

  test('sets what the tables give beside what the narrative says', () => {
    expect(rowOf(workbook, '青禾镇人民政府', '占比：住房保障支出', '2022年收支决算总表')).toEqual([
      '占比：住房保障支出',
      'B16 89.13 ÷ B18 2908.06',
      3.06,
      3.07,
      '%',
      0.01,
      '■ 不一致',
      '2022年收支决算总表!B16、B18\n数据采集!C134',
      '',
    ]);
  });

  test('lists what disagrees first, with a way to the line', () => {
    const row = rowOf(workbook, '一览', '青禾镇人民政府', '政府采购预算');
    expect(row.slice(1, 7)).toEqual(['政府采购预算', 4.39, 0, '万元', -4.39, '■ 不一致']);
  });

  test('names the file of a sheet where several files have one of that name', () => {
    expect(rowOf(workbook, '青禾镇人民政府', '较2022年决算增减率：支出总计')[7]).toBe(
      '2023年收支预算总表!B17\n2022年收支决算总表!B18',
    );
    const twins = annexed().annex.map((one) => ({
      ...one,
      sections: one.sections
        .filter(({ code }) => code === 'balance')
        .map((section, index) => ({
          ...section,
          lines: section.lines.map((line) => ({
            ...line,
            where: line.where.map((place) => ({ ...place, sheet: 'Sheet1', file: `表/${index}.xlsx` })),
          })),
        })),
    }));
    const [plan] = annexSheets({ ...emptyReport(), annex: twins }, 'zh').slice(1);
    const texts = [...(plan?.rows ?? [])].map(({ cells }) => cells[7]?.value);
    expect(texts).toContain('0.xlsx Sheet1!B8\n数据采集!C93');
  });

  test('says which tables were not handed in', async () => {
    const { T10: _, ...rest } = referenceYear;
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(await annexWorkbook(annexed(rest), 'zh')) as unknown as exceljs.Buffer);
    const texts = textsOf(book, '青禾镇人民政府');
    expect(texts.some((text) => /^直达资金.*未报送：直达资金台账$/.test(text))).toBe(true);
  });

  test('is in English with its own words', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(await annexWorkbook(annexed(), 'en')) as unknown as exceljs.Buffer);
    expect(textsOf(book, 'Summary').join(' ')).not.toMatch(/不一致|表内|叙述/);
    expect(textsOf(book, '青禾镇人民政府')).toContain('■ differs');
  });
});

test('names of sheets are short, allowed and distinct', () => {
  const long = '示例区自然资源和规划局综合行政执法大队第一中队直属机动分队办公室与财务科';
  expect(sheetNamesOf(['甲/乙:丙', long, `${long}二`, '一览', ''], ['一览'])).toEqual([
    '甲乙丙',
    long.slice(0, 31),
    `${long.slice(0, 28)}(2)`,
    '一览(2)',
    '(2)',
  ]);
});

function annexed(one = referenceYear): RunReport {
  const thresholds = {
    lamps: { red: 0.6, yellow: 0.8 },
    variance: { warnAbove: 0.2, errorAbove: Number.POSITIVE_INFINITY, floor: 1_000_000 },
  };
  return {
    ...emptyReport(),
    annex: dossiersOf(one).flatMap((dossier) => annexOf(dossier, thresholds) ?? []),
  };
}

/** The cells of the first row that holds both texts, in part or whole. */
function rowOf(book: exceljs.Workbook, sheet: string, ...texts: readonly string[]): readonly unknown[] {
  const found: unknown[][] = [];
  book.getWorksheet(sheet)?.eachRow((row) => {
    const values = Array.from({ length: 9 }, (_, index) => plainOf(row.getCell(index + 1).value));
    if (texts.every((text) => values.some((value) => String(value).includes(text)))) found.push(values);
  });
  return found[0] ?? [];
}

function textsOf(book: exceljs.Workbook, sheet: string): readonly string[] {
  const texts: string[] = [];
  book.getWorksheet(sheet)?.eachRow((row) => {
    row.eachCell((cell) => texts.push(String(plainOf(cell.value))));
  });
  return texts;
}

function plainOf(value: exceljs.CellValue): unknown {
  if (value === null) return '';
  return typeof value === 'object' && 'text' in value ? value.text : value;
}
