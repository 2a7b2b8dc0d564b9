import { strFromU8, strToU8, unzipSync } from 'fflate';
import { plainText } from './safe-text.ts';
import { SteadyZip, type ZipPart } from './steady-zip.ts';

/** A cell that leads somewhere. */
export interface SheetLink extends LinkTarget {
  readonly cell: string;
}

/** Where a link leads. */
export interface LinkTarget {
  /** A file or folder, from the folder of the workbook; null for the workbook itself. */
  readonly path: string | null;
  /** A place in it, see `sheetLocation`; null for the whole of it. */
  readonly location: string | null;
}

/** A cell of a sheet as links name it: `'支出进度'!R12`. */
export function sheetLocation(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}

/**
 * Puts a workbook that exceljs wrote into the order and shape the format asks for, and makes its bytes depend on
 * nothing but its content. Every workbook we write passes here once.
 *
 * What it mends: elements of a sheet out of order (Excel calls that damaged), data bars that never reach zero or end,
 * parts in the order of their finishing, times of packing. What it adds: links, which exceljs can write only on text and
 * not to a cell of another file; hidden names of filters.
 *
 * Source: ECMA-376 part 1, 18.3.1.99 (worksheet); data bars, [MS-XLSX] 2.6.
 */
export function finishWorkbook(bytes: Uint8Array): Uint8Array {
  return new WorkbookFinisher().finish(bytes);
}

/** The same for a workbook whose sheets come one by one while they are written: a long one is never held as a whole. */
export class WorkbookFinisher {
  private readonly zip = new SteadyZip();
  /** Readers expect the list of content types first; it is known last. */
  private readonly contentTypes = this.zip.open('[Content_Types].xml');
  /** What follows from the sheets: the range of the filter and the files linked to, by the sheet's part. */
  private readonly filters = new Map<string, string>();
  private readonly linkedFiles = new Map<string, readonly string[]>();

  /** Takes the sheet that is written next. */
  sheet(name: string): SheetFinisher {
    return new SheetFinisher(this.zip.open(name), ({ filter, files }) => {
      if (filter !== null) this.filters.set(name, filter);
      if (files.length > 0) this.linkedFiles.set(name, files);
    });
  }

  /** Takes all other parts, as exceljs packed them, and gives the whole. */
  finish(bytes: Uint8Array): Uint8Array {
    const parts = new Map<string, Uint8Array>();
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      // Folders are no parts; exceljs begins some names with a slash, which a zip must not.
      if (!name.endsWith('/')) parts.set(name.replace(/^\//, ''), content);
    }
    for (const name of [...parts.keys()].filter((one) => sheetPart.test(one)).sort()) {
      const sheet = this.sheet(name);
      sheet.write(parts.get(name) ?? noBytes);
      sheet.end([]);
      parts.delete(name);
    }
    for (const [sheet, files] of this.linkedFiles) {
      const name = sheet.replace(/[^/]+$/, '_rels/$&.rels');
      const known = parts.get(name);
      parts.set(name, strToU8(withLinkedFiles(known === undefined ? noRelations : strFromU8(known), files)));
    }
    const workbook = parts.get('xl/workbook.xml');
    if (workbook !== undefined) {
      const relations = strFromU8(parts.get('xl/_rels/workbook.xml.rels') ?? noBytes);
      parts.set('xl/workbook.xml', strToU8(nameFilters(strFromU8(workbook), relations, this.filters)));
    }
    this.contentTypes.end(parts.get('[Content_Types].xml') ?? noBytes);
    parts.delete('[Content_Types].xml');
    for (const name of [...parts.keys()].sort()) this.zip.open(name).end(parts.get(name) ?? noBytes);
    return this.zip.finish();
  }
}

const sheetPart = /^xl\/worksheets\/sheet\d+\.xml$/;
const noBytes = new Uint8Array();

/** What a sheet comes to besides its own part. */
interface SheetFacts {
  /** The range of its filter. */
  readonly filter: string | null;
  /** Paths of the files it links to; a link names its file by `linkedFile`. */
  readonly files: readonly string[];
}

/**
 * One sheet on its way: what stands before its rows and what stands behind them is put in order, the rows pass through
 * as they come.
 */
export class SheetFinisher {
  private readonly part: ZipPart;
  private readonly onEnd: (facts: SheetFacts) => void;
  private at: 'before' | 'rows' | 'behind' = 'before';
  /** What is not passed on yet: of the rows no more than might be the beginning of their end. */
  private held: Buffer = Buffer.alloc(0);

  constructor(part: ZipPart, onEnd: (facts: SheetFacts) => void) {
    this.part = part;
    this.onEnd = onEnd;
  }

  write(bytes: Uint8Array): void {
    this.held = Buffer.concat([this.held, bytes]);
    if (this.at === 'before') this.passHead();
    if (this.at === 'rows') this.passRows();
  }

  /**
   * @param links where its cells lead; no more of them than Excel reads are kept
   * @throws RangeError when it was no sheet
   */
  end(links: readonly SheetLink[]): void {
    if (this.at !== 'behind') throw new RangeError('<sheetData> is never closed');
    const own = links.slice(0, mostLinks);
    const files = [...new Set(own.map(({ path }) => path).filter((path) => path !== null))];
    const rest = this.held.toString();
    const end = rest.lastIndexOf('</worksheet>');
    if (end === -1) throw new RangeError('<worksheet> is never closed');
    const behind = finishedBehind(elementsIn(rest.slice(0, end)), own, files);
    this.part.end(Buffer.from(`${behind}</worksheet>`));
    this.onEnd({ filter: /<autoFilter ref="([^"]+)"/.exec(behind)?.[1] ?? null, files });
  }

  private passHead(): void {
    const start = this.held.indexOf('<sheetData');
    const tagEnd = start === -1 ? -1 : this.held.indexOf('>', start);
    if (tagEnd === -1) return;
    const head = this.held.toString('utf8', 0, start);
    const open = head.indexOf('>', head.indexOf('<worksheet')) + 1;
    this.part.write(Buffer.from(`${head.slice(0, open)}${finishedBefore(elementsIn(head.slice(open)))}`));
    const isEmpty = this.held[tagEnd - 1] === slash;
    this.part.write(this.held.subarray(start, tagEnd + 1));
    this.held = this.held.subarray(tagEnd + 1);
    this.at = isEmpty ? 'behind' : 'rows';
  }

  private passRows(): void {
    const end = this.held.indexOf(rowsEnd);
    const passed = end === -1 ? Math.max(0, this.held.length - rowsEnd.length) : end + rowsEnd.length;
    this.part.write(this.held.subarray(0, passed));
    this.held = this.held.subarray(passed);
    if (end !== -1) this.at = 'behind';
  }
}

const rowsEnd = '</sheetData>';
const slash = 0x2f;

/** The order in which the elements of a sheet must stand. */
const worksheetOrder: readonly string[] = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** One element of a sheet with everything in it. */
export interface SheetElement {
  readonly name: string;
  readonly xml: string;
}

/**
 * Elements of a sheet that stand side by side. None of them holds an element of its own name, so that the first closing
 * tag ends it.
 *
 * @throws RangeError when an element is never closed
 */
export function elementsIn(xml: string): readonly SheetElement[] {
  const elements: SheetElement[] = [];
  let at = xml.indexOf('<');
  while (at !== -1) {
    const name = /[A-Za-z]+/y;
    name.lastIndex = at + 1;
    const tag = name.exec(xml)?.[0] ?? '';
    const tagEnd = xml.indexOf('>', at) + 1;
    const close = `</${tag}>`;
    const after = xml[tagEnd - 2] === '/' ? tagEnd : xml.indexOf(close, tagEnd) + close.length;
    if (tag === '' || tagEnd === 0 || after < tagEnd) throw new RangeError(`<${tag}> is never closed`);
    elements.push({ name: tag, xml: xml.slice(at, after) });
    at = xml.indexOf('<', after);
  }
  return elements;
}

/** What Excel reads of one sheet. */
export const mostLinks = 65_000;

const noRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** The relations of a sheet with the files it links to, which its links then name by `linkedFile`. */
function withLinkedFiles(relations: string, paths: readonly string[]): string {
  const added = paths.map(
    (path, index) =>
      `<Relationship Id="${linkedFile(index)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${attribute(addressOf(path))}" TargetMode="External"/>`,
  );
  return relations.replace('</Relationships>', () => `${added.join('')}</Relationships>`);
}

function linkedFile(index: number): string {
  return `file${index + 1}`;
}

/** A path as an address: signs with a meaning there are coded, others are left as Excel leaves them. */
function addressOf(path: string): string {
  return path.replace(/[%#"<>[\]\\^`{|}?\s]/g, (sign) => encodeURIComponent(sign));
}

/** What stands before the rows, in order. */
function finishedBefore(elements: readonly SheetElement[]): string {
  const finished = elements.map(({ name, xml }) => ({
    name,
    xml: name === 'sheetPr' ? orderedProperties(xml) : xml,
  }));
  return inOrder(finished, 0, placeOf('sheetData'));
}

/** What stands behind the rows, in order and with what exceljs leaves out. */
function finishedBehind(
  elements: readonly SheetElement[],
  links: readonly SheetLink[],
  paths: readonly string[],
): string {
  const bars: Bar[] = [];
  const finished = elements.map(({ name, xml }) => ({
    name,
    xml: name === 'conditionalFormatting' ? withFullBars(xml, bars) : xml,
  }));
  if (links.length > 0) finished.push({ name: 'hyperlinks', xml: linkElement(links, paths) });
  // exceljs knows that a page is centred but writes it only when not streaming.
  if (!finished.some(({ name }) => name === 'printOptions'))
    finished.push({ name: 'printOptions', xml: centred });
  if (bars.length > 0) finished.push({ name: 'extLst', xml: barExtension(bars) });
  return inOrder(finished, placeOf('sheetData') + 1, worksheetOrder.length);
}

/** @throws RangeError on an element that has no place there */
function inOrder(elements: readonly SheetElement[], from: number, before: number): string {
  for (const { name } of elements) {
    const place = placeOf(name);
    if (place < from || place >= before) throw new RangeError(`<${name}> has no place there in a worksheet`);
  }
  return elements
    .toSorted((a, b) => placeOf(a.name) - placeOf(b.name))
    .map(({ xml }) => xml)
    .join('');
}

function placeOf(name: string): number {
  return worksheetOrder.indexOf(name);
}

/** exceljs puts the print settings of a sheet before those of its outline; the format has them after. */
function orderedProperties(properties: string): string {
  return properties.replace(/(<pageSetUpPr[^>]*\/>)(<outlinePr[^>]*\/>)/, '$2$1');
}

const centred = '<printOptions horizontalCentered="1"/>';

function linkElement(links: readonly SheetLink[], paths: readonly string[]): string {
  const indexOf = new Map(paths.map((path, index) => [path, index]));
  const one = ({ cell, path, location }: SheetLink) => {
    const file = path === null ? '' : ` r:id="${linkedFile(indexOf.get(path) ?? -1)}"`;
    const place = location === null ? '' : ` location="${attribute(location)}"`;
    return `<hyperlink ref="${cell}"${file}${place}/>`;
  };
  return `<hyperlinks>${links.map(one).join('')}</hyperlinks>`;
}

/** A sheet's name may hold what XML cannot. */
function attribute(text: string): string {
  return plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

interface Bar {
  readonly id: string;
  readonly range: string;
  readonly colour: string;
}

/** Bars from 0 to full width, in one colour; without the second description Excel fades them out. */
function withFullBars(formatting: string, bars: Bar[]): string {
  const range = /sqref="([^"]+)"/.exec(formatting)?.[1] ?? '';
  const withoutExtensions = formatting.replace(/<extLst>.*?<\/extLst>/gs, '');
  return withoutExtensions.replace(/<dataBar>(.*?)<\/dataBar>/gs, (_, inner: string) => {
    const colour = /rgb="([0-9A-F]{8})"/.exec(inner)?.[1] ?? 'FF9DC3E6';
    const id = `{00000000-0000-4000-8000-${String(bars.length + 1).padStart(12, '0')}}`;
    bars.push({ id, range, colour });
    return (
      `<dataBar minLength="0" maxLength="100">${inner}</dataBar>` +
      '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ' +
      `uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${id}</x14:id></ext></extLst>`
    );
  });
}

function barExtension(bars: readonly Bar[]): string {
  const one = ({ id, range, colour }: Bar) =>
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
    `<x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100" gradient="0">` +
    '<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>1</xm:f></x14:cfvo>' +
    `<x14:negativeFillColor rgb="${colour}"/><x14:axisColor rgb="FF7F7F7F"/></x14:dataBar></x14:cfRule>` +
    `<xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;
  return (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ' +
    'uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>' +
    `${bars.map(one).join('')}</x14:conditionalFormattings></ext></extLst>`
  );
}

/** Filters have a hidden name as well; Excel wants both for sorting by them. Names stand sorted, as Excel writes them. */
function nameFilters(workbook: string, relations: string, filters: ReadonlyMap<string, string>): string {
  const names: string[] = [...workbook.matchAll(/<definedName .*?<\/definedName>/gs)].map(
    (match) => match[0],
  );
  const sheets = [...workbook.matchAll(/<sheet [^>]*\/>/g)].map((match) => match[0]);
  for (const [index, sheet] of sheets.entries()) {
    const id = /r:id="([^"]+)"/.exec(sheet)?.[1] ?? '';
    const name = /name="([^"]+)"/.exec(sheet)?.[1] ?? '';
    const target = new RegExp(`<Relationship Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1] ?? '';
    const filter = filters.get(`xl/${target}`);
    if (filter === undefined) continue;
    const range = filter.replace(/[A-Z]+(?=\d)/g, '$$$&').replace(/\d+/g, '$$$&');
    names.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${name}'!${range}</definedName>`,
    );
  }
  if (names.length === 0) return workbook;
  const keyOf = (name: string) =>
    `${(/name="([^"]+)"/.exec(name)?.[1] ?? '').toLowerCase()} ${(/localSheetId="(\d+)"/.exec(name)?.[1] ?? '').padStart(6, '0')}`;
  names.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const block = `<definedNames>${names.join('')}</definedNames>`;
  return workbook.includes('<definedNames>')
    ? workbook.replace(/<definedNames>.*<\/definedNames>/s, () => block)
    : workbook.replace('</sheets>', () => `</sheets>${block}`);
}
