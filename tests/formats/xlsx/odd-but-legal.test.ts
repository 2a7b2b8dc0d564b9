import { describe, expect, test } from '@jest/globals';
import type { CellValue, Sheet, Workbook } from '../../../pipeline/model/workbook.ts';
import {
  buildWorkbook,
  mainNamespace,
  readBytes,
  readSheet,
  relationshipNamespace,
  workbookParts,
} from '../../support/xlsx-parts.ts';
import { buildZip, type ZipOptions, type ZipPart } from '../../support/zip-builder.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
/** A row that is far enough from the end of the sheet for the shorter way of reading usual notation. */
const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>${' '.repeat(100)}`;

async function valueIn(cells: string, rest: { strings?: string; styles?: string } = {}): Promise<CellValue> {
  return (await readSheet({ sheet: row(cells), ...rest })).value(1, 1);
}

async function workbookOf(bytes: Uint8Array): Promise<Workbook> {
  const result = await readBytes(bytes);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

async function firstSheet(bytes: Uint8Array): Promise<Sheet> {
  const sheet = (await workbookOf(bytes)).sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('numbers', () => {
  test.each([
    ['0', 0],
    ['-12.50', -12.5],
    ['+7', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
    [' 12 ', 12],
    ['\n12\n', 12],
    ['0.1', 0.1],
    ['0.0900000762939453', 0.0900000762939453],
    ['2486.2000000000003', 2486.2000000000003],
    ['9007199254740993', 9007199254740992],
    ['123456789012345678', 123456789012345680],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['5e-324', 5e-324],
    ['1e-400', 0],
    [`0.${'0'.repeat(300)}1e301`, 1],
  ])('%s', async (written, value) => {
    expect(await valueIn(`<c r="A1"><v>${written}</v></c>`)).toBe(value);
    expect(await valueIn(`<c r="A1"><!-- not the usual cell --><v>${written}</v></c>`)).toBe(value);
  });

  test('a percent format leaves the number as it is and can be asked for', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>';
    const sheet = await readSheet({ styles, sheet: row('<c r="A1" s="1"><v>0.961</v></c>') });
    expect([sheet.value(1, 1), sheet.numberFormat(1, 1)]).toEqual([0.961, '0.00%']);
  });
});

describe('dates', () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="[h]:mm"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="31"/></cellXfs>' +
    '<dxfs><dxf><numFmt numFmtId="176" formatCode="0.00"/></dxf></dxfs>';
  const date = (iso: string, serial: number | null) => ({ kind: 'date', iso, serial });

  test.each([
    ['45258', '2023-11-28'],
    ['45258.5', '2023-11-28T12:00:00'],
    ['45258.999999', '2023-11-29'],
    ['0.75', '18:00:00'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['61', '1900-03-01'],
    ['2958465', '9999-12-31'],
  ])('serial %s is %s', async (serial, iso) => {
    expect(await valueIn(`<c r="A1" s="1"><v>${serial}</v></c>`, { styles })).toEqual(
      date(iso, Number(serial)),
    );
  });

  test.each([['-1'], ['2958466']])('serial %s is no date and stays a number', async (serial) => {
    expect(await valueIn(`<c r="A1" s="1"><v>${serial}</v></c>`, { styles })).toBe(Number(serial));
  });

  test('serials of a workbook that counts from 1904', async () => {
    const bytes = buildWorkbook({
      styles,
      sheet: row('<c r="A1" s="1"><v>43796</v></c>'),
      workbook: '<workbookPr date1904="true"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>',
    });
    expect((await firstSheet(bytes)).value(1, 1)).toEqual(date('2023-11-28', 43796));
  });

  test('formats spelled out in the file or built in for Chinese', async () => {
    expect(await valueIn('<c r="A1" s="2"><v>45258</v></c>', { styles })).toEqual(date('2023-11-28', 45258));
    expect(await valueIn('<c r="A1" s="4"><v>45258</v></c>', { styles })).toEqual(date('2023-11-28', 45258));
  });

  test('a length of time is a number', async () => {
    expect(await valueIn('<c r="A1" s="3"><v>1.5</v></c>', { styles })).toBe(1.5);
  });

  test.each([
    ['2023-11-28', '2023-11-28'],
    ['2023-11-28T10:30:00', '2023-11-28T10:30:00'],
    ['2023-11-28T10:30:00.000Z', '2023-11-28T10:30:00'],
    ['2023-11-28T00:00:00', '2023-11-28'],
    ['10:30:00', '10:30:00'],
    ['T10:30', '10:30:00'],
  ])('ISO text %s', async (written, iso) => {
    expect(await valueIn(`<c r="A1" t="d"><v>${written}</v></c>`)).toEqual(date(iso, null));
  });
});

describe('texts', () => {
  test.each([
    ['plain', '<t>预算数</t>', '预算数'],
    ['empty', '<t/>', ''],
    ['nothing at all', '', ''],
    ['runs of rich text', '<r><rPr><b/></rPr><t>1</t></r><r><t>月</t></r>', '1月'],
    [
      'phonetic guides',
      '<t>东京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '东京',
    ],
    ['entities', '<t>&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos; &#20013;&#x4e2d;</t>', `<a> & "b" 'c' 中中`],
    ['CDATA', '<t>a<![CDATA[<b>&amp;]]>c</t>', 'a<b>&amp;c'],
    ['a comment in the middle', '<t>a<!-- x -->b</t>', 'ab'],
    ['an instruction in the middle', '<t>a<?x y?>b</t>', 'ab'],
    ['escaped characters', '<t>a_x000D_b_x4E2D_</t>', 'a\rb中'],
    ['an escaped escape', '<t>_x005F_x000D_</t>', '_x000D_'],
    ['the two halves of a character escaped', '<t>_xD83D__xDE00_</t>', '😀'],
    [
      'what only looks like an escape when runs are joined',
      '<r><t>a_x00</t></r><r><t>0D_b</t></r>',
      'a_x000D_b',
    ],
    ['an escape in lower case', '<t>a_x000d__x000a_b</t>', 'a\r\nb'],
    ['what only looks like an escape', '<t>_x00_ _xZZZZ_ _x0041</t>', '_x00_ _xZZZZ_ _x0041'],
    ['space that is kept', '<t xml:space="preserve">  a  </t>', '  a  '],
    ['line ends', '<t>a\r\nb\rc\nd&#13;e</t>', 'a\nb\nc\nd\re'],
    ['characters beyond 16 bits', '<t>𠮷😀</t>', '𠮷😀'],
  ])('%s', async (_, xml, text) => {
    expect(await valueIn('<c r="A1" t="s"><v>0</v></c>', { strings: `<si>${xml}</si>` })).toBe(text);
    expect(await valueIn(`<c r="A1" t="inlineStr"><is>${xml}</is></c>`)).toBe(text);
    expect(await valueIn(`<c r="A1" t="inlineStr"><!-- not usual --><is>${xml}</is></c>`)).toBe(text);
  });

  test('that all end in the same notes keep each its own text', async () => {
    const phonetic = '<phoneticPr fontId="1" type="noConversion"/>';
    const items = [
      `<t>甲</t>${phonetic}`,
      `<t>乙</t>${phonetic}`,
      '<t>丙</t>',
      '<t>丁</t><r><t>戊</t></r>',
      '<t>己</t><r><t>戊</t></r>',
      `<t>&lt;庚&gt;</t>${phonetic}`,
      '<t>_x000D_</t><rPh sb="0" eb="1"><t>x</t></rPh>',
      '<t>辛</t><rPh sb="0" eb="1"><t>x</t></rPh>',
      '<t>壬</t><rPh sb="0" eb="1"><t>x</t></rPh>',
      `<t></t>${phonetic}`,
      `<t>癸</t>${phonetic}`,
    ];
    const cells = items.map((_, index) => `<c r="${'ABCDEFGHIJK'.charAt(index)}1" t="s"><v>${index}</v></c>`);
    const sheet = await readSheet({
      strings: items.map((item) => `<si>${item}</si>`).join(''),
      sheet: row(cells.join('')),
    });
    expect(items.map((_, index) => sheet.value(1, index + 1))).toEqual([
      '甲',
      '乙',
      '丙',
      '丁戊',
      '己戊',
      '<庚>',
      '\r',
      '辛',
      '壬',
      '',
      '癸',
    ]);
  });

  test('a text of 32,767 characters', async () => {
    const text = '长'.repeat(32_767);
    expect(await valueIn('<c r="A1" t="s"><v>0</v></c>', { strings: `<si><t>${text}</t></si>` })).toBe(text);
  });
});

describe('other values', () => {
  test.each<[string, CellValue]>([
    ['<c r="A1" t="b"><v>1</v></c>', true],
    ['<c r="A1" t="b"><v>false</v></c>', false],
    ['<c r="A1" t="e"><v>#DIV/0!</v></c>', { kind: 'error', code: '#DIV/0!' }],
    ['<c r="A1" t="e"><f>A2</f><v>Err:502</v></c>', { kind: 'error', code: 'Err:502' }],
    ['<c r="A1" s="" t=""><v>3</v></c>', 3],
    ['<c r="" s="" t="s"><v>0</v></c>', 'a'],
    ['<c r="A1" t="str"><v></v></c>', ''],
    ['<c r="A1" t="n"><v/></c>', null],
    ['<c r="A1"><v>\n </v></c>', null],
    ['<c r="A1" t="str"><v> </v></c>', ' '],
    ['<c r="A1" t="s"/>', null],
    ['<c r="A1"><v>1<![CDATA[2]]></v></c>', 12],
    ['<c r="A1"><v>&#49;2</v></c>', 12],
    ['<c r="A1" t="s"><v>\n  0\n</v></c>', 'a'],
    ['<c r="A1" t="b"><v> 1 </v></c>', true],
    ['<c r="A1" t="str"><v> a </v></c>', ' a '],
    ['<c r="A1" t="str"><v xml:space="preserve">_x000D_</v></c>', '\r'],
    ['<c r="A1" t="inlineStr"><v>a</v></c>', 'a'],
    ['<c r="A1" s="3" t="s" cm="1" vm="2" ph="1"><v>0</v></c>', 'a'],
    ['<!-- <c r="A1"><v>9</v></c> --><?a b?><c r="A1"><?a b?><v>3<!-- 9 --></v></c>', 3],
    ['<c r="A1" t="n" s="0"><v>3</v></c>', 3],
    ['<c s="0" r="A1" t="n"><v>3</v></c>', 3],
    ["<c r='A1' t='n'><v>3</v></c>", 3],
    ['<c\n r = "A1"\t><v >3</v ></c >', 3],
    ['<c r="A1"><extLst><ext><v>9</v></ext></extLst><v>3</v></c>', 3],
    ['<c r="A1" t="inlineStr"><v>1.0</v><is><t>1.</t></is></c>', '1.'],
  ])('%s', async (cell, value) => {
    expect(await valueIn(cell, { strings: '<si><t>a</t></si>' })).toEqual(value);
  });
});

describe('formulas', () => {
  test('have their text and the value the file holds, be it 0, FALSE or empty', async () => {
    const sheet = await readSheet({
      sheet: row(
        '<c r="A1"><f>SUM(B1:C1)</f><v>0</v></c><c r="B1" t="b"><f>1&gt;2</f><v>0</v></c><c r="C1" t="str"><f>""</f><v></v></c>',
      ),
    });
    expect([1, 2, 3].map((column) => [sheet.formula(1, column), sheet.value(1, column)])).toEqual([
      ['SUM(B1:C1)', 0],
      ['1>2', false],
      ['""', ''],
    ]);
  });

  test('are the same in usual and in unusual notation', async () => {
    const formulas = ['SUM(B1:C1)', 'IF(B1&gt;0,"是&amp;否",1)', '1\n+2', '<![CDATA[1<2]]>'];
    const cells = formulas.map(
      (formula, index) => `<c r="${'ABCD'.charAt(index)}1" s="0"><f>${formula}</f><v>1.5</v></c>`,
    );
    for (const comment of ['', '<!-- not the usual cell -->']) {
      const sheet = await readSheet({
        sheet: row(cells.join('').replaceAll('<v>', `${comment}<v>`)),
      });
      expect([1, 2, 3, 4].map((column) => sheet.formula(1, column))).toEqual([
        'SUM(B1:C1)',
        'IF(B1>0,"是&否",1)',
        '1\n+2',
        '1<2',
      ]);
      expect([1, 2, 3, 4].map((column) => sheet.value(1, column))).toEqual([1.5, 1.5, 1.5, 1.5]);
    }
  });

  test('without a value are told from empty cells and from zero', async () => {
    const sheet = await readSheet({
      sheet: row(
        '<c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1" t="str"><f>D1</f></c><c r="D1"/>',
      ),
    });
    expect([1, 2, 3, 4].map((column) => sheet.isUncalculated(1, column))).toEqual([true, true, true, false]);
    expect(sheet.value(1, 1)).toBeNull();
  });

  test('shared by cells move their relative references', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">$C1+D$1+SUM(E1:F2)+表1[列]+"A1"+Q1!B1+LOG10(A1)</f><v>1</v></c>' +
        '<c r="B1"><f t="shared" si="0"/><v>1</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" si="0"/></c></row></sheetData>',
    });
    expect(sheet.formula(1, 2)).toBe('$C1+E$1+SUM(F1:G2)+表1[列]+"A1"+Q1!C1+LOG10(B1)');
    expect(sheet.formula(3, 1)).toBe('$C3+D$1+SUM(E3:F4)+表1[列]+"A1"+Q1!B3+LOG10(A3)');
    expect(sheet.isUncalculated(3, 1)).toBe(true);
  });

  test('of arrays hold for every filled cell of their range', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row></sheetData>',
    });
    expect([sheet.formula(1, 1), sheet.formula(2, 1), sheet.value(2, 1)]).toEqual(['B1:B2*2', 'B1:B2*2', 4]);
  });

  test('that no cell spells out any more leave values behind', async () => {
    const sheet = await readSheet({
      sheet: row('<c r="A1"><f t="shared" si="0"/><v>1</v></c><c r="B1"><f t="shared" si="0"/></c>'),
    });
    expect([sheet.value(1, 1), sheet.formula(1, 1), sheet.isUncalculated(1, 2)]).toEqual([1, '', true]);
  });

  test('of what-if tables', async () => {
    const sheet = await readSheet({
      sheet: row('<c r="A1"><f t="dataTable" ref="A1:A3" r1="C1"/><v>2</v></c>'),
    });
    expect(sheet.formula(1, 1)).toBe('TABLE(,C1)');
  });
});

describe('places', () => {
  const filled = (sheet: Sheet) =>
    Array.from(sheet.filledRows, (each) => [each, Array.from(sheet.filledColumns(each))]);

  test('rows and cells without a reference follow those before them', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>',
    });
    expect(filled(sheet)).toEqual([
      [1, [1, 2]],
      [5, [3, 4]],
      [6, [1]],
    ]);
  });

  test('an empty number of a row is none', async () => {
    const sheet = await readSheet({
      sheet: '<sheetData><row r="" hidden=""><c r="B7"><v>1</v></c></row></sheetData>',
    });
    expect([filled(sheet), sheet.hiddenRows]).toEqual([[[7, [2]]], []]);
  });

  test('a row without a number goes by its cells', async () => {
    const sheet = await readSheet({ sheet: '<sheetData><row><c r="B7"><v>1</v></c></row></sheetData>' });
    expect(filled(sheet)).toEqual([[7, [2]]]);
  });

  test('references in lower case', async () => {
    expect(filled(await readSheet({ sheet: row('<c r="ab1"><v>1</v></c>') }))).toEqual([[1, [28]]]);
  });

  test('rows and cells in any order', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetData><row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row></sheetData>',
    });
    expect(filled(sheet)).toEqual([
      [1, [1]],
      [3, [1, 2]],
    ]);
    expect(sheet.value(3, 1)).toBe(2);
  });

  test('a stray cell in the last corner costs nothing', async () => {
    const sheet = await readSheet({
      sheet: '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    });
    expect([sheet.rowCount, sheet.columnCount, sheet.value(1_048_576, 16_384)]).toEqual([
      1_048_576, 16_384, 1,
    ]);
  });

  test('a wrong dimension is not believed', async () => {
    const sheet = await readSheet({ sheet: `<dimension ref="A1:XFD9"/>${row('<c r="B1"><v>1</v></c>')}` });
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 2]);
  });

  test('cells may be far apart', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="XFD2"><v>2</v></c></row><row r="900000"/><row r="1000000"><c r="C1000000"><v>3</v></c></row></sheetData>',
    });
    expect(filled(sheet)).toEqual([
      [2, [2, 16_384]],
      [1_000_000, [3]],
    ]);
  });

  test('cells that have a style and no more are not there', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>';
    const sheet = await readSheet({ styles, sheet: row('<c r="A1" s="1"/><c r="B1" s="1"></c>') });
    expect([sheet.rowCount, sheet.columnCount, sheet.numberFormat(1, 1)]).toEqual([0, 0, null]);
  });
});

describe('XML', () => {
  const content = row('<c r="A1" t="str"><v>中文</v></c>');
  const root = (name: string, namespace: string) => `<${name} xmlns="${namespace}">`;

  test.each([['x'], ['表']])('with the prefix %s on every name', async (prefix) => {
    const prefixed = content.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}:$2`);
    const data = `<${prefix}:worksheet xmlns:${prefix}="${mainNamespace}">${prefixed}</${prefix}:worksheet>`;
    expect((await firstSheet(buildWorkbook({ parts: [{ name: sheetPart, data }] }))).value(1, 1)).toBe(
      '中文',
    );
  });

  test('with namespaces declared where they are used', async () => {
    const data = `<a:worksheet xmlns:a="${mainNamespace}"><sheetData xmlns="${mainNamespace}"><row r="1"><b:c xmlns:b="${mainNamespace}" r="A1"><b:v>1</b:v></b:c><c xmlns="urn:other" r="B1"><v>9</v></c></row></sheetData></a:worksheet>`;
    const sheet = await firstSheet(buildWorkbook({ parts: [{ name: sheetPart, data }] }));
    expect([sheet.value(1, 1), sheet.value(1, 2)]).toEqual([1, null]);
  });

  test('of other namespaces beside the main one is passed over', async () => {
    const sheet = await readSheet({
      sheet: `<sheetData><row r="1"><c r="A1"><v>1</v></c><y:c xmlns:y="urn:y" r="B1"><y:v>2</y:v></y:c></row></sheetData>`,
    });
    expect([sheet.value(1, 1), sheet.value(1, 2)]).toEqual([1, null]);
  });

  test('of Strict Open XML', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const bytes = buildZip(
      workbookParts({ sheet: content }).map((part) => ({
        ...part,
        data: String(part.data)
          .replaceAll(mainNamespace, strict)
          .replaceAll(relationshipNamespace, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
      })),
    );
    expect((await firstSheet(bytes)).value(1, 1)).toBe('中文');
  });

  test.each([
    ['a byte order mark', (xml: string) => Buffer.from(`\ufeff${xml}`)],
    ['UTF-16, little end first', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['UTF-16, big end first', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', (xml: string) => Buffer.from(xml, 'utf16le')],
    [
      'a declaration of ASCII',
      (xml: string) =>
        Buffer.from(`<?xml version="1.0" encoding="us-ascii"?>${xml.replace('中文', '&#20013;&#25991;')}`),
    ],
    [
      'UTF-8 that calls itself UTF-16',
      (xml: string) => Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${xml}`),
    ],
    [
      'ISO-8859-1',
      (xml: string) =>
        Buffer.from(
          `<?xml version="1.0" encoding="ISO-8859-1"?><!-- é -->${xml.replace('中文', '&#20013;&#25991;')}`,
          'latin1',
        ),
    ],
    ['no declaration', (xml: string) => Buffer.from(xml)],
    ['no declaration but blank lines', (xml: string) => Buffer.from(`\n\n${xml}`)],
  ])('in %s', async (_, encode) => {
    const data = encode(`${root('worksheet', mainNamespace)}${content}</worksheet>`);
    for (const streamFromBytes of [1e6, 1]) {
      const result = await readBytes(buildWorkbook({ parts: [{ name: sheetPart, data }] }), {
        streamFromBytes,
      });
      expect(typeof result === 'string' ? result : result.sheets[0]?.value(1, 1)).toBe('中文');
    }
  });

  test('in ISO-8859-1 has one character for each byte', async () => {
    const data = Buffer.from(
      `<?xml version="1.0" encoding="iso-8859-1"?>${root('worksheet', mainNamespace)}${row('<c r="A1" t="str"><v>Março é\xa0º</v></c>')}</worksheet>`,
      'latin1',
    );
    expect((await firstSheet(buildWorkbook({ parts: [{ name: sheetPart, data }] }))).value(1, 1)).toBe(
      'Março é\xa0º',
    );
  });

  test('with attributes, alternatives and extensions of later programs', async () => {
    const data =
      `<worksheet xmlns="${mainNamespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" mc:Ignorable="x14ac xr" xr:uid="{0}">` +
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:XFD1048576"/><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/>' +
      '<sheetData><row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" xr:uid="x"><v>1</v></c></row></sheetData>' +
      '<mc:AlternateContent><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control name="框"/></mc:Choice></mc:AlternateContent></controls></mc:Choice><mc:Fallback/></mc:AlternateContent>' +
      '<extLst><ext uri="{1}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst></worksheet>';
    const sheet = await firstSheet(buildWorkbook({ parts: [{ name: sheetPart, data }] }));
    expect([sheet.value(1, 1), sheet.rowCount, sheet.columnCount]).toEqual([1, 1, 1]);
  });

  test('with comments, instructions and blanks everywhere', async () => {
    const data = `<?xml version="1.0"?><!-- a --><?b c?>\n<worksheet xmlns="${mainNamespace}"><!-- <v>9</v> -->${content.replaceAll('><', '> <!-- x --><?y z?>\n<')}</worksheet><!-- end -->\n`;
    expect((await firstSheet(buildWorkbook({ parts: [{ name: sheetPart, data }] }))).value(1, 1)).toBe(
      '中文',
    );
  });
});

describe('surroundings', () => {
  test('merges, hidden rows and columns, validations of whole columns stay ranges', async () => {
    const sheet = await readSheet({
      sheet:
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/><col min="4" max="4"/></cols>' +
        '<sheetData><row r="2" hidden="1"/><row r="3" hidden="True"/><row r="4" hidden="False"/><row r="5" hidden="1"/></sheetData>' +
        '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="b2"/></mergeCells>' +
        '<dataValidations><dataValidation type="list" sqref="A:A C2:C9"><formula1>"是,否"</formula1></dataValidation><dataValidation sqref="1:3"/></dataValidations>',
    });
    expect(sheet.hiddenColumns).toEqual([
      { first: 2, last: 3 },
      { first: 5, last: 16_384 },
    ]);
    expect(sheet.hiddenRows).toEqual([
      { first: 2, last: 3 },
      { first: 5, last: 5 },
    ]);
    expect(sheet.merges).toEqual([
      { top: 1, left: 1, bottom: 1_048_576, right: 16_384 },
      { top: 2, left: 2, bottom: 2, right: 2 },
    ]);
    expect(sheet.validations).toEqual([
      {
        ranges: [
          { top: 1, left: 1, bottom: 1_048_576, right: 1 },
          { top: 2, left: 3, bottom: 9, right: 3 },
        ],
        type: 'list',
        formula: '"是,否"',
      },
      { ranges: [{ top: 1, left: 1, bottom: 3, right: 16_384 }], type: 'none', formula: null },
    ]);
  });

  test('rows written alike are hidden alike, and told from others', async () => {
    const tall = (row: number, more: string) =>
      `<row r="${row}" spans="1:1"${more}>\n<c r="A${row}"><v>${row}</v></c>\r\n\t</row> `;
    const hidden = ' hidden="1"';
    const sheet = await readSheet({
      sheet: `<sheetData>${tall(1, '')}${tall(2, '')}${tall(4, hidden)}${tall(5, hidden)}${tall(7, '')}${tall(9, hidden)}<row r="10" spans="1:1" hidden="1"/></sheetData><!--${' '.repeat(200)}-->`,
    });
    expect(Array.from(sheet.filledRows, (row) => sheet.value(row, 1))).toEqual([1, 2, 4, 5, 7, 9]);
    expect(sheet.hiddenRows).toEqual([
      { first: 4, last: 5 },
      { first: 9, last: 10 },
    ]);
  });

  test('rows hidden by default are hidden where the file does not mention them', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetFormatPr zeroHeight="1"/><sheetData><row r="3"><c r="A3"><v>1</v></c></row><row r="5" hidden="1"/></sheetData>',
    });
    expect(sheet.hiddenRows).toEqual([
      { first: 1, last: 2 },
      { first: 4, last: 1_048_576 },
    ]);
  });

  test('drop-downs whose list lies on another sheet', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetData/><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>数据字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B5:B60</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    });
    expect(sheet.validations).toEqual([
      { ranges: [{ top: 5, left: 2, bottom: 60, right: 2 }], type: 'list', formula: '数据字典!$A$1:$A$3' },
    ]);
  });

  test('a drop-down whose cells were deleted holds nowhere', async () => {
    const sheet = await readSheet({
      sheet:
        '<sheetData/><dataValidations><dataValidation type="list" sqref="#REF! 支出!A1"><formula1>#REF!</formula1></dataValidation></dataValidations>',
    });
    expect(sheet.validations).toEqual([{ ranges: [], type: 'list', formula: '#REF!' }]);
  });

  test('a row without cells before all rows is passed over', async () => {
    const sheet = await readSheet({ sheet: `<row r="15" hidden="false"/>${row('<c r="A1"><v>1</v></c>')}` });
    expect([sheet.value(1, 1), sheet.rowCount]).toEqual([1, 1]);
  });
});

describe('styles', () => {
  const sheet = row(
    '<c r="A1" s="7"><v>45258</v></c><c r="B1" s="7" t="str"><v>a</v></c><c r="C1" s="1"><v>45258</v></c>',
  );
  const valuesOf = (read: Sheet) =>
    [1, 2].map((column) => [read.value(1, column), read.numberFormat(1, column)]);

  test('that are not there show numbers as they are', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const read = await readSheet({ styles, sheet });
    expect(valuesOf(read)).toEqual([
      [45258, null],
      ['a', null],
    ]);
    expect(read.value(1, 3)).toMatchObject({ iso: '2023-11-28' });
  });

  test('of a workbook without any show numbers as they are', async () => {
    expect(valuesOf(await readSheet({ sheet }))).toEqual([
      [45258, null],
      ['a', null],
    ]);
  });

  test('may be numbered as they like', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="4294967295" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf/><xf numFmtId="4294967295" applyNumberFormat="0"/></cellXfs>';
    expect((await readSheet({ styles, sheet })).value(1, 3)).toMatchObject({ iso: '2023-11-28' });
  });
});

test('line ends in attributes are spaces, and those written as references line ends', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="0.0&#10;0\n0\r\n0"/></numFmts><cellXfs><xf numFmtId="176"/></cellXfs>';
  const sheet = await readSheet({ styles, sheet: row('<c r="A1"><v>1</v></c>') });
  expect(sheet.numberFormat(1, 1)).toBe('0.0\n0 0 0');
});

test('the fallback counts where a style is written in two ways', async () => {
  const styles =
    '<cellXfs><xf numFmtId="0"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
    '<mc:Choice Requires="hs"><xf numFmtId="9"/></mc:Choice><mc:Fallback><xf numFmtId="14"/></mc:Fallback></mc:AlternateContent><xf numFmtId="10"/></cellXfs>';
  const sheet = await readSheet({
    styles,
    sheet: row('<c r="A1" s="1"><v>45258</v></c><c r="B1" s="2"><v>0.5</v></c>'),
  });
  expect(sheet.value(1, 1)).toMatchObject({ iso: '2023-11-28' });
  expect(sheet.numberFormat(1, 2)).toBe('0.00%');
});

describe('the workbook', () => {
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationshipNamespace}/${type}" Target="${target}"/>`;

  test('charts, dialogs and old macro sheets are not grids', async () => {
    const workbook = await workbookOf(
      buildWorkbook({
        links:
          link('c', 'chartsheet', 'c.xml') +
          link('d', 'dialogsheet', 'd.xml') +
          link('m', 'xlMacrosheet', 'm.xml'),
        workbook: `<sheets>${['c', 'd', 'm', 'rId1'].map((id, index) => `<sheet name="${id}" sheetId="${index + 1}" r:id="${id}"/>`).join('')}</sheets>`,
      }),
    );
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['rId1']);
    expect(workbook.hasMacros).toBe(true);
  });

  test('modules of macros from Excel 95 are named among the sheets and are none', async () => {
    const workbook = await workbookOf(
      buildWorkbook({
        workbook:
          '<sheets><sheet name="支出" sheetId="1" r:id="rId1"/><sheet name="Module1" sheetId="2" r:id=""/></sheets>',
      }),
    );
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['支出']);
    expect(workbook.hasMacros).toBe(true);
  });

  test('says which sheets are hidden, and which very hidden', async () => {
    const workbook = await workbookOf(
      buildWorkbook({
        workbook:
          '<sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" state="hidden" r:id="rId1"/><sheet name="&lt;c&gt;" sheetId="3" state="veryHidden" r:id="rId1"/><sheet name="d" sheetId="4" state="show" r:id="rId1"/></sheets>',
      }),
    );
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['a', 'visible'],
      ['b', 'hidden'],
      ['<c>', 'veryHidden'],
      ['d', 'visible'],
    ]);
  });

  test('keeps defined names as written, those of one sheet under its name', async () => {
    const workbook = await workbookOf(
      buildWorkbook({
        workbook:
          '<sheets><sheet name="支出" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="单位">支出!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">支出!$A:$C</definedName></definedNames>',
      }),
    );
    expect([...workbook.definedNames]).toEqual([
      ['单位', '支出!$A$1'],
      ['支出!_xlnm.Print_Area', '支出!$A:$C'],
    ]);
  });

  test('flags macros and links to other workbooks, and follows neither', async () => {
    const workbook = await workbookOf(
      buildWorkbook({
        links: link('e', 'externalLink', 'externalLinks/externalLink1.xml'),
        parts: [
          {
            name: '[Content_Types].xml',
            data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
          },
          { name: 'xl/vbaProject.bin', data: 'not read' },
        ],
      }),
    );
    expect([workbook.hasMacros, workbook.hasExternalLinks]).toEqual([true, true]);
  });

  test.each([
    '/xl/worksheets/sheet1.xml',
    './worksheets/../worksheets/sheet1.xml',
    'worksheets/SHEET1.xml',
    'worksheets/sheet%31.xml',
  ])('finds a sheet by the target %s', async (target) => {
    const bytes = buildWorkbook({
      sheet: row('<c r="A1"><v>1</v></c>'),
      links: link('rId9', 'worksheet', target),
      workbook: '<sheets><sheet name="a" sheetId="1" r:id="rId9"/></sheets>',
    });
    expect((await firstSheet(bytes)).value(1, 1)).toBe(1);
  });

  test.each([
    ['worksheets/六月 1.xml', 'xl/worksheets/%E5%85%AD%E6%9C%88%201.xml'],
    ['worksheets/%E5%85%AD%E6%9C%88%201.xml', 'xl/worksheets/六月 1.xml'],
  ])('finds a sheet by the target %s under the name %s', async (target, name) => {
    const bytes = buildWorkbook({
      links: link('rId9', 'worksheet', target),
      workbook: '<sheets><sheet name="a" sheetId="1" r:id="rId9"/></sheets>',
      parts: [
        { name, data: `<worksheet xmlns="${mainNamespace}">${row('<c r="A1"><v>7</v></c>')}</worksheet>` },
      ],
    });
    expect((await firstSheet(bytes)).value(1, 1)).toBe(7);
  });

  test('may link to shared strings it does not have', async () => {
    const bytes = buildWorkbook({ links: link('rId9', 'sharedStrings', 'none.xml') });
    expect(typeof (await readBytes(bytes))).toBe('object');
  });
});

describe('the zip', () => {
  const sheet = row('<c r="A1"><v>1</v></c>');
  const zipped = (change: Partial<ZipPart>, options: ZipOptions = {}) =>
    buildZip(
      workbookParts({ sheet }).map((part) => ({ ...part, ...change })),
      options,
    );

  test.each([
    ['stored', zipped({ stored: true })],
    ['sizes behind the data', zipped({ descriptor: true })],
    ['64-bit sizes', zipped({ zip64: true })],
    ['64-bit sizes behind the data', zipped({ zip64: true, descriptor: true })],
    ['64-bit end records', zipped({}, { zip64: true })],
    [
      'the same name again in Unicode',
      buildZip(workbookParts({ sheet }).map((part) => ({ ...part, unicodeName: part.name }))),
    ],
    ['a comment', zipped({}, { comment: 'made by a tool' })],
    ['a comment that looks like an end', zipped({}, { comment: `PK\x05\x06${'x'.repeat(40)}` })],
    ['bytes behind the end', zipped({}, { trailing: Buffer.alloc(100) })],
    ['names without the UTF-8 flag', zipped({ flags: 0 })],
    [
      'back slashes in names',
      buildZip(workbookParts({ sheet }).map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))),
    ],
    ['folders', buildZip([{ name: 'xl/', data: '', stored: true }, ...workbookParts({ sheet })])],
    [
      'a part that is a bomb and not asked for',
      buildZip([
        ...workbookParts({ sheet }),
        { name: 'xl/media/image1.bmp', data: Buffer.alloc(9 * 1024 * 1024) },
      ]),
    ],
    [
      'a workbook stored in the workbook',
      buildZip([
        ...workbookParts({ sheet }),
        { name: 'xl/embeddings/a.xlsx', data: buildWorkbook(), stored: true },
      ]),
    ],
  ])('with %s', async (_, bytes) => {
    expect((await firstSheet(bytes)).value(1, 1)).toBe(1);
  });
});
