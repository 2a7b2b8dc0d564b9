import { describe, expect, test } from '@jest/globals';
import type { SubmissionInput } from '../../fixtures/case.ts';
import { submission } from '../../fixtures/submission.ts';
import { expenseItemNames, expenseItemOf, threePublicOf } from '../../pipeline/model/three-public.ts';
import { submissionIn } from '../support/submission-in.ts';

const figures = (input: SubmissionInput, column: 'budget' | 'lastActual') => {
  const [expenses] = threePublicOf(submission('T09', input));
  return expenseItemNames.map((item) => expenses?.cell(item, column)?.fen ?? null);
};

describe('the three public expenses', () => {
  test.each([
    ['“三公”经费合计', 'total'],
    ['三公经费', 'total'],
    ['合  计', 'total'],
    ['（一）因公出国（境）费', 'abroad'],
    ['1、因公出国(境)经费', 'abroad'],
    ['（二）公务用车购置及运行维护费', 'cars'],
    ['2.公务用车费', 'cars'],
    ['公务用车购置及运维费', 'cars'],
    ['1.公务用车购置费', 'purchase'],
    ['其中：购置费', 'purchase'],
    ['（1）公务用车运行费', 'running'],
    ['2.运行维护费', 'running'],
    ['公务用车运维费', 'running'],
    ['（三）公务接待费', 'reception'],
    ['机关运行经费', null],
    ['公务用车保有量', null],
    ['公务用车购置数', null],
    ['其中：外事接待费', null],
    ['国内公务接待批次', null],
    ['培训费', null],
  ])('%s is %s', (written, item) => {
    expect(expenseItemOf(written)).toBe(item);
  });

  test('amounts are found by the names of rows, whatever their order', () => {
    const rows = [
      { item: '（一）公务接待费', budget: 5.02 },
      { item: '（二）公务用车购置及运行费', budget: 12.15 },
      { item: '其中：运行维护费', budget: 12.15 },
      { item: '购置费', budget: 0 },
      { item: '（三）因公出国（境）费', budget: 0 },
      { item: '合计', budget: 17.17 },
    ];
    expect(figures({ rows }, 'budget')).toEqual([17_170_000, 0, 12_150_000, 0, 12_150_000, 5_020_000]);
  });

  test('amounts are found by the columns of the one-row form', () => {
    const input = { tables: { matrix: [{}] } };
    expect(figures(input, 'budget')).toEqual([17_170_000, 0, 12_150_000, 0, 12_150_000, 5_020_000]);
    expect(figures(input, 'lastActual')).toEqual([null, null, null, null, null, null]);
  });

  test('each row of the one-row form is a unit of its own', () => {
    expect(threePublicOf(submission('T09', { tables: { matrix: [{}, {}] } }))).toHaveLength(2);
  });

  test('with meetings and training on the sheet, only a line of their own is the total of the three', () => {
    const others = [
      { item: '会议费', budget: 1 },
      { item: '培训费', budget: 1 },
    ];
    const both = [{ item: '合计', budget: 19.17 }, { item: '“三公”经费小计', budget: 17.17 }, ...others];
    expect(figures({ rows: both }, 'budget')[0]).toBe(17_170_000);
    expect(figures({ rows: [{ item: '合计', budget: 19.17 }, ...others] }, 'budget')[0]).toBeNull();
  });

  test.each([
    [
      'a heading over the three',
      '单位名称,预算数,,,,,,,\n,合计,“三公”经费,,,,,会议费,培训费\n,,小计,因公出国(境)费,公务用车购置及运行费,,公务接待费,,\n,,,,小计,运行费,,,\n示例所,19.17,17.17,0,12.15,12.15,5.02,1,1\n',
      17_170_000,
    ],
    [
      'a column for the three',
      '单位名称,合计,三公经费小计,因公出国(境)费,公务用车购置费,公务用车运行费,公务接待费,会议费,培训费\n示例所,19.17,17.17,0,0,12.15,5.02,1,1\n',
      17_170_000,
    ],
    [
      'no total of the three',
      '单位名称,合计,因公出国(境)费,公务用车购置费,公务用车运行费,公务接待费,会议费,培训费\n示例所,19.17,0,0,12.15,5.02,1,1\n',
      null,
    ],
  ])('meetings and training beside the three in one row, with %s', async (_, rows, total) => {
    const sheet = `示例所2023年度“三公”经费及会议费、培训费支出预算表\n单位：示例所,,,,,,,,金额单位：万元\n${rows}`;
    const [expenses] = threePublicOf(await submissionIn('三公.csv', sheet));
    expect(expenses?.cell('reception', 'budget')?.fen).toBe(5_020_000);
    expect(expenses?.cell('total', 'budget')?.fen ?? null).toBe(total);
  });

  test('a sheet without rows says nothing', () => {
    expect(threePublicOf(submission('T09', []))).toEqual([]);
  });
});
