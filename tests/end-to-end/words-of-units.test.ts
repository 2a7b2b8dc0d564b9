import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { runReportSchema } from '../../pipeline/model/report.ts';
import { budgetlint, contentsOf, ownFolder } from '../support/command.ts';
import { type OutputText, outputTexts } from '../support/output-files.ts';

const original = 'fixtures/sample-month/收件/青禾镇/青禾镇2023年6月项目分月支出进度表.xlsx';
const formats = 'xlsx,csv,json,html,returned,docx,ndjson,sarif';
const numbers = ['13800138000', '11010519491231002X', '6222020000000000000'];
/** Texts of classified projects, each in another column. */
const secrets = ['绝密甲', '绝密乙', '绝密丙', '绝密丁', '绝密戊', '绝密己', '绝密庚', '绝密辛', '绝密壬'];

/** Outputs in every format of a file in which a unit wrote all it should not have. */
let texts: readonly OutputText[];
let stdout: string;
let page: string;

beforeAll(async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(original);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('the sample has a sheet');
  const write = (cells: Readonly<Record<string, string | number>>) => {
    for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value;
  };
  // A classified project that also breaks rules: a sum, a number, a choice, a lag without reason.
  write({
    B9: '涉密',
    C9: '涉密',
    E9: '绝密甲',
    F9: '绝密乙',
    L9: '绝密丙12',
    AD9: '绝密丁，因采购',
    AE9: '绝密戊',
  });
  write({ AF9: '绝密己', AG9: '绝密庚', J9: 90, Z9: 20 });
  // One whose code alone says so.
  write({ B12: '涉密', C12: '绝密壬工程', AD12: '绝密辛', Z12: 0 });
  // Numbers of persons in a name, a reason, an amount and a remark.
  write({ C10: `环卫保洁${numbers[0]}`, L10: `待定${numbers[0]}`, AG10: numbers[0] ?? '', Z10: 1 });
  write({ AD10: `电话${numbers[0]}，身份证${numbers[1]}，卡${numbers[2]}` });
  // Formulas and markup as a name and a reason.
  write({ C11: '=1+1<script>alert(1)</script>', AD11: '=HYPERLINK("http://example.invalid","x")', Z11: 1 });
  const folder = join(ownFolder(), '收件');
  mkdirSync(folder);
  await workbook.xlsx.writeFile(join(folder, '青禾镇.xlsx'));
  const out = join(folder, '..', 'out');
  ({ stdout } = budgetlint(['run', folder, '--period', '2023-06', '--out', out, '--formats', formats]));
  const files = contentsOf(out);
  texts = outputTexts(files);
  page = String(files.get('报告.html'));
});

/** Outputs with a text in them. The unit's own sheet goes back to it as it came. */
function holding(text: string): readonly string[] {
  return texts
    .filter((one) => !/^退回\/[^/]*\/青禾镇\.xlsx$/.test(one.path) || !ownParts.test(one.part))
    .filter((one) => one.text.includes(text))
    .map(({ path, part }) => `${path} ${part}`);
}

const ownParts = /^xl\/(?:worksheets\/sheet1|sharedStrings)\.xml$/;

describe('what a unit wrote', () => {
  test('was read, found wanting, and written in every format', () => {
    const names = new Set(texts.map(({ path }) => path.replace(/^.*\./, '')));
    expect([...names].sort()).toEqual(['cache', 'csv', 'docx', 'html', 'json', 'ndjson', 'sarif', 'xlsx']);
    const json = texts.find(({ path }) => path === 'report.json')?.text ?? '';
    const { findings } = runReportSchema.parse(JSON.parse(json));
    const wanting = findings.flatMap(({ rule, where }) => where.map(({ cell }) => `${rule} ${cell}`));
    expect(wanting).toEqual(expect.arrayContaining(['DQ-03 L9', 'DQ-16 AE9', 'DQ-03 L10']));
  });

  test.each(secrets)('about a classified project, %s, is in no output', (secret) => {
    expect(holding(secret)).toEqual([]);
    expect(stdout).not.toContain(secret);
  });

  test.each(numbers)('of a person, %s, is in no output', (number) => {
    expect(holding(number)).toEqual([]);
  });

  test('and looks like markup is text in the page', () => {
    expect(page).toContain('=1+1&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(page).not.toContain('<script>alert');
  });
});
