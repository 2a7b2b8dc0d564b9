import type { CellContent } from '../../../output/blank-template/content.ts';
import { type AmountUnit, fenPerUnit } from '../../../pipeline/model/money.ts';
import type { Row, Submission, Table } from '../../../pipeline/model/submission.ts';
import type { Field, Fields } from '../../../pipeline/model/template.ts';
import type { KnownTemplateId } from '../../../pipeline/templates/index.ts';
import { type Draft, type DraftTable, exact, row, settleTable } from '../draft.ts';
import { templateOf } from '../draw.ts';

/**
 * A sheet that was handed in, as a draft: what was entered on it, in the template's units. Its rows are the rows of the
 * sheet in their order, so that what a mutation does to the draft can be done to the sheet. Null for a sheet that holds
 * more than a draft can: subtotals, of-which rows, several totals, history.
 */
export function adopt(submission: Submission, id: KnownTemplateId): Draft | null {
  const tables: readonly [string, Table][] = Object.entries(submission.tables);
  const isPlain = tables.every(
    ([, { totals, subtotals, ofWhich }]) => totals.length < 2 && subtotals.length + ofWhich.length === 0,
  );
  if (!isPlain || submission.history.length > 0) return null;
  const template = templateOf(id);
  const draft: Draft = {
    id,
    unit: submission.unit.stated,
    period: submission.period.period,
    sheet: submission.sheet,
    form: entered(submission.form, template.form, template.amountUnit),
    tables: Object.fromEntries(
      tables.flatMap(([name, table]) =>
        table.rows.length === 0 ? [] : [[name, tableOf(table, template.amountUnit)]],
      ),
    ),
    signatures: {},
    notes: [],
    style: {
      amountUnit: submission.amountUnit.unit,
      unitLine: null,
      title: '',
      above: [],
      rates: 'formatted',
      formulas: false,
      columnNumbers: false,
      totalLabel: '合计',
      signatureIn: 'none',
      blankRowBeforeTotal: false,
      dates: 'iso text',
    },
  };
  for (const [name, table] of tables) keepWhatDiffers(draft, name, table, template.amountUnit);
  return draft;
}

function tableOf(table: Table, unit: AmountUnit): DraftTable {
  return {
    columns: [...table.columns.keys()],
    rows: table.rows.map((one) => row(entered(one, table.fields, unit))),
    total: table.totals.length === 0 ? null : 'last',
    totalTyped: {},
    totalCells: {},
  };
}

/** What the template works out follows from the rest, unless the sheet says something else. */
function keepWhatDiffers(draft: Draft, name: string, table: Table, unit: AmountUnit): void {
  const settled = settleTable(draft, name);
  for (const [index, one] of (draft.tables[name]?.rows ?? []).entries()) {
    const own = table.rows[index];
    for (const [field, definition] of Object.entries(table.fields)) {
      if (own === undefined || definition.computed === undefined) continue;
      const stated = contentOf(own, field, definition, unit);
      const due = settled[index]?.values[field] ?? null;
      const isSame =
        typeof stated === 'number' && typeof due === 'number'
          ? Math.abs(stated - due) < 1e-4
          : stated === due;
      if (!isSame) one.values[field] = stated;
    }
  }
}

function entered(one: Row, fields: Fields, unit: AmountUnit): Record<string, CellContent> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, definition]) => {
      const content = definition.computed === undefined ? contentOf(one, field, definition, unit) : null;
      return content === null ? [] : [[field, content]];
    }),
  );
}

/** A value as a draft has it: amounts in the unit of the field, or else of the template; everything else as it was read. */
function contentOf(one: Row, field: string, { kind, unit }: Field, usual: AmountUnit): CellContent {
  const value = one.values[field] ?? null;
  return kind === 'amount' && typeof value === 'number' ? exact(value / fenPerUnit[unit ?? usual]) : value;
}
