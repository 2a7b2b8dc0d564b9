import { heldRow, type Row, type RowSource, type Submission, type Table } from '../model/submission.ts';
import type { TableLayout, Template } from '../model/template.ts';
import type { Validated } from '../validate.ts';

/**
 * What is kept of a file when its rows are put away: who it is from, what it says of itself and what the table rules
 * said. Submissions of the templates that batch rules ask about keep their rows.
 *
 * It refers to hollow templates, so that it can be sent to another thread or be kept without the layouts; see `rebound`.
 */
export function withoutRows(validated: Validated, keeps: ReadonlySet<Template['id']>): Validated {
  return {
    ...validated,
    submissions: validated.submissions.map((submission) => {
      const isKept = keeps.has(submission.template.id);
      return {
        ...bound(isKept ? held(submission) : emptied(submission), hollowTemplate(submission.template.id)),
        history: [],
        problems: [],
      };
    }),
  };
}

/** The same with the templates of this thread. */
export function rebound(validated: Validated, templateFor: (id: Template['id']) => Template): Validated {
  return {
    ...validated,
    submissions: validated.submissions.map((submission) =>
      bound(submission, templateFor(submission.template.id)),
    ),
  };
}

function held(submission: Submission): Submission {
  const tables = Object.entries(submission.tables).map(
    ([name, table]) => [name, { ...table, rows: table.rows.map(heldRow) }] as const,
  );
  return { ...submission, tables: Object.fromEntries(tables) };
}

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
