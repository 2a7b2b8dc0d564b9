import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readWorkbook } from '../../pipeline/formats/index.ts';
import { defaultLimits } from '../../pipeline/formats/limits.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';
import type { Sheet, Workbook } from '../../pipeline/model/workbook.ts';

const namespaces = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
  .concat(
    ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  );

interface Parts {
  readonly tables: string;
  readonly styles?: string;
  readonly behind?: string;
  readonly root?: string;
}

function ods(
  { tables, styles = '', behind = '', root = namespaces }: Parts,
  more: Record<string, Uint8Array> = {},
): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${root}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}${behind}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
    ...more,
  });
}

const table = (rows: string, attributes = '') =>
  `<table:table table:name="一" ${attributes}>${rows}</table:table>`;
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const float = (value: string, attributes = '') =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${attributes}><text:p>…</text:p></table:table-cell>`;
const text = (content: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}>${content}</table:table-cell>`;

async function read(bytes: Uint8Array, limits = defaultLimits) {
  return readWorkbook({ path: '甲镇.ods', bytes, sha256: '' }, { limits });
}

async function workbook(bytes: Uint8Array): Promise<Workbook> {
  const result = await read(bytes);
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.message.en}`);
  return result;
}

async function sheetOf(parts: Parts): Promise<Sheet> {
  const sheet = (await workbook(ods(parts))).sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('values', () => {
  test('come with their types', async () => {
    const cells = [
      float('1234.5'),
      '<table:table-cell office:value-type="percentage" office:value="0.519"/>',
      '<table:table-cell office:value-type="currency" office:value="-3"/>',
      '<table:table-cell office:value-type="date" office:date-value="2023-06-30"/>',
      '<table:table-cell office:value-type="date" office:date-value="2023-06-30T10:30:00"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT10H30M00S"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT03H53M46.900001631S"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT1045737H36M00S"/>',
      '<table:table-cell office:value-type="time" office:time-value="-PT06H00M00S"/>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="8"/>',
    ];
    const sheet = await sheetOf({ tables: table(row(...cells)) });
    expect(cells.map((_, index) => sheet.value(1, index + 1))).toEqual([
      1234.5,
      0.519,
      -3,
      { kind: 'date', iso: '2023-06-30', serial: null },
      { kind: 'date', iso: '2023-06-30T10:30:00', serial: null },
      { kind: 'date', iso: '10:30:00', serial: null },
      1.5,
      { kind: 'date', iso: '03:53:47', serial: null },
      43_572.4,
      -0.25,
      true,
      8,
    ]);
    expect(sheet.numberFormat(1, 2)).toBe('0.00%');
  });

  test('of texts are what is shown: paragraphs, blanks, line breaks, without notes and pictures', async () => {
    const cells = [
      text('<text:p>项目<text:s text:c="2"/>甲<text:line-break/>乙</text:p><text:p>丙</text:p>'),
      text(
        '<office:annotation><text:p>批注</text:p></office:annotation><text:p>值</text:p><draw:frame><text:p>图</text:p></draw:frame>',
      ),
      text('<text:p>1,234</text:p>', 'office:string-value="全文"'),
      text('<text:p> a\n  <text:span>b</text:span></text:p>'),
    ];
    const sheet = await sheetOf({ tables: table(row(...cells)) });
    expect(cells.map((_, index) => sheet.value(1, index + 1))).toEqual([
      '项目  甲\n乙\n丙',
      '值',
      '全文',
      'a b',
    ]);
  });

  test('of formulas are the stored ones, errors as errors, those without a value not calculated', async () => {
    const cells = [
      float('3', 'table:formula="of:=SUM([.A1:.B1];[$字典.$A$1])&amp;&quot;;[.A1]&quot;"'),
      float('0', 'table:formula="of:=1/0" calcext:value-type="error"').replace('…', '#DIV/0!'),
      text('<text:p>#N/A</text:p>', 'table:formula="of:=NA()"'),
      '<table:table-cell table:formula="of:=[.A1]*2"/>',
      text('<text:p>#N/A</text:p>'),
    ];
    const sheet = await sheetOf({ tables: table(row(...cells)) });
    expect(cells.map((_, index) => sheet.value(1, index + 1))).toEqual([
      3,
      { kind: 'error', code: '#DIV/0!' },
      { kind: 'error', code: '#N/A' },
      null,
      '#N/A',
    ]);
    expect(sheet.formula(1, 1)).toBe('SUM(A1:B1,字典!$A$1)&";[.A1]"');
    expect([3, 4].map((column) => sheet.isUncalculated(1, column))).toEqual([false, true]);
  });

  test('repeat over columns and rows; the empty ones to the edge of the sheet cost nothing', async () => {
    const rows =
      `<table:table-row table:number-rows-repeated="2">${float('7', 'table:number-columns-repeated="3"')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const sheet = await sheetOf({ tables: table(rows) });
    expect([sheet.rowCount, sheet.columnCount, sheet.value(2, 3)]).toEqual([2, 3, 7]);
  });
});

describe('styles', () => {
  const styles =
    '<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>' +
    '<number:number-style style:name="N2"><number:number number:decimal-places="2" number:grouping="true"/></number:number-style>' +
    '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>' +
    '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce3"/>' +
    '<style:style style:name="ce3" style:family="table-cell" style:data-style-name="N2"/>' +
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';

  test('give number formats, of the cell or of its column, inherited too', async () => {
    const columns = '<table:table-column/><table:table-column table:default-cell-style-name="ce2"/>';
    const cells = [
      '<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2023-06-01"/>',
      float('1234.5'),
      float('45107', 'table:style-name="ce1"'),
    ];
    const sheet = await sheetOf({ styles, tables: table(columns + row(...cells)) });
    expect([1, 2, 3].map((column) => sheet.numberFormat(1, column))).toEqual([
      'yyyy"年"m"月"',
      '#,##0.00',
      'yyyy"年"m"月"',
    ]);
    expect(sheet.value(1, 3)).toEqual({ kind: 'date', iso: '2023-06-30', serial: 45107 });
  });

  test('hide sheets, rows and columns', async () => {
    const rows =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
      `<table:table-row table:visibility="filter">${float('1')}</table:table-row>`;
    const sheet = await sheetOf({ styles, tables: table(rows, 'table:style-name="ta1"') });
    expect([sheet.visibility, sheet.hiddenRows, sheet.hiddenColumns]).toEqual([
      'hidden',
      [{ first: 1, last: 1 }],
      [{ first: 3, last: 4 }],
    ]);
  });
});

test('merges stay ranges and what they hide is kept', async () => {
  const rows = row(
    float('1', 'table:number-columns-spanned="2" table:number-rows-spanned="2"'),
    '<table:covered-table-cell office:value-type="float" office:value="9"/>',
  );
  const sheet = await sheetOf({ tables: table(rows) });
  expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
  expect(sheet.value(1, 2)).toBe(9);
});

test('names, copies of other files and macros are noted', async () => {
  const tables = `${table(row(float('1')))}<table:table table:name="'file:///C:/年初.ods'#$预算">${row(float('2'))}</table:table>`;
  const behind =
    '<table:named-expressions><table:named-range table:name="范围" table:cell-range-address="$一.$A$1:.$B$3"/></table:named-expressions>';
  const book = await workbook(ods({ tables, behind }, { 'Basic/Standard/Module1.xml': strToU8('<x/>') }));
  expect(book).toMatchObject({ format: 'ods', hasExternalLinks: true, hasMacros: true });
  expect([...book.definedNames]).toEqual([['范围', '一!$A$1:$B$3']]);
  expect(book.sheets).toHaveLength(1);
});

test('a byte order mark, and styles that know nothing of tables', async () => {
  const styles =
    '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:styles/></office:document-styles>';
  const content = `\ufeff<office:document-content ${namespaces}><office:body><office:spreadsheet>${table(row(float('1')))}</office:spreadsheet></office:body></office:document-content>`;
  const parts = { 'content.xml': strToU8(content), 'styles.xml': strToU8(styles) };
  const book = await workbook(ods({ tables: '' }, parts));
  expect(book.sheets[0]?.value(1, 1)).toBe(1);
});

describe('refusals', () => {
  test('BAD_TEXT: bytes that are not UTF-8', async () => {
    const content = strToU8(
      `<office:document-content ${namespaces}><office:body><office:spreadsheet>${table(row(text('<text:p>\xfe</text:p>')))}</office:spreadsheet></office:body></office:document-content>`,
      true,
    );
    expect(await read(ods({ tables: '' }, { 'content.xml': content }))).toMatchObject({ code: 'BAD_TEXT' });
  });

  test.each([
    ['CORRUPT', 'a number that is none', { tables: table(row(float('1,234'))) }],
    [
      'CORRUPT',
      'a date that is none',
      { tables: table(row('<table:table-cell office:value-type="date" office:date-value="2023-02-30"/>')) },
    ],
    [
      'CORRUPT',
      'XML that does not nest',
      { tables: '<table:table table:name="一"><table:table-row></table:table>' },
    ],
    ['CORRUPT', 'no sheet', { tables: '' }],
    ['DUPLICATE_SHEET', 'two sheets of one name', { tables: table('') + table('') }],
    [
      'TOO_BIG',
      'a cell repeated a billion times',
      {
        tables: table(
          `<table:table-row table:number-rows-repeated="1000000">${float('1', 'table:number-columns-repeated="1000"')}</table:table-row>`,
        ),
      },
    ],
    [
      'TOO_BIG',
      'cells repeated in many sheets',
      {
        tables: ['一', '二', '三']
          .map(
            (name) =>
              `<table:table table:name="${name}"><table:table-row table:number-rows-repeated="20000">${float('1', 'table:number-columns-repeated="100"')}</table:table-row></table:table>`,
          )
          .join(''),
      },
    ],
    [
      'TOO_BIG',
      'too many rows',
      {
        tables: table(
          `<table:table-row table:number-rows-repeated="1048577">${float('1')}</table:table-row>`,
        ),
      },
    ],
    [
      'TOO_MANY_COLUMNS',
      'too many columns',
      { tables: table(row(float('1', 'table:number-columns-repeated="16385"'))) },
    ],
    [
      'FIELD_TOO_LONG',
      'a text too long',
      { tables: table(row(text(`<text:p>${'长'.repeat(32_768)}</text:p>`))) },
    ],
    [
      'UNSUPPORTED_FORMAT',
      'unusual prefixes',
      { tables: '', root: 'xmlns:office="urn:x" xmlns:table="urn:y"' },
    ],
  ])('%s: %s', async (code, _, parts) => {
    expect(await read(ods(parts))).toMatchObject({ code });
  });

  test('ENCRYPTED: a part with a password', async () => {
    const manifest = strToU8(
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    );
    expect(await read(ods({ tables: '' }, { 'META-INF/manifest.xml': manifest }))).toMatchObject({
      code: 'ENCRYPTED',
    });
  });

  test('TRUNCATED: a file cut short', async () => {
    const bytes = ods({ tables: table(row(float('1'))) });
    expect(await read(bytes.subarray(0, bytes.length - 40))).toMatchObject({ code: 'TRUNCATED' });
  });

  test('a flipped bit anywhere in the content is refused, never read differently', async () => {
    const good = ods({ tables: table(row(float('1234.5'), text('<text:p>项目</text:p>'))) });
    for (let at = 60; at < good.length - 60; at += 3) {
      const bytes = Uint8Array.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 0x04;
      const result = await read(bytes);
      if (isRefusal(result)) continue;
      expect([result.sheets[0]?.value(1, 1), result.sheets[0]?.value(1, 2)]).toEqual([1234.5, '项目']);
    }
  });

  test('RATIO: a part compressed beyond what is plausible', async () => {
    const limits = { ...defaultLimits, ratioFromBytes: 1000 };
    expect(await read(ods({ tables: table(row(float('1')).repeat(5000)) }), limits)).toMatchObject({
      code: 'RATIO',
    });
  });
});
