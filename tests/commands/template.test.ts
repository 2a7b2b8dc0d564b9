import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { placeOf } from '../../pipeline/model/submission.ts';
import { templateIds } from '../../pipeline/templates/index.ts';
import { said } from '../support/said.ts';
import { sampleReport } from '../support/sample-report.ts';
import { lintWorkbook } from '../support/sheet-lint.ts';
import { submissionsIn, workbookOf } from '../templates/as-read.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budgetlint-template-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('budgetlint template', () => {
  test('lists every template with its title', async () => {
    const { code, out } = await said('template');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(templateIds.length);
    expect(out).toContain('T08  “三保”支出表');
    expect((await said('template', '--list', '--lang', 'en')).out).toContain('T10  Direct-transfer funds');
  });

  test('answers a template that does not exist with the nearest', async () => {
    const { code, err } = await said('template', 'T1', '--out', join(folder, '表.xlsx'));
    expect(code).toBe(2);
    expect(err).toContain('是不是 T01（项目分月支出进度表）？');
    const english = await said('template', 'T99x', '--lang', 'en', '--out', join(folder, '表.xlsx'));
    expect([english.code, readdirSync(folder)]).toEqual([2, []]);
  });

  test('writes the form for a unit and month, and leaves nothing beside it', async () => {
    const path = join(folder, '表.xlsx');
    const { code, out } = await said(
      'template',
      't05',
      '--unit',
      '青禾镇人民政府',
      '--period',
      '2023-06',
      '--out',
      path,
    );
    expect([code, out.trim(), readdirSync(folder)]).toEqual([0, path, ['表.xlsx']]);
    const [submission] = await submissionsIn('表.xlsx', readFileSync(path));
    expect([submission?.template.id, submission?.unit.name]).toEqual(['T05', '青禾镇人民政府']);
  });

  test('writes the guide in English when asked, the form stays official', async () => {
    const path = join(folder, 'form.xlsx');
    await said('template', 'T01', '--lang', 'en', '--out', path);
    const { sheets } = await workbookOf('form.xlsx', readFileSync(path));
    expect(sheets[0]?.value(1, 1)).toBe('项目分月支出进度表（　　　年　　月）');
    expect(sheets[1]?.value(1, 1)).toBe('How to fill in this form');
  });

  test('never replaces a file unless told to', async () => {
    const path = join(folder, '表.xlsx');
    writeFileSync(path, 'mine');
    const { code, err } = await said('template', 'T01', '--out', path);
    expect([code, err]).toEqual([2, `${path} 已存在，未作改动。要覆盖请加 --force。\n`]);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await said('template', 'T01', '--out', path, '--force')).code).toBe(0);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });

  test("fills in last month's projects, with what they had spent as notes", async () => {
    const report = sampleReport();
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    const unit = report.progress[0]?.unit ?? '';
    const projects = report.progress.filter((row) => row.unit === unit);
    const path = join(folder, '表.xlsx');
    const { code } = await said(
      'template',
      'T01',
      '--unit',
      unit,
      '--period',
      '2023-07',
      '--previous',
      folder,
      '--out',
      path,
    );
    expect(code).toBe(0);
    expect(lintWorkbook(readFileSync(path))).toEqual([]);
    const [submission] = await submissionsIn('表.xlsx', readFileSync(path));
    const rows = submission?.tables.projects?.rows ?? [];
    expect(rows.map(({ values }) => [values.projectCode, values.projectName, values.adjustedBudget])).toEqual(
      projects.map(({ project, budget }) =>
        [project.code ?? '', project.name, budget].map((one) => (one === '' ? null : one)),
      ),
    );
    expect(rows[0] === undefined ? null : placeOf(rows[0], 'projectName').cell).toBe('C5');
    const early = await said(
      'template',
      'T01',
      '--unit',
      unit,
      '--period',
      '2023-06',
      '--previous',
      folder,
      '--out',
      path,
      '--force',
    );
    expect([early.code, early.err]).toEqual([
      2,
      expect.stringContaining('是 2023-06 的报告，应早于本次的 2023-06。'),
    ]);
    const unknown = await said(
      'template',
      'T01',
      '--unit',
      '没有这个单位',
      '--previous',
      folder,
      '--out',
      path,
      '--force',
    );
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringContaining('上月的报告里没有“没有这个单位”。'),
    ]);
  });
});
