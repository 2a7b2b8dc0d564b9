import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { plainText } from './safe-text.ts';

/** A cell that leads somewhere. */
export interface SheetLink extends LinkTarget {
  readonly cell: string;
}

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
 * parts in the order of their finishing, times of packing. What it adds: links, by sheet in their order, which exceljs
 * can write only on text and not to a cell of another file; hidden names of filters.
 *
 * Source: ECMA-376 part 1, 18.3.1.99 (worksheet); data bars, [MS-XLSX] 2.6.
 */
export function finishWorkbook(bytes: Uint8Array, links: readonly (readonly SheetLink[])[] = []): Uint8Array {
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    // Folders are no parts.
    if (name.endsWith('/')) continue;
    // exceljs begins some names with a slash, which a zip must not.
    parts.set(name.replace(/^\//, ''), strFromU8(content));
  }
  const filters = new Map<string, string>();
  for (const [name, xml] of parts) {
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (sheet === undefined) continue;
    const own = (links[Number(sheet) - 1] ?? []).slice(0, mostLinks);
    const paths = [...new Set(own.map(({ path }) => path).filter((path) => path !== null))];
    const finished = finishSheet(xml, own, paths);
    parts.set(name, finished);
    if (paths.length > 0) addLinkedFiles(parts, `xl/worksheets/_rels/sheet${sheet}.xml.rels`, paths);
    const filter = /<autoFilter ref="([^"]+)"/.exec(finished)?.[1];
    if (filter !== undefined) filters.set(name, filter);
  }
  const workbook = parts.get('xl/workbook.xml');
  if (workbook !== undefined) {
    parts.set(
      'xl/workbook.xml',
      nameFilters(workbook, parts.get('xl/_rels/workbook.xml.rels') ?? '', filters),
    );
  }
  return pack(parts);
}

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
 * The elements directly below `<worksheet>`. None of them holds an element of its own name, so that the first closing
 * tag ends it; the bulk, `sheetData`, is passed over in one step.
 *
 * @throws RangeError when an element is never closed: not a sheet.
 */
export function elementsOf(xml: string): {
  readonly open: string;
  readonly elements: readonly SheetElement[];
} {
  const start = xml.indexOf('>', xml.indexOf('<worksheet')) + 1;
  const end = xml.lastIndexOf('</worksheet>');
  const elements: SheetElement[] = [];
  let at = xml.indexOf('<', start);
  while (at !== -1 && at < end) {
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
  return { open: xml.slice(0, start), elements };
}

/** What Excel reads of one sheet. */
const mostLinks = 65_000;

/** Lists the files a sheet links to, which its links then name by `linkedFile`. */
function addLinkedFiles(parts: Map<string, string>, part: string, paths: readonly string[]): void {
  const known =
    parts.get(part) ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const added = paths.map(
    (path, index) =>
      `<Relationship Id="${linkedFile(index)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${attribute(addressOf(path))}" TargetMode="External"/>`,
  );
  parts.set(
    part,
    known.replace('</Relationships>', () => `${added.join('')}</Relationships>`),
  );
}

function linkedFile(index: number): string {
  return `file${index + 1}`;
}

/** A path as an address: signs with a meaning there are coded, others are left as Excel leaves them. */
function addressOf(path: string): string {
  return path.replace(/[%#"<>[\]\\^`{|}?\s]/g, (sign) => encodeURIComponent(sign));
}

function finishSheet(xml: string, links: readonly SheetLink[], paths: readonly string[]): string {
  const { open, elements } = elementsOf(xml);
  const bars: Bar[] = [];
  const finished = elements.map(({ name, xml: element }) => {
    if (name === 'sheetPr') return { name, xml: orderedProperties(element) };
    if (name === 'conditionalFormatting') return { name, xml: withFullBars(element, bars) };
    return { name, xml: element };
  });
  if (links.length > 0) finished.push({ name: 'hyperlinks', xml: linkElement(links, paths) });
  // exceljs knows that a page is centred but writes it only when not streaming.
  if (!finished.some(({ name }) => name === 'printOptions'))
    finished.push({ name: 'printOptions', xml: centred });
  if (bars.length > 0) finished.push({ name: 'extLst', xml: barExtension(bars) });
  const place = (name: string) => {
    const index = worksheetOrder.indexOf(name);
    if (index === -1) throw new RangeError(`<${name}> has no place in a worksheet`);
    return index;
  };
  const ordered = finished.sort((a, b) => place(a.name) - place(b.name));
  return `${open}${ordered.map((element) => element.xml).join('')}</worksheet>`;
}

/** exceljs puts the print settings of a sheet before those of its outline; the format has them after. */
function orderedProperties(properties: string): string {
  return properties.replace(/(<pageSetUpPr[^>]*\/>)(<outlinePr[^>]*\/>)/, '$2$1');
}

const centred = '<printOptions horizontalCentered="1"/>';

function linkElement(links: readonly SheetLink[], paths: readonly string[]): string {
  const one = ({ cell, path, location }: SheetLink) => {
    const file = path === null ? '' : ` r:id="${linkedFile(paths.indexOf(path))}"`;
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

/** Packs parts in one order and with one time; the list of content types first, as readers expect. */
function pack(parts: ReadonlyMap<string, string>): Uint8Array {
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const zippable: Zippable = {};
  for (const name of names) zippable[name] = strToU8(parts.get(name) ?? '');
  return zipSync(zippable, { level: 4, mtime: earliest, os: 0 });
}

function rank(name: string): number {
  const first = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
  const index = first.indexOf(name);
  return index === -1 ? first.length : index;
}

/** The first moment a zip can name, in local time: packing reads it back in local time, whatever the zone. */
const earliest = new Date(1980, 0, 1, 0, 0, 0);
