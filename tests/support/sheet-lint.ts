import { strFromU8, unzipSync } from 'fflate';

/**
 * What Excel would call damaged in a workbook: elements of a sheet out of the order of ECMA-376 18.3.1.99, relations
 * that lead nowhere, data bars without limits, parts without a content type. Knows nothing of the code that writes.
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
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) problems.push(...lintSheet(name, xml, parts));
  }
  for (const [part] of types.matchAll(/PartName="[^"]+"/g)) {
    const name = part.slice('PartName="/'.length, -1);
    if (!parts.has(name)) problems.push(`${name}: has a content type but is not there`);
  }
  problems.push(...lintNames(parts.get('xl/workbook.xml') ?? ''));
  return problems;
}

const order =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

function lintSheet(name: string, xml: string, parts: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const children: string[] = [];
  const open: string[] = [];
  for (const [, closing, tag = '', rest = ''] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:]*)((?:"[^"]*"|[^">])*)>/g,
  )) {
    if (closing === '/') {
      const last = open.pop();
      if (last !== tag) problems.push(`${name}: </${tag}> closes <${last}>`);
      continue;
    }
    if (open.length === 1) children.push(tag);
    if (!rest.endsWith('/')) open.push(tag);
  }
  if (open.length > 0) problems.push(`${name}: <${open.join('>')}> is never closed`);
  let last = -1;
  for (const child of children) {
    const place = order.indexOf(child);
    if (place === -1) problems.push(`${name}: <${child}> does not belong`);
    if (place < last) problems.push(`${name}: <${child}> stands after <${order[last]}>`);
    if (place === last && child !== 'conditionalFormatting') problems.push(`${name}: <${child}> twice`);
    last = Math.max(last, place);
  }
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
