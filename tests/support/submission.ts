import type { GapInput, RowInput, SubmissionInput, TableInput } from '../../fixtures/case.ts';
import { goodForm, goodRows } from '../../fixtures/good-data.ts';
import type { AmountUnit } from '../../pipeline/model/money.ts';
import { toFen } from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import type { Gap, Row, RowSource, Submission, Table, TableColumn } from '../../pipeline/model/submission.ts';
import type { Fields, TableLayout, Template } from '../../pipeline/model/template.ts';
import { type KnownTemplateId, templates } from '../../pipeline/templates/index.ts';

/** Row of the first data row in every submission a test makes: title, unit line, three rows of heading. */
const firstRow = 6;

const sheetNames: Readonly<Record<string, string>> = {
  T01: '支出进度',
  T02: '绩效监控',
  T03: '监控清单',
  T04: '整体监控',
  T05: '事前评估',
  T06: '自评表',
  T07: '部门自评',
  T08: '三保支出',
  T09: '三公经费',
  T10: '直达资金',
  T11: '资产月报',
  T12: '非税收入',
  T13: '收支总表',
  T14: '用款计划',
  T15: '政府采购',
  T16: '结转结余',
  T17: '目标实现',
  T18: '职责活动',
  T19: '数据采集',
};

/**
 * A submission made without a file: the template's own columns in order from A, data from row 6, everything good
 * unless the test says otherwise.
 */
export function submission(
  id: KnownTemplateId,
  input: readonly RowInput[] | SubmissionInput,
  unit = '青禾镇人民政府',
): Submission {
  const template: Template = templates[id];
  const given: SubmissionInput = 'length' in input ? { rows: input } : input;
  const file = given.file ?? `${unit}.xlsx`;
  const sheet = given.sheet ?? sheetNames[id] ?? id;
  const place = (cell: string | null, label: string | null): Place => ({ file, sheet, cell, label });
  const tables: Record<string, Table> = {};
  const first = Object.keys(template.tables)[0];
  for (const [name, layout] of Object.entries(template.tables)) {
    const own = given.tables?.[name];
    const content: TableInput =
      own === undefined ? (name === first ? given : {}) : 'length' in own ? { rows: own } : own;
    tables[name] = table(
      id,
      name,
      layout,
      content,
      { file, sheet, unit: given.amountUnit?.unit ?? template.amountUnit },
      given.without ?? [],
    );
  }
  return {
    file,
    sha256: '0'.repeat(64),
    sheet,
    template,
    score: 1,
    unit: {
      name: unit,
      stated: unit,
      from: 'cell',
      place: place('A2', '填报单位'),
      known: null,
      nearest: null,
      conflicts: [],
      ...given.unit,
    },
    period: { period: '2023-06', from: 'title', place: place('A1', '标题'), conflicts: [], ...given.period },
    amountUnit: {
      unit: template.amountUnit,
      declared: true,
      place: place('K2', '金额单位'),
      conflicts: [],
      ...given.amountUnit,
    },
    form: formRow(id, template, given, file, sheet),
    tables,
    problems: (given.problems ?? []).map((problem) => ({
      place: place('C7', null),
      raw: '',
      read: '',
      field: null,
      project: null,
      ...problem,
    })),
    signatures: new Map(
      Object.entries(given.signatures ?? {}).map(([name, text]) => [
        name,
        { text, place: place('A20', name) },
      ]),
    ),
    remarks: (given.remarks ?? []).map((text) => ({ text, place: place('A19', null) })),
    history: (given.history ?? []).map((earlier) => submission(id, { file, ...earlier }, unit)),
  };
}

function table(
  id: KnownTemplateId,
  name: string,
  layout: TableLayout,
  input: TableInput,
  where: { readonly file: string; readonly sheet: string; readonly unit: AmountUnit },
  without: readonly string[],
): Table {
  const rows = (input.rows ?? []).map((row, index) => ({ ...goodRows[id]?.[name]?.(index), ...row }));
  const others = [...(input.totals ?? []), ...(input.subtotals ?? []), ...(input.ofWhich ?? [])];
  const shown = (field: string) =>
    [...rows, ...others].some((row) => field in row) || layout.fields[field]?.required === true;
  const names = Object.keys(layout.fields).filter((field) => shown(field) && !without.includes(field));
  const present = rows.length > 0 || others.length > 0;
  const columns = new Map<string, TableColumn>(
    present
      ? names.map((field, index) => [
          field,
          {
            column: index + 1,
            heading: layout.fields[field]?.title.zh ?? field,
            unit: layout.fields[field]?.unit ?? where.unit,
            month: null,
          },
        ])
      : [],
  );
  const source: RowSource = {
    ...where,
    fields: layout.fields,
    identity: layout.identity,
    columns,
    cells: null,
    headingRow: present ? firstRow - 1 : 0,
  };
  let number = firstRow;
  const make = (row: RowInput): Row => tableRow(row, source, layout.fields, number++);
  const formulas = Object.entries(input.columnFormulas ?? {});
  return {
    layout,
    fields: layout.fields,
    file: where.file,
    sheet: where.sheet,
    columns,
    headingRows: present ? { first: 3, last: 5 } : { first: 0, last: 0 },
    rows: rows.map(make),
    totals: (input.totals ?? []).map((row) => ({ ...make(row), label: '合计' })),
    subtotals: (input.subtotals ?? []).map((row) => ({ ...make(row), label: '小计' })),
    ofWhich: (input.ofWhich ?? []).map((row) => ({ ...make(row), label: '其中' })),
    columnFormulas: new Map(
      formulas.map(([field, terms]) => [
        field,
        terms.map((term) => ({ field: term.replace('-', ''), sign: term.startsWith('-') ? -1 : 1 }) as const),
      ]),
    ),
    unknownColumns: new Map(),
  };
}

function tableRow(input: RowInput, source: RowSource, fields: Fields, number: number): Row {
  const { values, gaps } = cells(input, fields, source.unit, (field) => source.columns.has(field));
  return {
    values,
    gaps,
    number: typeof input['#row'] === 'number' ? input['#row'] : number,
    level: typeof input['#level'] === 'number' ? input['#level'] : 0,
    label: '',
    parent: typeof input['#parent'] === 'number' ? input['#parent'] : null,
    classified: Object.values(gaps).includes('classified'),
    source,
  };
}

function formRow(
  id: KnownTemplateId,
  template: Template,
  given: SubmissionInput,
  file: string,
  sheet: string,
): Row {
  const input = { ...goodForm[id], ...given.form };
  const names = Object.keys(template.form).filter((field) => !given.without?.includes(field));
  const places = new Map(
    names.map((field, index) => [
      field,
      { row: index + 3, column: 2, label: template.form[field]?.title.zh ?? field },
    ]),
  );
  const identity = 'projectName' in template.form ? { name: 'projectName' } : null;
  const source: RowSource = {
    file,
    sheet,
    fields: template.form,
    identity,
    columns: new Map(),
    cells: places,
    headingRow: 0,
    unit: template.amountUnit,
  };
  const { values, gaps } = cells(input, template.form, template.amountUnit, (field) => places.has(field));
  return {
    values,
    gaps,
    number: 0,
    level: 0,
    label: '',
    parent: null,
    classified: Object.values(gaps).includes('classified'),
    source,
  };
}

function cells(
  input: RowInput,
  fields: Fields,
  unit: AmountUnit,
  isPresent: (field: string) => boolean,
): Pick<Row, 'values' | 'gaps'> {
  const values: Record<string, unknown> = {};
  const gaps: Record<string, Gap> = {};
  for (const [name, field] of Object.entries(fields)) {
    const cell = isPresent(name) ? (input[name] ?? null) : null;
    values[name] = null;
    if (typeof cell === 'object' && cell !== null && 'gap' in cell) gaps[name] = (cell as GapInput).gap;
    else if (cell === null) gaps[name] = isPresent(name) ? 'blank' : 'absent';
    else
      values[name] =
        field.kind === 'amount' && typeof cell === 'number' ? toFen(cell, field.unit ?? unit) : cell;
  }
  // Tests write values of the kind their field has.
  return { values: values as Row['values'], gaps };
}
