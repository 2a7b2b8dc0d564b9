import { blankTemplate } from '../../output/blank-template/blank-template.ts';
import type { Issue, Values } from '../../output/blank-template/content.ts';
import { addressIn, sheetLayout } from '../../output/blank-template/sheet-layout.ts';
import { cellAddress } from '../../pipeline/model/address.ts';
import type { Fields, Template } from '../../pipeline/model/template.ts';
import { templates } from '../../pipeline/templates/index.ts';
import { type Draft, settleTable } from './draft.ts';
import { inSheetUnit, type SheetPlace } from './draw.ts';
import type { Found } from './mutation.ts';

/** An issued form that a unit filled in. */
export interface DrawnIssued {
  readonly bytes: Uint8Array;
  cellOf(place: SheetPlace): string | null;
}

/**
 * Whether a draft, and the mistake made in it, can stand in the form as it is issued: figures and words in fields of the
 * form, nothing that was done to a cell, a row or the lines around the table.
 */
export function fitsIssuedForm(draft: Draft, found: Found): boolean {
  const template: Template = templates[draft.id];
  const kinds = new Set(['row', 'total', 'form']);
  const places = found.filter((one) => one.draft === draft).map(({ place }) => place);
  return (
    places.every((place) => place !== null && place !== 'not handed in' && kinds.has(place.kind)) &&
    draft.notes.length === 0 &&
    Object.values(draft.signatures).every((text) => text !== '') &&
    Object.entries(draft.tables).every(([name, { columns, rows, totalCells, totalTyped }]) => {
      const layout = template.tables[name];
      return (
        layout !== undefined &&
        columns.every((field) => layout.fields[field]?.variant !== true) &&
        sumsAreWhole(layout.fields, columns) &&
        Object.keys(totalCells).length === 0 &&
        (layout.rowsNest !== true || Object.keys(totalTyped).length === 0) &&
        rows.length > 0 &&
        rows.every(
          ({ cells, hidden, ofWhich }) =>
            Object.keys(cells).length === 0 && hidden === undefined && ofWhich === undefined,
        )
      );
    })
  );
}

/** The form adds up what it has columns for: a sum whose parts a sheet leaves out would be one of blanks. */
function sumsAreWhole(fields: Fields, columns: readonly string[]): boolean {
  return Object.values(fields).every(({ computed }) => {
    if (computed === undefined || !('sum' in computed)) return true;
    const parts = [...computed.sum, ...(computed.less ?? [])];
    const there = parts.filter((part) => columns.includes(part));
    return there.length === 0 || there.length === parts.length;
  });
}

/** Fills the issued form with what a draft holds. */
export async function drawIssued(draft: Draft): Promise<DrawnIssued> {
  const template: Template = templates[draft.id];
  const rowsOf = new Map(
    Object.keys(draft.tables).map((name) => [
      name,
      settleTable(draft, name).map(({ values }) =>
        inUnits(draft, values, template.tables[name]?.fields ?? {}, draft.tables[name]?.columns ?? []),
      ),
    ]),
  );
  const issue: Issue = {
    unit: draft.unit,
    period: draft.period,
    amountUnit: draft.style.amountUnit,
    content: {
      form: inUnits(draft, draft.form, template.form, Object.keys(draft.form)),
      tables: Object.fromEntries(
        [...rowsOf].map(([name, rows]) => {
          const { totalTyped = {} } = draft.tables[name] ?? {};
          const fields = template.tables[name]?.fields ?? {};
          return [
            name,
            {
              rows,
              ...(Object.keys(totalTyped).length === 0
                ? {}
                : { total: inUnits(draft, totalTyped, fields, Object.keys(totalTyped)) }),
            },
          ];
        }),
      ),
      signatures: draft.signatures,
    },
  };
  const layout = sheetLayout(template, issue);
  return {
    bytes: await blankTemplate(template, issue),
    cellOf(place) {
      if (place.kind === 'form') return addressIn(layout, place.field);
      if (place.kind === 'total') {
        const table = layout.tables.get(place.table);
        const column = table?.columns.get(place.field);
        return table?.totalRow == null || column === undefined
          ? null
          : cellAddress(table.totalRow, column.first);
      }
      if (place.kind !== 'row') return null;
      const content = rowsOf.get(place.table)?.[place.row];
      const index = layout.tables.get(place.table)?.rows.findIndex((one) => one.content === content) ?? -1;
      return index < 0 ? null : addressIn(layout, place.field, place.table, index);
    },
  };
}

function inUnits(draft: Draft, values: Values, fields: Fields, names: readonly string[]): Values {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = fields[name];
      const value = values[name];
      if (field === undefined || value === undefined) return [];
      const isAmount = field.kind === 'amount' && typeof value === 'number';
      return [[name, isAmount ? inSheetUnit(draft, field, value) : value]];
    }),
  );
}
