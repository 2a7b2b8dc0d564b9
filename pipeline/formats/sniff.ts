import { type Refusal, refuse } from '../model/refusal.ts';
import type { Text } from '../model/text.ts';
import { listZipNames } from './zip-names.ts';

/** What a file's content says it is. `ole` is the container of .xls, .et and of workbooks with a password. */
export type SniffedKind = 'xlsx' | 'xlsb' | 'ods' | 'ole' | 'html' | 'xml2003' | 'csv';

/**
 * Tells the kind of a file from its bytes; its name is never asked.
 *
 * Refuses what holds nothing (EMPTY_FILE, TRUNCATED when it is all zeros), what is no spreadsheet (NOT_A_WORKBOOK)
 * and spreadsheets or archives we do not read (UNSUPPORTED_FORMAT).
 */
export function sniff(bytes: Uint8Array): SniffedKind | Refusal {
  if (bytes.length === 0) return refuse('EMPTY_FILE', { zh: '0 字节', en: '0 bytes' });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return sniffZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';

  for (const { signature, offset, code, what } of signatures) {
    if (startsWith(bytes, signature, offset ?? 0)) return refuse(code, what);
  }
  if (isBareBiff(bytes)) return refuse('UNSUPPORTED_FORMAT', bareBiff);
  const head = bytes.subarray(0, headBytes);
  if (latin1(head.subarray(0, 64)).includes('E-SafeNet')) {
    return refuse('ENCRYPTED', {
      zh: '由单位的文件加密软件加密',
      en: 'encrypted by file protection software',
    });
  }
  if (head.every((byte) => byte === 0) && bytes.every((byte) => byte === 0)) {
    return refuse('TRUNCATED', { zh: '内容全部为零', en: 'it holds nothing but zeros' });
  }
  return sniffText(bytes, head);
}

/** How much of a file is looked at to tell its kind. */
const headBytes = 8192;

const picture: Text = { zh: '是图片', en: 'it is a picture' };
const archive: Text = {
  zh: '是压缩包，请解压后报送其中的表格',
  en: 'an archive; hand in the workbooks inside it',
};
const webArchive: Text = { zh: '是单个文件网页 .mht', en: 'a web archive .mht' };
const bareBiff: Text = {
  zh: 'Excel 4.0 或更早的格式，或程序照此导出的 .xls',
  en: 'the format of Excel 4.0 or earlier, or an .xls that a program exported that way',
};

/** First bytes of formats that are not read. */
const signatures: readonly {
  readonly signature: readonly number[];
  readonly offset?: number;
  readonly code: 'NOT_A_WORKBOOK' | 'UNSUPPORTED_FORMAT';
  readonly what: Text;
}[] = [
  { signature: ascii('%PDF-'), code: 'NOT_A_WORKBOOK', what: { zh: '是 PDF 文件', en: 'it is a PDF' } },
  { signature: ascii('%OFD-'), code: 'NOT_A_WORKBOOK', what: { zh: '是 OFD 文件', en: 'it is an OFD file' } },
  {
    signature: ascii('{\\rtf'),
    code: 'NOT_A_WORKBOOK',
    what: { zh: '是 RTF 文档', en: 'it is an RTF document' },
  },
  { signature: [0x89, 0x50, 0x4e, 0x47], code: 'NOT_A_WORKBOOK', what: picture },
  { signature: [0xff, 0xd8, 0xff], code: 'NOT_A_WORKBOOK', what: picture },
  { signature: ascii('GIF8'), code: 'NOT_A_WORKBOOK', what: picture },
  { signature: ascii('WEBP'), offset: 8, code: 'NOT_A_WORKBOOK', what: picture },
  { signature: [0x49, 0x49, 0x2a, 0x00], code: 'NOT_A_WORKBOOK', what: picture },
  { signature: [0x4d, 0x4d, 0x00, 0x2a], code: 'NOT_A_WORKBOOK', what: picture },
  {
    signature: ascii('MZ\u0090\u0000'),
    code: 'NOT_A_WORKBOOK',
    what: { zh: '是程序', en: 'it is a program' },
  },
  { signature: ascii('Rar!'), code: 'UNSUPPORTED_FORMAT', what: archive },
  { signature: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], code: 'UNSUPPORTED_FORMAT', what: archive },
  { signature: [0x1f, 0x8b, 0x08], code: 'UNSUPPORTED_FORMAT', what: archive },
  { signature: [0x50, 0x4b, 0x05, 0x06], code: 'UNSUPPORTED_FORMAT', what: archive },
  { signature: [0x50, 0x4b, 0x07, 0x08], code: 'UNSUPPORTED_FORMAT', what: archive },
];

/**
 * Whether records of a worksheet stand in the file without a container: BIFF2 to BIFF4, or the few records that export
 * routines write under the number of later versions. Their texts are in a code page that the file need not tell.
 */
function isBareBiff(bytes: Uint8Array): boolean {
  const [type, version, length, lengthHigh] = bytes;
  return (
    type === 0x09 &&
    (version === 0 || version === 2 || version === 4 || version === 8) &&
    length !== undefined &&
    length >= 4 &&
    length <= 16 &&
    lengthHigh === 0
  );
}

const openDocument = 'application/vnd.oasis.opendocument.';

/** A zip whose list of parts is damaged counts as .xlsx: its reader says what is wrong. */
function sniffZip(bytes: Uint8Array): SniffedKind | Refusal {
  // OpenDocument stores its type uncompressed in the first part, so that it can be read here.
  const start = latin1(
    bytes.subarray(30, 30 + 'mimetype'.length + openDocument.length + 'spreadsheet'.length),
  );
  if (start.startsWith(`mimetype${openDocument}`)) {
    if (start.endsWith('spreadsheet')) return 'ods';
    return refuse('NOT_A_WORKBOOK', { zh: '是 OpenDocument 文档', en: 'another OpenDocument type' });
  }

  const names = listZipNames(bytes);
  if (names === null) return 'xlsx';
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('word/document.xml'))
    return refuse('NOT_A_WORKBOOK', { zh: '是 Word 文档', en: 'it is a Word document' });
  if (names.has('ppt/presentation.xml'))
    return refuse('NOT_A_WORKBOOK', { zh: '是演示文稿', en: 'it is a presentation' });
  if (names.has('index/document.iwa'))
    return refuse('UNSUPPORTED_FORMAT', { zh: 'Numbers 格式', en: 'Numbers' });
  if (names.has('ofd.xml')) return refuse('NOT_A_WORKBOOK', { zh: '是 OFD 文件', en: 'it is an OFD file' });
  if (names.has('mimetype') && names.has('content.xml')) return 'ods';
  if (names.has('[content_types].xml')) return 'xlsx';
  return refuse('UNSUPPORTED_FORMAT', archive);
}

function sniffText(bytes: Uint8Array, head: Uint8Array): SniffedKind | Refusal {
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!isUtf16) {
    const shape = shapeOf(head);
    if (shape === 'binary')
      return refuse('NOT_A_WORKBOOK', { zh: '内容不是表格', en: 'the content is no table' });
    if (shape === 'utf-16 without a mark') {
      return refuse('BAD_TEXT', { zh: 'UTF-16 文字缺少开头标记', en: 'UTF-16 text without its mark' });
    }
  }

  const text = headText(head);
  if (text === '' && isBlank(bytes, isUtf16))
    return refuse('EMPTY_FILE', { zh: '只有空白', en: 'nothing but blanks' });
  if (isWebArchive(text)) return refuse('UNSUPPORTED_FORMAT', webArchive);
  if (!text.startsWith('<')) return 'csv';

  const root = rootElement(text);
  if (root === 'workbook' || root === 'ss:workbook') return 'xml2003';
  if (root === 'office:document') return refuse('UNSUPPORTED_FORMAT', { zh: '.fods 格式', en: '.fods' });
  const isOtherXml = text.startsWith('<?xml') && !htmlRoots.has(root);
  if (isOtherXml) return refuse('NOT_A_WORKBOOK', { zh: '是其他 XML 文件', en: 'another kind of XML' });
  if (root !== '' && hasTable(bytes)) return 'html'; // a page may begin with any of its parts
  if (htmlRoots.has(root))
    return refuse('NOT_A_WORKBOOK', { zh: '是网页，没有表格', en: 'a web page without a table' });
  return 'csv';
}

/** Tells text from binary by its control bytes: text has hardly any, random bytes have one in ten. */
function shapeOf(head: Uint8Array): 'text' | 'binary' | 'utf-16 without a mark' {
  let controls = 0;
  const zeros = { even: 0, odd: 0 };
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) controls += 1;
  }
  const [fewer, more] = zeros.even < zeros.odd ? [zeros.even, zeros.odd] : [zeros.odd, zeros.even];
  if (more >= head.length / 8 && fewer <= head.length / 100) return 'utf-16 without a mark';
  return controls <= 2 || controls < head.length / 50 ? 'text' : 'binary';
}

/** The beginning of a text in lower case without leading blanks; characters beyond ASCII may come out wrong. */
function headText(head: Uint8Array): string {
  if (startsWith(head, [0xff, 0xfe]))
    return new TextDecoder('utf-16le').decode(head).trimStart().toLowerCase();
  if (startsWith(head, [0xfe, 0xff]))
    return new TextDecoder('utf-16be').decode(head).trimStart().toLowerCase();
  const skip = startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  return latin1(head.subarray(skip)).trimStart().toLowerCase();
}

/** Whether a text begins with the head of a mail, which a page saved with all its parts has too. */
function isWebArchive(text: string): boolean {
  if (!/^(?:mime-version|from|subject|date|content-type|x-\w{1,20}):/.test(text)) return false;
  const head = text.slice(0, 2000);
  return head.includes('mime-version:') && head.includes('content-type:');
}

/** The name of the first element, past declarations and comments; empty when there is none. */
function rootElement(text: string): string {
  let position = 0;
  for (;;) {
    position = text.indexOf('<', position);
    if (position === -1) return '';
    if (text.startsWith('<!doctype html', position)) return 'html';
    const isComment = text.startsWith('<!--', position);
    if (!isComment && text[position + 1] !== '?' && text[position + 1] !== '!') break;
    const end = text.indexOf(isComment ? '-->' : '>', position);
    if (end === -1) return '';
    position = end;
  }
  return /^<([a-z][a-z0-9:]{0,39})[\s/>]/.exec(text.slice(position, position + 50))?.[1] ?? '';
}

const htmlRoots = new Set([
  'html',
  'head',
  'meta',
  'title',
  'style',
  'script',
  'body',
  'div',
  'form',
  'center',
  'table',
]);

/** Whether a table begins anywhere in a page, in one-byte or two-byte text. */
function hasTable(bytes: Uint8Array): boolean {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const spellings = ['<table', '<TABLE', '<Table'];
  return spellings.some(
    (spelling) =>
      page.includes(spelling, 0, 'latin1') ||
      page.includes(spelling, 0, 'utf16le') ||
      page.includes(Buffer.from(spelling, 'utf16le').swap16()),
  );
}

/** Whether a text holds nothing but a byte order mark and blanks. */
function isBlank(bytes: Uint8Array, isUtf16: boolean): boolean {
  const markLength = isUtf16 ? 2 : startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  return bytes
    .subarray(markLength)
    .every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || (isUtf16 && byte === 0));
}

function startsWith(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((byte, index) => bytes[offset + index] === byte);
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
