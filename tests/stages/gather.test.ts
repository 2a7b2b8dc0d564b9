import { describe, expect, test } from '@jest/globals';
import type { SubmissionInput } from '../../fixtures/case.ts';
import { submission } from '../../fixtures/submission.ts';
import type { Submission } from '../../pipeline/model/submission.ts';
import { gather } from '../../pipeline/stages/gather.ts';
import type { KnownTemplateId } from '../../pipeline/templates/index.ts';
import type { Validated } from '../../pipeline/validate.ts';

describe('of several files with the same table', () => {
  test('the last one counts', () => {
    expect(
      counting([
        read('T13', '初报.xlsx', '2023年收支预算总表'),
        read('T13', '重报.xlsx', '2023年收支预算总表'),
      ]),
    ).toEqual(['重报.xlsx']);
  });

  test.each([
    ['支出进度.xlsx', '支出进度(更正).xlsx'],
    ['支出进度v9.xlsx', '支出进度v10.xlsx'],
    ['支出进度.xlsx', '更正-支出进度.xlsx'],
    ['支出进度.xlsx', '支出进度(1).xlsx'],
    ['初稿/支出进度.xlsx', '报送/支出进度.xlsx'],
  ])('of %p and %p the second one counts', (earlier, later) => {
    const sheets = [later, earlier].map((file) => read('T13', file, '2023年收支预算总表'));
    expect(counting(sheets)).toEqual([later]);
  });

  test('the day of filling in goes before the name', () => {
    const dated = (file: string, text: string) =>
      read('T13', file, '2023年收支预算总表', { signatures: { 填报日期: text } });
    expect(counting([dated('更正.xlsx', '2023年7月3日'), dated('表.xlsx', '2023.7.6')])).toEqual(['表.xlsx']);
  });

  test('the same content counts once, by the name that comes first', () => {
    const copies = ['支出进度 - 副本.xlsx', '支出进度.xlsx'].map((file) => ({
      ...read('T13', file, '2023年收支预算总表'),
      sha256: 'same',
    }));
    expect(counting(copies)).toEqual(['支出进度.xlsx']);
  });

  test('budgets and final accounts, of this year and of last, count side by side', () => {
    const sheets = ['2023年收支预算总表', '2022年收支预算总表', '2022年收支决算总表'];
    expect(counting(sheets.map((sheet, index) => read('T13', `${index}.xlsx`, sheet)))).toEqual([
      '0.xlsx',
      '1.xlsx',
      '2.xlsx',
    ]);
  });

  test('forms of one project a sheet count once a project', () => {
    const form = (projectName: string) => ({ form: { projectName } });
    expect(
      counting([
        read('T06', '1.xlsx', '自评', form('道路养护')),
        read('T06', '2.xlsx', '自评', form('道路养护')),
        read('T06', '3.xlsx', '自评', form('文化活动')),
      ]),
    ).toEqual(['2.xlsx', '3.xlsx']);
  });
});

function read(id: KnownTemplateId, file: string, sheet: string, more: SubmissionInput = {}): Submission {
  return { ...submission(id, { file, sheet, period: { period: '2023-12' }, ...more }), sha256: file };
}

/** The files that count, by name. */
function counting(submissions: readonly Submission[]): readonly string[] {
  const results = submissions.map(
    (one): Validated => ({
      file: one.file,
      sha256: one.sha256,
      refusal: null,
      unrecognised: [],
      submissions: [one],
      passedOver: [],
      rowCounts: [],
      checked: [],
      explanations: new Map(),
    }),
  );
  const [dossier] = gather(results, '2023-12', null, new Map()).dossiers;
  return (dossier?.submissions ?? []).map(({ file }) => file).toSorted();
}
