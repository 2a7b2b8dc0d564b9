import { cellAddress } from '../../pipeline/model/address.ts';
import type { Field, SheetBlock, TableLayout, Template } from '../../pipeline/model/template.ts';
import { linesOf } from '../text-width.ts';
import type { Issue, Values } from './content.ts';
import { type HeadingCell, headingCells, headingDepth } from './headings.ts';
import { spansOver, sum } from './spans.ts';

/** Where everything of an issued form stands; rows and columns count from 1. */
export interface SheetLayout {
  /** Widths of the columns, in digits of the default font. */
  readonly widths: readonly number[];
  readonly form: ReadonlyMap<string, FormPlace>;
  readonly tables: ReadonlyMap<string, TablePlace>;
  /** Titles over tables whose heading does not say what they are. */
  readonly banners: readonly { readonly row: number; readonly text: string }[];
  readonly noteRow: number;
  readonly signatureRow: number;
  /** One table and nothing else: its heading stays in view and is repeated on every page. */
  readonly isList: boolean;
}

/** Where a label stands, and the cell to fill in beside it. */
export interface FormPlace {
  readonly row: number;
  readonly label: Span;
  readonly value: Span;
}

/** Neighbouring columns, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Where a table stands, from its heading to its last row. */
export interface TablePlace {
  readonly layout: TableLayout;
  /** The fields on the form, with the columns each spans. */
  readonly columns: ReadonlyMap<string, Span>;
  readonly heading: readonly HeadingCell[];
  readonly headingRows: Span;
  readonly rows: readonly RowPlace[];
  /** Null where the table has no figures to add up, or its rows hold their own totals. */
  readonly totalRow: number | null;
}

export interface RowPlace {
  readonly number: number;
  /** The printed name of a fixed row; null on rows to fill in. */
  readonly name: string | null;
  readonly content: Values;
}

/** Title and unit line stand above. */
const firstRow = 3;
/** Rows to fill in, where the form does not name them. */
const listRows = { A3: 30, wide: 20, narrow: 16 } as const;
const childRows = { only: 8, several: 6 } as const;
/** What a page should be wide at least, so that short tables do not look lost. */
export const pageWidth = 112;
/** Sheets wider than this are printed on A3. */
export const wideSheet = 200;

/** Lays a template out as the form it is issued as. */
export function sheetLayout(template: Template, issue: Issue): SheetLayout {
  const blocks = template.sheet ?? blocksOf(template);
  const isList = Object.keys(template.form).length === 0 && blocks.length === 1;
  const widths = gridOf(template, blocks);
  const open = blankRowsOf(template, sum(widths), isList);
  const form = new Map<string, FormPlace>();
  const tables = new Map<string, TablePlace>();
  const banners: { row: number; text: string }[] = [];
  let next = firstRow;
  for (const block of blocks) {
    if ('fields' in block) {
      for (const [field, place] of formRow(block.fields, next, widths)) form.set(field, place);
      next += 1;
      continue;
    }
    const [only] = block.tables;
    const layout = only === undefined ? undefined : template.tables[only];
    if (!isList && block.tables.length === 1 && layout !== undefined && needsBanner(layout)) {
      banners.push({ row: next, text: layout.title.zh });
      next += 1;
    }
    next = placeTables(template, block.tables, next, widths, issue, open, tables);
  }
  return { widths, form, tables, banners, noteRow: next, signatureRow: next + 1, isList };
}

/** The address of a value in a laid-out table or, without a row, in the form; null when it is not on the sheet. */
export function addressIn(layout: SheetLayout, field: string, table?: string, row = 0): string | null {
  if (table === undefined) {
    const place = layout.form.get(field);
    return place === undefined ? null : cellAddress(place.row, place.value.first);
  }
  const place = layout.tables.get(table);
  const column = place?.columns.get(field);
  const number = place?.rows[row]?.number;
  return column === undefined || number === undefined ? null : cellAddress(number, column.first);
}

/** The fields of a table that the issued form has. */
export function issuedFields(layout: TableLayout): readonly (readonly [string, Field])[] {
  return Object.entries(layout.fields).filter(([, field]) => !field.variant);
}

/** Whether a column is added up: amounts that are no prices, and numbers marked so. */
export function isSummed(field: Field): boolean {
  return field.summed === true || (field.kind === 'amount' && field.unit === undefined);
}

/** Whether any amount stands on the form: without one it declares no unit. */
export function hasAmounts(layout: SheetLayout, { form }: Template): boolean {
  const columns = [...layout.tables.values()].flatMap((table) => issuedFields(table.layout));
  const fields = [...columns.map(([, field]) => field), ...[...layout.form.keys()].map((name) => form[name])];
  return fields.some((field) => field?.kind === 'amount');
}

/** Whether any cell of the form works itself out. */
export function hasFormulas({ tables }: SheetLayout): boolean {
  return [...tables.values()].some(
    ({ layout, totalRow }) =>
      totalRow !== null || issuedFields(layout).some(([, field]) => field.computed !== undefined),
  );
}

/** As many blank rows as leave the signatures on the page of the table. */
function blankRowsOf(template: Template, width: number, isList: boolean): number {
  if (!isList) {
    const open = Object.values(template.tables).filter(({ fixedRows }) => fixedRows === undefined);
    return open.length > 1 ? childRows.several : childRows.only;
  }
  if (width > wideSheet) return listRows.A3;
  return width > 1.2 * pageWidth ? listRows.wide : listRows.narrow;
}

function blocksOf(template: Template): readonly SheetBlock[] {
  const names = Object.keys(template.form);
  return [
    ...names
      .filter((_, index) => index % 2 === 0)
      .map((name, pair): SheetBlock => ({ fields: [name, ...names.slice(2 * pair + 1, 2 * pair + 2)] })),
    ...Object.keys(template.tables).map((name): SheetBlock => ({ tables: [name] })),
  ];
}

/** The columns of the widest table are the sheet's; a page that would be narrow is stretched. */
function gridOf(template: Template, blocks: readonly SheetBlock[]): readonly number[] {
  let grid: readonly number[] = [];
  for (const block of blocks) {
    if (!('tables' in block)) continue;
    const widths = block.tables.flatMap((name) => {
      const layout = template.tables[name];
      return layout === undefined
        ? []
        : issuedFields(layout).map(([field, { kind }], _, { length }) =>
            length > manyColumns ? narrowed(widthOf(field, kind, layout)) : widthOf(field, kind, layout),
          );
    });
    if (widths.length > grid.length) grid = widths;
  }
  const total = sum(grid);
  const stretch = Math.max(1, pageWidth / total);
  const stretched = grid.map((width) => Math.round(width * stretch * 10) / 10);
  if (Object.keys(template.form).length === 0) return stretched;
  // Labels of a form begin and end where columns do: wide ones are halved.
  return stretched.flatMap((width) => (width > 20 ? [width / 2, width / 2] : [width]));
}

function widthOf(name: string, kind: Field['kind'], layout: TableLayout): number {
  const field = layout.fields[name];
  if (field?.ticked) return 6.5;
  if (name === layout.identity.name) return Math.max(22, 2 * longest(layout.fixedRows ?? []) + 2);
  if (field?.prose) return 30;
  switch (kind) {
    case 'sequence':
      return 5.5;
    case 'code':
      return 23;
    case 'choice':
      return 17;
    case 'date':
      return 12;
    case 'measure':
      return 13;
    case 'amount':
      return field?.path !== undefined && /\d月$/.test(field.path) ? 8.5 : 11.5;
    case 'rate':
    case 'yesNo':
    case 'number':
      return 9.5;
    case 'text':
      return field?.minor ? 12 : 15;
  }
}

/** Schedules by month have so many columns that each must do with less; codes stay whole. */
const manyColumns = 24;

function narrowed(width: number): number {
  return width >= 22 && width < 30 ? width : Math.round(width * 8) / 10;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

/** Labels are as wide as a short word, values share the rest. */
function formRow(
  fields: readonly string[],
  row: number,
  widths: readonly number[],
): ReadonlyMap<string, FormPlace> {
  const share = sum(widths) / fields.length;
  const label = Math.min(18, share / 2.5);
  const spans = spansOver(
    widths,
    fields.flatMap(() => [label, share - label]),
  );
  const places = new Map<string, FormPlace>();
  let column = 1;
  for (const [index, field] of fields.entries()) {
    const labelSpan = { first: column, last: column + (spans[2 * index] ?? 1) - 1 };
    const value = { first: labelSpan.last + 1, last: labelSpan.last + (spans[2 * index + 1] ?? 1) };
    places.set(field, { row, label: labelSpan, value });
    column = value.last + 1;
  }
  return places;
}

/** A heading that begins with the table's own title needs no second one. */
function needsBanner(layout: TableLayout): boolean {
  const first = Object.values(layout.fields)[0];
  return first?.title.zh !== layout.title.zh;
}

/** Places tables side by side from a row on; gives the row below the last of them. */
function placeTables(
  template: Template,
  names: readonly string[],
  row: number,
  widths: readonly number[],
  issue: Issue,
  blankRows: number,
  places: Map<string, TablePlace>,
): number {
  const parts = names.flatMap((name) => {
    const layout = template.tables[name];
    return layout === undefined ? [] : [{ name, layout, fields: issuedFields(layout) }];
  });
  const depth = Math.max(...parts.map(({ fields }) => headingDepth(fields.map(([, field]) => field))));
  const spans = spansOver(
    widths,
    parts.flatMap(({ layout, fields }) => fields.map(([name, { kind }]) => widthOf(name, kind, layout))),
  );
  const headingRows = { first: row, last: row + depth - 1 };
  const lines = parts.map(({ name, layout }) =>
    linesFor(layout, issue.content?.tables?.[name]?.rows ?? [], blankRows),
  );
  const tallest = Math.max(...lines.map((own) => own.length));
  let column = 1;
  let at = 0;
  let end = 0;
  for (const [index, { name, layout, fields }] of parts.entries()) {
    const columns = new Map<string, Span>();
    for (const [field] of fields) {
      const width = spans[at] ?? 1;
      columns.set(field, { first: column, last: column + width - 1 });
      column += width;
      at += 1;
    }
    const own = lines[index] ?? [];
    const first = own.findIndex((line) => line.name !== null && line.name in (layout.rowSums ?? {}));
    // Totals of tables side by side stand in the same rows.
    const gap = first > 0 ? tallest - own.length : 0;
    const rows = own.map((line, number) => ({
      ...line,
      number: headingRows.last + 1 + number + (number >= first ? gap : 0),
    }));
    const last = headingRows.last + tallest;
    const hasTotal = !layout.rowsNest && fields.some(([, field]) => isSummed(field));
    places.set(name, {
      layout,
      columns,
      heading: headingCells(
        fields.map(([, field]) => field),
        depth,
        issue,
      ),
      headingRows,
      rows,
      totalRow: hasTotal ? last + 1 : null,
    });
    end = Math.max(end, hasTotal ? last + 1 : last);
  }
  return end + 1;
}

/** The rows of a table: those the form names, or as many blank ones as are usual, and never fewer than are filled. */
function linesFor(
  layout: TableLayout,
  content: readonly Values[],
  blankRows: number,
): readonly Omit<RowPlace, 'number'>[] {
  const fixed = layout.fixedRows ?? [];
  const { name } = layout.identity;
  if (fixed.length > 0 && content.every((row) => fixed.some((one) => one === row[name]))) {
    return fixed.map((one) => ({ name: one, content: content.find((row) => row[name] === one) ?? {} }));
  }
  const count = fixed.length > 0 ? content.length : Math.max(blankRows, content.length);
  return Array.from({ length: count }, (_, index) => ({ name: null, content: content[index] ?? {} }));
}

/** The height of a row for its texts, in points. */
export function heightFor(
  texts: readonly { readonly text: string; readonly width: number }[],
  least: number,
): number {
  const lines = Math.max(1, ...texts.map(({ text, width }) => linesOf(text, Math.max(2, width - 1.5))));
  return Math.min(409, Math.max(least, lines * 14 + 6));
}
