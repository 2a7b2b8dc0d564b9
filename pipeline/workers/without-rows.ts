import { fundSpendingOf } from '../model/fund-spending.ts';
import type { Place } from '../model/place.ts';
import {
  heldRow,
  type Row,
  type RowSource,
  type Submission,
  type Table,
  type TableColumn,
} from '../model/submission.ts';
import type { TableLayout, Template } from '../model/template.ts';
import type { TimeProgress } from '../model/time-progress.ts';
import type { Validated } from '../validate.ts';

/**
 * What is kept of a file when its rows are put away: who it is from and what it says of itself. Submissions of the
 * templates that batch rules ask about keep their rows; ledgers of funds, which may be long, what they add up to.
 *
 * It refers to hollow templates, so that it can be sent to another process or be kept without the layouts; see `rebound`.
 */
export function withoutRows(
  validated: Validated,
  keeps: ReadonlySet<Template['id']>,
  timeProgressOf: (row: Row) => TimeProgress,
): Validated {
  return {
    ...validated,
    checked: [],
    submissions: validated.submissions.map((submission) => {
      const { id } = submission.template;
      if (id === 'T10') {
        const fundSpending = fundSpendingOf(submission, timeProgressOf);
        return {
          ...bound(bare(submission), hollowTemplate(id)),
          fundSpending,
          history: nothing,
          problems: nothing,
        };
      }
      const left = keeps.has(id) ? held(submission) : id === 'T13' ? emptied(submission) : bare(submission);
      return { ...bound(left, hollowTemplate(id)), history: nothing, problems: nothing };
    }),
  };
}

/**
 * The same with the templates of this process. Ten thousand of these are in memory at once, and what was sent from another
 * process has everything of its own: here they share what they have in common.
 */
export function rebound(validated: Validated, templateFor: (id: Template['id']) => Template): Validated {
  const { file, sha256, rowCounts, checked, unrecognised, passedOver, explanations } = validated;
  return {
    ...validated,
    rowCounts: shared(rowCounts),
    checked: oneIfEmpty(checked),
    unrecognised: oneIfEmpty(unrecognised),
    passedOver: oneIfEmpty(passedOver),
    explanations: explanations.size === 0 ? nothingSaid : explanations,
    submissions: validated.submissions.map((one) => {
      const submission = bound(one, templateFor(one.template.id));
      const { sheet, unit, period, amountUnit, form, problems, history, remarks, signatures } = submission;
      return {
        ...submission,
        file,
        sha256,
        sheet: shared(sheet),
        unit: {
          ...unit,
          stated: unit.stated === unit.name ? unit.name : unit.stated,
          from: shared(unit.from),
          place: shared(unit.place),
          conflicts: shared(unit.conflicts),
        },
        period: shared(period),
        amountUnit: shared(amountUnit),
        form: hasNoFields(form) ? nameOnly(form, file) : form,
        problems: oneIfEmpty(problems),
        history: oneIfEmpty(history),
        remarks: oneIfEmpty(remarks),
        signatures: signatures.size === 0 ? noSignatures : signatures,
      };
    }),
  };
}

const nothingSaid: Validated['explanations'] = new Map();
const noSignatures: Submission['signatures'] = new Map();

/** One list for all that are empty. */
function oneIfEmpty<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list;
}

/** A form without fields, as nearly all tables have: nothing is asked of it but where it is. */
function nameOnly(form: Row, file: string): Row {
  const source = { ...form.source, file, sheet: shared(form.source.sheet), columns: noColumns };
  return { ...form, values: noValues, gaps: noValues, source };
}

function hasNoFields({ source }: Row): boolean {
  return Object.keys(source.fields).length === 0;
}

const noValues = {};

/** The same thing in one place for all that say it, so far as there is room. */
function shared<T extends string | readonly unknown[] | object>(thing: T): T {
  const text = JSON.stringify(thing);
  const before = known.get(text);
  // Two things of one text are of one type: what is kept is plain data, and its type shows in its names.
  if (before !== undefined) return before as T;
  if (known.size < mostKnown) known.set(text, thing);
  return thing;
}

const known = new Map<string, unknown>();
const mostKnown = 2000;

function held(submission: Submission): Submission {
  const tables = Object.entries(submission.tables).map(
    ([name, table]) => [name, { ...table, rows: table.rows.map(heldRow) }] as const,
  );
  return { ...submission, tables: Object.fromEntries(tables) };
}

/** Nothing but what a sheet says it is, and its form: there are many of these in memory. */
function bare(submission: Submission): Submission {
  const { form, unit, period, amountUnit } = submission;
  return {
    ...submission,
    unit: { ...unit, place: nowhere },
    period: { ...period, place: nowhere },
    amountUnit: { ...amountUnit, place: nowhere },
    form: { ...form, gaps: {}, source: { ...form.source, columns: noColumns, cells: null } },
    tables: {},
    remarks: nothing,
  };
}

const nothing: readonly never[] = [];
const noColumns: ReadonlyMap<string, TableColumn> = new Map();
const nowhere: Place = { file: '', sheet: null, cell: null, label: null };

/** A balance of revenue and expenditure is told from another by its titles and the names of its tables. */
function emptied(submission: Submission): Submission {
  const tables = Object.entries(submission.tables).map(
    ([name, table]) =>
      [name, { ...table, rows: [], totals: [], subtotals: [], ofWhich: [], columns: new Map() }] as const,
  );
  return { ...submission, tables: Object.fromEntries(tables) };
}

/** A template that has its id and nothing else. */
function hollowTemplate(id: Template['id']): Template {
  return { id, title: { zh: '', en: '' }, titles: [], amountUnit: '元', form: {}, tables: {} };
}

const hollowLayout: TableLayout = { title: { zh: '', en: '' }, fields: {}, identity: { name: '' } };

function bound(submission: Submission, template: Template): Submission {
  const tables = Object.entries(submission.tables).map(([name, table]) => {
    const layout = template.tables[name] ?? hollowLayout;
    return [name, boundTable(table, layout)] as const;
  });
  return {
    ...submission,
    template,
    form: boundRow(submission.form, { ...submission.form.source, fields: template.form }),
    tables: Object.fromEntries(tables),
  };
}

/** All rows of a table share their source. */
function boundTable(table: Table, layout: TableLayout): Table {
  const [first] = [...table.rows, ...table.totals, ...table.subtotals, ...table.ofWhich];
  const bindRow = (row: Row) => boundRow(row, source ?? row.source);
  const source = first === undefined ? null : { ...first.source, fields: layout.fields };
  return {
    ...table,
    layout,
    fields: layout.fields,
    rows: table.rows.map(bindRow),
    totals: table.totals.map(bindRow),
    subtotals: table.subtotals.map(bindRow),
    ofWhich: table.ofWhich.map(bindRow),
  };
}

function boundRow(row: Row, source: RowSource): Row {
  return { ...row, source };
}
