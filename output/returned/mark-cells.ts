import { cellAddress, parseAddress } from '../../pipeline/model/address.ts';
import { CannotPatch } from './cannot-patch.ts';
import { columnsAt, type SheetLayout } from './sheet-layout.ts';
import { attributeOf, type Edit, type Tag, tagsOf } from './xml-tags.ts';

/** Cells to mark: row → column → ground colour. */
export type Marks = ReadonlyMap<number, ReadonlyMap<number, string>>;

/**
 * The changes that give cells of a sheet another ground. A cell that is not there is put in, in its order, in the style
 * of its row or column; nothing is done to any value.
 *
 * @param withFill the style like another one but for its ground
 */
export function markCells(
  xml: string,
  layout: SheetLayout,
  marks: Marks,
  withFill: (style: number, colour: string) => number,
): readonly Edit[] {
  const edits: Edit[] = [];
  const rows = [...marks.keys()].sort((one, other) => one - other);
  let nextRow = 0;
  let lastRow = 0;
  /** The marked row that is open, with the columns still to come. */
  let open: {
    number: number;
    tag: Tag;
    columns: number[];
    next: number;
    last: number;
    style: number;
  } | null = null;

  const newCell = (row: number, column: number, rowStyle: number | null): string => {
    const base = rowStyle ?? columnsAt(layout, column)?.style ?? 0;
    const colour = marks.get(row)?.get(column) ?? '';
    return `<c r="${cellAddress(row, column)}" s="${withFill(base, colour)}"/>`;
  };
  const newRow = (row: number): string => {
    const columns = [...(marks.get(row)?.keys() ?? [])].sort((one, other) => one - other);
    return `<row r="${row}"${layout.hidesOtherRows ? ' hidden="1"' : ''}>${columns.map((column) => newCell(row, column, null)).join('')}</row>`;
  };
  const rowsBefore = (limit: number): string => {
    let text = '';
    for (; nextRow < rows.length && (rows[nextRow] ?? 0) < limit; nextRow += 1)
      text += newRow(rows[nextRow] ?? 0);
    return text;
  };
  /** Cells of the open row that come before a column. */
  const cellsBefore = (row: NonNullable<typeof open>, limit: number): string => {
    let text = '';
    for (; row.next < row.columns.length && (row.columns[row.next] ?? 0) < limit; row.next += 1)
      text += newCell(row.number, row.columns[row.next] ?? 0, row.style < 0 ? null : row.style);
    return text;
  };
  const insert = (at: number, text: string) => {
    if (text !== '') edits.push({ start: at, end: at, text });
  };

  const data = layout.elements.find(({ name }) => name === 'sheetData');
  if (data === undefined) throw new CannotPatch('a sheet without cells');
  if (data.tag.kind === 'empty') {
    const text = `>${rowsBefore(Number.POSITIVE_INFINITY)}</sheetData>`;
    return [{ start: data.tag.end - 2, end: data.tag.end, text }];
  }
  for (const tag of tagsOf(xml.slice(data.tag.start, data.end))) {
    const start = tag.start + data.tag.start;
    const end = tag.end + data.tag.start;
    const placed = { ...tag, start, end };
    if (tag.depth === 2 && tag.kind !== 'close') {
      if (tag.name !== 'row') throw new CannotPatch(`<${tag.name}> among rows`);
      const number = Number(attributeOf(xml, placed, 'r')?.value ?? lastRow + 1);
      lastRow = number;
      insert(start, rowsBefore(number));
      const columns = marks.get(number);
      if (columns === undefined) continue;
      nextRow += 1;
      const hasStyle = /^(1|true)$/.test(attributeOf(xml, placed, 'customFormat')?.value ?? '');
      open = {
        number,
        tag: placed,
        columns: [...columns.keys()].sort((one, other) => one - other),
        next: 0,
        last: 0,
        style: hasStyle ? Number(attributeOf(xml, placed, 's')?.value ?? 0) : -1,
      };
      if (tag.kind === 'empty') {
        edits.push({ start: end - 2, end, text: `>${cellsBefore(open, Number.POSITIVE_INFINITY)}</row>` });
        open = null;
      }
    } else if (tag.depth === 2 && open !== null) {
      insert(start, cellsBefore(open, Number.POSITIVE_INFINITY));
      open = null;
    } else if (tag.depth === 3 && tag.kind !== 'close' && open !== null) {
      if (tag.name !== 'c') throw new CannotPatch(`<${tag.name}> among cells`);
      const reference = attributeOf(xml, placed, 'r')?.value;
      const column: number = reference === undefined ? open.last + 1 : (parseAddress(reference)?.column ?? 0);
      open.last = column;
      insert(start, cellsBefore(open, column));
      const colour = marks.get(open.number)?.get(column);
      if (colour === undefined) continue;
      open.next += 1;
      const style = attributeOf(xml, placed, 's');
      const marked = String(withFill(Number(style?.value ?? 0), colour));
      if (style === undefined) insert(start + 2, ` s="${marked}"`);
      else edits.push({ start: style.start, end: style.end, text: marked });
    }
  }
  insert(data.contentEnd, rowsBefore(Number.POSITIVE_INFINITY));
  return edits.concat(spansDropped(xml, edits, layout));
}

/** The changes that take the ground of earlier marks off cells that are not marked now. */
export function clearCells(
  xml: string,
  layout: SheetLayout,
  marks: Marks,
  styles: { isMarked(style: number): boolean; withoutFill(style: number): number },
): readonly Edit[] {
  const data = layout.elements.find(({ name }) => name === 'sheetData');
  if (data === undefined || data.tag.kind === 'empty') return [];
  const edits: Edit[] = [];
  for (const tag of tagsOf(xml.slice(data.tag.start, data.end))) {
    if (tag.depth !== 3 || tag.kind === 'close') continue;
    const cell = { start: tag.start + data.tag.start, end: tag.end + data.tag.start };
    const style = attributeOf(xml, cell, 's');
    if (style === undefined || !styles.isMarked(Number(style.value))) continue;
    const place = parseAddress(attributeOf(xml, cell, 'r')?.value ?? '');
    if (place === null || marks.get(place.row)?.has(place.column)) continue;
    edits.push({ start: style.start, end: style.end, text: String(styles.withoutFill(Number(style.value))) });
  }
  return edits;
}

/** What a row says of its first and last column no longer holds once a cell is put in; it is a hint that may be absent. */
function spansDropped(xml: string, edits: readonly Edit[], layout: SheetLayout): readonly Edit[] {
  const data = layout.elements.find(({ name }) => name === 'sheetData');
  const grown = edits.filter(
    ({ start, end, text }) => (start === end && text.startsWith('<c ')) || text.startsWith('><c '),
  );
  if (data === undefined || grown.length === 0) return [];
  const dropped: Edit[] = [];
  for (const { start } of grown) {
    const row = xml.lastIndexOf('<row', start - 1);
    if (row < data.tag.start) continue;
    const tag = { start: row, end: xml.indexOf('>', row) + 1 };
    const spans = attributeOf(xml, tag, 'spans');
    const from = spans === undefined ? -1 : xml.lastIndexOf('spans', spans.start);
    if (spans === undefined || dropped.some((edit) => edit.start === from - 1)) continue;
    dropped.push({ start: from - 1, end: spans.end + 1, text: '' });
  }
  return dropped;
}
