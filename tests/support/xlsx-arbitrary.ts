import fc from 'fast-check';
import type { CellValue } from '../../pipeline/model/workbook.ts';
import { mainNamespace, relationshipNamespace, type WorkbookParts, workbookParts } from './xlsx-parts.ts';
import { buildZip, type ZipPart } from './zip-builder.ts';

/** A cell as it was meant, beside the many ways it may have been written. */
export interface MeantCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly numberFormat: string | null;
  /** How its value is written. */
  readonly manner: Manner;
}

export type Manner = 'plain' | 'shared' | 'shared CDATA' | 'inline' | 'inline CDATA' | 'result';

/** A generated workbook of one sheet: its bytes, what it says, and how it says it. */
export interface MeantWorkbook {
  readonly bytes: Buffer;
  readonly parts: readonly ZipPart[];
  readonly cells: readonly MeantCell[];
  readonly merges: readonly string[];
  readonly traits: Traits;
}

/** How a workbook is written, as far as other readers are known to mind. */
export interface Traits {
  readonly prefix: string;
  readonly numbered: boolean;
  readonly lowerCase: boolean;
  readonly comments: boolean;
  readonly date1904: boolean;
  readonly strict: boolean;
}

const traits: fc.Arbitrary<Traits> = fc.record({
  prefix: fc.constantFrom('', '', '', 'x:'),
  numbered: fc.constantFrom(true, true, true, false),
  lowerCase: fc.constantFrom(false, false, false, true),
  comments: fc.constantFrom(false, false, false, true),
  date1904: fc.constantFrom(false, false, false, true),
  strict: fc.constantFrom(false, false, false, true),
});

const formats = [null, '0.00%', 'yyyy"年"m"月"d"日"', '#,##0.00', '@'] as const;
const dateStyle = 2;

const styles =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
  '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>' +
  `<cellXfs>${[0, 10, 176, 4, 49].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join('')}</cellXfs>`;

const text = fc
  .array(
    fc.constantFrom(
      '预算',
      '数',
      'a',
      'B',
      '1',
      ' ',
      '&',
      '<',
      '>',
      '"',
      "'",
      '\n',
      '_x0041_',
      '_',
      '😀',
      '％',
      '-',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => cents / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1e21, 1e-7, 0.1 + 0.2, 2 ** 53, 754.935511),
);

interface Written {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly style: number;
  /** How it is written, where there is a choice. */
  readonly choice: number;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    value: fc.oneof(
      { weight: 5, arbitrary: number.map<CellValue>((value) => value) },
      { weight: 5, arbitrary: text.map<CellValue>((value) => value) },
      { weight: 1, arbitrary: fc.boolean().map<CellValue>((value) => value) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('#DIV/0!', '#REF!', '#N/A', '#VALUE!', '#NAME?')
          .map<CellValue>((code) => ({ kind: 'error', code })),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('2023-11-28', '2023-06-30T12:00:00').map<CellValue>((iso) => ({
          kind: 'date',
          iso,
          serial: null,
        })),
      },
      {
        weight: 2,
        arbitrary: fc.integer({ min: 100, max: 60_000 }).map<CellValue>((serial) => ({
          kind: 'date',
          iso: '', // depends on the workbook's system, filled in below
          serial,
        })),
      },
      { weight: 1, arbitrary: fc.constant<CellValue>(null) },
    ),
    formula: fc.option(fc.constantFrom('SUM(A1:B2)', 'A1&"<x>"', "'单位 1'!B2*2", 'IF(A1>0,1,0)'), {
      freq: 4,
    }),
    style: fc.constantFrom(0, 0, 1, 3, 4),
    choice: fc.nat({ max: 11 }),
  })
  .map((cell) => ({
    ...cell,
    style:
      typeof cell.value === 'object' && cell.value?.kind === 'date' && cell.value.serial !== null
        ? dateStyle
        : cell.style,
  }));

/** Workbooks of up to a few dozen cells, written in any way the format allows. */
export const meantWorkbook: fc.Arbitrary<MeantWorkbook> = fc
  .record({
    traits,
    rows: fc.uniqueArray(
      fc.record({
        row: fc.integer({ min: 1, max: 40 }),
        cells: fc.uniqueArray(fc.record({ column: fc.integer({ min: 1, max: 30 }), written }), {
          maxLength: 8,
          selector: (cell) => cell.column,
        }),
      }),
      { maxLength: 8, selector: (row) => row.row },
    ),
    merges: fc.subarray(['A50:C50', 'B52:B60', 'D51:E53']),
  })
  .map(({ traits: how, rows, merges }) => {
    const strings: string[] = [];
    const cells: MeantCell[] = [];
    const sorted = [...rows].sort((a, b) => a.row - b.row);
    const space = how.comments ? '<!-- <c r="A1"><v>9</v></c> -->\n' : '';
    let sheet = '';
    let previousRow = 0;
    for (const { row, cells: places } of sorted) {
      sheet += how.numbered || row !== previousRow + 1 ? `<row r="${row}">` : '<row>';
      previousRow = row;
      let previousColumn = 0;
      for (const place of [...places].sort((a, b) => a.column - b.column)) {
        const follows = place.column === previousColumn + 1;
        const address = columnName(place.column) + row;
        const reference = how.lowerCase ? address.toLowerCase() : address;
        const cell = writeCell(place.written, how.numbered || !follows ? reference : null, strings, space);
        previousColumn = place.column;
        sheet += cell.xml;
        if (cell.value === null && place.written.formula === null) continue;
        cells.push({
          row,
          column: place.column,
          value: withIso(cell.value, how.date1904),
          formula: place.written.formula,
          numberFormat: formats[place.written.style] ?? null,
          manner: cell.manner,
        });
      }
      sheet += '</row>';
    }
    const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    const parts = assemble(how, {
      strings: strings.join(''),
      styles,
      sheet: `<sheetData>${sheet}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}`,
      workbook: `<workbookPr${how.date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="支出" sheetId="1" r:id="rId1"/></sheets>`,
    });
    return {
      bytes: buildZip(parts),
      parts,
      cells,
      merges,
      traits: how,
    };
  });

function assemble(how: Traits, workbook: WorkbookParts): ZipPart[] {
  return workbookParts(workbook).map((part) => {
    let data = String(part.data);
    if (how.prefix !== '' && part.name.startsWith('xl/') && !part.name.includes('_rels')) {
      data = data
        .replace(`xmlns="${mainNamespace}"`, `xmlns:${how.prefix.slice(0, -1)}="${mainNamespace}"`)
        .replaceAll(/<(\/?)(?=[A-Za-z])/g, `<$1${how.prefix}`);
    }
    if (how.strict) {
      data = data
        .replaceAll(mainNamespace, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(relationshipNamespace, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    }
    return { ...part, data };
  });
}

/** The XML of a cell; a shared string it needs is added to the others. */
function writeCell(
  { value, formula, style, choice }: Written,
  reference: string | null,
  strings: string[],
  space: string,
): { xml: string; value: CellValue; manner: Manner } {
  const attributes = [reference === null ? '' : ` r="${reference}"`, style === 0 ? '' : ` s="${style}"`];
  const function_ = formula === null ? '' : `<f>${escapeXml(formula)}</f>`;
  const cell = (type: string, content: string, manner: Manner = 'plain') => {
    const all = [...attributes, type === '' ? '' : ` t="${type}"`];
    if (choice % 3 === 1) all.reverse();
    return { xml: `<c${all.join('')}>${space}${function_}${content}</c>`, value, manner };
  };
  if (value === null) return cell('', choice % 2 === 0 || formula === null ? '' : '<v></v>');
  if (typeof value === 'number')
    return cell(choice % 4 === 1 ? 'n' : '', `<v>${notation(value, choice)}</v>`);
  if (typeof value === 'boolean') return cell('b', `<v>${value ? 1 : 0}</v>`);
  if (typeof value === 'string') {
    if (formula !== null) return cell('str', `<v>${escapeXml(escapeCell(value))}</v>`, 'result');
    const content = textContent(value, choice);
    const inCdata = content.includes('CDATA');
    if (choice % 4 === 0) {
      return cell('inlineStr', `<is>${content}</is>`, inCdata ? 'inline CDATA' : 'inline');
    }
    strings.push(`<si>${content}</si>`);
    return cell('s', `<v>${strings.length - 1}</v>`, inCdata ? 'shared CDATA' : 'shared');
  }
  if (value.kind === 'error') return cell('e', `<v>${value.code}</v>`);
  return value.serial === null ? cell('d', `<v>${value.iso}</v>`) : cell('', `<v>${value.serial}</v>`);
}

function notation(value: number, choice: number): string {
  if (choice === 2) return value.toExponential();
  if (choice === 3) return value.toPrecision(17);
  return String(value);
}

function textContent(value: string, choice: number): string {
  const preserve = ' xml:space="preserve"';
  const escaped = escapeXml(escapeCell(value));
  if (choice % 6 === 1 && value !== '') {
    const [first = '', ...rest] = value;
    const run = (text_: string) => `<r><rPr><b/></rPr><t${preserve}>${escapeXml(text_)}</t></r>`;
    if (!value.includes('_x')) return `${run(first)}${run(rest.join(''))}<rPh sb="0" eb="1"><t>x</t></rPh>`;
  }
  if (choice % 6 === 2) return `<t${preserve}><![CDATA[${escapeCell(value)}]]></t>`;
  return `<t${preserve}>${escaped}</t>`;
}

function escapeCell(value: string): string {
  return value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function withIso(value: CellValue, date1904: boolean): CellValue {
  if (typeof value !== 'object' || value?.kind !== 'date' || value.serial === null) return value;
  const days = value.serial + (date1904 ? 1462 : 0);
  return { ...value, iso: new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10) };
}

function columnName(column: number): string {
  return column <= 26 ? String.fromCharCode(64 + column) : `A${String.fromCharCode(64 + column - 26)}`;
}
