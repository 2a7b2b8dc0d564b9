import type { CellContent } from '../../../output/blank-template/content.ts';
import type { KnownTemplateId } from '../../../pipeline/templates/index.ts';
import type { Draft, DraftRow, DraftTable } from '../draft.ts';
import type { Random } from '../random.ts';
import { inventSignatures, inventStyle } from '../style.ts';
import type { Unit } from '../unit.ts';

/** Each of some optional columns, or not. */
export function some(random: Random, fields: readonly string[], probability = 0.7): readonly string[] {
  return fields.filter(() => random.chance(probability));
}

/** A table of a sheet; without a total row unless one is given. */
export function table(
  columns: readonly string[],
  rows: readonly DraftRow[],
  total: DraftTable['total'] = null,
): DraftTable {
  return { columns: [...columns], rows: [...rows], total, totalTyped: {}, totalCells: {} };
}

/** Where lists have their total. */
export function totalOf(random: Random, rows: number): DraftTable['total'] {
  return rows === 1 && random.chance(0.5) ? null : random.pick(['first', 'last', 'last'] as const);
}

/** A sheet of a unit around its tables and form. */
export function draftOf(
  random: Random,
  id: KnownTemplateId,
  unit: Unit,
  parts: {
    readonly sheet: string;
    readonly tables: Record<string, DraftTable>;
    readonly form?: Record<string, CellContent>;
    readonly notes?: string[];
  },
): Draft {
  return {
    id,
    unit: unit.name,
    period: unit.period,
    sheet: parts.sheet,
    form: parts.form ?? {},
    tables: parts.tables,
    signatures: inventSignatures(random, unit.period),
    notes: parts.notes ?? [],
    style: inventStyle(random, id, unit.name, unit.period),
  };
}

/** A measure as sheets hold it: `≥10公里`. */
export function measured(comparator: '=' | '≥' | '≤' | null, number: number, unit: string) {
  return { text: `${comparator ?? ''}${number}${unit}`, comparator, number, unit };
}

export function inWords(text: string) {
  return { text, comparator: null, number: null, unit: '' };
}
