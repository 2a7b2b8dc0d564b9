import type { CellContent } from '../../output/blank-template/content.ts';
import type { Template } from '../../pipeline/model/template.ts';
import { type KnownTemplateId, templates } from '../../pipeline/templates/index.ts';
import type { Case } from './case.ts';
import { type Draft, type DraftRow, type DraftTable, row, settleTable } from './draft.ts';
import type { SheetPlace } from './draw.ts';
import type { Random } from './random.ts';
import { t19 } from './sheets/t19.ts';

/** One mistake that a unit can make, and which rule must find it. */
export interface Mutation {
  /** The rule that must speak. */
  readonly rule: string;
  /** What the unit did, as a sentence. */
  readonly mistake: string;
  /** The sheets it hands in; each other one is there for a rule that compares. */
  readonly on: readonly KnownTemplateId[];
  /** Months in which the mistake can be one; any when not given. */
  readonly months?: readonly number[];
  /** How many projects the unit has, at least and at most. */
  readonly projects?: readonly [number, number];
  /** How many findings of the rule are right; one when not given. */
  readonly times?: number;
  /** Set where the mistake is no mistake in the form as it is issued. */
  readonly drawnOnly?: true;
  /** Rules that rightly speak as well, each with the reason. */
  readonly implied?: Readonly<Record<string, string>>;
  /** Brings a case to where the mistake can be made; it is still clean. */
  prepare?(one: Case): void;
  /** Makes the mistake; gives where it should be found, or null where this case has no place for it. */
  make(one: Case, random: Random): Found | null;
}

/** Where a mistake should be found: at any of these places; a bare draft is its file. */
export type Found = readonly { readonly draft: Draft; readonly place: SheetPlace | 'not handed in' | null }[];

/** The sheet of a template in a case. @throws RangeError when the mutation did not ask for it */
export function sheetOf(one: Case, id: KnownTemplateId): Draft {
  const draft = one.drafts.find((each) => each.id === id);
  if (draft === undefined) throw new RangeError(`${id} is not in the case`);
  return draft;
}

/** A table of a sheet. @throws RangeError when the sheet has none of that name */
export function tableOf(draft: Draft, name: string): DraftTable {
  const found = draft.tables[name];
  if (found === undefined) throw new RangeError(`${draft.id} has no ${name}`);
  return found;
}

/** Puts columns on a sheet that left them out, each where the template has it. */
export function withColumns(draft: Draft, name: string, ...fields: readonly string[]): DraftTable {
  const found = tableOf(draft, name);
  const order = Object.keys((templates[draft.id] as Template).tables[name]?.fields ?? {});
  found.columns = order.filter((field) => found.columns.includes(field) || fields.includes(field));
  return found;
}

/** A row by its index. @throws RangeError when there is none */
export function rowAt({ rows }: DraftTable, index: number): DraftRow {
  const found = rows[index];
  if (found === undefined) throw new RangeError(`no row ${index}`);
  return found;
}

/** Any row that can be changed, or null. */
export function anyRow(
  found: DraftTable,
  random: Random,
  isFit: (values: DraftRow['values'], index: number) => boolean = () => true,
): { readonly index: number; readonly row: DraftRow } | null {
  const fit = found.rows.flatMap((each, index) => (isFit(each.values, index) ? [{ index, row: each }] : []));
  return fit.length === 0 ? null : random.pick(fit);
}

/** What a mistake in one row may look at and change. */
interface InRow {
  readonly one: Case;
  readonly draft: Draft;
  readonly row: DraftRow;
  readonly index: number;
  readonly random: Random;
}

/** A mistake in any one row of a table that is fit for it: on which sheet, what is changed, and in which cells it shows. */
export function inAnyRow(
  id: KnownTemplateId,
  table: string,
  {
    columns = [],
    isFit,
    shows,
  }: {
    /** Columns the sheet must have for it. */
    readonly columns?: readonly string[];
    readonly isFit?: (values: DraftRow['values'], index: number) => boolean;
    readonly shows: readonly string[];
  },
  change: (where: InRow) => void,
): Pick<Mutation, 'on' | 'make'> {
  return {
    on: [id],
    make(one, random) {
      const draft = sheetOf(one, id);
      const own = columns.length === 0 ? tableOf(draft, table) : withColumns(draft, table, ...columns);
      const found = anyRow(own, random, isFit);
      if (found === null) return null;
      change({ one, draft, random, ...found });
      return at(draft, table, found.index, ...shows);
    },
  };
}

/** The row of a name. */
export function named(
  found: DraftTable,
  field: string,
  name: RegExp,
): { readonly index: number; readonly row: DraftRow } | null {
  const index = found.rows.findIndex(({ values }) => name.test(String(values[field] ?? '')));
  const own = found.rows[index];
  return own === undefined ? null : { index, row: own };
}

/** A figure as it comes out on the sheet: entered or worked out. */
export function figure(draft: Draft, name: string, index: number, field: string): number {
  const value = settleTable(draft, name)[index]?.values[field];
  return typeof value === 'number' ? value : 0;
}

/** Where a cell of a row is. */
export function at(draft: Draft, table: string, index: number, ...fields: readonly string[]): Found {
  return fields.map((field) => ({ draft, place: { kind: 'row', table, row: index, field } }));
}

export function atTotal(draft: Draft, table: string, field: string): Found {
  return [{ draft, place: { kind: 'total', table, field } }];
}

export function atForm(draft: Draft, field: string): Found {
  return [{ draft, place: { kind: 'form', field } }];
}

export function atPlace(draft: Draft, place: SheetPlace | null): Found {
  return [{ draft, place }];
}

/** A copy of a row behind another one. */
export function copyRow(found: DraftTable, index: number, changes: Record<string, CellContent>): number {
  const own = rowAt(found, index);
  found.rows.push(row({ ...own.values, ...changes }));
  return found.rows.length - 1;
}

/** A row of the facts sheet. */
export function fact(
  indicator: string,
  value: number | string,
  valueUnit = '万元',
  more: Record<string, CellContent> = {},
): DraftRow {
  return row({
    indicator,
    value: {
      text: String(value),
      comparator: null,
      number: typeof value === 'number' ? value : null,
      unit: '',
    },
    valueUnit,
    year: 2023,
    basis: '实际',
    section: '一',
    ...more,
  });
}

/** A facts sheet of nothing but some facts, beside what the unit hands in. */
export function withFacts(one: Case, random: Random, ...rows: readonly DraftRow[]): Draft {
  const sheet = t19(random, one.unit);
  tableOf(sheet, 'facts').rows = rows.map((each, index) => row({ ...each.values, seq: index + 1 }));
  one.drafts.push(sheet);
  return sheet;
}
