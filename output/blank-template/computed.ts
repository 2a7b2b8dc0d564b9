import { columnLetters } from '../../pipeline/model/address.ts';
import { type AmountUnit, fenPerUnit } from '../../pipeline/model/money.ts';
import { monthOf, type Period } from '../../pipeline/model/period.ts';
import type { Computed, Field } from '../../pipeline/model/template.ts';

/** A formula without its `=` and what it comes to; '' where there is nothing to work out yet. */
export interface Worked {
  readonly formula: string;
  readonly result: number | '';
}

/** What a formula may refer to: cells by address, and the figures in them. */
export interface RowView {
  /** The address of a field in this row, or in the row of another name; null when it is not on the sheet. */
  address(field: string, rowName?: string): string | null;
  figure(field: string, rowName?: string): number | null;
}

/** Works a field out as the template says; null when the sheet lacks what it rests on. */
export function worked(
  computed: Computed,
  row: RowView,
  {
    period,
    name,
    unit,
    fields,
    sheetUnit,
  }: {
    readonly period: Period | null;
    /** The field that names the row. */
    readonly name: string;
    readonly unit: AmountUnit;
    readonly fields: Readonly<Record<string, Field>>;
    readonly sheetUnit: AmountUnit;
  },
): Worked | null {
  if ('yearShare' in computed) {
    const cell = row.address(name);
    if (period === null || cell === null) return null;
    return {
      formula: `IF(${cell}="","",${monthOf(period)}/12)`,
      result: row.figure('#named') === null ? '' : monthOf(period) / 12,
    };
  }
  if ('toDate' in computed) {
    if (period === null) return null;
    const months = Array.from(
      { length: monthOf(period) },
      (_, index) => `${computed.toDate}${String(index + 1).padStart(2, '0')}`,
    );
    return summed(months, [], row);
  }
  if ('sum' in computed) return summed(computed.sum, computed.less ?? [], row);
  if ('product' in computed) {
    const [one, other] = computed.product.map((field) => ({
      cell: row.address(field),
      figure: row.figure(field),
      unit: fields[field]?.kind === 'amount' ? (fields[field]?.unit ?? sheetUnit) : null,
    }));
    if (one === undefined || other === undefined || one.cell === null || other.cell === null) return null;
    const partUnit = one.unit ?? other.unit ?? unit;
    const divisor = fenPerUnit[unit] / fenPerUnit[partUnit];
    return {
      formula: `IF(COUNT(${one.cell},${other.cell})=2,${one.cell}*${other.cell}/${divisor},"")`,
      result:
        one.figure === null || other.figure === null ? '' : rounded((one.figure * other.figure) / divisor),
    };
  }
  if ('from' in computed) {
    const [from, to] = [row.address(computed.from), row.address(computed.to)];
    if (from === null || to === null) return null;
    const [before, now] = [row.figure(computed.from), row.figure(computed.to)];
    return {
      formula: `IF(AND(ISNUMBER(${to}),N(${from})<>0),(${to}-${from})/${from},"")`,
      result: before === null || before === 0 || now === null ? '' : (now - before) / before,
    };
  }
  const wholeRow = 'wholeRow' in computed ? computed.wholeRow : undefined;
  const whole = 'whole' in computed ? computed.whole : computed.part;
  const [part, of] = [row.address(computed.part), row.address(whole, wholeRow)];
  if (part === null || of === null) return null;
  const [own, all] = [row.figure(computed.part), row.figure(whole, wholeRow)];
  return {
    formula: `IF(AND(ISNUMBER(${part}),N(${of})<>0),${part}/${of},"")`,
    result: own === null || all === null || all === 0 ? '' : own / all,
  };
}

/** Adds cells of a row and takes others off; blank as long as all of them are. */
function summed(plus: readonly string[], minus: readonly string[], row: RowView): Worked | null {
  const cells = (fields: readonly string[]) =>
    fields.map((field) => row.address(field)).filter((cell) => cell !== null);
  const figures = (fields: readonly string[]) =>
    fields.map((field) => row.figure(field)).filter((figure) => figure !== null);
  return summedCells(cells(plus), cells(minus), figures(plus), figures(minus));
}

/** The same over any cells. */
export function summedCells(
  plus: readonly string[],
  minus: readonly string[],
  plusFigures: readonly number[],
  minusFigures: readonly number[],
): Worked | null {
  if (plus.length === 0) return null;
  const added = rangeOf(plus);
  const all = rangeOf([...plus, ...minus]);
  const less = minus.length === 0 ? '' : `-SUM(${rangeOf(minus)})`;
  const total = [...plusFigures, ...minusFigures.map((figure) => -figure)];
  return {
    formula: `IF(COUNT(${all})=0,"",SUM(${added})${less})`,
    result: total.length === 0 ? '' : rounded(total.reduce((sum, figure) => sum + figure, 0)),
  };
}

/** Neighbours in a row or column as one range: `L6:Q6`. Others are listed. */
function rangeOf(cells: readonly string[]): string {
  const first = cells[0] ?? '';
  const last = cells.at(-1) ?? '';
  const [start, end] = [partsOf(first), partsOf(last)];
  const isRow = start.row === end.row && cells.every((cell, at) => cell === shifted(first, at, 0));
  const isColumn = start.column === end.column && cells.every((cell, at) => cell === shifted(first, 0, at));
  return cells.length > 2 && (isRow || isColumn) ? `${first}:${last}` : cells.join(',');
}

function partsOf(cell: string): { readonly column: string; readonly row: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  return { column: match?.[1] ?? '', row: Number(match?.[2] ?? 0) };
}

function shifted(cell: string, columns: number, rows: number): string {
  const { column, row } = partsOf(cell);
  let number = 0;
  for (const letter of column) number = number * 26 + letter.charCodeAt(0) - 64;
  return `${columnLetters(number + columns)}${row + rows}`;
}

/** Without the noise of binary fractions; six decimals of 万元 are a fen. */
function rounded(figure: number): number {
  return Number(figure.toFixed(6));
}
