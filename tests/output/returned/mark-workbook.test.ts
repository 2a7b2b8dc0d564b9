import XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { CannotPatch } from '../../../output/returned/cannot-patch.ts';
import { markWorkbook, type ReturnTask } from '../../../output/returned/mark-workbook.ts';
import { defaultLimits } from '../../../pipeline/formats/limits.ts';
import { readZipDirectory } from '../../../pipeline/formats/xlsx/zip-directory.ts';
import { inflatePart } from '../../../pipeline/formats/xlsx/zip-part.ts';
import type { Finding } from '../../../pipeline/model/report.ts';
import type { Workbook } from '../../../pipeline/model/workbook.ts';
import { earlierReturn } from '../../../pipeline/stages/read-returned.ts';
import { injectionStrings } from '../../support/injection-strings.ts';
import { richParts } from '../../support/rich-workbook.ts';
import { lintWorkbook } from '../../support/sheet-lint.ts';
import {
  buildWorkbook,
  cellsOf,
  mainNamespace,
  readBytes,
  relationshipNamespace,
  workbookParts,
} from '../../support/xlsx-parts.ts';
import { buildZip, type ZipPart } from '../../support/zip-builder.ts';

const path = '柳溪镇/支出.xlsx';

function finding(cell: string | null, more: Partial<Finding> = {}, sheet = '支出'): Finding {
  return {
    key: `PRG-04|柳溪镇|${cell}|`,
    rule: 'PRG-04',
    severity: 'error',
    status: 'fail',
    unit: '柳溪镇人民政府',
    project: { code: null, name: '河道清淤' },
    where: [{ file: path, sheet, cell, label: '累计支出' }],
    count: 1,
    value: null,
    expected: null,
    difference: null,
    tolerance: null,
    threshold: null,
    atStake: null,
    trace: null,
    message: { zh: `${cell} 与计划相差过大。`, en: `${cell} strays from plan.` },
    clears: { zh: '核对支出数。', en: 'Check the figure.' },
    basis: { source: '', why: { zh: '', en: '' } },
    explanation: null,
    ...more,
  };
}

function task(findings: readonly Finding[], more: Partial<ReturnTask> = {}): ReturnTask {
  return {
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
    ...more,
  };
}

const warning = { severity: 'warning' } as const;
const earlier = { review: '核验意见', receipt: '_回执' };
const original = buildZip(richParts(), { comment: 'kept' });
const findings = [
  finding('C2'),
  finding('B1', warning), // under a merge
  finding('E2', warning), // not there, in a styled column
  finding('C3'), // not there, in a styled row
  finding('A4'), // row not there
  finding('A5', warning),
  finding('F9', { status: 'undecidable' }),
  finding('A2', { severity: 'notice' }),
  finding('B1', {}, '图表'),
];

describe('a workbook full of everything, marked', () => {
  const marked = markWorkbook(original, task(findings), 'zh');

  test('keeps every part that is not meant to change, compressed bytes and all', () => {
    const before = partsOf(original);
    const after = partsOf(marked);
    const changed = [...before.keys()].filter(
      (name) => !before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0)),
    );
    expect(changed.sort()).toEqual([
      '[content_types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/drawings/vmldrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const added = [...after.keys()].filter((name) => !before.has(name));
    expect(added.sort()).toEqual([
      'xl/comments2.xml',
      'xl/drawings/vmldrawing2.vml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet4.xml',
      'xl/worksheets/sheet5.xml',
    ]);
    expect(Buffer.from(marked).subarray(-4).toString()).toBe('kept');
  });

  test('keeps entries that are not touched whole, headers, dates and data descriptors too', () => {
    const start = original.indexOf('xl/media/image1.png') - 30;
    const end = original.indexOf('xl/worksheets/sheet2.xml') - 30;
    expect(Buffer.from(marked).includes(original.subarray(start, end))).toBe(true);
  });

  test('changes nothing in the parts it patches but grounds, notes and the view', () => {
    const sheet = textOf(marked, 'xl/worksheets/sheet1.xml');
    const restored = sheet
      .replace(/<c r="(E2|C3)" s="\d+"\/>/g, '')
      .replace(/<row r="4"><c r="A4" s="\d+"\/><\/row>/, '')
      .replace(/<row r="2">/, '<row r="2" spans="1:3">')
      .replace(/(<c r="C2") s="\d+"/, '$1 s="1"')
      .replace(/(<c r="A1" t="s") s="\d+"/, '$1 s="1"')
      .replace(/(<c) s="\d+"( r="A5")/, '$1$2');
    expect(restored).toBe(textOf(original, 'xl/worksheets/sheet1.xml'));
  });

  test('every value, formula, merge and validation reads as before, by our reader', async () => {
    const [before, after] = await both(original, marked);
    expect(after.sheets.map(({ name }) => name)).toEqual([
      '核验意见',
      '支出',
      '图表',
      "底稿 & '旧'版",
      '_回执',
    ]);
    for (const sheet of before.sheets) {
      const same = after.sheets.find(({ name }) => name === sheet.name);
      if (same === undefined) throw new Error(`${sheet.name} is lost`);
      expect(cellsOf(same)).toEqual(cellsOf(sheet));
      expect([same.merges, same.validations, same.visibility]).toEqual([
        sheet.merges,
        sheet.validations,
        sheet.visibility,
      ]);
    }
    expect([...after.definedNames]).toEqual([...before.definedNames]);
  });

  test('every value reads as before, by SheetJS and by exceljs', async () => {
    const [old, now] = [XLSX.read(original), XLSX.read(marked)];
    for (const name of old.SheetNames)
      expect(XLSX.utils.sheet_to_json(now.Sheets[name] ?? {}, { header: 1, blankrows: false })).toEqual(
        XLSX.utils.sheet_to_json(old.Sheets[name] ?? {}, { header: 1, blankrows: false }),
      );
    const [before, after] = [await byExceljs(original), await byExceljs(marked)];
    for (const sheet of before.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(after.getWorksheet(sheet.name)?.getCell(cell.address).value).toEqual(cell.value);
        }),
      );
  });

  test('marked cells keep font, border, alignment and number format and get a ground', async () => {
    const sheet = (await byExceljs(marked)).getWorksheet('支出');
    const ground = (address: string) => {
      const fill = sheet?.getCell(address).fill;
      return fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
    };
    expect(['C2', 'C3', 'A4'].map(ground)).toEqual(['FFFFC7CE', 'FFFFC7CE', 'FFFFC7CE']);
    expect(['A1', 'E2', 'A5'].map(ground)).toEqual(['FFFFEB9C', 'FFFFEB9C', 'FFFFEB9C']);
    expect(['A2', 'F9', 'B1'].map(ground)).toEqual([undefined, undefined, 'FFDDEEFF']);
    const cell = sheet?.getCell('C2');
    expect(cell?.numFmt).toBe('#,##0.00"万元"');
    expect(cell?.font).toMatchObject({ bold: true, size: 14 });
    expect(cell?.border.left?.style).toBe('thin');
    expect(cell?.alignment.horizontal).toBe('right');
    expect(sheet?.getCell('E2').numFmt).toBe('0.00%');
    expect(sheet?.getCell('C3').numFmt).toBe('mm-dd-yy');
  });

  test('notes of people are kept, ours follow in them or stand on their own, each with its box', () => {
    const comments = textOf(marked, 'xl/comments1.xml');
    const noteOn = (address: string) =>
      [
        ...(new RegExp(`<comment ref="${address}".*?</comment>`, 's').exec(comments)?.[0] ?? '').matchAll(
          /<t(?: [^>]*)?>(.*?)<\/t>/gs,
        ),
      ]
        .map(([, text]) => text)
        .join('');
    expect(noteOn('C2')).toMatch(/^已核对&amp;签字\n错误：C2 与计划相差过大。\n详见「核验意见」第 \d 条$/);
    expect(noteOn('A5')).toMatch(/^待查\n需说明：A5 /);
    expect(noteOn('F9')).toMatch(/^无法判定：F9 /);
    expect(comments).toContain('<author>李会计</author><author>预算表格体检</author>');
    const vml = textOf(marked, 'xl/drawings/vmlDrawing1.vml');
    expect(vml.startsWith(textOf(original, 'xl/drawings/vmlDrawing1.vml').slice(0, -'</xml>'.length))).toBe(
      true,
    );
    expect(vml.match(/ObjectType="Note"/g)?.length).toBe(comments.match(/<comment /g)?.length);
    const ids = [...vml.matchAll(/id="(_x0000_s\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(textOf(marked, 'xl/drawings/vmlDrawing2.vml')).toContain('<o:idmap v:ext="edit" data="2"/>');
  });

  test('names that belong to a sheet follow it, and the review shows first, alone', () => {
    const workbook = textOf(marked, 'xl/workbook.xml');
    expect(workbook).toContain('<sheets><sheet name="核验意见" sheetId="10" r:id="rId7"/><sheet name="支出"');
    expect(workbook).toContain('<sheet name="_回执" sheetId="11" state="hidden" r:id="rId8"/></sheets>');
    expect(workbook).toContain('name="_xlnm._FilterDatabase" localSheetId="1"');
    expect(workbook).toContain('name="_xlnm.Print_Titles" localSheetId="2"');
    expect(workbook).toContain('activeTab="0"');
    expect(textOf(marked, 'xl/worksheets/sheet2.xml')).toContain('tabSelected="0"');
    expect(textOf(marked, 'xl/worksheets/sheet4.xml')).toContain('tabSelected="1"');
  });

  test('another sheet that shows is left as it is, and shows on', () => {
    const other = markWorkbook(original, task([finding('C2')]), 'zh');
    expect(partsOf(other).get('xl/worksheets/sheet2.xml')).toEqual(
      partsOf(original).get('xl/worksheets/sheet2.xml'),
    );
    expect(textOf(other, 'xl/workbook.xml')).toContain('activeTab="2"');
    expect(textOf(other, 'xl/worksheets/sheet4.xml')).not.toContain('tabSelected');
  });

  test('the review does not ask again for what the unit has explained', async () => {
    const explained: Finding = { ...finding('C2'), severity: 'warning', explanation: '按合同8月付款' };
    const open: Finding = { ...finding('C4'), severity: 'warning' };
    const sentences = [task([explained]), task([explained, finding('C3')]), task([open])].map(async (one) => {
      const workbook = await byExceljs(markWorkbook(original, one, 'zh'));
      return workbook.getWorksheet('核验意见')?.getCell('A2').value;
    });
    expect(await Promise.all(sentences)).toEqual([
      '没有须改的错误，没有须说明的事项，另有 1 处已作说明，无须再填。',
      '共 1 处错误须改，没有须说明的事项，另有 1 处已作说明，无须再填；改好后另存重报。',
      '没有须改的错误，1 处须说明；改好或填好说明后另存重报。',
    ]);
  });

  test('the review says what to do, and links to each cell', async () => {
    const review = (await byExceljs(marked)).getWorksheet('核验意见');
    expect(review?.getCell('A2').value).toBe('共 4 处错误须改，3 处须说明；改好后另存重报。');
    expect(review?.getRow(5).values).toEqual([
      undefined,
      '序号',
      '级别',
      '位置',
      '项目',
      '问题',
      '怎么改',
      '单位说明',
    ]);
    const xml = textOf(marked, 'xl/worksheets/sheet4.xml');
    expect(xml).toContain(`<hyperlink ref="C6" location="'支出'!C2"/>`);
    expect(xml).toContain(`location="'图表'!B1"`);
    expect(xml).toContain("<formula1>'_回执'!$E$9:$E$20</formula1>");
  });

  test('has nothing Excel would call damaged that was not there before', () => {
    const known = new Set(lintWorkbook(original));
    expect(lintWorkbook(marked).filter((problem) => !known.has(problem))).toEqual([]);
  });

  test('the same workbook and findings give the same bytes', () => {
    expect(Buffer.from(markWorkbook(original, task(findings), 'zh')).equals(Buffer.from(marked))).toBe(true);
  });

  test('in English our words are English', () => {
    const english = markWorkbook(original, task(findings, { period: 'June 2023' }), 'en');
    expect(textOf(english, 'xl/workbook.xml')).toContain('<sheet name="Review"');
    expect(textOf(english, 'xl/comments1.xml')).toContain('See “Review”, no.');
  });

  test('returned again, old marks that no longer hold are gone, and new ones are not doubled', async () => {
    const again = markWorkbook(marked, task([finding('C2'), finding('A4')], { earlier }), 'zh');
    const sheet = (await byExceljs(again)).getWorksheet('支出');
    const solid = (address: string) => {
      const fill = sheet?.getCell(address).fill;
      return fill?.type === 'pattern' ? fill.pattern : undefined;
    };
    expect(['C2', 'A4', 'C3', 'A1', 'A5'].map(solid)).toEqual(['solid', 'solid', 'none', 'none', 'none']);
    const comments = textOf(again, 'xl/comments1.xml');
    expect(comments.match(/C2 与计划相差过大/g)).toHaveLength(1);
    expect(comments).toContain('已核对&amp;签字');
    expect(comments).not.toContain('A5 与计划相差过大');
    expect(comments).toContain('待查');
    const [, read] = await both(marked, again);
    expect(read.sheets.map(({ name }) => name)).toEqual([
      '核验意见',
      '支出',
      '图表',
      "底稿 & '旧'版",
      '_回执',
    ]);
  });
});

describe('small and odd workbooks', () => {
  test('notes that another program cut into runs are renewed too, and what a person wrote stays', () => {
    const once = markWorkbook(original, task([finding('C2'), finding('A5')]), 'zh');
    const cut = textOf(once, 'xl/comments1.xml').replace(/与计划/g, '与</t></r><r><t>计划');
    const parts = [...readZipDirectory(once, defaultLimits).values()].map(({ name }) => ({
      name,
      data: name === 'xl/comments1.xml' ? cut : textOf(once, name),
    }));
    const again = markWorkbook(buildZip(parts), task([finding('C2')], { earlier }), 'zh');
    const comments = textOf(again, 'xl/comments1.xml');
    const texts = [...comments.matchAll(/<comment .*?<\/comment>/gs)].map(([comment]) =>
      [...comment.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => text).join(''),
    );
    expect(texts).toEqual(['已核对&#38;签字\n错误：C2 与计划相差过大。\n详见「核验意见」第 1 条', '待查']);
  });

  test('a drawing of notes that is no XML, as Excel writes them, is only added to', () => {
    const name = 'xl/drawings/vmlDrawing1.vml';
    const parts = richParts().map((part) =>
      part.name === name ? { ...part, data: String(part.data).replace('<div>a', '<div>a<br>') } : part,
    );
    const bytes = buildZip(parts);
    const vml = textOf(markWorkbook(bytes, task([finding('C5')]), 'zh'), name);
    expect(vml.startsWith(textOf(bytes, name).slice(0, -'</xml>'.length))).toBe(true);
    expect(vml).toContain('<x:Row>4</x:Row><x:Column>2</x:Column>');
  });

  test('a workbook without styles, notes or views', async () => {
    const bytes = buildWorkbook({ sheet: '<sheetData/>' });
    const marked = markWorkbook(bytes, task([finding('B3')]), 'zh');
    const sheet = (await byExceljs(marked)).getWorksheet('支出');
    expect(sheet?.getCell('B3').note).toMatchObject({
      texts: [{ text: expect.stringContaining('B3 与计划') }],
    });
    // openpyxl looks for the styles by this name, whatever the link says.
    expect(textOf(marked, 'xl/styles.xml')).toContain('<cellXfs');
    expect(lintWorkbook(marked)).toEqual([]);
  });

  test('cells and rows that do not say where they are', async () => {
    const bytes = buildWorkbook({
      sheet:
        '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>5</v></c></row></sheetData>',
    });
    const marked = markWorkbook(
      bytes,
      task([finding('B1'), finding('D1'), finding('C2'), finding('A3')]),
      'zh',
    );
    const [before, after] = await both(bytes, marked);
    const [sheet, same] = [before.sheets[0], after.sheets[1]];
    if (sheet === undefined || same === undefined) throw new Error('no sheet');
    expect(cellsOf(same)).toEqual(cellsOf(sheet));
    expect(textOf(marked, 'xl/worksheets/sheet1.xml')).toMatch(/<row><c r="C2" s="\d+"\/><\/row>/);
  });

  test.each([
    [
      'names with and without a prefix',
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/><x:sheetData/></x:worksheet>',
    ],
    [
      'UTF-16',
      Buffer.from(
        '\uFEFF<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
        'utf16le',
      ),
    ],
    [
      'Strict OOXML',
      '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData/></worksheet>',
    ],
  ])('a sheet with %s is not patched', (_, data) => {
    const bytes = buildWorkbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', data }] });
    expect(() => markWorkbook(bytes, task([finding('B3')]), 'zh')).toThrow(CannotPatch);
  });

  test('a sheet as long as a ledger of 400,000 rows is patched: a copy of it would take gigabytes', () => {
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const text = '9'.repeat(32_000);
    const row = (number: number) =>
      `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${number}"><f>1+1</f><v>2</v></c></row>`;
    const rows = Array.from({ length: 3_300 }, (_, index) => row(index + 1));
    const data = `<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`;
    expect(data.length).toBeGreaterThan(100 * 1024 * 1024);
    const bytes = buildWorkbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', data, stored: true }] });
    const marked = markWorkbook(bytes, task([finding('B3200')]), 'zh');
    const sheet = textOf(marked, 'xl/worksheets/sheet1.xml');
    const from = data.indexOf('<c r="B3200"');
    expect(sheet.slice(from, from + 60)).toMatch(/^<c s="\d+" r="B3200"><f>1\+1<\/f><v>2<\/v><\/c><\/row>/);
    expect(sheet.startsWith(data.slice(0, from))).toBe(true);
  });

  test('a workbook whose own sheets have the names of ours keeps them, and ours get a number', async () => {
    const bytes = buildWorkbook({
      workbook: '<sheets><sheet name="核验意见" sheetId="1" r:id="rId1"/></sheets>',
    });
    const marked = markWorkbook(bytes, task([finding('B3', {}, '核验意见')]), 'zh');
    const read = await readBytes(marked);
    if (typeof read === 'string') throw new Error(read);
    expect(read.sheets.map(({ name }) => name)).toEqual(['核验意见(2)', '核验意见', '_回执']);
    expect(earlierReturn(read)).toEqual({ review: '核验意见(2)', receipt: '_回执' });
    expect(textOf(marked, 'xl/worksheets/sheet2.xml')).toContain(`location="'核验意见'!B3"`);
    expect(lintWorkbook(marked)).toEqual([]);
  });

  test('a workbook that declares the prefix of its links at each sheet, as openpyxl does, opens', async () => {
    const declared = `xmlns:rel="${relationshipNamespace}" rel:id="rId1"`;
    const sheets = `<sheets><sheet ${declared} name="支出" sheetId="1" state="visible"/></sheets>`;
    const data = `<workbook xmlns="${mainNamespace}">${sheets}</workbook>`;
    const bytes = buildWorkbook({ parts: [{ name: 'xl/workbook.xml', data }] });
    const marked = markWorkbook(bytes, task([finding('B3')]), 'zh');
    expect(lintWorkbook(marked)).toEqual([]);
  });

  test.each([
    ['', 'xmlns:x="$1"'],
    [' that stands for the usual namespace too', 'xmlns="$1" xmlns:x="$1"'],
  ])('elements with a prefix, as .NET programs write them,%s are patched all the same', async (_, xmlns) => {
    const prefixed = (part: ZipPart): ZipPart => ({
      ...part,
      data: String(part.data)
        .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
        .replace(/xmlns="([^"]*)"/, xmlns),
    });
    const plain = workbookParts({
      sheet:
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c></row></sheetData>',
      strings: '<si><t>x:y</t></si>',
    });
    const bytes = buildZip(plain.map(prefixed));
    const marked = markWorkbook(bytes, task([finding('B1'), finding('B3')]), 'zh');
    expect(lintWorkbook(marked)).toEqual([]);
    const [before, after] = await both(bytes, marked);
    expect(after.sheets.map(({ name }) => name)).toEqual(['核验意见', '支出', '_回执']);
    const [sheet, same] = [before.sheets[0], after.sheets[1]];
    if (sheet === undefined || same === undefined) throw new Error('no sheet');
    expect(Object.keys(cellsOf(sheet))).toHaveLength(2);
    expect(cellsOf(same)).toEqual(cellsOf(sheet));
    expect(textOf(marked, 'xl/comments1.xml')).toContain('B3 与计划');
    expect(partsOf(marked).get('xl/sharedstrings.xml')).toEqual(partsOf(bytes).get('xl/sharedstrings.xml'));
  });

  test('a workbook that names the type of each part of links names that of ours too', () => {
    const parts = workbookParts().map(({ name, data }) => ({
      name,
      data:
        name === '[Content_Types].xml'
          ? String(data).replace(
              /<Default Extension="rels" (ContentType="[^"]*")\/>/,
              '<Override PartName="/_rels/.rels" $1/><Override PartName="/xl/_rels/workbook.xml.rels" $1/>',
            )
          : data,
    }));
    const bytes = buildZip(parts);
    expect(lintWorkbook(bytes)).toEqual([]);
    expect(lintWorkbook(markWorkbook(bytes, task([finding('B3')]), 'zh'))).toEqual([]);
  });

  test('styles without named ones, as Google Sheets writes them, get none that comes from a named one', () => {
    const styles =
      '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf fontId="0"/></cellXfs>';
    const bytes = buildWorkbook({ sheet: '<sheetData/>', styles });
    expect(textOf(markWorkbook(bytes, task([finding('B3')]), 'zh'), 'xl/styles.xml')).not.toContain('xfId');
  });

  test('where rows that are not there are hidden, a row put in for a mark is hidden too', async () => {
    const bytes = buildWorkbook({
      sheet: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData><row r="1"/></sheetData>',
    });
    const [before, after] = await both(bytes, markWorkbook(bytes, task([finding('B3')]), 'zh'));
    expect(after.sheets[1]?.hiddenRows).toEqual(before.sheets[0]?.hiddenRows);
  });

  test('a finding about a row is marked on its first cell, one about a sheet only listed', async () => {
    const bytes = buildWorkbook({ sheet: '<sheetData><row r="3"><c r="B3"><v>1</v></c></row></sheetData>' });
    const marked = markWorkbook(bytes, task([finding('3:3'), finding(null)]), 'zh');
    expect(textOf(marked, 'xl/worksheets/sheet1.xml')).toMatch(/<row r="3"><c r="A3" s="\d+"\/><c r="B3">/);
    const review = (await byExceljs(marked)).getWorksheet('核验意见');
    expect(review?.getCell('C6').text).toBe('第 3 行：\n累计支出');
    expect(review?.getCell('C7').text).toBe('整表：\n累计支出');
  });

  test('cells of one sheet are named together, those of another file with its name', async () => {
    const bytes = buildWorkbook({ sheet: '<sheetData/>' });
    const place = (cell: string, label: string, file = path) => ({ file, sheet: '支出', cell, label });
    const where = [
      place('R6', '累计支出'),
      place('J6', '调整后预算'),
      place('R7', '累计支出'),
      place('F9', '支出数', '柳溪镇/监控.xlsx'),
    ];
    const review = (
      await byExceljs(markWorkbook(bytes, task([finding(null, { where })]), 'zh'))
    ).getWorksheet('核验意见');
    expect(review?.getCell('C6').text).toBe(
      'R6、J6、R7：\n累计支出、调整后预算\nF9：\n支出数\n（柳溪镇/监控.xlsx 支出）',
    );
  });

  test('20,000 rows with 2,000 findings are marked in seconds', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const row = index + 1;
      return `<row r="${row}" spans="1:3"><c r="A${row}"><v>1</v></c><c r="B${row}"><v>2</v></c></row>`;
    });
    const bytes = buildWorkbook({ sheet: `<sheetData>${rows.join('')}</sheetData>` });
    const many = Array.from({ length: 2000 }, (_, index) =>
      finding(`${index % 2 === 0 ? 'B' : 'D'}${index * 9 + 1}`),
    );
    const start = process.cpuUsage();
    const marked = markWorkbook(bytes, task(many), 'zh');
    const { user } = process.cpuUsage(start);
    expect(textOf(marked, 'xl/comments1.xml').match(/<comment /g)).toHaveLength(2000);
    expect(user / 1e6).toBeLessThan(5);
  });

  test('what a unit wrote is text wherever it is printed', async () => {
    const bytes = buildWorkbook({ sheet: '<sheetData/>' });
    const evil = injectionStrings.map((text, index) =>
      finding(`A${index + 1}`, {
        key: text,
        message: { zh: text, en: text },
        project: { code: null, name: text },
        clears: { zh: text, en: text },
      }),
    );
    const marked = markWorkbook(bytes, task(evil, { fileName: '=1+1.xlsx', unit: '"><x>' }), 'zh');
    const read = await readBytes(marked);
    if (typeof read === 'string') throw new Error(read);
    for (const sheet of read.sheets)
      for (const row of Array.from(sheet.filledRows))
        for (const column of Array.from(sheet.filledColumns(row)))
          expect(sheet.formula(row, column)).toBeNull();
    const book = await byExceljs(marked);
    expect(book.getWorksheet('核验意见')?.getCell('E6').value).toBe('=1+1');
    expect(lintWorkbook(marked)).toEqual([]);
  });
});

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  for (const [name, { dataOffset, compressedSize }] of readZipDirectory(bytes, defaultLimits))
    parts.set(name, Buffer.from(bytes.subarray(dataOffset, dataOffset + compressedSize)));
  return parts;
}

function textOf(bytes: Uint8Array, name: string): string {
  const entry = readZipDirectory(bytes, defaultLimits).get(name.toLowerCase());
  if (entry === undefined) throw new Error(`${name} is missing`);
  return inflatePart(bytes, entry).toString('utf8');
}

async function both(before: Uint8Array, after: Uint8Array): Promise<readonly [Workbook, Workbook]> {
  const read = [await readBytes(before), await readBytes(after)];
  const [one, other] = read;
  if (typeof one !== 'object' || typeof other !== 'object') throw new Error(String(read));
  return [one, other];
}

async function byExceljs(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}
