import { cellAddress } from '../../pipeline/model/address.ts';
import type { AmountUnit } from '../../pipeline/model/money.ts';
import type { Period } from '../../pipeline/model/period.ts';
import type { Field } from '../../pipeline/model/template.ts';
import { cellValue, formatOf, lookOf } from './cell-content.ts';
import { type RowView, summedCells, type Worked, worked } from './computed.ts';
import type { TableContent, Values } from './content.ts';
import { heightFor, isSummed, type RowPlace, type Span, type TablePlace } from './sheet-layout.ts';
import type { CellPlan } from './sheet-plan.ts';
import { sum } from './spans.ts';

interface Around {
  readonly widths: readonly number[];
  readonly unit: AmountUnit;
  readonly period: Period | null;
}

/** The cells of one table, heading to total row, and the heights its rows need. */
export function tableCells(
  place: TablePlace,
  content: TableContent,
  around: Around,
): { readonly cells: readonly CellPlan[]; readonly heights: ReadonlyMap<number, number> } {
  const heights = new Map<number, number>();
  const cells: CellPlan[] = [...headingPlans(place, around, heights)];
  const figures = new Figures(place, around);
  for (const [index, row] of place.rows.entries()) {
    const texts: { text: string; width: number }[] = [];
    for (const [name, span] of place.columns) {
      const field = place.layout.fields[name];
      if (field === undefined) continue;
      const note = content.notes?.find((one) => one.row === index && one.field === name)?.text;
      const cell = bodyCell(name, field, row, place, figures, around);
      cells.push({
        ...cell,
        row: row.number,
        column: span.first,
        lastColumn: span.last,
        ...(note === undefined ? {} : { note }),
      });
      if (typeof cell.value === 'string')
        texts.push({ text: cell.value, width: sum(around.widths.slice(span.first - 1, span.last)) });
    }
    heights.set(row.number, heightFor(texts, 22));
  }
  cells.push(...gapCells(place));
  if (place.totalRow !== null) {
    cells.push(...totalCells(place, place.totalRow, content.total ?? {}, figures, around));
    heights.set(place.totalRow, 24);
  }
  return { cells, heights };
}

function headingPlans(
  place: TablePlace,
  { widths }: Around,
  heights: Map<number, number>,
): readonly CellPlan[] {
  const spans = [...place.columns.values()];
  return place.heading.map(({ text, top, bottom, first, last }): CellPlan => {
    const column = spans[first]?.first ?? 1;
    const lastColumn = spans[last]?.last ?? column;
    const [row, lastRow] = [place.headingRows.first + top, place.headingRows.first + bottom];
    const needed =
      heightFor([{ text, width: sum(widths.slice(column - 1, lastColumn)) }], 22) / (bottom - top + 1);
    for (let each = row; each <= lastRow; each += 1)
      heights.set(each, Math.max(heights.get(each) ?? 22, needed));
    return { row, lastRow, column, lastColumn, look: 'heading', value: text };
  });
}

type Body = Omit<CellPlan, 'row' | 'column' | 'lastColumn'>;

function bodyCell(
  name: string,
  field: Field,
  row: RowPlace,
  { layout }: TablePlace,
  figures: Figures,
  { unit }: Around,
): Body {
  const format = formatOf(field, unit);
  if (row.name !== null && name === layout.identity.name) return { look: 'fixed', format, value: row.name };
  const formula = figures.formula(name, row);
  const typed = cellValue(field, row.content[name]);
  // A figure that differs from the formula was typed over it.
  if (formula !== null && (typed === null || same(typed, formula.result)))
    return { look: 'worked', format, formula: formula.formula, value: formula.result };
  return { look: lookOf(field), format, isOpen: true, ...(typed === null ? {} : { value: typed }) };
}

function same(typed: string | number | Date, result: number | ''): boolean {
  return typeof typed === 'number' && result !== '' && Math.abs(typed - result) < 1e-9;
}

/** Tables side by side may leave rows between their items and their totals: blank, but ruled like the rest. */
function gapCells(place: TablePlace): readonly CellPlan[] {
  const used = new Set(place.rows.map((row) => row.number));
  const [first, last] = [place.rows[0]?.number ?? 0, place.rows.at(-1)?.number ?? -1];
  const cells: CellPlan[] = [];
  for (let row = first; row <= last; row += 1) {
    if (used.has(row)) continue;
    for (const span of place.columns.values())
      cells.push({ row, column: span.first, lastColumn: span.last, look: 'text', isOpen: true });
  }
  return cells;
}

function totalCells(
  place: TablePlace,
  totalRow: number,
  typed: Values,
  figures: Figures,
  { unit }: Around,
): readonly CellPlan[] {
  const nameSpan = place.columns.get(place.layout.identity.name);
  const labelEnd = nameSpan?.last ?? 1;
  const cells: CellPlan[] = [
    { row: totalRow, column: 1, lastColumn: labelEnd, look: 'totalLabel', value: '合计' },
  ];
  for (const [name, span] of place.columns) {
    const field = place.layout.fields[name];
    if (field === undefined || span.first <= labelEnd) continue;
    const formula = figures.total(name, totalRow);
    const own = cellValue(field, typed[name]);
    cells.push({
      row: totalRow,
      column: span.first,
      lastColumn: span.last,
      look: 'total',
      format: formatOf(field, unit),
      ...(own !== null && !(formula !== null && same(own, formula.result))
        ? { value: own }
        : formula === null
          ? {}
          : { formula: formula.formula, value: formula.result }),
    });
  }
  return cells;
}

/** A cell of a sum: where it is, and what it holds. */
interface Summand {
  readonly address: string;
  readonly figure: number | null;
}

/** Works out what formulas of a table come to, so that they are issued with their results. */
class Figures {
  readonly #place: TablePlace;
  readonly #around: Around;

  constructor(place: TablePlace, around: Around) {
    this.#place = place;
    this.#around = around;
  }

  /** The formula of a cell; null where it is filled in by hand. */
  formula(name: string, row: RowPlace): Worked | null {
    const field = this.#place.layout.fields[name];
    if (field === undefined) return null;
    if (field.computed !== undefined) return this.#worked(field, this.#view(row));
    const rowSum = row.name === null ? undefined : this.#place.layout.rowSums?.[row.name];
    if (rowSum === undefined || !isSummed(field)) return null;
    const rows = (names: readonly string[]) =>
      names.flatMap((one) => this.#place.rows.find((each) => each.name === one) ?? []);
    const cells = (from: string, names: readonly string[]): readonly Summand[] =>
      rows(names).map((one) => ({
        address: this.#address(from, one.number),
        figure: this.#figure(from, one),
      }));
    const [added, takenOff] = [cells(name, rowSum.plus), cells(field.opposite ?? name, rowSum.minus ?? [])];
    // Depreciation of the month is no negative increase of the net value but a decrease.
    const [plus, minus] = field.opposite === undefined ? [added, takenOff] : [[...added, ...takenOff], []];
    const addresses = (summands: readonly Summand[]) => summands.map(({ address }) => address);
    const figures = (summands: readonly Summand[]) => summands.flatMap(({ figure }) => figure ?? []);
    return summedCells(addresses(plus), addresses(minus), figures(plus), figures(minus));
  }

  total(name: string, totalRow: number): Worked | null {
    const field = this.#place.layout.fields[name];
    if (field === undefined) return null;
    if (isSummed(field)) {
      const figures = this.#place.rows.flatMap((row) => this.#figure(name, row) ?? []);
      return summedCells(
        this.#place.rows.map((row) => this.#address(name, row.number)),
        [],
        figures,
        [],
      );
    }
    if (field.computed === undefined || 'yearShare' in field.computed) return null;
    return this.#worked(field, {
      address: (other) => (this.#place.columns.has(other) ? this.#address(other, totalRow) : null),
      figure: (other) => {
        const result = this.total(other, totalRow)?.result ?? '';
        return result === '' ? null : result;
      },
    });
  }

  #worked(field: Field, view: RowView): Worked | null {
    if (field.computed === undefined) return null;
    return worked(field.computed, view, {
      period: this.#around.period,
      name: this.#place.layout.identity.name,
      unit: field.unit ?? this.#around.unit,
      fields: this.#place.layout.fields,
      sheetUnit: this.#around.unit,
    });
  }

  #view(row: RowPlace): RowView {
    const rowOf = (name: string | undefined) =>
      name === undefined
        ? row
        : this.#place.rows.find(
            (one) => one.name === name || one.content[this.#place.layout.identity.name] === name,
          );
    return {
      address: (field, rowName) => {
        const other = rowOf(rowName);
        return other === undefined || !this.#place.columns.has(field)
          ? null
          : this.#address(field, other.number);
      },
      figure: (field, rowName) => {
        const other = rowOf(rowName);
        return other === undefined ? null : this.#figure(field, other);
      },
    };
  }

  #figure(name: string, row: RowPlace): number | null {
    if (name === '#named')
      return row.name !== null || row.content[this.#place.layout.identity.name] ? 1 : null;
    const typed = row.content[name];
    if (typeof typed === 'number') return typed;
    if (typed !== undefined && typed !== null) return null;
    const result = this.formula(name, row)?.result ?? '';
    return result === '' ? null : result;
  }

  #address(field: string, row: number): string {
    const span: Span | undefined = this.#place.columns.get(field);
    return cellAddress(row, span?.first ?? 1);
  }
}
