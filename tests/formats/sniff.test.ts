import XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { sniff } from '../../pipeline/formats/sniff.ts';

const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['项目', 1]]), '一');

function written(bookType: XLSX.BookType): Uint8Array {
  return XLSX.write(book, { type: 'buffer', bookType });
}

function zipOf(...names: readonly string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
}

test('a picture cannot be saved as a workbook: the workbook itself is asked for', () => {
  expect(sniff(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toMatchObject({
    message: {
      zh: '不是电子表格文件（是图片）。请报送 WPS 或 Excel 表格（.xlsx），不要用照片、扫描件或文档代替。',
    },
  });
});

describe('the kind is told by the content', () => {
  test.each([
    ['xlsx', written('xlsx')],
    ['xlsb', written('xlsb')],
    ['ods', written('ods')],
    ['ole', written('biff8')],
    ['html', written('html')],
    ['xml2003', written('xlml')],
    ['csv', written('csv')],
    ['html', Buffer.from('<html><TABLE><tr><td>1</td></tr></TABLE></html>')],
    ['html', Buffer.from('<h3 align=center>支出明细表</h3>\r\n<table><tr><td>1</td></tr></table>')],
    ['html', Buffer.from('<?xml version="1.0"?><html xmlns="x"><table></table></html>')],
    ['html', Buffer.from('\n<!-- 系统导出 --><table><tr><td>1</td></tr></table>')],
    ['html', iconv.encode('<html><table></table></html>', 'utf-16le', { addBOM: true })],
    ['xml2003', iconv.encode('<?xml version="1.0"?><Workbook></Workbook>', 'utf-16be', { addBOM: true })],
    ['csv', Buffer.from('项目,金额\n')],
    ['csv', iconv.encode('项目,金额\n', 'gb18030')],
    ['csv', iconv.encode('项目\t金额\n', 'utf-16le', { addBOM: true })],
    ['csv', Buffer.from('<5%,3\n')],
    ['csv', Buffer.from('Subject: 支出,金额\n')],
    ['xlsb', zipOf('[Content_Types].xml', 'xl\\workbook.bin')],
  ])('%s', (kind, bytes) => {
    expect(sniff(bytes)).toBe(kind);
  });

  test('an .xlsx cut short is still one: its reader says what is wrong', () => {
    expect(sniff(written('xlsx').subarray(0, 3000))).toBe('xlsx');
  });

  test('an .xlsx behind which a second, empty directory stands is still one', () => {
    const emptyDirectory = zipSync({});
    expect(sniff(Buffer.concat([written('xlsx'), emptyDirectory]))).toBe('xlsx');
  });

  test('an .ods cut short is still one', () => {
    const type = strToU8('application/vnd.oasis.opendocument.spreadsheet');
    const bytes = zipSync({ mimetype: [type, { level: 0 }], 'content.xml': strToU8('x'.repeat(5000)) });
    expect(sniff(bytes.subarray(0, 100))).toBe('ods');
  });
});

describe('what is no spreadsheet is refused and named', () => {
  test.each([
    ['EMPTY_FILE', '0 字节', Buffer.alloc(0)],
    ['EMPTY_FILE', '只有空白', Buffer.from('\ufeff \r\n\t')],
    ['EMPTY_FILE', '只有空白', iconv.encode(' \r\n', 'utf-16le', { addBOM: true })],
    ['TRUNCATED', '内容全部为零', Buffer.alloc(5000)],
    ['NOT_A_WORKBOOK', '是 PDF 文件', Buffer.from('%PDF-1.7\n…')],
    ['NOT_A_WORKBOOK', '是图片', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['NOT_A_WORKBOOK', '是图片', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['NOT_A_WORKBOOK', '是 RTF 文档', Buffer.from('{\\rtf1 }')],
    ['NOT_A_WORKBOOK', '是 Word 文档', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['NOT_A_WORKBOOK', '是演示文稿', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['NOT_A_WORKBOOK', '是 OFD 文件', zipOf('OFD.xml', 'Doc_0/Document.xml')],
    ['NOT_A_WORKBOOK', '是网页，没有表格', Buffer.from('<html><body>登录超时</body></html>')],
    ['NOT_A_WORKBOOK', '是其他 XML 文件', Buffer.from('<?xml version="1.0"?><order><table/></order>')],
    ['UNSUPPORTED_FORMAT', '是压缩包，请解压后报送其中的表格', zipOf('甲镇.xlsx', '乙镇.xlsx')],
    ['UNSUPPORTED_FORMAT', '是压缩包，请解压后报送其中的表格', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1')],
    ['UNSUPPORTED_FORMAT', '是压缩包，请解压后报送其中的表格', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')],
    ['UNSUPPORTED_FORMAT', 'Excel 4.0 或更早的格式，或程序照此导出的 .xls', written('biff2')],
    [
      'UNSUPPORTED_FORMAT',
      'Excel 4.0 或更早的格式，或程序照此导出的 .xls',
      Buffer.from('090206000000100000000b020c00', 'hex'),
    ],
    [
      'UNSUPPORTED_FORMAT',
      'Excel 4.0 或更早的格式，或程序照此导出的 .xls',
      Buffer.from('090406000000100000000b020c00', 'hex'),
    ],
    [
      'UNSUPPORTED_FORMAT',
      'Excel 4.0 或更早的格式，或程序照此导出的 .xls',
      Buffer.from('090808000000100000000000040205000000000000', 'hex'),
    ],
    ['UNSUPPORTED_FORMAT', '.fods 格式', written('fods')],
    [
      'UNSUPPORTED_FORMAT',
      '是单个文件网页 .mht',
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table>'),
    ],
    [
      'UNSUPPORTED_FORMAT',
      '是单个文件网页 .mht',
      Buffer.from('From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n'),
    ],
    [
      'ENCRYPTED',
      '由单位的文件加密软件加密',
      Buffer.from('b\x14#e\x0f\x00\x00E-SafeNet\x00\x00\x00LOCK', 'latin1'),
    ],
    ['BAD_TEXT', 'UTF-16 文字缺少开头标记', Buffer.from('name,amount\nroad,1\n', 'utf16le')],
  ])('%s %s', (code, detail, bytes) => {
    const kind = sniff(bytes);
    expect(kind).toMatchObject({ code });
    expect(kind).toMatchObject({ message: { zh: expect.stringContaining(`（${detail}）`) } });
  });

  test('random bytes are no table, whatever they begin with', () => {
    let state = 12345;
    const random = () => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return state >> 16;
    };
    for (let sample = 0; sample < 200; sample += 1) {
      const bytes = Uint8Array.from({ length: 600 }, () => random() & 0xff);
      expect(sniff(bytes)).not.toBe('csv');
    }
  });
});
