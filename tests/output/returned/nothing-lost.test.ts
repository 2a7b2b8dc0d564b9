import XLSX from '@e965/xlsx';
import { beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { markWorkbook } from '../../../output/returned/mark-workbook.ts';
import { defaultLimits } from '../../../pipeline/formats/limits.ts';
import { readZipDirectory } from '../../../pipeline/formats/xlsx/zip-directory.ts';
import type { Finding } from '../../../pipeline/model/report.ts';
import { findOffice, savedByOffice } from '../../support/find-office.ts';
import { fullWorkbook } from '../../support/full-workbook.ts';
import { sampleFinding } from '../../support/sample-report.ts';
import { lintWorkbook } from '../../support/sheet-lint.ts';

const path = '柳溪镇/支出.xlsx';
const office = findOffice();

function at(cell: string, sheet: string, severity: Finding['severity']): Finding {
  return sampleFinding({
    key: `${sheet}!${cell}`,
    severity,
    where: [{ file: path, sheet, cell, label: null }],
    message: { zh: `${cell} 与计划相差过大。`, en: `${cell} strays.` },
  });
}

const findings = [
  at('D5', '支出', 'error'), // has a note
  at('C5', '支出', 'warning'), // has a thread
  at('E7', '支出', 'error'), // under a conditional format
  at('F9', '支出', 'warning'), // blank
  at('H20', '支出', 'warning'), // not there
  at('B2', '名单', 'error'), // in a table
];

function marked(bytes: Uint8Array): Uint8Array {
  const task = {
    fileName: '支出.xlsx',
    path,
    unit: '柳溪镇人民政府',
    period: '2023年6月',
    batch: '2023-06',
    findings,
    ruleSet: 'sha256:1',
    sha256: 'a'.repeat(64),
    isCopy: false,
    earlier: null,
  };
  return markWorkbook(bytes, task, 'zh');
}

describe.each([
  ['as exceljs writes it', () => fullWorkbook()],
  ...(office === null
    ? []
    : [['as LibreOffice saves it', async () => savedByOffice(office, await fullWorkbook())] as const]),
])('a workbook full of everything, %s', (_, make) => {
  let original: Uint8Array;
  let returned: Uint8Array;

  beforeAll(async () => {
    original = await make();
    returned = marked(original);
  }, 90_000);

  test('loses no part, and every part that holds no mark is the same, compressed bytes and all', () => {
    const before = partsOf(original);
    const after = partsOf(returned);
    const changed = [...before]
      .filter(([name, bytes]) => !after.get(name)?.equals(bytes))
      .map(([name]) => name);
    const holdMarks =
      /^\[content_types\]\.xml$|^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|comments\d*\.xml|drawings\/vmldrawing\d+\.vml|worksheets\/sheet[12]\.xml|worksheets\/_rels\/sheet[12]\.xml\.rels)$/;
    expect(changed.filter((name) => !holdMarks.test(name))).toEqual([]);
    expect(changed.length).toBeGreaterThan(5);
  });

  test('the sheets with marks are the same but for grounds, cells put in, and the link to notes', () => {
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
      expect(withoutMarks(textOf(returned, sheet))).toBe(withoutMarks(textOf(original, sheet)));
  });

  test('every value, formula, note, drop-down, format, table, picture, view and setting is found again by exceljs', async () => {
    const [before, after] = [await byExceljs(original), await byExceljs(returned)];
    expect(after.worksheets.map(({ name }) => name)).toEqual(['核验意见', '支出', '名单', '代码', '_回执']);
    for (const sheet of before.worksheets) {
      const same = after.getWorksheet(sheet.name);
      expect(settingsOf(same)).toEqual(settingsOf(sheet));
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(same?.getCell(cell.address).value).toEqual(cell.value);
          // A cell without a style gets the plain one said out loud.
          for (const look of ['numFmt', 'font', 'border', 'alignment', 'protection'] as const)
            if (cell[look] !== undefined) expect(same?.getCell(cell.address)[look]).toEqual(cell[look]);
        }),
      );
    }
    expect(after.definedNames.model.filter(({ name }) => name === '支出数')).toEqual(
      before.definedNames.model.filter(({ name }) => name === '支出数'),
    );
  });

  test('every value is found again by SheetJS', () => {
    const [before, after] = [XLSX.read(original), XLSX.read(returned)];
    for (const name of before.SheetNames) expect(tableOf(after, name)).toBe(tableOf(before, name));
  });

  test('what people noted is kept before ours, and a thread stays as it is', async () => {
    const notes = notesOf(returned);
    expect(notes.get('D5')).toMatch(/^已与支付系统\n错误：D5 与计划相差过大。\n详见「核验意见」第 \d 条$/);
    expect(notes.get('F6')).toBe('另附说明');
    expect(notes.get('H20')).toMatch(/^需说明：H20 /);
    // LibreOffice keeps of a thread what older programs see of it.
    const isThread = textOf(original, 'xl/comments1.xml').includes('tc=');
    expect(notes.get('C5')).toMatch(
      isThread ? /^\[线程批注\] 预算数对吗？$/ : /^\[线程批注\] 预算数对吗？\n需说明：/,
    );
    const ground = (await byExceljs(returned)).getWorksheet('支出')?.getCell('C5').fill;
    expect(ground?.type === 'pattern' && ground.pattern).toBe('solid');
  });

  test('has nothing Excel would call damaged that was not there before', () => {
    const known = new Set(lintWorkbook(original));
    expect(lintWorkbook(returned).filter((problem) => !known.has(problem))).toEqual([]);
  });

  (office === null ? test.skip : test)(
    'LibreOffice opens it, finds every value and the review in front',
    () => {
      const saved = XLSX.read(savedByOffice(office ?? '', returned));
      const before = XLSX.read(original);
      expect(saved.SheetNames.slice(0, 3)).toEqual(['核验意见', '支出', '名单']);
      for (const name of ['支出', '名单']) expect(tableOf(saved, name)).toBe(tableOf(before, name));
    },
    90_000,
  );
});

test('a workbook with macros keeps them, and its type', async () => {
  const parts = unzipSync(await fullWorkbook());
  const macros = strToU8('VBA, whatever it holds');
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  const bytes = zipSync({ ...parts, '[Content_Types].xml': strToU8(types), 'xl/vbaProject.bin': macros });
  const after = unzipSync(marked(bytes));
  expect(after['xl/vbaProject.bin']).toEqual(macros);
  expect(strFromU8(after['[Content_Types].xml'] ?? new Uint8Array())).toContain(
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
});

/** Compressed bytes of each part, by name in lower case. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  return new Map(
    [...readZipDirectory(bytes, defaultLimits)].map(([name, { dataOffset, compressedSize }]) => [
      name,
      Buffer.from(bytes.subarray(dataOffset, dataOffset + compressedSize)),
    ]),
  );
}

function textOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (part === undefined) throw new Error(`${name} is missing`);
  return strFromU8(part);
}

/** A sheet without what marking may add: grounds, empty cells and rows, the link to notes, which tab is selected. */
function withoutMarks(xml: string): string {
  return xml
    .replace(/(<c(?: [^>]*?)?) s="\d+"/g, '$1')
    .replace(/(<row [^>]*?) spans="[^"]*"/g, '$1')
    .replace(/<c r="[A-Z]+\d+"\s*(?:\/>|><\/c>)/g, '')
    .replace(/<row r="\d+">\s*<\/row>/g, '')
    .replace(/<legacyDrawing[^>]*\/>/g, '')
    .replace(/ tabSelected="[^"]*"/g, '');
}

async function byExceljs(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  // exceljs's types ask for a Buffer of an older kind than Node's.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  return workbook;
}

/** The values of a sheet as SheetJS shows them; an empty text and no text are one. */
function tableOf(workbook: XLSX.WorkBook, name: string): string {
  return XLSX.utils.sheet_to_csv(workbook.Sheets[name] ?? {}, { strip: true, blankrows: false });
}

/** What a sheet has besides its cells. */
function settingsOf(sheet: exceljs.Worksheet | undefined) {
  if (sheet === undefined) return null;
  const { model } = sheet;
  const more = model as unknown as Record<string, unknown>; // parts of the model that the types leave out
  return {
    state: sheet.state,
    merges: model.merges,
    // exceljs has null where a sheet says nothing of views.
    views: (sheet.views ?? []).map((view) => ({ ...view, tabSelected: undefined })),
    pageSetup: model.pageSetup,
    headerFooter: model.headerFooter,
    autoFilter: model.autoFilter,
    properties: model.properties,
    validations: more.dataValidations,
    formats: more.conditionalFormattings,
    protection: more.sheetProtection,
    tables: more.tables,
    media: more.media,
    breaks: more.rowBreaks,
  };
}

/** Texts of the notes on the first sheet of the original, by cell. */
function notesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    [...textOf(bytes, 'xl/comments1.xml').matchAll(/<comment [^>]*?ref="([A-Z]+\d+)".*?<\/comment>/gs)].map(
      ([comment, cell = '']) => [
        cell,
        [...comment.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => text).join(''),
      ],
    ),
  );
}
