import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { isPassedOver, openSource, readWorkbook } from '../../pipeline/formats/index.ts';
import { defaultLimits } from '../../pipeline/formats/limits.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';

jest.setTimeout(120_000);

const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(
  book,
  XLSX.utils.aoa_to_sheet([
    ['项目', '金额'],
    ['一号路', 12.5],
  ]),
  '一',
);

function written(bookType: XLSX.BookType): Buffer {
  return Buffer.from(XLSX.write(book, { type: 'buffer', bookType }));
}

const formats = [
  ['xlsx', 'xlsx', 12.5],
  ['xlsm', 'xlsx', 12.5],
  ['biff8', 'xls', 12.5],
  ['xlsb', 'xlsb', 12.5],
  ['ods', 'ods', 12.5],
  ['xlml', 'xml2003', 12.5],
  ['html', 'html', '12.5'],
  ['csv', 'csv', '12.5'],
] as const;

describe.each(formats)('a file written as %s', (bookType, format, amount) => {
  test.each(['甲镇.xlsx', '甲镇.xls', '甲镇.csv', '甲镇'])(
    'is read as what it is under the name %s',
    async (path) => {
      const result = await readWorkbook({ path, bytes: written(bookType), sha256: '' });
      if (isRefusal(result)) throw new Error(result.message.en);
      expect(result.format).toBe(format);
      expect([result.sheets[0]?.value(2, 1), result.sheets[0]?.value(2, 2)]).toEqual(['一号路', amount]);
    },
  );
});

describe('what programs export under the name .xls', () => {
  const read = (text: string) =>
    readWorkbook({ path: '导出.xls', bytes: iconv.encode(text, 'gbk'), sha256: '' });

  test.each([
    [
      'a page with number formats of Excel',
      '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head>' +
        '<meta http-equiv=Content-Type content="application/vnd.ms-excel; charset=gb2312"><style>.txt{mso-number-format:"\\@"} td{mso-number-format:"0.00"}</style></head>' +
        "<body><table border=1><tr><td>编码</td><td>金额</td></tr><tr><td class=txt style='vnd.ms-excel.numberformat:@'>00123</td><td align=right>1,234.50</td></tr></table></body></html>",
    ],
    [
      'a page that begins with its heading',
      '<h2 align=center></h2>\r\n<TABLE><TR><TD>编码<TD>金额<TR><TD>00123<TD>1,234.50</TABLE>',
    ],
    ['text between tabs', '编码\t金额\t\r\n00123\t1,234.50\t\r\n'],
  ])('%s is read as it is shown', async (_, text) => {
    const result = await read(text);
    if (isRefusal(result)) throw new Error(result.message.en);
    const [sheet] = result.sheets;
    expect([1, 2].map((row) => [sheet?.value(row, 1), sheet?.value(row, 2)])).toEqual([
      ['编码', '金额'],
      ['00123', '1,234.50'],
    ]);
  });

  test('a page saved as a single file is refused, and what to do is said', async () => {
    const page = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n';
    expect(await read(page)).toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: {
        zh: '文件格式暂不支持（是单个文件网页 .mht）。请在 WPS 或 Excel 中另存为 .xlsx 后重新报送。',
      },
    });
  });
});

test('what was opened is what is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-'));
  try {
    writeFileSync(join(folder, '甲镇.xls'), written('ods'));
    const source = await openSource(join(folder, '甲镇.xls'), '甲镇.xls');
    if (isRefusal(source) || isPassedOver(source)) throw new Error('not opened');
    writeFileSync(join(folder, '甲镇.xls'), 'something else');
    expect(await readWorkbook(source)).toMatchObject({ format: 'ods' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('limits reach every reader', async () => {
  const limits = { ...defaultLimits, rows: 1 };
  for (const [bookType] of formats) {
    const result = await readWorkbook({ path: 'a', bytes: written(bookType), sha256: '' }, { limits });
    expect([bookType, result]).toEqual([
      bookType,
      expect.objectContaining({ code: expect.stringMatching(/^(TOO_BIG|CORRUPT)$/) }),
    ]);
  }
});

describe('damaged files', () => {
  const damage = fc.record({
    kind: fc.constantFrom('flip', 'cut', 'number', 'splice'),
    at: fc.nat(1_000_000),
    other: fc.nat(1_000_000),
    bit: fc.nat(7),
    number: fc.constantFrom(0, 1, 65_536, 0x7fffffff, 0xfffffffe, 0xffffffff),
  });

  test.each(['ods', 'xlml', 'html', 'csv', 'xlsx'] as const)(
    'of %s end as a workbook or a refusal, never as an error',
    async (bookType) => {
      const good = written(bookType);
      await fc.assert(
        fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
          const result = await readWorkbook({ path: 'a', bytes: damaged(good, damages), sha256: '' });
          expect(isRefusal(result) || result.sheets.length > 0).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('of .xls end as a workbook or a refusal too', async () => {
    const good = written('biff8');
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const result = await readWorkbook({ path: 'a', bytes: damaged(good, damages), sha256: '' });
        expect(isRefusal(result) || Array.isArray(result.sheets)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

interface Damage {
  readonly kind: string;
  readonly at: number;
  readonly other: number;
  readonly bit: number;
  readonly number: number;
}

function damaged(good: Buffer, damages: readonly Damage[]): Buffer {
  let bytes = Buffer.from(good);
  for (const { kind, at, other, bit, number } of damages) {
    if (bytes.length < 8) break;
    const place = at % (bytes.length - 4);
    if (kind === 'flip') bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
    else if (kind === 'cut') bytes = bytes.subarray(0, place);
    else if (kind === 'number') bytes.writeUInt32LE(number, place);
    else bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(other % bytes.length)]);
  }
  return bytes;
}
