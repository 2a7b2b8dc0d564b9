import { parseAddress } from '../../pipeline/model/address.ts';
import { CannotPatch } from './cannot-patch.ts';
import { attributeOf, attributesOf, type Element, elementsAt, tagsOf } from './xml-tags.ts';

/** What of a sheet decides where marks go: merges, widths, and the elements around the cells. */
export interface SheetLayout {
  /** Elements directly in `<worksheet>`, in their order. */
  readonly elements: readonly Element[];
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  /** Runs of columns with their width in digits and their style. */
  readonly columns: readonly Columns[];
  /** Whether rows that are not there are hidden. */
  readonly hidesOtherRows: boolean;
}

export interface Columns {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly style: number;
  readonly hidden: boolean;
}

/** @throws CannotPatch when the part is not a worksheet without prefixes */
export function layoutOf(xml: string): SheetLayout {
  const { root, elements } = elementsAt(xml, 'worksheet', 2);
  if (attributeOf(xml, root.tag, 'xmlns')?.value !== mainNamespace)
    throw new CannotPatch('a sheet in another namespace');
  const inner = (name: string) => {
    const element = elements.find((one) => one.name === name);
    return element === undefined
      ? []
      : [...tagsOf(xml.slice(element.tag.start, element.end))].map((tag) => ({
          ...tag,
          start: tag.start + element.tag.start,
          end: tag.end + element.tag.start,
        }));
  };
  const merges = inner('mergeCells').flatMap((tag) => {
    if (tag.name !== 'mergeCell' || tag.kind === 'close') return [];
    const [from, to] = (attributeOf(xml, tag, 'ref')?.value ?? '').split(':').map(parseAddress);
    if (!from || !to) return [];
    return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }];
  });
  const columns = inner('cols').flatMap((tag) => {
    if (tag.name !== 'col' || tag.kind === 'close') return [];
    const values = new Map(attributesOf(xml, tag).map(({ name, value }) => [name, value]));
    return [
      {
        first: Number(values.get('min')),
        last: Number(values.get('max')),
        width: Number(values.get('width') ?? usualWidth),
        style: Number(values.get('style') ?? 0),
        hidden: values.get('hidden') === '1' || values.get('hidden') === 'true',
      },
    ];
  });
  const format = elements.find(({ name }) => name === 'sheetFormatPr');
  const zeroHeight = format && attributeOf(xml, format.tag, 'zeroHeight')?.value;
  return { elements, merges, columns, hidesOtherRows: zeroHeight === '1' || zeroHeight === 'true' };
}

/** The cell that shows at a place: the corner of the merge that covers it, or itself. */
export function shownCell(
  { merges }: SheetLayout,
  row: number,
  column: number,
): { readonly row: number; readonly column: number } {
  const merge = merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}

/** The run a column belongs to. */
export function columnsAt({ columns }: SheetLayout, column: number): Columns | undefined {
  return columns.find(({ first, last }) => column >= first && column <= last);
}

/** Width of a column in digits where a sheet says nothing. */
export const usualWidth = 9;

/** The namespace of spreadsheet elements (ECMA-376 part 1). */
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
