import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Cell } from '../../../fixtures/write-workbook.ts';
import type { CellContent } from '../../../output/blank-template/content.ts';
import { cellAddress } from '../../../pipeline/model/address.ts';
import { groupBy } from '../../../pipeline/model/group-by.ts';
import { fenPerUnit } from '../../../pipeline/model/money.ts';
import type { Submission } from '../../../pipeline/model/submission.ts';
import type { Field } from '../../../pipeline/model/template.ts';
import { type Draft, exact, isAdded, row, settleTable, sum } from '../draft.ts';
import { type SheetPlace, templateOf } from '../draw.ts';

/** A cell to be written over, and with what; amounts in the unit of its column, rates as fractions. */
export interface Edit {
  readonly sheet: string;
  readonly cell: string;
  readonly content: CellContent | Cell;
  /** What a rate was, as a fraction: how the cell wrote it tells how to write the new one. */
  readonly rateWas?: number;
}

/** A table's own cells of a draft that was adopted: where its places are. */
export function cellOf({ form, tables }: Submission, place: SheetPlace): string | null {
  if (place.kind === 'form') {
    const own = form.source.cells?.get(place.field);
    return own === undefined ? null : cellAddress(own.row, own.column);
  }
  if (place.kind !== 'row' && place.kind !== 'total') return null;
  const table = tables[place.table];
  const column = table?.columns.get(place.field)?.column;
  const found = place.kind === 'total' ? table?.totals[0] : table?.rows[place.row];
  return found === undefined || column === undefined ? null : cellAddress(found.number, column);
}

/**
 * What a mutation did to an adopted draft, as edits of the sheet it was adopted from: changed figures, what the template
 * works out of them, and the totals. Null where the mutation did more than fill cells in otherwise.
 */
export function editsOf(submission: Submission, before: Draft, after: Draft): readonly Edit[] | null {
  if (shapeOf(before) !== shapeOf(after)) return null;
  const { sheet } = submission;
  const template = templateOf(after.id);
  const edits: Edit[] = [];
  const edit = (place: SheetPlace, content: CellContent | Cell, was: CellContent = null, kind?: string) => {
    const cell = cellOf(submission, place);
    const rate = kind === 'rate' && typeof was === 'number' ? { rateWas: was } : {};
    if (cell !== null) edits.push({ sheet, cell, content, ...rate });
    return cell !== null;
  };
  for (const field of new Set([...Object.keys(before.form), ...Object.keys(after.form)])) {
    const [was, is] = [before.form[field] ?? null, after.form[field] ?? null];
    const definition = template.form[field];
    if (same(was, is) || definition === undefined) continue;
    if (!edit({ kind: 'form', field }, inColumn(submission, null, field, definition, is))) return null;
  }
  for (const [name, table] of Object.entries(after.tables)) {
    const { fields = {} } = template.tables[name] ?? {};
    const [were, are] = [settleTable(before, name), settleTable(after, name)];
    const shown = (definition: Field, field: string, value: CellContent) =>
      inColumn(submission, name, field, definition, value);
    for (const [index, own] of table.rows.entries()) {
      for (const field of table.columns) {
        const definition = fields[field];
        if (definition === undefined) continue;
        const place: SheetPlace = { kind: 'row', table: name, row: index, field };
        const stands = own.cells[field];
        const [was, is] = [were[index]?.values[field] ?? null, are[index]?.values[field] ?? null];
        if (stands === undefined && same(was, is)) continue;
        // The style of a cell stays: a figure in a cell of dates would be another thing.
        if (typeof stands === 'object' && stands?.format !== undefined && definition.kind === 'date')
          return null;
        // A figure the sheet leaves to be worked out stays so.
        if (was === null && definition.computed !== undefined) continue;
        if (!edit(place, stands ?? shown(definition, field, is), was, definition.kind)) return null;
      }
      const touched = [...Object.keys(own.values), ...Object.keys(own.cells)];
      if (
        touched.some(
          (field) =>
            !table.columns.includes(field) &&
            !same(before.tables[name]?.rows[index]?.values[field] ?? null, own.values[field] ?? null),
        )
      )
        return null;
    }
    if (table.total === null) continue;
    const [total, wasTotal] = [totalsOf(after, name), totalsOf(before, name)];
    for (const field of table.columns) {
      const definition = fields[field];
      if (definition === undefined) continue;
      const stands = table.totalCells[field] ?? null;
      const is = table.totalTyped[field] ?? total[field] ?? null;
      if (
        stands === null &&
        (same(is, wasTotal[field] ?? null) || submission.tables[name]?.totals[0]?.values[field] == null)
      )
        continue;
      const place: SheetPlace = { kind: 'total', table: name, field };
      edit(place, stands ?? shown(definition, field, is), wasTotal[field] ?? null, definition.kind);
    }
  }
  // Where a mutation counts on a figure that this sheet does not give, it finds no place.
  return edits.some(({ content }) => Number.isNaN(content)) ? null : edits;
}

/** The total row: sums, and the rates of sums. */
function totalsOf(draft: Draft, name: string): Readonly<Record<string, CellContent>> {
  const { fields = {} } = templateOf(draft.id).tables[name] ?? {};
  const rows = settleTable(draft, name);
  const added = Object.keys(fields).filter((field) => isAdded(fields, field));
  const values = Object.fromEntries(
    added.map((field) => [
      field,
      sum(rows.map(({ values: own }) => (typeof own[field] === 'number' ? own[field] : 0))),
    ]),
  );
  const whole: Draft = {
    ...draft,
    tables: { [name]: { columns: [], rows: [row(values)], total: null, totalTyped: {}, totalCells: {} } },
  };
  return settleTable(whole, name)[0]?.values ?? values;
}

/** What must stay as it is for the sheet to hold the draft: everything but what is in cells. */
function shapeOf({ id, unit, period, sheet, tables, signatures, notes, style }: Draft): string {
  const shapes = Object.entries(tables).map(([name, { columns, rows, total }]) => [
    name,
    columns,
    rows.map(({ hidden, ofWhich }) => [hidden, ofWhich]),
    total,
  ]);
  return JSON.stringify([id, unit, period, sheet, signatures, notes, style, shapes]);
}

function same(one: CellContent, other: CellContent): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-9;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A value as the column it goes to has it. */
function inColumn(
  { template, tables, amountUnit }: Submission,
  table: string | null,
  field: string,
  { kind, unit, ticked }: Field,
  value: CellContent,
): CellContent {
  // A tick is a sign; a question has yes and no.
  if (typeof value === 'boolean' && ticked !== true) return value ? '是' : '否';
  if (kind !== 'amount' || typeof value !== 'number') return value;
  const stated =
    (table === null ? undefined : tables[table]?.columns.get(field)?.unit) ?? unit ?? amountUnit.unit;
  return exact((value * fenPerUnit[unit ?? template.amountUnit]) / fenPerUnit[stated]);
}

/** Writes over some cells of a workbook; every other byte of its sheets stays as it was. @throws RangeError for a cell that is not on it */
export function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [sheet, own] of groupBy(edits, (edit) => edit.sheet)) {
    const path = partOf(parts, sheet);
    let xml = strFromU8(parts[path] ?? new Uint8Array());
    for (const edit of own) xml = withCell(xml, edit);
    parts[path] = strToU8(xml);
  }
  return zipSync(parts, { level: 1 });
}

function partOf(parts: Readonly<Record<string, Uint8Array>>, sheet: string): string {
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const id = tags(text('xl/workbook.xml'), 'sheet').find((tag) => attribute(tag, 'name') === escaped(sheet));
  const link = tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').find(
    (tag) => attribute(tag, 'Id') === attribute(id ?? '', 'r:id'),
  );
  const target = attribute(link ?? '', 'Target');
  if (target === null) throw new RangeError(`${sheet} is not in the workbook`);
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name} [^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

function withCell(xml: string, { cell, content, rateWas }: Edit): string {
  const own = new RegExp(`<c r="${cell}"(?:[^>]*/>|[^>]*>.*?</c>)`, 's').exec(xml)?.[0];
  if (own === undefined) throw new RangeError(`${cell} is not on the sheet`);
  const style = attribute(own, 's');
  const value =
    rateWas === undefined || typeof content !== 'number' ? content : rateOf(content, rateWas, own);
  const cells = `<c r="${cell}"${style === null ? '' : ` s="${style}"`}${inner(value)}`;
  return xml.replace(own, () => cells);
}

/** A rate as the cell wrote the one before: as text with a sign, as points, or as a fraction. */
function rateOf(rate: number, was: number, own: string): string | number {
  if (['s', 'str', 'inlineStr'].includes(attribute(own, 't') ?? '')) return `${(rate * 100).toFixed(2)}%`;
  const stated = Number(/<v>(.*?)<\/v>/.exec(own)?.[1] ?? 0);
  return was !== 0 && stated / was > 50 ? exact(rate * 100) : rate;
}

/** The rest of a cell's element, from its type on. */
function inner(content: CellContent | Cell): string {
  if (content === null || content === undefined) return '/>';
  if (typeof content === 'number') return `><v>${content}</v></c>`;
  if (typeof content === 'boolean') return inner(content ? '√' : null);
  if (typeof content === 'string')
    return ` t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
  if ('comparator' in content) return inner(content.text);
  const { value, formula, error, date } = content;
  const stated = formula === undefined ? '' : `<f>${escaped(formula)}</f>`;
  if (error !== undefined) return ` t="e">${stated}<v>${error}</v></c>`;
  if (formula !== undefined)
    return typeof value === 'string'
      ? ` t="str">${stated}<v>${escaped(value)}</v></c>`
      : `>${stated}${value === undefined ? '' : `<v>${Number(value)}</v>`}</c>`;
  return inner(date ?? value ?? null);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
