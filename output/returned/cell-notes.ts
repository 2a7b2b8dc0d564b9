import { cellAddress, parseAddress } from '../../pipeline/model/address.ts';
import { labelsOf } from '../labels.ts';
import { appended, declaration, type Package } from './package.ts';
import { columnsAt, mainNamespace, type SheetLayout, usualWidth } from './sheet-layout.ts';
import { returnWords } from './words.ts';
import {
  attributeOf,
  decoded,
  type Edit,
  type Element,
  edited,
  elementsAt,
  encoded,
  tagsOf,
} from './xml-tags.ts';

/** A note for a cell. */
export interface Note {
  readonly row: number;
  readonly column: number;
  /** Safe text: signs that XML forbids are gone. */
  readonly text: string;
}

/**
 * Puts notes on cells of a sheet. Notes that people wrote are kept, ours follow in them; those that belong to a thread
 * of comments stay as they are, since no program shows what is added.
 *
 * @param settled said in place of our notes of an earlier return whose finding is gone; null in a workbook that has none
 * @returns the changes to the sheet itself: its link to the drawing that shows notes, when it had none
 */
export function writeNotes(
  parts: Package,
  sheetPart: string,
  sheetXml: string,
  layout: SheetLayout,
  notes: readonly Note[],
  author: string,
  settled: string | null,
): readonly Edit[] {
  const links = parts.links(sheetPart);
  const known = links.find(({ type }) => type === 'comments')?.target;
  if (notes.length === 0 && (settled === null || known === undefined)) return [];
  const part = known ?? parts.freeName(`${folderAbove(sheetPart)}comments`, '.xml');
  if (known === undefined) {
    parts.write(part, emptyComments);
    parts.addLink(sheetPart, 'comments', part);
    parts.addContentType(part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml');
  }
  const { xml, fresh, all } = withNotes(parts.read(part), notes, author, settled);
  parts.write(part, xml);

  const drawing = layout.elements.find(({ name }) => name === 'legacyDrawing');
  if (drawing !== undefined) {
    const id = decoded(relationId(sheetXml, drawing));
    const target = links.find((link) => link.id === id)?.target;
    if (target !== undefined) {
      parts.write(target, withShapes(parts.read(target), fresh, layout, 0));
      return [];
    }
  }
  const vml = parts.freeName(`${folderAbove(sheetPart)}drawings/vmlDrawing`, '.vml');
  parts.write(vml, withShapes(emptyDrawing, all, layout, freeBlock(parts)));
  parts.addContentType(vml, 'application/vnd.openxmlformats-officedocument.vmlDrawing', 'vml');
  const id = parts.addLink(sheetPart, 'vmlDrawing', vml);
  const element = `<legacyDrawing xmlns:r="${relationNamespace}" r:id="${id}"/>`;
  if (drawing !== undefined) return [{ start: drawing.tag.start, end: drawing.end, text: element }];
  const before = layout.elements.findLast(({ name }) => precedesDrawing.has(name));
  const at = before?.end ?? 0;
  return [{ start: at, end: at, text: element }];
}

/** The comments with notes added: those new cells got, and all cells that have one. */
function withNotes(
  xml: string,
  notes: readonly Note[],
  author: string,
  settled: string | null,
): { readonly xml: string; readonly fresh: readonly Cell[]; readonly all: readonly Cell[] } {
  const at = (depth: number) => elementsAt(xml, 'comments', depth).elements;
  const [lists, inside, texts, pieces] = [at(2), at(3), at(4), at(5)];
  const authors = lists.find(({ name }) => name === 'authors');
  const list = lists.find(({ name }) => name === 'commentList');
  const authorNames = inside
    .filter(({ name }) => name === 'author')
    .map(({ tag, contentEnd }) => xml.slice(tag.end, contentEnd));
  const edits: Edit[] = [];
  const known = authorNames.indexOf(encoded(author));
  const ours = authors === undefined ? 0 : known === -1 ? authorNames.length : known;
  if (authors !== undefined && known === -1)
    edits.push(appended(authors, `<author>${encoded(author)}</author>`));
  const textsOf = childrenOf(inside, texts);
  const piecesOf = childrenOf(texts, pieces);
  const waiting = new Map(notes.map((note) => [cellAddress(note.row, note.column), note]));
  const old: Cell[] = [];
  for (const comment of inside.filter(({ name }) => name === 'comment')) {
    const cell = parseAddress(attributeOf(xml, comment.tag, 'ref')?.value ?? '');
    if (cell === null) continue;
    old.push(cell);
    const address = cellAddress(cell.row, cell.column);
    const note = waiting.get(address);
    waiting.delete(address);
    if (note === undefined && settled === null) continue;
    const writer = authorNames[Number(attributeOf(xml, comment.tag, 'authorId')?.value ?? 0)] ?? '';
    const text = textsOf.get(comment)?.find(({ name }) => name === 'text');
    if (writer.startsWith('tc=') || text === undefined) continue;
    const own = piecesOf.get(text) ?? [];
    const raw = (piece: Element) => xml.slice(piece.tag.start, piece.end);
    const named = settled === null ? [] : own.filter((piece) => namesReview(raw(piece)));
    if (note === undefined && named.length === 0) continue;
    // Other programs cut our text into runs of their own: then all is taken out and what people wrote put back as text.
    const isCut = !named.every((piece) => ourBeginning.test(textIn(raw(piece)).trimStart()));
    const earlier = isCut ? own : named;
    const before = isCut ? beforeOurs(own.map((piece) => textIn(raw(piece))).join('')) : '';
    for (const piece of earlier) edits.push({ start: piece.tag.start, end: piece.end, text: '' });
    const kept = own.filter((piece) => !earlier.includes(piece));
    // Text without runs and runs do not stand side by side: what was written becomes the first run.
    for (const plain of kept.filter(({ name }) => name === 't')) {
      edits.push({ start: plain.tag.start, end: plain.tag.start, text: '<r>' });
      edits.push({ start: plain.end, end: plain.end, text: '</r>' });
    }
    const isAlone = kept.length === 0 && before === '';
    const said = note?.text ?? (isAlone ? settled : null);
    const lines = said === null ? before : isAlone ? said : `${before}\n${said}`;
    if (lines === '') continue;
    const more = runOf(lines);
    const phonetic = kept.find(({ name }) => name === 'rPh' || name === 'phoneticPr');
    if (phonetic === undefined) edits.push(appended(text, more));
    else edits.push({ start: phonetic.tag.start, end: phonetic.tag.start, text: more });
  }
  const fresh = [...waiting.values()];
  const added = fresh.map(
    ({ row, column, text }) =>
      `<comment ref="${cellAddress(row, column)}" authorId="${ours}"><text>${runOf(text)}</text></comment>`,
  );
  if (list !== undefined && added.length > 0) edits.push(appended(list, added.join('')));
  return { xml: edited(xml, edits), fresh, all: [...old, ...fresh] };
}

/** Elements by the one they stand in, both in the order of the part: in one walk, however many there are. */
function childrenOf(
  outer: readonly Element[],
  inner: readonly Element[],
): ReadonlyMap<Element, readonly Element[]> {
  const children = new Map<Element, readonly Element[]>();
  let next = 0;
  for (const one of outer) {
    const own: Element[] = [];
    for (let child = inner[next]; child !== undefined && child.tag.start < one.end; child = inner[next]) {
      if (child.tag.start > one.tag.start) own.push(child);
      next += 1;
    }
    children.set(one, own);
  }
  return children;
}

function runOf(text: string): string {
  return `<r>${runLook}<t xml:space="preserve">${encoded(text)}</t></r>`;
}

/** Whether a piece of a comment was written by an earlier return: ours all name the review. */
function namesReview(piece: string): boolean {
  return piece.includes('「核验意见」') || piece.includes('“Review”');
}

/** How the first line of our notes begins, in either language. */
const ourBeginning = new RegExp(
  `^(?:${(['zh', 'en'] as const)
    .flatMap((language) => {
      const { severity, colon } = labelsOf(language);
      return [
        ...Object.values(severity).map((word) => word + colon),
        returnWords(language).settled.slice(0, 6),
      ];
    })
    .join('|')})`,
);

/** The lines of a comment before ours. */
function beforeOurs(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => ourBeginning.test(line));
  return (first === -1 ? lines : lines.slice(0, first)).join('\n').trim();
}

/** The text of a run, references replaced. */
function textIn(piece: string): string {
  let text = '';
  let from = 0;
  for (const tag of tagsOf(piece)) {
    if (tag.name !== 't') continue;
    if (tag.kind === 'open') from = tag.end;
    else if (tag.kind === 'close') text += decoded(piece.slice(from, tag.start));
  }
  return text;
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A drawing with one box for each note. Such drawings are not always XML: they are only ever added to at their end. */
function withShapes(vml: string, cells: readonly Cell[], layout: SheetLayout, block: number): string {
  let text = vml;
  const end = text.lastIndexOf('</xml>');
  if (end === -1 || cells.length === 0) return text;
  let id = block * 1024;
  for (let at = text.indexOf('_x0000_s'); at !== -1; at = text.indexOf('_x0000_s', at + 1))
    id = Math.max(id, Number(/^\d{1,9}/.exec(text.slice(at + 8, at + 17))?.[0] ?? 0));
  const head =
    (block > 0 ? `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>` : '') +
    (text.includes('id="_x0000_t202"') ? '' : boxType);
  const shapes = cells.map((cell) => {
    id += 1;
    return shapeOf(id, cell, layout);
  });
  // What is added names its namespaces itself: the drawing may call them by other prefixes.
  const added = `${head}${shapes.join('')}`;
  text = `${text.slice(0, end)}${block > 0 ? added : added.replaceAll(/<(v:shape|v:shapetype) /g, `<$1 ${vmlNamespaces} `)}${text.slice(end)}`;
  return text;
}

function shapeOf(id: number, { row, column }: Cell, layout: SheetLayout): string {
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:220pt;height:90pt;z-index:${id % 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchorOf(row, column, layout)}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

/** From the cell's right edge, about 300 pixels wide whatever the widths of the columns there, six usual rows high. */
function anchorOf(row: number, column: number, layout: SheetLayout): string {
  let last = column;
  let rest = 300;
  for (; last < column + 40; last += 1) {
    const columns = columnsAt(layout, last + 1);
    const pixels = columns?.hidden === true ? 0 : Math.round((columns?.width ?? usualWidth) * 7 + 5);
    if (pixels >= rest) break;
    rest -= pixels;
  }
  const top = Math.max(0, row - 2);
  return `${column}, 15, ${top}, 4, ${last}, ${rest}, ${top + 6}, 4`;
}

/** Numbers of shapes come in blocks of 1,024, one or more to a drawing; those of two drawings must differ. */
function freeBlock(parts: Package): number {
  let highest = 0;
  for (const name of parts.zip.names.filter((one) => one.toLowerCase().endsWith('.vml'))) {
    const vml = parts.read(name);
    for (let at = vml.indexOf('<o:idmap'); at !== -1; at = vml.indexOf('<o:idmap', at + 1)) {
      const data = /data="([\d,]{1,200})"/.exec(vml.slice(at, at + 300))?.[1] ?? '';
      for (const block of data.split(',')) highest = Math.max(highest, Number(block));
    }
  }
  return highest + 1;
}

function relationId(xml: string, drawing: Element): string {
  return /:id\s*=\s*["']([^"']*)["']/.exec(xml.slice(drawing.tag.start, drawing.tag.end))?.[1] ?? '';
}

/** The folder above that of a sheet, `xl/`, where comments and drawings are kept. */
function folderAbove(part: string): string {
  const folders = part.split('/').slice(0, -2);
  return folders.length === 0 ? '' : `${folders.join('/')}/`;
}

const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const runLook =
  '<rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr>';
const emptyComments = `${declaration}<comments xmlns="${mainNamespace}"><authors></authors><commentList></commentList></comments>`;
const vmlNamespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const emptyDrawing = `<xml ${vmlNamespaces}></xml>`;
const boxType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Elements of a sheet that stand before its link to the drawing of notes (ECMA-376 part 1, 18.3.1.99). */
const precedesDrawing: ReadonlySet<string> = new Set(
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing'.split(
    ' ',
  ),
);
