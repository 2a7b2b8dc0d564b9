import XLSX from '@e965/xlsx';
import { describe, expect, jest, test } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { readWorkbook } from '../../pipeline/formats/index.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';
import type { Sheet, Workbook } from '../../pipeline/model/workbook.ts';

jest.setTimeout(120_000);

/* The child process runs compiled code: `npm run build` comes before these tests. */

async function read(bytes: Uint8Array) {
  return readWorkbook({ path: '甲镇.xls', bytes, sha256: '' });
}

async function workbook(bytes: Uint8Array): Promise<Workbook> {
  const result = await read(bytes);
  if (isRefusal(result)) throw new Error(`${result.code}: ${result.message.en}`);
  return result;
}

async function firstSheet(bytes: Uint8Array): Promise<Sheet> {
  const sheet = (await workbook(bytes)).sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function written(bookType: XLSX.BookType, sheets = sampleSheets()): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of sheets) XLSX.utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: sheets.map((_, index) => ({ Hidden: index === 0 ? 0 : 2 })) };
  return XLSX.write(book, { type: 'buffer', bookType });
}

function sampleSheets(): [string, XLSX.WorkSheet][] {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['项目', '金额', '日期', '比例', '完成', '错误', '公式'],
    [
      '一号路<修>',
      1234.5,
      { t: 'n', v: 45107, z: 'yyyy"年"m"月"d"日"' },
      { t: 'n', v: 0.519, z: '0.00%' },
      true,
      { t: 'e', v: 23 },
      { t: 'n', v: 2469, f: 'B2*2' },
    ],
    ['"引号"\n换行', -0.09, { t: 'n', v: 0.4375, z: 'hh:mm:ss' }, 1, false, { t: 'e', v: 7 }, '00123'],
  ]);
  sheet['!merges'] = [{ s: { r: 5, c: 0 }, e: { r: 6, c: 1 } }];
  return [
    ['支出进度', sheet],
    ['字典', XLSX.utils.aoa_to_sheet([['x', 1]])],
  ];
}

const date = { kind: 'date', iso: '2023-06-30', serial: 45107 };
const time = { kind: 'date', iso: '10:30:00', serial: 0.4375 };

describe.each([
  ['xls', 'biff8'],
  ['xlsb', 'xlsb'],
  ['xml2003', 'xlml'],
] as const)('%s', (format, bookType) => {
  test('gives values with their types, errors as errors, dates by their format', async () => {
    const sheet = await firstSheet(written(bookType));
    expect(sheet.name).toBe('支出进度');
    expect([1, 2, 3, 4, 5, 6, 7].map((column) => sheet.value(2, column))).toEqual([
      '一号路<修>',
      1234.5,
      date,
      0.519,
      true,
      { kind: 'error', code: '#REF!' },
      2469,
    ]);
    expect([1, 2, 3, 4, 5, 6, 7].map((column) => sheet.value(3, column))).toEqual([
      '"引号"\n换行',
      -0.09,
      time,
      1,
      false,
      { kind: 'error', code: '#DIV/0!' },
      '00123',
    ]);
    expect(sheet.numberFormat(2, 4)).toBe('0.00%');
    expect(sheet.numberFormat(2, 2)).toBeNull();
  });

  test('gives the shape of the workbook', async () => {
    const book = await workbook(written(bookType));
    expect(book).toMatchObject({ format, hasMacros: false, hasExternalLinks: false, encoding: null });
    expect(book.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'veryHidden']);
    expect(book.sheets[0]?.rowCount).toBe(3);
    expect(book.sheets[0]?.columnCount).toBe(7);
  });
});

test.each(['biff8', 'xlsb', 'ods'] as const)('merged cells of %s stay ranges', async (bookType) => {
  const sheets: [string, XLSX.WorkSheet][] = [
    ['一', XLSX.utils.aoa_to_sheet([['合并', null], ['', ''], [1]])],
  ];
  const sheet = sheets[0]?.[1];
  if (sheet !== undefined) sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 1 } }];
  expect((await firstSheet(written(bookType, sheets))).merges).toEqual([
    { top: 1, left: 1, bottom: 2, right: 2 },
  ]);
});

describe('.xls', () => {
  test('of Excel 5 is read in its code page', async () => {
    const sheet = await firstSheet(excel5Workbook('县道养护工程', 936));
    expect(sheet.value(1, 1)).toBe('县道养护工程');
  });

  test('number formats of one workbook do not reach into the next', async () => {
    const first: [string, XLSX.WorkSheet][] = [
      ['一', XLSX.utils.aoa_to_sheet([[{ t: 'n', v: 45107, z: 'yyyy"-"mm' }]])],
    ];
    const second: [string, XLSX.WorkSheet][] = [
      ['一', XLSX.utils.aoa_to_sheet([[{ t: 'n', v: 45107, z: '0.000' }], [45107]])],
    ];
    expect((await firstSheet(written('biff8', first))).value(1, 1)).toMatchObject({ kind: 'date' });
    const sheet = await firstSheet(written('biff8', second));
    expect([sheet.value(1, 1), sheet.numberFormat(1, 1), sheet.value(2, 1)]).toEqual([45107, '0.000', 45107]);
  });

  test('many are read at once without mixing', async () => {
    const books = Array.from({ length: 8 }, (_, index) =>
      written('biff8', [['一', XLSX.utils.aoa_to_sheet([[index]])]]),
    );
    const sheets = await Promise.all(books.map(firstSheet));
    expect(sheets.map((sheet) => sheet.value(1, 1))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('of which a formula goes by labels has its values, and the text of no formula', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([['支出'], [12], [34]]);
    // Length, then a token for "the row of the label in A1", which the library does not write out.
    const tokens = { bf: [6, 0, 0x18, 0x02, 0, 0, 0, 0] };
    sheet.B2 = { t: 'n', v: 12, f: '支出', ...tokens };
    sheet['!ref'] = 'A1:B3';
    const read = await firstSheet(written('biff8', [['一', sheet]]));
    expect([read.value(1, 1), read.value(3, 1), read.value(2, 2), read.formula(2, 2)]).toEqual([
      '支出',
      34,
      12,
      null,
    ]);
  });

  test('a Word document in the same container is no workbook', async () => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, 'WordDocument', Buffer.alloc(5000, 1));
    expect(await read(Buffer.from(XLSX.CFB.write(container, { type: 'buffer' })))).toMatchObject({
      code: 'NOT_A_WORKBOOK',
      message: { zh: expect.stringContaining('是 Word 文档') },
    });
  });

  test.each([600, 2000, 3500])('cut after %d bytes it is refused', async (length) => {
    expect(await read(written('biff8').subarray(0, length))).toMatchObject({ code: 'TRUNCATED' });
  });

  test('a sheet that is not where the workbook says is refused', async () => {
    expect(
      await read(changedStream((stream) => stream.writeUInt32LE(40, find(stream, 0x85) + 4))),
    ).toMatchObject({
      code: 'CORRUPT',
    });
  });

  test('a record that reaches beyond the end is refused', async () => {
    expect(
      await read(changedStream((stream) => stream.writeUInt16LE(0xfff0, find(stream, 0x85) + 2))),
    ).toMatchObject({
      code: 'TRUNCATED',
    });
  });

  test('what makes the library throw is refused as damaged', async () => {
    // The text of a formula where there is no formula.
    expect(
      await read(changedStream((stream) => stream.writeUInt16LE(0x0207, find(stream, 0x0204)))),
    ).toMatchObject({
      code: 'CORRUPT',
    });
  });
});

describe('.xlsb', () => {
  test('of a trial version of Excel 2007, with lengths of names in two bytes, is refused as such', async () => {
    const parts = unzipSync(written('xlsb', [['a', XLSX.utils.aoa_to_sheet([[1]])]]));
    const list = Buffer.from(parts['xl/workbook.bin'] ?? []);
    // Record 156: state, number, `rId1`, `a`.
    const at = list.indexOf(Buffer.from([0x9c, 0x01]));
    const body = list.subarray(at + 3, at + 3 + (list[at + 2] ?? 0));
    const short = Buffer.concat([body.subarray(0, 10), body.subarray(12, 22), body.subarray(24)]);
    const record = Buffer.concat([Buffer.from([0x9c, 0x01, short.length]), short]);
    const rest = list.subarray(at + 3 + body.length);
    const bytes = zipSync({
      ...parts,
      'xl/workbook.bin': Buffer.concat([list.subarray(0, at), record, rest]),
    });
    expect(await read(bytes)).toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: { zh: expect.stringContaining('测试版') },
    });
  });

  test('with a flipped bit in a part is refused before the library sees it', async () => {
    const bytes = Uint8Array.from(written('xlsb'));
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.bin') + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await read(bytes)).toMatchObject({ code: expect.stringMatching(/^(BAD_CRC|CORRUPT)$/) });
  });

  test('cut short is refused', async () => {
    const bytes = written('xlsb');
    expect(await read(bytes.subarray(0, bytes.length - 30))).toMatchObject({
      code: expect.stringMatching(/^(TRUNCATED|CORRUPT)$/),
    });
  });
});

describe('a page with tables', () => {
  async function cells(page: string | Uint8Array) {
    const sheet = await firstSheet(typeof page === 'string' ? Buffer.from(page) : page);
    return Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (__, column) => sheet.value(row + 1, column + 1)),
    );
  }

  test('gives texts as shown and guesses at nothing', async () => {
    const page =
      '<html><body><table><tr><th>编码<th>金额<th>日期</tr><tr><td>00123</td><td> 1,234.50\n</td><td>2023-06-30</td></tr></table>';
    expect(await cells(page)).toEqual([
      ['编码', '金额', '日期'],
      ['00123', '1,234.50', '2023-06-30'],
    ]);
  });

  test('decodes references, breaks lines and drops mark-up, scripts and comments', async () => {
    const page =
      '<table><tr><td>&#39033;&#x76ee;&nbsp;A&amp;B</td><td>甲<br>乙<!-- x --><script>"</td>"</script></td><td><b>粗</b> 体</td><td>&nbsp;</td><td>1</td></tr></table>';
    expect(await cells(page)).toEqual([['项目\u00a0A&B', '甲\n乙', '粗 体', null, '1']]);
  });

  test('lays out cells that span', async () => {
    const page =
      '<table><tr><td rowspan=2>甲<td colspan="2">乙</tr><tr><td>1<td>2</tr><tr><td>3<td>4<td>5</tr></table>';
    expect(await cells(page)).toEqual([
      ['甲', '乙', null],
      [null, '1', '2'],
      ['3', '4', '5'],
    ]);
    expect((await firstSheet(Buffer.from(page))).merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
    ]);
  });

  test('takes the number Excel wrote down behind a rounded amount, never the serial number of a date', async () => {
    const page =
      '<table><tr><td x:num="1234.567">1,234.57</td><td x:num="0.51934">51.9%</td><td x:num>12</td><td x:num="45107">2023/6/30</td><td x:num="5">1,234.57</td><td x:num="-3.5" x:fmla="=A1*2">(3.5)</td></tr></table>';
    expect(await cells(page)).toEqual([[1234.567, 0.51934, 12, '2023/6/30', '1,234.57', -3.5]]);
    expect((await firstSheet(Buffer.from(page))).formula(1, 6)).toBe('A1*2');
  });

  test('makes a sheet of each table, of one inside another too, with the names Excel notes', async () => {
    const page =
      '<xml><x:Name>甲表</x:Name><x:Name>乙表</x:Name></xml><table><tr><td>外</td><td><table><tr><td>内</td></tr></table></td></tr></table>';
    const { sheets } = await workbook(Buffer.from(`<html>${page}</html>`));
    expect(sheets.map((sheet) => [sheet.name, sheet.value(1, 1), sheet.value(1, 2)])).toEqual([
      ['甲表', '外', null],
      ['乙表', '内', null],
    ]);
  });

  test.each([
    [
      'declared and saved in GBK',
      iconv.encode('<meta charset=gb2312><table><tr><td>县道</td></tr></table>', 'gbk'),
    ],
    [
      'declared as UTF-8 but saved in GBK',
      iconv.encode('<meta charset="utf-8"><table><tr><td>县道</td></tr></table>', 'gbk'),
    ],
    [
      'declared as GBK but saved in UTF-8',
      Buffer.from('<meta charset=gbk><table><tr><td>县道</td></tr></table>'),
    ],
    ['in UTF-16', iconv.encode('<table><tr><td>县道</td></tr></table>', 'utf-16le', { addBOM: true })],
  ])('is decoded right when it is %s', async (_, page) => {
    expect(await cells(page)).toEqual([['县道']]);
  });

  test.each([
    ['TRUNCATED', '<table><tr><td>1</td></tr>'],
    ['EMPTY_FILE', '<table><tr><td>&nbsp;</td></tr></table>'],
    ['TOO_MANY_COLUMNS', '<table><tr><td colspan=20000>1</td></tr></table>'],
    ['FIELD_TOO_LONG', `<table><tr><td>${'长'.repeat(32_768)}</td></tr></table>`],
    ['TOO_BIG', `<table>${'<tr><td rowspan=2 colspan=16000>1<tr>'.repeat(1300)}</table>`],
    ['CORRUPT', `${'<table><tr><td>'.repeat(70)}1${'</td></tr></table>'.repeat(70)}`],
  ])('is refused with %s', async (code, page) => {
    expect(await read(Buffer.from(page))).toMatchObject({ code });
  });

  test('of 30 MB without an end is refused within five seconds of computing', async () => {
    const started = process.cpuUsage();
    expect(await read(Buffer.from(`<table><tr><td>${'<b '.repeat(10_000_000)}`))).toMatchObject({
      code: 'TRUNCATED',
    });
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeLessThan(5_000_000);
  });
});

describe('an XML spreadsheet of 2003', () => {
  const spreadsheet = (rows: string, head = '', options = '') =>
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">${head}<Worksheet ss:Name="一"><Table>${rows}</Table>${options}</Worksheet></Workbook>`,
    );
  const number = (value: string) => `<Data ss:Type="Number">${value}</Data>`;

  test('keeps cells behind an empty merged cell in their column', async () => {
    const sheet = await firstSheet(
      spreadsheet(`<Row><Cell ss:MergeAcross="2"/><Cell>${number('4')}</Cell></Row>`),
    );
    expect(sheet.value(1, 4)).toBe(4);
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 3 }]);
  });

  test('tells a formula without a value from an empty cell', async () => {
    const rows = `<Row><Cell>${number('2')}</Cell><Cell ss:Formula="=RC[-1]*R1C1&amp;&quot;RC[1]&quot;"/><Cell/></Row>`;
    const sheet = await firstSheet(spreadsheet(rows));
    expect([sheet.formula(1, 2), sheet.isUncalculated(1, 2), sheet.isUncalculated(1, 3)]).toEqual([
      'A1*$A$1&"RC[1]"',
      true,
      false,
    ]);
  });

  test('reads dates, hidden parts, comments apart from cells', async () => {
    const styles = '<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>';
    const rows =
      '<Column ss:Index="3" ss:Hidden="1" ss:Span="1"/><Row ss:Index="2" ss:Hidden="1"><Cell ss:StyleID="d"><Data ss:Type="DateTime">2023-06-30T00:00:00.000</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>' +
      `<Cell ss:StyleID="d">${number('45107')}</Cell><Cell><Data ss:Type="DateTime">1899-12-31T10:30:00.000</Data></Cell></Row>`;
    const options = '<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>';
    const sheet = await firstSheet(spreadsheet(rows, styles, options));
    expect([1, 2, 3].map((column) => sheet.value(2, column))).toEqual([
      { kind: 'date', iso: '2023-06-30', serial: null },
      date,
      { kind: 'date', iso: '10:30:00', serial: null },
    ]);
    expect(sheet.hiddenRows).toEqual([{ first: 2, last: 2 }]);
    expect(sheet.hiddenColumns).toEqual([{ first: 3, last: 4 }]);
    expect(sheet.visibility).toBe('hidden');
  });

  test.each([
    ['CORRUPT', `<Row><Cell>${number('1,234')}</Cell></Row>`],
    ['CORRUPT', `<Row><Cell>${number('')}</Cell></Row>`],
    [
      'CORRUPT',
      `<Row><Cell ss:Index="3">${number('1')}</Cell><Cell ss:Index="2">${number('1')}</Cell></Row>`,
    ],
    ['CORRUPT', '<Row><Cell></Row>'],
    ['TOO_MANY_COLUMNS', `<Row><Cell ss:Index="16385">${number('1')}</Cell></Row>`],
    ['TOO_BIG', `<Row ss:Index="1048577"><Cell>${number('1')}</Cell></Row>`],
  ])('is refused with %s for %s', async (code, rows) => {
    expect(await read(spreadsheet(rows))).toMatchObject({ code });
  });

  test('cut short or with a DTD it is refused', async () => {
    const bytes = spreadsheet('<Row/>');
    expect(await read(bytes.subarray(0, -20))).toMatchObject({ code: 'TRUNCATED' });
    const withDtd = bytes.toString().replace('?>', '?><!DOCTYPE Workbook [<!ENTITY a "b">]>');
    expect(await read(Buffer.from(withDtd))).toMatchObject({ code: 'DTD_NOT_ALLOWED' });
  });

  test('without a sheet is refused', async () => {
    const bytes = Buffer.from(
      '<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    );
    expect(await read(bytes)).toMatchObject({
      code: 'CORRUPT',
      message: { zh: expect.stringContaining('（没有工作表）') },
    });
  });

  test('with one name for two sheets is refused', async () => {
    const sheet = '<Worksheet ss:Name="一"><Table/></Worksheet>';
    expect(await read(spreadsheet('', sheet))).toMatchObject({ code: 'DUPLICATE_SHEET' });
  });
});

/** A workbook of Excel 5 with one text, written byte by byte: no library here writes its code pages. */
function excel5Workbook(text: string, codePage: number): Uint8Array {
  const words = (...values: readonly number[]) => Buffer.from(Uint16Array.from(values).buffer);
  const record = (type: number, data: Buffer) => Buffer.concat([words(type, data.length), data]);
  const beginning = (kind: number) => record(0x0809, words(0x0500, kind, 0x0dbb, 0x07cc));
  const encoded = iconv.encode(text, 'gbk');
  const name = Buffer.from('A');
  const sheet = Buffer.concat([
    beginning(0x0010),
    record(0x0204, Buffer.concat([words(0, 0, 0, encoded.length), encoded])),
    record(0x000a, Buffer.alloc(0)),
  ]);
  const globals = (position: number) =>
    Buffer.concat([
      beginning(0x0005),
      record(0x0042, words(codePage)),
      record(0x0085, Buffer.concat([words(position, 0, 0), Buffer.from([name.length]), name])),
      record(0x000a, Buffer.alloc(0)),
    ]);
  const stream = Buffer.concat([globals(globals(0).length), sheet]);
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/Book', stream);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
}

/** The sample as .xls with something changed in its workbook stream. */
function changedStream(change: (stream: Buffer) => void): Uint8Array {
  const container = XLSX.CFB.read(written('biff8'), { type: 'buffer' });
  const stream = Buffer.from(XLSX.CFB.find(container, '/Workbook')?.content ?? []);
  change(stream);
  XLSX.CFB.utils.cfb_add(container, '/Workbook', stream);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
}

/** Where the first record of a type begins. */
function find(stream: Buffer, type: number): number {
  for (let position = 0; position < stream.length; position += 4 + stream.readUInt16LE(position + 2)) {
    if (stream.readUInt16LE(position) === type) return position;
  }
  throw new Error(`no record ${type}`);
}
