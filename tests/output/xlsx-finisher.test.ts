import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  elementsIn,
  finishWorkbook,
  type SheetLink,
  sheetLocation,
  WorkbookFinisher,
} from '../../output/xlsx-finisher.ts';
import { lintWorkbook } from '../support/sheet-lint.ts';

const sheet = (...elements: string[]) =>
  `<?xml version="1.0"?><worksheet xmlns="x">${elements.join('')}</worksheet>`;

/** The parts of a workbook of one sheet, which is written so many bytes at a time. */
function finishedParts(
  xml: string,
  links: readonly SheetLink[] = [],
  atOnce = Number.POSITIVE_INFINITY,
): Readonly<Record<string, Uint8Array>> {
  const finisher = new WorkbookFinisher();
  const one = finisher.sheet('xl/worksheets/sheet1.xml');
  const bytes = strToU8(xml);
  for (let start = 0; start < bytes.length; start += atOnce) one.write(bytes.subarray(start, start + atOnce));
  one.end(links);
  return unzipSync(finisher.finish(zipSync({})));
}

function finished(...given: Parameters<typeof finishedParts>): string {
  return strFromU8(finishedParts(...given)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
}

const names = (xml: string) =>
  elementsIn(xml.slice(xml.indexOf('<', xml.indexOf('<worksheet') + 1), xml.lastIndexOf('</'))).map(
    (element) => element.name,
  );

/** What exceljs's stream writer makes of outlines, print settings, filters, merges and data bars. */
async function unfinished(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const page = workbook.addWorksheet('一', {
    pageSetup: { fitToPage: true },
    properties: { outlineProperties: { summaryBelow: false, summaryRight: false } },
  });
  page.addConditionalFormatting({
    ref: 'A1:A2',
    rules: [
      {
        type: 'dataBar',
        priority: 1,
        cfvo: [
          { type: 'num', value: 0 },
          { type: 'num', value: 1 },
        ],
      },
    ],
  });
  page.getCell('A1').value = 0.5;
  page.mergeCells('B1:C1');
  page.autoFilter = 'A1:A2';
  page.commit();
  await workbook.commit();
  return Buffer.concat(chunks);
}

describe('the finisher', () => {
  test('mends what the lint finds in a workbook straight from exceljs', async () => {
    const raw = await unfinished();
    expect(lintWorkbook(raw)).toEqual(
      expect.arrayContaining(['xl/worksheets/sheet1.xml: <outlinePr> stands after <pageSetUpPr>']),
    );
    expect(lintWorkbook(finishWorkbook(raw))).toEqual([]);
  });

  test('puts elements into the order of the format and keeps what is in them', () => {
    const rows = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>';
    const xml = finished(
      sheet(
        '<sheetViews><sheetView/></sheetViews>',
        '<sheetPr><pageSetUpPr fitToPage="1"/><outlinePr summaryBelow="0"/></sheetPr>',
        rows,
        '<headerFooter/>',
        '<autoFilter ref="A1:B2"/>',
      ),
    );
    expect(names(xml)).toEqual([
      'sheetPr',
      'sheetViews',
      'sheetData',
      'autoFilter',
      'printOptions',
      'headerFooter',
    ]);
    expect(xml).toContain(rows);
    expect(xml).toContain('<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>');
  });

  test('makes the same of a sheet however few of its bytes come at once', () => {
    const xml = sheet(
      '<sheetViews><sheetView/></sheetViews>',
      '<sheetData><row r="1"><c r="A1" t="str"><v>乙&lt;/sheetData&gt;</v></c></row></sheetData>',
      '<headerFooter/>',
      '<autoFilter ref="A1:B2"/>',
    );
    const whole = finished(xml);
    expect(whole).toContain('<v>乙&lt;/sheetData&gt;</v>');
    for (const atOnce of [1, 2, 7, 50]) expect(finished(xml, [], atOnce)).toBe(whole);
  });

  test('keeps several conditional formats in their order', () => {
    const one =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"/></conditionalFormatting>';
    const two =
      '<conditionalFormatting sqref="B1"><cfRule type="expression" priority="2"/></conditionalFormatting>';
    expect(finished(sheet('<sheetData/>', one, two))).toContain(one + two);
  });

  test('gives data bars both ends and the description that keeps them solid', () => {
    const bar =
      '<conditionalFormatting sqref="A1:A9"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="num" val="0"/>' +
      '<cfvo type="num" val="1"/><color rgb="FFBDD7EE"/></dataBar><extLst><ext><x14:id/></ext></extLst></cfRule></conditionalFormatting>';
    const xml = finished(sheet('<sheetData/>', bar));
    expect(xml).toContain(
      '<dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="1"/>',
    );
    expect(xml).toContain('<x14:id>{00000000-0000-4000-8000-000000000001}</x14:id>');
    expect(xml).toContain('<x14:cfRule type="dataBar" id="{00000000-0000-4000-8000-000000000001}">');
    expect(xml).toContain('<xm:sqref>A1:A9</xm:sqref>');
    expect(xml).not.toContain('<x14:id/>');
    expect(names(xml).at(-1)).toBe('extLst');
  });

  test('writes links within the workbook, whatever sheets are called', () => {
    const xml = finished(sheet('<sheetData/>'), [
      { cell: 'B2', path: null, location: sheetLocation(`A&B's "x"`, 'A7') },
    ]);
    expect(xml).toContain(`<hyperlink ref="B2" location="'A&amp;B''s &quot;x&quot;'!A7"/>`);
  });

  test('writes links to files, one relation for all links to one file, with signs that addresses use coded', () => {
    const path = '退回/甲 & 乙/100%#1 [终].xlsx';
    const parts = finishedParts(sheet('<sheetData/>'), [
      { cell: 'A1', path, location: sheetLocation('支出', 'R12') },
      { cell: 'A2', path, location: null },
      { cell: 'A3', path: '退回/', location: null },
    ]);
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(text('xl/worksheets/sheet1.xml')).toContain(
      `<hyperlinks><hyperlink ref="A1" r:id="file1" location="'支出'!R12"/><hyperlink ref="A2" r:id="file1"/><hyperlink ref="A3" r:id="file2"/></hyperlinks>`,
    );
    expect(text('xl/worksheets/_rels/sheet1.xml.rels').match(/Target="[^"]*" TargetMode="\w+"/g)).toEqual([
      'Target="退回/甲%20&amp;%20乙/100%25%231%20%5B终%5D.xlsx" TargetMode="External"',
      'Target="退回/" TargetMode="External"',
    ]);
  });

  test('gives filters their hidden name, among other names sorted', () => {
    const workbook =
      '<workbook><sheets><sheet name="一" sheetId="1" r:id="rId4"/><sheet name="二" sheetId="2" r:id="rId5"/></sheets>' +
      `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">'二'!$1:$1</definedName></definedNames></workbook>`;
    const relations =
      '<Relationships><Relationship Id="rId4" Type="t" Target="worksheets/sheet1.xml"/><Relationship Id="rId5" Type="t" Target="worksheets/sheet2.xml"/></Relationships>';
    const parts = unzipSync(
      finishWorkbook(
        zipSync({
          'xl/workbook.xml': strToU8(workbook),
          'xl/_rels/workbook.xml.rels': strToU8(relations),
          'xl/worksheets/sheet1.xml': strToU8(sheet('<sheetData/>')),
          'xl/worksheets/sheet2.xml': strToU8(sheet('<sheetData/>', '<autoFilter ref="A3:O40"/>')),
        }),
      ),
    );
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain(
      `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'二'!$A$3:$O$40</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="1">'二'!$1:$1</definedName></definedNames>`,
    );
  });

  test('does not depend on the order or the time in which parts were packed', () => {
    const a = strToU8('<a/>');
    const one = zipSync(
      { 'b.xml': a, 'a.xml': a, '[Content_Types].xml': a },
      { mtime: new Date(2020, 1, 1) },
    );
    const two = zipSync(
      { '[Content_Types].xml': a, '/a.xml': a, 'b.xml': a },
      { mtime: new Date(2024, 1, 1), level: 0 },
    );
    expect(finishWorkbook(one)).toEqual(finishWorkbook(two));
    expect(Object.keys(unzipSync(finishWorkbook(one)))).toEqual(['[Content_Types].xml', 'a.xml', 'b.xml']);
  });

  test('refuses what has no place in a sheet rather than write a damaged one', () => {
    expect(() => finished(sheet('<sheetData/>', '<blink/>'))).toThrow(/no place/);
    expect(() => finished(sheet('<sheetData/>', '<sheetViews/>'))).toThrow(/no place/);
    expect(() => finished(sheet('<autoFilter ref="A1:B2"/>', '<sheetData/>'))).toThrow(/no place/);
    expect(() => finished(sheet('<sheetData>'))).toThrow(/never closed/);
    expect(() => finished(sheet('<sheetViews/>'))).toThrow(/never closed/);
  });
});
