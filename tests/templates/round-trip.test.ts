import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import type { SubmissionInput } from '../../fixtures/case.ts';
import { addressIn, filledForm, fillTemplate } from '../../fixtures/fill.ts';
import { testPolicy } from '../../fixtures/run-case.ts';
import { blankTemplate } from '../../output/blank-template/blank-template.ts';
import { hasAmounts } from '../../output/blank-template/sheet-layout.ts';
import type { Submission } from '../../pipeline/model/submission.ts';
import type { Template } from '../../pipeline/model/template.ts';
import { checkBatch, checkDossier, checkSubmission } from '../../pipeline/stages/check.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { recognise } from '../../pipeline/stages/recognise.ts';
import { type KnownTemplateId, templateIds, templates } from '../../pipeline/templates/index.ts';
import { rules } from '../../rules/index.ts';
import { lintWorkbook } from '../support/sheet-lint.ts';
import { contentOf, expectedOf, filledIn, submissionsIn, workbookOf } from './as-read.ts';
import { filling, fillings } from './fillings.ts';

describe.each(templateIds)('%s, issued by us', (id) => {
  const template: Template = templates[id];

  test('is read back exactly as it was filled in, cell by cell', async () => {
    await readBack(id, fillings[id]);
  });

  test('filled in with good data, gives no error and no warning', async () => {
    const [submission] = await submissionsIn('报送.xlsx', await fillTemplate(id, fillings[id], filling));
    expect(submission?.template.id).toBe(id);
    if (submission === undefined) return;
    expect(submission.problems).toEqual([]);
    expect(findingsOf(submission)).toEqual([]);
  });

  test('is recognised while it is still blank, and its guide is nothing but a guide', async () => {
    const bytes = await blankTemplate(template, { unit: null, period: null });
    const workbook = await workbookOf('空白表.xlsx', bytes);
    const [form, guide] = workbook.sheets;
    expect(workbook.sheets.length).toBe(2);
    if (form === undefined || guide === undefined) return;
    const { taken } = recognise(form, '空白表.xlsx', officialVocabulary);
    expect(taken.map((one) => [one.template.id, one.title !== null, one.missing])).toEqual([[id, true, []]]);
    expect(recognise(guide, '空白表.xlsx', officialVocabulary).best).toBeNull();
  });

  test('is the same file every time, and filled only where it is to be filled', async () => {
    const issue = { unit: filling.unit, period: filling.period };
    const once = await blankTemplate(template, issue);
    expect(Buffer.from(await blankTemplate(template, issue)).equals(Buffer.from(once))).toBe(true);
    expect(lintWorkbook(once)).toEqual([]);
    const [submission] = await submissionsIn('空白表.xlsx', once);
    const rows = Object.values(submission?.tables ?? {}).flatMap((table) => table.rows);
    const typed = rows.filter((row) =>
      Object.values(row.values).some((value) => typeof value === 'number' && value !== 0.5),
    );
    expect(typed).toEqual([]);
  });
});

test.each([
  ['T01', 8, 'landscape'],
  ['T05', 9, 'portrait'],
  ['T10', 8, 'landscape'],
  ['T16', 9, 'landscape'],
  ['T18', 9, 'landscape'],
] as const)(
  '%s is printed on paper no %p, %s and one page wide, its guide upright',
  async (id, paper, way) => {
    const workbook = new exceljs.Workbook();
    // The typings of exceljs know an older Buffer.
    await workbook.xlsx.load((await blankTemplate(templates[id], { unit: null, period: null })) as never);
    const oneWide = { fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
    expect(workbook.worksheets.map(({ pageSetup }) => pageSetup)).toMatchObject([
      { paperSize: paper, orientation: way, ...oneWide },
      { paperSize: 9, orientation: 'portrait', ...oneWide },
    ]);
  },
);

test('a form without amounts names no unit of amount, and one without formulas explains none', async () => {
  const textsOf = async (id: KnownTemplateId) => {
    const { sheets } = await workbookOf(
      '空白表.xlsx',
      await blankTemplate(templates[id], { unit: null, period: null }),
    );
    return sheets
      .flatMap((sheet) =>
        Array.from(sheet.filledRows, (row) =>
          Array.from(sheet.filledColumns(row), (column) => sheet.value(row, column)).join('\t'),
        ),
      )
      .join('\n');
  };
  expect(await textsOf('T18')).not.toMatch(/万元|公式|合计/);
  expect(await textsOf('T12')).toMatch(
    /金额单位：万元[\s\S]*灰底单元格由公式算出[\s\S]*在合计行上方插入整行/,
  );
});

test('the rows that T11, T13 name are read in the rows they were issued in', async () => {
  const fixed = (id: KnownTemplateId, table: string, values: (index: number) => object) => {
    const layout = (templates[id] satisfies Template as Template).tables[table];
    return (layout?.fixedRows ?? []).map((name, index) => ({
      [layout?.identity.name ?? '']: name,
      ...values(index),
    }));
  };
  await readBack('T13', {
    tables: {
      revenue: fixed('T13', 'revenue', (index) => ({
        amount: [10, 20, 0, 0, 5.5, 35.5, 4.5, 40][index] ?? 0,
      })),
      expenditure: fixed('T13', 'expenditure', (index) => ({
        amount: [9, 0, 0, 1, 0, 0, 20, 5, 0, 35, 5, 40][index] ?? 0,
      })),
    },
  });
  await readBack('T11', {
    tables: {
      items: fixed('T11', 'items', () => ({
        opening: 10,
        increase: 1,
        decrease: 2,
        closing: 9,
        change: -1,
        monthRate: -0.1,
      })),
    },
  });
});

test('T11 counts depreciation and new debts as decreases, not as negative increases', async () => {
  const workbook = new exceljs.Workbook();
  // The typings of exceljs know an older Buffer.
  await workbook.xlsx.load((await blankTemplate(templates.T11, { unit: null, period: null })) as never);
  const [form] = workbook.worksheets;
  const formulas = ['D13', 'E13', 'F13', 'E20', 'F20'].map((cell) => form?.getCell(cell).formula);
  expect(formulas).toEqual([
    'IF(COUNT(D11,D12)=0,"",SUM(D11)-SUM(D12))',
    'IF(COUNT(E11,F12)=0,"",SUM(E11,F12))',
    'IF(COUNT(F11,E12)=0,"",SUM(F11,E12))',
    'IF(COUNT(E18,F19)=0,"",SUM(E18,F19))',
    'IF(COUNT(F18,E19)=0,"",SUM(F18,E19))',
  ]);
});

/** Fills a form in, reads it and compares all that was filled in: values, rows, and the cell of every value. */
async function readBack(id: KnownTemplateId, input: SubmissionInput): Promise<void> {
  const template: Template = templates[id];
  const { issue, layout } = filledForm(id, input, filling);
  const submissions = await submissionsIn('报送.xlsx', await fillTemplate(id, input, filling));
  expect(submissions.map((one) => one.template.id)).toEqual([id]);
  const [submission] = submissions;
  if (submission === undefined) return;
  expect(submission.unit.name).toBe(filling.unit);
  expect(submission.period).toMatchObject({ period: filling.period, conflicts: [] });
  // A form without an amount declares no unit of amount.
  expect(submission.amountUnit).toMatchObject({
    unit: template.amountUnit,
    declared: hasAmounts(layout, template),
    conflicts: [],
  });
  expect([...submission.signatures].map(([label, { text }]) => [label, text])).toEqual(
    Object.entries(issue.content.signatures ?? {}),
  );

  const form = filledIn(issue.content.form ?? {}, (field) => layout.form.has(field));
  const unit = template.amountUnit;
  expect(contentOf(submission.form, form)).toEqual(
    expectedOf(form, template.form, unit, (field) => addressIn(layout, field)),
  );
  for (const [name, { rows = [] }] of Object.entries(issue.content.tables ?? {})) {
    const [table, place] = [submission.tables[name], layout.tables.get(name)];
    const fields = template.tables[name]?.fields ?? {};
    expect(table?.rows.length).toBe(rows.length);
    expect([...(table?.columns.keys() ?? [])].sort()).toEqual([...(place?.columns.keys() ?? [])].sort());
    expect([...(table?.unknownColumns ?? [])]).toEqual([]);
    expect(table?.totals.length).toBe(place?.totalRow === null ? 0 : 1);
    for (const [index, values] of rows.entries()) {
      const row = table?.rows[index];
      const own = filledIn(values, (field) => place?.columns.has(field) === true);
      expect(Object.keys(own).length).toBeGreaterThan(1);
      expect(row === undefined ? null : contentOf(row, own)).toEqual(
        expectedOf(own, fields, unit, (field) => addressIn(layout, field, name, index)),
      );
    }
  }
}

/** What every rule has to say about one submission alone, as lines; notices are none of our business here. */
function findingsOf(submission: Submission): readonly string[] {
  const circumstances = {
    period: filling.period,
    asOf: '2023-06-30',
    timeProgressOf: () => ({ share: 0.5, curve: null }),
  };
  const policy = testPolicy({});
  const dossier = {
    unit: filling.unit,
    period: filling.period,
    submissions: [submission],
    superseded: [],
    misdated: [],
    unjudged: [],
    previous: null,
  };
  const batch = {
    ...circumstances,
    dossiers: [dossier],
    roster: null,
    files: [],
    dueDay: () => '2023-07-07',
  };
  const checked = [
    checkSubmission(submission, rules, policy, circumstances),
    checkDossier(dossier, rules, policy, circumstances, null),
    checkBatch(batch, rules, policy),
  ];
  expect(checked.flatMap((one) => one.failures)).toEqual([]);
  return checked
    .flatMap((one) => one.findings)
    .filter(({ status, severity }) => status === 'fail' && severity !== 'notice')
    .map(({ rule, where, message }) => `${rule} ${where[0]?.cell ?? ''} ${message.zh}`);
}
