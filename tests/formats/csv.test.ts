import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { readCsv } from '../../pipeline/formats/csv/index.ts';
import { defaultLimits, type Limits } from '../../pipeline/formats/limits.ts';
import { isRefusal, type RefusalCode } from '../../pipeline/model/refusal.ts';
import type { Workbook } from '../../pipeline/model/workbook.ts';

function read(content: string | Uint8Array, limits: Partial<Limits> = {}) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readCsv({ path: '收件/甲镇_6月.csv', bytes, sha256: '' }, { ...defaultLimits, ...limits });
}

function workbook(content: string | Uint8Array): Workbook {
  const result = read(content);
  if (isRefusal(result)) throw new Error(result.message.en);
  return result;
}

/** The cells as rows, as wide as the sheet. */
function cells(content: string | Uint8Array) {
  const sheet = workbook(content).sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (__, column) => sheet.value(row + 1, column + 1)),
  );
}

function refusal(content: string | Uint8Array, limits: Partial<Limits> = {}): RefusalCode | null {
  const result = read(content, limits);
  return isRefusal(result) ? result.code : null;
}

const table = '项目,金额\r\n一号路,"1,234.50"\r\n';
const tableCells = [
  ['项目', '金额'],
  ['一号路', '1,234.50'],
];

describe('the workbook', () => {
  test('has one sheet named after the file', () => {
    expect(workbook(table)).toMatchObject({
      format: 'csv',
      sheets: [{ name: '甲镇_6月', visibility: 'visible' }],
    });
  });

  test('keeps every value as text and empty fields as empty cells', () => {
    expect(cells('编码,金额,比例\n00123,1e3,""\n,=1+1, 12 \n')).toEqual([
      ['编码', '金额', '比例'],
      ['00123', '1e3', null],
      [null, '=1+1', ' 12 '],
    ]);
  });

  test('counts empty rows, as a spreadsheet does', () => {
    expect(cells('标题\n\n项目,金额\n')).toEqual([
      ['标题', null],
      [null, null],
      ['项目', '金额'],
    ]);
  });

  test('reads quotes, doubled quotes, separators and line ends inside quotes', () => {
    expect(cells('"a ""b""","c,d","e\nf"\r\n1,2,"3"')).toEqual([
      ['a "b"', 'c,d', 'e\nf'],
      ['1', '2', '3'],
    ]);
  });

  test('keeps a quote in the middle of a text', () => {
    expect(cells('规格,数\n12"管,3\n')).toEqual([
      ['规格', '数'],
      ['12"管', '3'],
    ]);
  });

  test.each([
    ['CR LF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('reads rows that end with %s', (_, end) => {
    expect(cells(['a,b', '1,"2"', '3,4'].join(end))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('reads rows that end now with LF, now with CR LF', () => {
    expect(cells('a,b\n1,2\r\n3,"4"\r\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });
});

describe('the encoding is told, not guessed', () => {
  test.each([
    ['utf-8', Buffer.from(table)],
    ['utf-8', Buffer.from(`\ufeff${table}`)],
    ['gb18030', iconv.encode(table, 'gb18030')],
    ['utf-16le', iconv.encode(table, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(table, 'utf-16be', { addBOM: true })],
  ])('%s', (encoding, bytes) => {
    expect(workbook(bytes).encoding).toBe(encoding);
    expect(cells(bytes)).toEqual(tableCells);
  });

  test('reads the tab-separated 「Unicode 文本」 of Excel', () => {
    const text = '项目\t金额\r\n一号路\t1,234.50\r\n';
    expect(cells(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual(tableCells);
  });

  test('reads characters that only GB18030 has', () => {
    expect(cells(iconv.encode('名称,值\n㐂村,1\n', 'gb18030'))[1]).toEqual(['㐂村', '1']);
  });

  test('refuses bytes no encoding fits', () => {
    expect(refusal(Buffer.from([0x61, 0x2c, 0xff, 0x0a]))).toBe('BAD_TEXT');
  });

  test('refuses UTF-8 with a damaged byte rather than read it as GB18030', () => {
    const bytes = Buffer.from('项目,金额\n县道养护工程,1\n'.repeat(20));
    bytes[200] = 0xff;
    expect(refusal(bytes)).toBe('BAD_TEXT');
  });

  test('refuses UTF-8 cut in the middle of a character', () => {
    expect(refusal(Buffer.from('项目名称,金额\n一号路').subarray(0, -1))).toBe('BAD_TEXT');
  });

  test('refuses a NUL and says in which line', () => {
    expect(read('a,b\n1,\u00002\n')).toMatchObject({
      code: 'BAD_TEXT',
      message: {
        zh: '文字编码无法识别（第 2 行含有空字符）。请另存为 .xlsx，或以 UTF-8 编码保存 CSV 后重新报送。',
      },
    });
  });

  test('refuses half a surrogate pair in UTF-16', () => {
    expect(refusal(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]))).toBe('BAD_TEXT');
  });
});

describe('the separator', () => {
  test.each([
    ['comma', ','],
    ['tab', '\t'],
    ['semicolon', ';'],
    ['bar', '|'],
  ])('%s is found, past titles and notes', (_, separator) => {
    const rows = [
      '示例区项目支出进度表',
      '',
      ['项目', '预算', '支出'].join(separator),
      ['一号路', '1', '2'].join(separator),
      '注：按月填报，不得漏填；单位万元',
    ];
    expect(cells(rows.join('\n'))[3]).toEqual(['一号路', '1', '2']);
  });

  test('a tab wins over commas that stand in amounts', () => {
    expect(cells('项目\t金额\n甲\t1,234\n乙\t2,345\n')[1]).toEqual(['甲', '1,234']);
  });

  test('separators inside quotes do not count', () => {
    expect(cells('名称;值\n"a,b,c,d";1\n"e,f,g,h";2\n')[1]).toEqual(['a,b,c,d', '1']);
  });

  test('a line sep= decides and is no row', () => {
    expect(cells('sep=|\r\na,b|c\r\n')).toEqual([['a,b', 'c']]);
  });

  test('one column needs none', () => {
    expect(cells('名称\n甲\n乙\n')).toEqual([['名称'], ['甲'], ['乙']]);
  });
});

describe('quotes that are not paired are refused with their row', () => {
  test('one that is never closed', () => {
    expect(read('a,b\n1,"2\n3,4\n')).toMatchObject({
      code: 'UNCLOSED_QUOTE',
      message: { zh: 'CSV 中的引号不成对（第 2 行），无法确定各列内容。请改为 .xlsx 或补全引号后重新报送。' },
    });
  });

  test('one closed by a later one that was to open a field', () => {
    expect(refusal('a,b\n"1,2\n"3",4\n')).toBe('UNCLOSED_QUOTE');
  });

  test('one with text behind it', () => {
    expect(refusal('a,b\n"1"x,2\n')).toBe('UNCLOSED_QUOTE');
  });

  test('but blanks behind it are harmless, at the end of the file too', () => {
    expect(cells('"a" ,"b"\n"1","2" ')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

describe('rows of different widths', () => {
  test('short rows are read: titles, notes, empty cells left out', () => {
    expect(cells('标题\n项目,预算,支出\n甲,1\n乙,1,2\n')).toEqual([
      ['标题', null, null],
      ['项目', '预算', '支出'],
      ['甲', '1', null],
      ['乙', '1', '2'],
    ]);
  });

  test('a longer row is read when only empty fields are too many', () => {
    expect(cells('项目,预算\n甲,1,,\n乙,2\n丙,3\n')[1]).toEqual(['甲', '1']);
  });

  test('a row wider than the table is refused: figures may have slipped into the next column', () => {
    expect(read('项目,地点,金额\n甲,北,1\n乙,南,2\n丙,道路,桥梁,3\n')).toMatchObject({
      code: 'TOO_MANY_COLUMNS',
      message: {
        zh: '列数超过限制（第 4 行有 4 列，其他行 3 列，文字或金额中可能有未加引号的分隔符）。请检查分隔符或删除多余的列后重新报送。',
      },
    });
  });

  test('an amount cut at its thousands separator is refused, even in the only row', () => {
    expect(refusal('项目,预算,支出\n甲,1,234.50,3\n')).toBe('TOO_MANY_COLUMNS');
  });

  test('a list under a narrower form is read: its heading of words is as wide as its rows', () => {
    const form = '项目名称,道路\n单位,青禾镇\n金额,20\n起止,2023年\n'.repeat(2);
    expect(refusal(`${form}序号,支出内容,数量,单价,金额\n1,水泥,10,10000,10\n`)).toBeNull();
    expect(refusal(`${form}序号,支出内容,数量,单价,金额\n1,水泥,沙,10,10000,10\n`)).toBe('TOO_MANY_COLUMNS');
  });

  test('two tables of their own widths are read', () => {
    expect(refusal('a,b\n1,2\n3,4\n\n项目,预算,支出\n甲,1,2\n乙,3,4\n')).toBeNull();
  });
});

describe('limits', () => {
  test('a field of the limit is read, a longer one refused', () => {
    expect(refusal(`a,${'x'.repeat(10)}\n`, { csvFieldBytes: 10 })).toBeNull();
    expect(refusal(`a,${'x'.repeat(11)}\n`, { csvFieldBytes: 10 })).toBe('FIELD_TOO_LONG');
    expect(refusal(`a,"${'x'.repeat(11)}"\n`, { csvFieldBytes: 10 })).toBe('FIELD_TOO_LONG');
  });

  test('by default a field may have 1 MiB', () => {
    expect(refusal(`a,${'x'.repeat(1024 * 1024 + 1)}\n`)).toBe('FIELD_TOO_LONG');
  });

  test('16,384 columns are read, one more is refused', () => {
    expect(refusal(`${'x,'.repeat(16_383)}x\n`)).toBeNull();
    expect(refusal(`${'x,'.repeat(16_384)}x\n`)).toBe('TOO_MANY_COLUMNS');
  });

  test('as many rows as the limit are read, one more is refused', () => {
    expect(refusal('1\n2\n3\n', { rows: 3 })).toBeNull();
    expect(refusal('1\n2\n3\n4', { rows: 3 })).toBe('TOO_BIG');
  });

  test('what would fill the memory of a parser is refused at once', () => {
    expect(refusal(`"${'a"'.repeat(1_000_000)}`)).toBe('UNCLOSED_QUOTE');
    expect(refusal('\n'.repeat(2_000_000))).toBe('TOO_BIG');
    expect(refusal(','.repeat(2_000_000))).toBe('TOO_MANY_COLUMNS');
  });

  test('nothing but separators is empty', () => {
    expect(refusal(',,,\n,,,\n')).toBe('EMPTY_FILE');
  });
});

test('any table written as CSV is read as it was', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '1', '项', '"', ',', '\n', ' ', '.'), maxLength: 6 });
  const rows = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, (written) => {
      const filled = written.map((row, index) => (index === 0 ? ['x', 'y', 'z'] : row));
      const text = Papa.unparse(filled, { quotes: true, newline: '\r\n' });
      const read = cells(text);
      const expected = filled.map((row) => row.map((value) => (value === '' ? null : value)));
      while (expected.at(-1)?.every((value) => value === null)) expected.pop();
      expect(read).toEqual(expected);
    }),
  );
});

test('cells can be asked for in any order', () => {
  const text = Array.from({ length: 500 }, (_, row) => `r${row},"c,${row}"`).join('\n');
  const sheet = workbook(text).sheets[0];
  expect([500, 1, 250, 64, 65].map((row) => sheet?.value(row, 2))).toEqual([
    'c,499',
    'c,0',
    'c,249',
    'c,63',
    'c,64',
  ]);
});
