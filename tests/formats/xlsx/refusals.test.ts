import { describe, expect, test } from '@jest/globals';
import type { Limits } from '../../../pipeline/formats/limits.ts';
import type { RefusalCode } from '../../../pipeline/model/refusal.ts';
import {
  buildWorkbook,
  mainNamespace,
  readBytes,
  relationshipNamespace,
  type WorkbookParts,
  workbookParts,
} from '../../support/xlsx-parts.ts';
import { buildZip, type ZipOptions, type ZipPart } from '../../support/zip-builder.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
/** A row that is far enough from the end of the sheet for the shorter way of reading usual notation. */
const cell = (content: string) => `<sheetData><row r="1">${content}</row></sheetData>${' '.repeat(100)}`;
const oneCell = cell('<c r="A1"><v>1</v></c>');

/** A readable workbook whose sheet part is described otherwise in the zip. */
function withSheetEntry(change: Partial<ZipPart>, options: ZipOptions = {}): Buffer {
  const parts = workbookParts({ sheet: oneCell });
  return buildZip(
    parts.map((part) => (part.name === sheetPart ? { ...part, ...change } : part)),
    options,
  );
}

const link = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relationshipNamespace}/${type}" Target="${target}"/>`;

/** Markup for programs that know `q`, and other markup for those that do not. */
function twoWays(choice: string, fallback: string): string {
  return `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="q">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
}

function expectRefusals(
  code: RefusalCode,
  cases: Readonly<Record<string, Uint8Array | WorkbookParts>>,
  limits: Partial<Limits> = {},
): void {
  describe(code, () => {
    test.each(Object.entries(cases))('%s', async (_, given) => {
      const bytes = given instanceof Uint8Array ? given : buildWorkbook(given);
      expect(await readBytes(bytes, limits)).toBe(code);
    });
  });
}

test('the workbook from which the broken ones are made is read', async () => {
  expect(await readBytes(withSheetEntry({}))).toMatchObject({ format: 'xlsx' });
});

describe('refuses with', () => {
  const whole = buildWorkbook({ sheet: oneCell });

  expectRefusals('TRUNCATED', {
    'a zip cut in the middle': whole.subarray(0, whole.length >> 1),
    'a zip without its last byte': whole.subarray(0, whole.length - 1),
    'a comment cut short': buildWorkbook({ zip: { comment: 'comment' } }).subarray(0, -3),
  });

  expectRefusals('NOT_A_WORKBOOK', {
    'a zip of something else': buildZip([{ name: 'photo.jpg', data: 'x' }]),
    'a text document': {
      parts: [{ name: 'xl/workbook.xml', data: '<w:document xmlns:w="urn:word"><w:body/></w:document>' }],
    },
    'a package that names no document': {
      parts: [
        {
          name: '_rels/.rels',
          data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
        },
      ],
    },
  });

  expectRefusals('UNSUPPORTED_FORMAT', {
    'a compression method other than deflate': withSheetEntry({ method: 12 }),
    'an archive in several volumes': withSheetEntry({}, { disk: 1 }),
    'an entry on another volume': withSheetEntry({ disk: 3 }),
    'an OpenDocument sheet': buildZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', data: '<x/>' },
    ]),
  });

  expectRefusals('ENCRYPTED', {
    'an encrypted entry': withSheetEntry({ flags: 0x801 }),
    'a strongly encrypted entry': withSheetEntry({ flags: 0x841 }),
  });

  expectRefusals('BAD_CRC', {
    'bytes that do not match their checksum': withSheetEntry({ crc: 1 }),
    'a checksum before the data that differs': withSheetEntry({ localCrc: 1 }),
    'a checksum behind the data that differs': withSheetEntry({ descriptor: true, descriptorCrc: 1 }),
    'stored bytes that do not match': withSheetEntry({ stored: true, crc: 1 }),
  });

  expectRefusals('SIZE_LIES', {
    'a part smaller than declared': withSheetEntry({ size: 100_000 }),
    'a part larger than declared': withSheetEntry({ size: 10 }),
    'a part that declares four gigabytes': withSheetEntry({ size: 0xfffffff0 }),
    'sizes before the data that differ': withSheetEntry({ localSize: 5 }),
    'a size behind the data that differs': withSheetEntry({ descriptor: true, descriptorSize: 5 }),
    'an entry that reaches into the directory': withSheetEntry({ compressedSize: 1_000_000 }),
    'bytes after the end of the compressed data': withSheetEntry({ junk: Buffer.alloc(9) }),
    'a stored part of two sizes': withSheetEntry({ stored: true, size: 100 }),
  });

  expectRefusals('DUPLICATE_ENTRY', {
    'two parts of one name': buildZip([...workbookParts(), { name: sheetPart, data: '<worksheet/>' }]),
    'two names that differ in case': buildZip([
      ...workbookParts(),
      { name: 'XL/worksheets/SHEET1.xml', data: '' },
    ]),
    'two names that differ in their slashes': buildZip([
      ...workbookParts(),
      { name: 'xl\\worksheets\\sheet1.xml', data: '' },
    ]),
  });

  expectRefusals(
    'BAD_ENTRY_NAME',
    Object.fromEntries(
      ['../evil.xml', 'xl/../../evil.xml', '/etc/passwd', '\\evil.xml', 'C:\\evil.xml', 'a\0b.xml', ''].map(
        (name) => [JSON.stringify(name), buildZip([...workbookParts(), { name, data: 'x' }])],
      ),
    ),
  );

  expectRefusals('DUPLICATE_SHEET', {
    'two sheets of one name': {
      workbook:
        '<sheets><sheet name="支出" sheetId="1" r:id="rId1"/><sheet name="支出" sheetId="2" r:id="rId1"/></sheets>',
    },
    'two sheet names that differ in case': {
      workbook:
        '<sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="A" sheetId="2" r:id="rId1"/></sheets>',
    },
  });

  expectRefusals('DTD_NOT_ALLOWED', {
    'entities that grow': {
      parts: [{ name: sheetPart, data: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet/>' }],
    },
    'an entity that names a file': {
      parts: [
        {
          name: '[Content_Types].xml',
          data: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types>&a;</Types>',
        },
      ],
    },
  });

  expectRefusals('BAD_TEXT', {
    'bytes that are not UTF-8': {
      parts: [
        {
          name: sheetPart,
          data: Buffer.from('<worksheet><sheetData/><x>\xc4\xfa</x></worksheet>', 'latin1'),
        },
      ],
    },
    'an encoding XML allows and workbooks do not': {
      parts: [
        {
          name: sheetPart,
          data: `<?xml version="1.0" encoding="GBK"?><worksheet><sheetData/><x>\u4e2d</x></worksheet>`,
        },
      ],
    },
    'an encoding in which ASCII bytes are other characters': {
      parts: [
        {
          name: sheetPart,
          data: '<?xml version="1.0" encoding="UTF-7"?><worksheet><sheetData/><x>+ADw-</x></worksheet>',
        },
      ],
    },
    'control characters of ISO-8859-1, which are letters of Windows': {
      parts: [
        {
          name: sheetPart,
          data: Buffer.from(
            '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData/><x>\x93</x></worksheet>',
            'latin1',
          ),
        },
      ],
    },
    'a mark of UTF-8 before a declaration of ISO-8859-1': {
      parts: [
        {
          name: sheetPart,
          data: '\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData/><x>é</x></worksheet>',
        },
      ],
    },
    'UTF-16 that breaks off': {
      parts: [{ name: sheetPart, data: Buffer.from('fffe3c0077', 'hex') }],
    },
  });

  expectRefusals('FIELD_TOO_LONG', {
    'a shared string of 32,768 characters': { strings: `<si><t>${'长'.repeat(32_768)}</t></si>` },
    'a rich text of 32,768 characters': { strings: `<si><r><t>${'a'.repeat(32_768)}</t></r></si>` },
    'an inline text of 32,768 characters': {
      sheet: cell(`<c t="inlineStr"><is><t>${'a'.repeat(32_768)}</t></is></c>`),
    },
    'an inline text of 32,768 characters, in usual notation': {
      sheet: cell(`<c r="A1" t="inlineStr"><is><t>${'a'.repeat(32_768)}</t></is></c>`),
    },
    'the text of a formula': { sheet: cell(`<c t="str"><f>A2</f><v>${'a'.repeat(32_768)}</v></c>`) },
  });

  expectRefusals('TOO_BIG', { 'a file over the limit': whole }, { fileBytes: whole.length - 1 });
  expectRefusals('TOO_BIG', { 'a part over the limit': whole }, { partBytes: 50 });
  expectRefusals('TOO_BIG', { 'parts over the limit together': whole }, { inflatedBytes: 1000 });
  expectRefusals('TOO_BIG', { 'a row over the limit': { sheet: cell('') } }, { rows: 0 });
  expectRefusals(
    'TOO_MANY_COLUMNS',
    { 'a column over the limit': { sheet: cell('<c r="C1"/>') } },
    { columns: 2 },
  );
  expectRefusals('TOO_MANY_ENTRIES', { 'more entries than the limit': whole }, { entries: 3 });
  expectRefusals('RATIO', {
    'a part of blanks': { sheet: `<sheetData/>${' '.repeat(9 * 1024 * 1024)}` },
  });

  const sheets = (cases: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(cases).map(([name, sheet]) => [name, { sheet, strings: '<si><t>a</t></si>' }]),
    );

  expectRefusals(
    'CORRUPT',
    sheets({
      'a number with a thousands separator': cell('<c r="A1"><v>1,234</v></c>'),
      'a number with letters': cell('<c r="A1"><v>12a</v></c>'),
      'a hexadecimal number': cell('<c r="A1"><v>0x10</v></c>'),
      'an infinite number': cell('<c r="A1"><v>INF</v></c>'),
      'a number beyond all doubles': cell('<c r="A1"><v>1e999</v></c>'),
      'a number of two points': cell('<c r="A1"><v>1.2.3</v></c>'),
      'a shared string that is not there': cell('<c r="A1" t="s"><v>1</v></c>'),
      'a negative index of a shared string': cell('<c r="A1" t="s"><v>-1</v></c>'),
      'a fractional index of a shared string': cell('<c r="A1" t="s"><v>0.0</v></c>'),
      'a boolean that is neither': cell('<c r="A1" t="b"><v>2</v></c>'),
      'an error without its sign': cell('<c r="A1" t="e"><v>23</v></c>'),
      'a date that is none': cell('<c r="A1" t="d"><v>2023-02-30</v></c>'),
      'a date in words': cell('<c r="A1" t="d"><v>28 November</v></c>'),
      'a type that is none': cell('<c r="A1" t="x"><v>1</v></c>'),
      'a column beyond XFD': cell('<c r="XFE1"><v>1</v></c>'),
      'a row beyond the last': '<sheetData><row r="1048577"/></sheetData>',
      'row zero': '<sheetData><row r="0"/></sheetData>',
      'a reference of another row': cell('<c r="A2"><v>1</v></c>'),
      'a reference without a row': cell('<c r="A"><v>1</v></c>'),
      'a cell twice': cell('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
      'a cell twice, out of order': cell(
        '<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c>',
      ),
      'a row twice with the same cell': `<sheetData>${'<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(2)}</sheetData>`,
      'two values in a cell': cell('<c r="A1"><v>1</v><v>2</v></c>'),
      'a value beside an inline text': cell('<c r="A1"><v>1</v><is><t>2</t></is></c>'),
      'cells in a row before all rows': '<row r="1"><c r="A1"><v>1</v></c></row><sheetData/>',
      'an element in a value': cell('<c r="A1"><v>1<x>7</x>2</v></c>'),
      'a value in two ways': cell(`<c r="A1">${twoWays('<v>1</v>', '<v>2</v>')}</c>`),
      'rows in two ways': twoWays('', oneCell),
      'merges in two ways': `${oneCell}${twoWays('<mergeCells><mergeCell ref="A1:B1"/></mergeCells>', '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>')}`,
      'hidden columns in two ways': `${twoWays('', '<cols><col min="1" max="2" hidden="1"/></cols>')}${oneCell}`,
      'rows hidden in two ways': `${twoWays('', '<sheetFormatPr zeroHeight="1"/>')}${oneCell}`,
      'a cell in two ways': cell(twoWays('<c r="A1"><v>1</v></c>', '<c r="A1"><v>2</v></c>')),
      'a cell hidden in an extension of its row': cell('<extLst><ext><c r="A1"><v>1</v></c></ext></extLst>'),
      'an inline text that calls itself a shared one': cell('<c r="A1" t="s"><is><t>a</t></is></c>'),
      'a row neither hidden nor not': '<sheetData><row r="1" hidden="maybe"/></sheetData>',
      'a cell within a cell': cell('<c r="A1"><c r="B1"><v>1</v></c></c>'),
      'a cell outside of a row': '<sheetData><c r="A1"><v>1</v></c></sheetData>',
      'a cell behind a closed row': '<sheetData><row r="1"/><c r="A1"><v>1</v></c></sheetData>',
      'a value outside of a cell': cell('<v>1</v>'),
      'text between cells': cell('12<c r="A1"/>'),
      'text in a cell beside its value': cell('<c r="A1">5<v>1</v></c>'),
      'a second set of rows': '<sheetData/><sheetData/>',
      'a merge that is none': '<sheetData/><mergeCells><mergeCell ref="A1:"/></mergeCells>',
      'an element that is not closed': cell('<c r="A1"><v>1</c>'),
      'an attribute twice': cell('<c r="A1" r="B1"><v>1</v></c>'),
      'an attribute without quotes': cell('<c r=A1><v>1</v></c>'),
      'an unknown entity': cell('<c r="A1" t="str"><v>&nbsp;</v></c>'),
      'a character XML forbids': cell('<c r="A1" t="str"><v>\x01</v></c>'),
      'a reference to a character XML forbids': cell('<c r="A1" t="str"><v>&#0;</v></c>'),
      'an undeclared prefix': cell('<x:c r="A1"><v>1</v></x:c>'),
      'nesting beyond 64': `<sheetData/>${'<x>'.repeat(64)}${'</x>'.repeat(64)}`,
    }),
  );

  expectRefusals('CORRUPT', {
    'a style that is no number': {
      styles: '<cellXfs><xf numFmtId="0"/></cellXfs>',
      sheet: cell('<c r="A1" s="-1"><v>1</v></c>'),
    },
    'a sheet that leads nowhere': { workbook: '<sheets><sheet name="a" sheetId="1" r:id="rId9"/></sheets>' },
    'shared strings in two ways': {
      strings: twoWays('<si><t>a</t></si>', '<si><t>b</t></si>'),
    },
    'text beside the text of a shared string': { strings: '<si>loose<t>a</t></si>' },
    'two lists of styles': {
      styles: '<cellXfs><xf numFmtId="0"/></cellXfs><cellXfs><xf numFmtId="14"/></cellXfs>',
    },
    'two formats of one number': {
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="0.00"/><numFmt numFmtId="170" formatCode="yyyy"/></numFmts>',
    },
    'two lists of sheets': {
      workbook:
        '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets><sheets><sheet name="b" sheetId="2" r:id="rId1"/></sheets>',
    },
    'a sheet in a place of its own': {
      workbook: `<sheets><sheet name="a" sheetId="1" r:id="rId1"/>${twoWays('<sheet name="b" sheetId="2" r:id="rId1"/>', '')}</sheets>`,
    },
    'two answers to how dates are counted': {
      workbook:
        '<workbookPr date1904="1"/><workbookPr/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>',
    },
    'no answer to how dates are counted': {
      workbook: '<workbookPr date1904="yes"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>',
    },
    'another name in an extra field': withSheetEntry({ unicodeName: 'xl/worksheets/sheet2.xml' }),
    'another name in an extra field before the data': withSheetEntry({ localUnicodeName: 'xl/a.xml' }),
    'two links of one id': { links: link('rId1', 'worksheet', 'worksheets/sheet2.xml') },
    'two parts of shared strings': {
      links: link('rId8', 'sharedStrings', 'a.xml') + link('rId9', 'sharedStrings', 'b.xml'),
    },
    'two workbooks in one package': {
      parts: [
        {
          name: '_rels/.rels',
          data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link('a', 'officeDocument', 'xl/workbook.xml')}${link('b', 'officeDocument', 'xl/other.xml')}</Relationships>`,
        },
      ],
    },
    'a row closed under another name': {
      parts: [
        {
          name: sheetPart,
          data: `<x:worksheet xmlns:x="${mainNamespace}" xmlns="${mainNamespace}"><sheetData><x:row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c>${' '.repeat(200)}</x:row></sheetData></x:worksheet>`,
        },
      ],
    },
    'shared strings behind the end of their list': {
      parts: [
        {
          name: 'xl/sharedStrings.xml',
          data: `<sst xmlns="${mainNamespace}"/><si><t>a</t></si>`,
        },
      ],
      strings: '',
    },
    'a sheet whose part is missing': {
      links: `<Relationship Id="rId9" Type="x/worksheet" Target="gone.xml"/>`,
      workbook: '<sheets><sheet name="a" sheetId="1" r:id="rId9"/></sheets>',
    },
    'a sheet without a link': { workbook: '<sheets><sheet name="a" sheetId="1"/></sheets>' },
    'nothing but a module of macros': {
      workbook: '<sheets><sheet name="a" sheetId="1" r:id=""/></sheets>',
    },
    'a workbook without sheets': { workbook: '<sheets/>' },
    'a sheet part of another kind': { parts: [{ name: sheetPart, data: '<chartsheet/>' }] },
    'XML that goes on behind its root': {
      parts: [{ name: sheetPart, data: '<worksheet><sheetData/></worksheet><worksheet/>' }],
    },
    'XML that ends early': { parts: [{ name: sheetPart, data: '<worksheet><sheetData>' }] },
    'an empty part': { parts: [{ name: sheetPart, data: '' }] },
    'a package without its list of kinds': buildZip(
      workbookParts().filter((part) => part.name !== '[Content_Types].xml'),
    ),
    'another name before the data than in the directory': withSheetEntry({
      localName: 'xl/worksheets/sheet2.xml',
    }),
    'another method before the data': withSheetEntry({ localMethod: 0 }),
    'fewer entries than declared': withSheetEntry({}, { count: 9 }),
    'more entries than declared': withSheetEntry({}, { count: 4 }),
    'entries that overlap': buildZip([
      ...workbookParts(),
      { name: '[Content_Types].xml2', data: 'x', offset: 0 },
    ]),
    'compressed bytes that are none': withSheetEntry({
      data: Buffer.alloc(50, 0xff),
      stored: true,
      method: 8,
    }),
    'a second directory in the comment': buildWorkbook({ zip: { comment: decoy() } }),
  });
});

/** A comment that is itself the end of a zip, whose directory lies where it says. */
function decoy(): string {
  const length = buildWorkbook().length;
  const empty = Buffer.alloc(22);
  empty.writeUInt32LE(0x06054b50, 0);
  empty.writeUInt32LE(length, 16);
  return empty.toString('latin1');
}
