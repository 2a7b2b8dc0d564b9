import { Frame } from '../../fixtures/forms/frame.ts';
import {
  type Cell,
  type CellPlan,
  columnName,
  type RowPlan,
  type SheetPlan,
} from '../../fixtures/write-workbook.ts';
import type { CellContent } from '../../output/blank-template/content.ts';
import { headingCells, headingDepth, labelText } from '../../output/blank-template/headings.ts';
import { cellAddress } from '../../pipeline/model/address.ts';
import { fenPerUnit } from '../../pipeline/model/money.ts';
import type { Field, Fields, SheetBlock, Template } from '../../pipeline/model/template.ts';
import { type KnownTemplateId, templates } from '../../pipeline/templates/index.ts';
import { type Draft, type DraftRow, exact, isAdded, type Settled, settleTable, sum } from './draft.ts';

/** A drawn sheet, and where everything went. */
export interface Drawn {
  readonly plan: SheetPlan;
  /** The cell of a place on the sheet; null when it is not on it. */
  cellOf(place: SheetPlace): string | null;
}

/** A place by its meaning: what a mutation names, and what a finding should point at. */
export type SheetPlace =
  | { readonly kind: 'row'; readonly table: string; readonly row: number; readonly field: string }
  | { readonly kind: 'total'; readonly table: string; readonly field: string }
  /** A whole row of data: findings name it `6:6`. */
  | { readonly kind: 'whole row'; readonly table: string; readonly row: number }
  | { readonly kind: 'heading'; readonly table: string; readonly field: string }
  /** The rows of a heading: what a column is missing from. */
  | { readonly kind: 'heading rows'; readonly table: string }
  | { readonly kind: 'form'; readonly field: string }
  | { readonly kind: 'title' }
  | { readonly kind: 'unit line' }
  | { readonly kind: 'unit name' }
  | { readonly kind: 'note'; readonly note: number }
  | { readonly kind: 'signature'; readonly name: string }
  /** The sheet as a whole. */
  | { readonly kind: 'sheet' };

/** Draws a draft as an office would lay it out: title, unit line, headings, rows, total, notes, signatures. */
export function draw(draft: Draft): Drawn {
  const template: Template = templates[draft.id];
  const cells = new Map<string, string>();
  const blocks: readonly SheetBlock[] = template.sheet ?? [
    ...Object.keys(template.form).map((field) => ({ fields: [field] })),
    ...Object.keys(template.tables).map((table) => ({ tables: [table] })),
  ];
  const present = blocks.flatMap((block): readonly SheetBlock[] => {
    if ('fields' in block) {
      const fields = block.fields.filter((field) => draft.form[field] !== undefined);
      return fields.length === 0 ? [] : [{ fields }];
    }
    const tables = block.tables.filter((table) => draft.tables[table] !== undefined);
    return tables.length === 0 ? [] : [{ tables }];
  });
  const width = Math.max(
    4,
    ...present.map((block) =>
      'fields' in block
        ? 2 * block.fields.length
        : block.tables.reduce((columns, table) => columns + (draft.tables[table]?.columns.length ?? 0), 0),
    ),
  );
  const frame = new Frame(width);
  for (const text of draft.style.above) frame.across('line', text, 18);
  frame.across('title', draft.style.title, 34);
  cells.set(keyOf({ kind: 'title' }), cellAddress(frame.rows.length, 1));
  const right = draft.style.unitLine ?? '';
  frame.lineUnderTitle(`填报单位：${draft.unit}`, right);
  cells.set(keyOf({ kind: 'unit name' }), cellAddress(frame.rows.length, 1));
  const unitColumn = (frame.rows.at(-1)?.cells ?? []).findLastIndex((cell) => cell !== null) + 1;
  cells.set(keyOf({ kind: 'unit line' }), cellAddress(frame.rows.length, unitColumn));

  const isList = present.length === 1;
  for (const block of present) {
    if ('fields' in block) drawFields(frame, draft, template, block.fields, cells);
    else {
      const [only] = block.tables;
      const layout = only === undefined ? undefined : template.tables[only];
      if (
        !isList &&
        block.tables.length === 1 &&
        layout !== undefined &&
        needsBanner(layout.fields, layout.title.zh)
      )
        frame.across('heading', layout.title.zh, 22);
      drawTables(frame, draft, template, block.tables, cells);
    }
  }
  for (const [index, note] of draft.notes.entries()) {
    frame.across('note', note, 18);
    cells.set(keyOf({ kind: 'note', note: index }), cellAddress(frame.rows.length, 1));
  }
  drawSignatures(frame, draft, cells);
  return {
    plan: {
      name: draft.sheet,
      columns: Array.from({ length: width }, () => ({ width: 13 })),
      rows: frame.rows,
      merges: frame.merges,
    },
    cellOf: (place) => cells.get(keyOf(place)) ?? null,
  };
}

function keyOf(place: SheetPlace): string {
  return JSON.stringify(place, Object.keys(place).toSorted());
}

/** A heading that begins with the table's own title needs no second one. */
function needsBanner(fields: Fields, title: string): boolean {
  return Object.values(fields)[0]?.title.zh !== title;
}

function drawFields(
  frame: Frame,
  draft: Draft,
  template: Template,
  fields: readonly string[],
  places: Map<string, string>,
): void {
  const chunk = Math.floor(frame.width / fields.length);
  const cells: Cell[] = Array.from({ length: frame.width }, () => null);
  const row = frame.next;
  for (const [index, name] of fields.entries()) {
    const field = template.form[name];
    if (field === undefined) continue;
    const first = index * chunk + 1;
    const last = index === fields.length - 1 ? frame.width : first + chunk - 1;
    cells[first - 1] = labelText(field, { unit: draft.unit, period: draft.period });
    cells[first] = written(draft, field, draft.form[name] ?? null);
    frame.merge(row, first + 1, row, last);
    places.set(keyOf({ kind: 'form', field: name }), cellAddress(row, first + 1));
  }
  frame.add({ look: 'body', cells, height: 26 });
}

function drawTables(
  frame: Frame,
  draft: Draft,
  template: Template,
  names: readonly string[],
  places: Map<string, string>,
): void {
  const parts = names.map((name) => partOf(draft, template, name));
  const depth = Math.max(...parts.map(({ fields }) => headingDepth(fields.map(([, field]) => field))));
  const headingRow = frame.next;
  const grid: Cell[][] = Array.from({ length: depth }, () =>
    Array.from({ length: frame.width }, (): Cell => null),
  );
  let offset = 0;
  for (const { name, fields } of parts) {
    const issue = { unit: draft.unit, period: draft.period };
    for (const { text, top, bottom, first, last } of headingCells(
      fields.map(([, field]) => field),
      depth,
      issue,
    )) {
      const line = grid[top];
      if (line !== undefined) line[offset + first] = text;
      frame.merge(headingRow + top, offset + first + 1, headingRow + bottom, offset + last + 1);
    }
    for (const [index, [field]] of fields.entries())
      places.set(
        keyOf({ kind: 'heading', table: name, field }),
        cellAddress(headingRow + depth - 1, offset + index + 1),
      );
    places.set(
      keyOf({ kind: 'heading rows', table: name }),
      `${headingRow + depth - 1}:${headingRow + depth - 1}`,
    );
    offset += fields.length;
  }
  for (const cells of grid) frame.add({ look: 'heading', cells, height: 22 });
  if (draft.style.columnNumbers && parts.length === 1)
    frame.add({ look: 'heading', cells: (parts[0]?.fields ?? []).map((_, index) => index + 1), height: 18 });

  const lines: { cells: Cell[]; look: RowPlan['look']; hidden: boolean }[] = [];
  const lineAt = (index: number) => {
    while (lines.length <= index)
      lines.push({ cells: Array.from({ length: frame.width }, () => null), look: 'body', hidden: false });
    return lines[index] ?? { cells: [], look: 'body', hidden: false };
  };
  const firstRow = frame.next;
  offset = 0;
  for (const { name, fields, rows, table } of parts) {
    const shift = table.total === 'first' ? 1 : 0;
    const rowOf = (index: number) => firstRow + shift + index;
    for (const [index, own] of rows.entries()) {
      const source = table.rows[index];
      if (source === undefined) continue;
      const line = lineAt(shift + index);
      if (source.hidden) line.hidden = true;
      places.set(keyOf({ kind: 'whole row', table: name, row: index }), `${rowOf(index)}:${rowOf(index)}`);
      for (const [column, [field, definition]] of fields.entries()) {
        const address = cellAddress(rowOf(index), offset + column + 1);
        line.cells[offset + column] = rowCell(draft, name, definition, field, own, source, (text) =>
          replaceFields(text, fields, offset, rowOf(index), (other) => {
            const at = rows.findIndex(
              ({ values }) => values[template.tables[name]?.identity.name ?? ''] === other,
            );
            return at < 0 ? null : rowOf(at);
          }),
        );
        places.set(keyOf({ kind: 'row', table: name, row: index, field }), address);
      }
    }
    if (table.total === null) {
      offset += fields.length;
      continue;
    }
    const at = table.total === 'first' ? 0 : rows.length + (draft.style.blankRowBeforeTotal ? 1 : 0);
    const line = lineAt(at);
    line.look = 'total';
    const number = firstRow + at;
    const added = addedUp(template, draft, name, rows);
    const first = rowOf(0);
    const last = rowOf(rows.length - 1);
    const firstFigure = fields.findIndex(([field]) => isAdded(template.tables[name]?.fields ?? {}, field));
    for (const [column, [field, definition]] of fields.entries()) {
      places.set(keyOf({ kind: 'total', table: name, field }), cellAddress(number, offset + column + 1));
      const figure = added[field];
      const letters = columnName(offset + column + 1);
      const stands = table.totalCells[field];
      if (stands !== undefined) line.cells[offset + column] = stands;
      else if (field in table.totalTyped)
        line.cells[offset + column] = written(draft, definition, table.totalTyped[field] ?? null);
      else if (figure === undefined) line.cells[offset + column] = null;
      else {
        const cell = written(draft, definition, figure);
        const isSum = isAdded(template.tables[name]?.fields ?? {}, field);
        line.cells[offset + column] =
          draft.style.formulas && isSum && table.rows.every(({ ofWhich }) => ofWhich === undefined)
            ? { ...asPlan(cell), formula: `SUM(${letters}${first}:${letters}${last})` }
            : cell;
      }
    }
    const labelAt = fields.findIndex(([, { kind }]) => kind === 'text' || kind === 'sequence');
    line.cells[offset + Math.max(0, Math.min(labelAt, firstFigure - 1))] = draft.style.totalLabel;
    offset += fields.length;
  }
  for (const { cells, look, hidden } of lines)
    frame.add({ look, cells, height: 24, ...(hidden ? { hidden: true as const } : {}) });
}

function partOf(draft: Draft, template: Template, name: string) {
  const table = draft.tables[name] ?? { columns: [], rows: [], total: null, totalTyped: {}, totalCells: {} };
  const fields = table.columns.flatMap((field): readonly (readonly [string, Field])[] => {
    const definition = template.tables[name]?.fields[field];
    return definition === undefined ? [] : [[field, definition]];
  });
  return { name, table, fields, rows: settleTable(draft, name) };
}

/** What a total row holds: the sums of its columns, and rates of the sums. */
function addedUp(
  template: Template,
  draft: Draft,
  name: string,
  rows: readonly Settled[],
): Readonly<Record<string, number>> {
  const table = draft.tables[name];
  const fields = template.tables[name]?.fields ?? {};
  if (table === undefined) return {};
  const sums: Record<string, number> = {};
  for (const field of table.columns) {
    if (!isAdded(fields, field)) continue;
    const figures = rows
      .filter((_, index) => table.rows[index]?.ofWhich === undefined)
      .map(({ values }) => values[field])
      .filter((value) => typeof value === 'number');
    if (figures.length > 0) sums[field] = sum(figures);
  }
  for (const field of table.columns) {
    const computed = fields[field]?.computed;
    if (computed === undefined || !('part' in computed) || !('whole' in computed)) continue;
    const [part, whole] = [sums[computed.part], sums[computed.whole]];
    if (part !== undefined && whole !== undefined && whole !== 0)
      sums[field] = Math.round((part / whole) * 10_000) / 10_000;
  }
  return sums;
}

function rowCell(
  draft: Draft,
  table: string,
  field: Field,
  name: string,
  { values, formulas }: Settled,
  source: DraftRow,
  placed: (formula: string) => string | null,
): Cell {
  const stands = source.cells[name];
  if (stands !== undefined) return stands;
  const identity = (templates[draft.id] as Template).tables[table]?.identity.name;
  if (source.ofWhich !== undefined && name === identity) return source.ofWhich;
  const cell = written(draft, field, values[name] ?? null);
  const formula = formulas.get(name);
  const text = !draft.style.formulas || formula === undefined ? null : placed(formula);
  if (text === null || draft.style.rates === 'text') return cell;
  if (field.kind === 'rate' && draft.style.rates === 'percent')
    return { ...asPlan(cell), formula: `(${text})*100` };
  return { ...asPlan(cell), formula: text };
}

function asPlan(cell: Cell): CellPlan {
  return cell === null ? {} : typeof cell === 'object' ? cell : { value: cell };
}

/** Puts addresses in place of `{field}` and `{field@row}`; null when one of them is not on the sheet. */
function replaceFields(
  formula: string,
  fields: readonly (readonly [string, Field])[],
  offset: number,
  row: number,
  rowNamed: (name: string) => number | null,
): string | null {
  let isWhole = true;
  const text = formula.replace(/\{([^}@]+)(?:@([^}]+))?\}/g, (_, field: string, name?: string) => {
    const column = fields.findIndex(([one]) => one === field);
    const number = name === undefined ? row : rowNamed(name);
    if (column < 0 || number === null) {
      isWhole = false;
      return '';
    }
    return cellAddress(number, offset + column + 1);
  });
  return isWhole ? text : null;
}

/** A value as the sheet shows it: amounts in the sheet's unit, rates in its notation. */
export function written(draft: Draft, field: Field, value: CellContent): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return value.text;
  if (typeof value === 'boolean') return field.ticked ? (value ? '√' : null) : value ? '是' : '否';
  if (typeof value === 'string') {
    if (field.kind !== 'date' || draft.style.dates === 'iso text' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
      return value;
    return { date: value };
  }
  if (field.kind === 'amount') return { value: inSheetUnit(draft, field, value), format: '#,##0.00####' };
  if (field.kind === 'rate') {
    switch (draft.style.rates) {
      case 'formatted':
        return { value, format: '0.00%' };
      case 'percent':
        return { value: exact(value * 100), format: '0.00' };
      case 'text':
        return `${exact(value * 100).toFixed(2)}%`;
      case 'fraction':
        return { value, format: '0.0000' };
    }
  }
  return { value, format: 'General' };
}

export function inSheetUnit(draft: Draft, field: Field, value: number): number {
  if (field.unit !== undefined) return value;
  const own = fenPerUnit[(templates[draft.id] as Template).amountUnit];
  return Math.round(((value * own) / fenPerUnit[draft.style.amountUnit]) * 1e8) / 1e8;
}

function drawSignatures(frame: Frame, draft: Draft, places: Map<string, string>): void {
  const entries = Object.entries(draft.signatures);
  if (draft.style.signatureIn === 'none' || entries.length === 0) return;
  if (draft.style.signatureIn === 'one cell') {
    frame.across('line', entries.map(([name, text]) => `${name}：${text}`).join('      '), 22);
    for (const [name] of entries)
      places.set(keyOf({ kind: 'signature', name }), cellAddress(frame.rows.length, 1));
    return;
  }
  const cells: Cell[] = [];
  const row = frame.next;
  for (const [name, text] of entries) {
    places.set(keyOf({ kind: 'signature', name }), cellAddress(row, cells.length + 1));
    cells.push(`${name}：${text}`);
  }
  frame.add({ look: 'line', cells, height: 22 });
}

export function templateOf(id: KnownTemplateId): Template {
  return templates[id];
}
