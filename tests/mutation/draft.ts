import type { Cell } from '../../fixtures/write-workbook.ts';
import { worked } from '../../output/blank-template/computed.ts';
import type { CellContent } from '../../output/blank-template/content.ts';
import type { AmountUnit } from '../../pipeline/model/money.ts';
import type { Period } from '../../pipeline/model/period.ts';
import type { Fields, Template } from '../../pipeline/model/template.ts';
import { type KnownTemplateId, templates } from '../../pipeline/templates/index.ts';

/**
 * A sheet as a unit hands it in: what was entered, and how the sheet looks. Amounts are in the template's own unit.
 * It is there to be changed: a mutation takes a draft and makes one mistake in it.
 */
export interface Draft {
  readonly id: KnownTemplateId;
  /** The unit's name as the sheet gives it. */
  unit: string;
  period: Period;
  /** The name of the sheet in its workbook. */
  sheet: string;
  form: Record<string, CellContent>;
  readonly tables: Record<string, DraftTable>;
  signatures: Record<string, string>;
  notes: string[];
  style: Style;
}

export interface DraftTable {
  /** The fields whose columns are on the sheet, in order. */
  columns: string[];
  rows: DraftRow[];
  /** Where the total row stands; null where there is none. */
  total: 'first' | 'last' | null;
  /** Figures of the total row that are not the sum of its column, by field. */
  totalTyped: Record<string, CellContent>;
  /** Cells of the total row as they stand, whatever they should be. */
  totalCells: Record<string, Cell>;
}

export interface DraftRow {
  /** What was entered, by field. What the template works out need not be. */
  values: Record<string, CellContent>;
  /** What was typed over a formula: nothing else follows from it. */
  typed: Record<string, CellContent>;
  /** Cells as they stand, whatever the values say: numbers as text, formulas without a result. */
  cells: Record<string, Cell>;
  hidden?: true;
  /** A 其中 row, with its label: shown and never added up. */
  ofWhich?: string;
}

export type RateNotation = 'formatted' | 'percent' | 'text' | 'fraction';

/** How a sheet looks. None of it changes what the sheet says. */
export interface Style {
  /** The unit its amounts are written in; null says nothing of it. */
  amountUnit: AmountUnit;
  /** The words for it above the table; null leaves them out. */
  unitLine: string | null;
  title: string;
  /** Lines above the title. */
  above: readonly string[];
  rates: RateNotation;
  /** Formulas where the template works a figure out; typed figures otherwise. */
  formulas: boolean;
  /** A 栏次 row below the headings. */
  columnNumbers: boolean;
  totalLabel: string;
  signatureIn: 'one cell' | 'cells' | 'none';
  blankRowBeforeTotal: boolean;
  /** Text that dates are written as. */
  dates: 'real' | 'iso text';
}

export function row(values: Record<string, CellContent>): DraftRow {
  return { values, typed: {}, cells: {} };
}

/** A row with everything worked out that the template works out: formulas with their results. */
export interface Settled {
  readonly values: Readonly<Record<string, CellContent>>;
  /** Formulas by field, with `{field}` and `{field@row name}` in place of addresses. */
  readonly formulas: ReadonlyMap<string, string>;
}

/** Works out every row of a table; named rows that are sums of others first. */
export function settleTable(draft: Draft, name: string): readonly Settled[] {
  const template: Template = templates[draft.id];
  const layout = template.tables[name];
  const table = draft.tables[name];
  if (layout === undefined || table === undefined) return [];
  const { fields, identity } = layout;
  const settled: { values: Record<string, CellContent>; formulas: Map<string, string> }[] = table.rows.map(
    (one) => ({
      values: { ...one.values, ...one.typed },
      formulas: new Map(),
    }),
  );
  for (const [index, one] of table.rows.entries()) {
    const own = settled[index];
    if (own === undefined || one.ofWhich !== undefined) continue;
    for (const [field, { computed, kind }] of Object.entries(fields)) {
      if (computed === undefined || field in one.typed || own.values[field] !== undefined) continue;
      const result = worked(
        computed,
        {
          address: (other, rowName) => (rowName === undefined ? `{${other}}` : `{${other}@${rowName}}`),
          figure: (other, rowName) =>
            figureOf(
              rowName === undefined
                ? own.values
                : settled.find(({ values }) => values[identity.name] === rowName)?.values,
              other,
              identity.name,
            ),
        },
        {
          period: draft.period,
          name: identity.name,
          unit: fields[field]?.unit ?? template.amountUnit,
          fields,
          sheetUnit: template.amountUnit,
        },
      );
      if (result === null || result.result === '') continue;
      own.values[field] =
        kind === 'rate' ? Math.round(result.result * 10_000) / 10_000 : exact(result.result);
      own.formulas.set(field, result.formula);
    }
  }
  return settled;
}

function figureOf(
  values: Readonly<Record<string, CellContent>> | undefined,
  field: string,
  name: string,
): number | null {
  if (values === undefined) return null;
  if (field === '#named') return values[name] === undefined || values[name] === null ? null : 1;
  const value = values[field];
  return typeof value === 'number' ? value : null;
}

/** Fields whose columns are added up in a total row. */
export function isAdded(fields: Fields, field: string): boolean {
  const one = fields[field];
  return one !== undefined && (one.summed === true || (one.kind === 'amount' && one.unit === undefined));
}

/** A figure without the noise of binary fractions: six decimals are a fen of 亿元. */
export function exact(figure: number): number {
  return Math.round(figure * 1_000_000) / 1_000_000;
}

export function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + Math.round(figure * 1_000_000), 0) / 1_000_000;
}
