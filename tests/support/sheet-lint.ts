import { strFromU8, unzipSync } from 'fflate';

/**
 * What Excel would call damaged in a workbook: elements of a sheet out of the order of ECMA-376 18.3.1.99, relations
 * that lead nowhere, data bars without limits, parts without a content type, prefixes that nothing declares. Knows nothing
 * of the code that writes.
 */
export function lintWorkbook(bytes: Uint8Array): readonly string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const problems: string[] = [];
  const types = parts.get('[Content_Types].xml') ?? '';
  for (const [name, xml] of parts) {
    if (name.startsWith('/')) problems.push(`${name}: a part's name begins with a slash`);
    const extension = /\.(\w+)$/.exec(name)?.[1] ?? '';
    const typed = types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`);
    if (!typed && name !== '[Content_Types].xml') problems.push(`${name}: has no content type`);
    if (name.startsWith('xl/')) problems.push(...lintOrder(name, xml));
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) problems.push(...lintSheet(name, xml, parts));
  }
  for (const [part] of types.matchAll(/PartName="[^"]+"/g)) {
    const name = part.slice('PartName="/'.length, -1);
    if (!parts.has(name)) problems.push(`${name}: has a content type but is not there`);
  }
  problems.push(...lintNames(parts.get('xl/workbook.xml') ?? ''));
  return problems;
}

/** Elements whose children have an order, and that order (ECMA-376 part 1, annex A.2). */
const orders: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    worksheet:
      'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
    sheetPr: 'tabColor outlinePr pageSetUpPr',
    sheetView: 'pane selection pivotSelection extLst',
    c: 'f v is extLst',
    cfRule: 'formula colorScale dataBar iconSet extLst',
    dataBar: 'cfvo color',
    dataValidation: 'formula1 formula2',
    headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
    'x14:dataBar':
      'x14:cfvo x14:fillColor x14:borderColor x14:negativeFillColor x14:negativeBorderColor x14:axisColor',
    workbook:
      'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst',
    styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
    xf: 'alignment protection extLst',
    border: 'start end left right top bottom diagonal vertical horizontal',
    patternFill: 'fgColor bgColor',
  }).map(([parent, children]) => [parent, children.split(' ')]),
);

/** Elements that may stand several times among others in an order. */
const repeated: ReadonlySet<string> = new Set([
  'conditionalFormatting',
  'cfvo',
  'x14:cfvo',
  'selection',
  'formula',
]);

/** Walks over the tags of a part and checks nesting and the order of children. */
function lintOrder(name: string, xml: string): string[] {
  const problems: string[] = [];
  const open: { readonly tag: string; readonly prefixes: readonly string[]; last: number }[] = [];
  for (const [, closing, tag = '', rest = ''] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:]*)((?:"[^"]*"|[^">])*)>/g,
  )) {
    if (closing === '/') {
      const last = open.pop()?.tag;
      if (last !== tag) problems.push(`${name}: </${tag}> closes <${last}>`);
      continue;
    }
    const parent = open.at(-1);
    const order = parent === undefined ? undefined : orders[parent.tag];
    if (parent !== undefined && order !== undefined) {
      const place = order.indexOf(tag);
      if (place === -1) problems.push(`${name}: <${tag}> does not belong in <${parent.tag}>`);
      if (place < parent.last) problems.push(`${name}: <${tag}> stands after <${order[parent.last]}>`);
      if (place === parent.last && !repeated.has(tag)) problems.push(`${name}: <${tag}> twice`);
      parent.last = Math.max(parent.last, place);
    }
    const prefixes = [...rest.matchAll(/\sxmlns:([\w.-]+)=/g)].map(([, prefix = '']) => prefix);
    const used = [...`<${tag} ${rest.replace(/"[^"]*"/g, '""')}`.matchAll(/[<\s]([\w.-]+):[\w.-]+/g)];
    for (const [, prefix = ''] of used) {
      const isKnown = ['xml', 'xmlns', ...prefixes].includes(prefix);
      if (!isKnown && !open.some((outer) => outer.prefixes.includes(prefix)))
        problems.push(`${name}: <${tag}> uses the prefix ${prefix}, which nothing declares`);
    }
    if (!rest.endsWith('/')) open.push({ tag, prefixes, last: -1 });
  }
  if (open.length > 0) problems.push(`${name}: <${open.at(-1)?.tag}> is never closed`);
  return problems;
}

function lintSheet(name: string, xml: string, parts: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [bar] of xml.matchAll(/<dataBar.*?<\/dataBar>/gs)) {
    if (bar.match(/<cfvo /g)?.length !== 2) problems.push(`${name}: a data bar without two limits`);
  }
  const barIds = [...xml.matchAll(/<x14:id>([^<]*)<\/x14:id>/g)].map(([, id]) => id);
  const described = [...xml.matchAll(/<x14:cfRule type="dataBar" id="([^"]*)"/g)].map(([, id]) => id);
  if (barIds.join() !== described.join())
    problems.push(`${name}: data bars ${barIds} described as ${described}`);
  const relations = parts.get(name.replace('worksheets/', 'worksheets/_rels/').concat('.rels')) ?? '';
  for (const [, id] of xml.matchAll(/r:id="([^"]+)"/g)) {
    if (!relations.includes(`Id="${id}"`)) problems.push(`${name}: relation ${id} leads nowhere`);
  }
  const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
  if (rows.some((row, index) => index > 0 && row <= (rows[index - 1] ?? 0)))
    problems.push(`${name}: rows out of order`);
  return problems;
}

function lintNames(workbook: string): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [name] of workbook.matchAll(/<definedName name="[^"]+"[^>]*>/g)) {
    if (seen.has(name)) problems.push(`${name} twice`);
    seen.add(name);
  }
  const sheets = [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name ?? '');
  if (new Set(sheets).size !== sheets.length) problems.push('two sheets of one name');
  for (const sheet of sheets) if (sheet.length > 31) problems.push(`${sheet}: longer than 31`);
  return problems;
}
