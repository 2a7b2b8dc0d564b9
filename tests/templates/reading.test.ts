import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { addressIn, filledForm, fillTemplate } from '../../fixtures/fill.ts';
import type { Template } from '../../pipeline/model/template.ts';
import { type KnownTemplateId, templateIds, templates } from '../../pipeline/templates/index.ts';
import { contentOf, expectedOf, filledIn, submissionsIn } from './as-read.ts';
import { filling, fillings } from './fillings.ts';
import { plainGrid } from './plain-grid.ts';

describe.each(templateIds)('%s is read the same, cell by cell, from', (id) => {
  test('the workbook we issue', async () => {
    await expectRead(id, '报送.xlsx', await fillTemplate(id, fillings[id], filling));
  });

  test('a workbook typed plainly, with other words and the title in its file name only', async () => {
    const { rows, addressOf } = gridOf(id);
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Sheet1');
    for (const [index, cells] of rows.entries()) sheet.getRow(index + 1).values = [...cells];
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    await expectRead(id, fileNamed(id, 'xlsx'), bytes, addressOf);
  });

  test('the same as CSV', async () => {
    const { rows, addressOf } = gridOf(id);
    const quoted = (cell: string | number | null) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
    // Programs that export CSV write every row as wide as the widest.
    const width = Math.max(...rows.map((cells) => cells.length));
    const lines = rows.map((cells) => Array.from({ length: width }, (_, at) => quoted(cells[at] ?? null)));
    const text = lines.map((cells) => cells.join(',')).join('\r\n');
    await expectRead(id, fileNamed(id, 'csv'), new TextEncoder().encode(text), addressOf);
  });

  test('the issued workbook saved as .xls', async () => {
    const issued = xlsx.read(await fillTemplate(id, fillings[id], filling), { cellNF: true });
    const bytes: Uint8Array = xlsx.write(issued, { bookType: 'biff8', type: 'array' });
    await expectRead(id, '报送.xls', new Uint8Array(bytes));
  });
});

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
});

/** Without LibreOffice on the machine there is nothing that could save the workbook again. */
const withOffice = office === undefined ? describe.skip : describe;

withOffice('saved again by LibreOffice, which works out every formula anew,', () => {
  const saved = new Map<KnownTemplateId, Uint8Array>();

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'budgetlint-resaved-'));
    try {
      for (const id of templateIds)
        writeFileSync(join(folder, `${id}.xlsx`), await fillTemplate(id, fillings[id], filling));
      execFileSync(
        office ?? '',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          'xlsx',
          '--outdir',
          join(folder, 'saved'),
          ...templateIds.map((id) => join(folder, `${id}.xlsx`)),
        ],
        { stdio: 'ignore', timeout: 280_000 },
      );
      for (const id of templateIds) saved.set(id, readFileSync(join(folder, 'saved', `${id}.xlsx`)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);

  test.each(templateIds)('%s is read the same, cell by cell', async (id) => {
    await expectRead(id, '报送.xlsx', new Uint8Array(saved.get(id) ?? []));
  });
});

function gridOf(id: KnownTemplateId) {
  return plainGrid(templates[id], filledForm(id, fillings[id], filling).issue.content);
}

function fileNamed(id: KnownTemplateId, extension: string): string {
  return `青禾镇${templates[id].title.zh}.${extension}`;
}

/** Every value filled in is read, from the cell it stands in; the issued layout says where unless another grid does. */
async function expectRead(
  id: KnownTemplateId,
  path: string,
  bytes: Uint8Array,
  addressOf?: (field: string, table?: string, row?: number) => string | null,
): Promise<void> {
  const template: Template = templates[id];
  const { issue, layout } = filledForm(id, fillings[id], filling);
  const isPlain = addressOf !== undefined;
  const where = addressOf ?? ((field, table, row) => addressIn(layout, field, table, row));
  const submissions = await submissionsIn(path, bytes);
  expect(submissions.map((one) => one.template.id)).toEqual([id]);
  const [submission] = submissions;
  if (submission === undefined) return;
  expect(submission.unit.name).toBe(filling.unit);
  const form = filledIn(issue.content.form ?? {}, (field) => isPlain || layout.form.has(field));
  expect(contentOf(submission.form, form)).toEqual(
    expectedOf(form, template.form, template.amountUnit, (field) => where(field)),
  );
  for (const [name, { rows }] of Object.entries(issue.content.tables ?? {})) {
    const fields = template.tables[name]?.fields ?? {};
    const table = submission.tables[name];
    expect(table?.rows.length).toBe(rows.length);
    expect([...(table?.unknownColumns ?? [])]).toEqual([]);
    for (const [index, values] of rows.entries()) {
      const row = table?.rows[index];
      const own = filledIn(
        values,
        (field) => isPlain || layout.tables.get(name)?.columns.has(field) === true,
      );
      expect(row === undefined ? null : contentOf(row, own)).toEqual(
        expectedOf(own, fields, template.amountUnit, (field) => where(field, name, index)),
      );
    }
  }
}
