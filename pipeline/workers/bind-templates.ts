import type { Row, RowSource, Submission } from '../model/submission.ts';
import type { TableLayout, Template } from '../model/template.ts';
import type { FileOutcome } from './check-file.ts';

/**
 * Makes the submissions of an outcome refer to other templates of the same ids. Before an outcome crosses to another
 * thread its templates are exchanged for hollow ones, so that a layout is not copied with every file; on arrival for
 * the templates of that thread. The rows stay the objects they are, so the outcome must belong to the caller alone.
 */
export function bindTemplates(
  outcome: FileOutcome,
  templateFor: (id: Template['id']) => Template,
): FileOutcome {
  if (outcome.result === null) return outcome;
  const submissions = outcome.result.submissions.map((submission) => bind(submission, templateFor));
  return { ...outcome, result: { ...outcome.result, submissions } };
}

/** A template that has its id and nothing else. */
export function hollowTemplate(id: Template['id']): Template {
  return { id, title: { zh: '', en: '' }, titles: [], amountUnit: '元', form: {}, tables: {} };
}

const hollowLayout: TableLayout = { title: { zh: '', en: '' }, fields: {}, identity: { name: '' } };

function bind(submission: Submission, templateFor: (id: Template['id']) => Template): Submission {
  const template = templateFor(submission.template.id);
  rebindFields(submission.form, template.form);
  const tables = Object.entries(submission.tables).map(([name, table]) => {
    const layout = template.tables[name] ?? hollowLayout;
    for (const rows of [table.rows, table.totals, table.subtotals, table.ofWhich])
      for (const row of rows) rebindFields(row, layout.fields);
    return [name, { ...table, layout, fields: layout.fields }] as const;
  });
  return {
    ...submission,
    template,
    tables: Object.fromEntries(tables),
    history: submission.history.map((earlier) => bind(earlier, templateFor)),
  };
}

/** All rows of a table share their source: exchanging its fields once is enough, and doing it again harmless. */
function rebindFields({ source }: Row, fields: RowSource['fields']): void {
  if (source.fields !== fields) Object.assign(source, { fields });
}
