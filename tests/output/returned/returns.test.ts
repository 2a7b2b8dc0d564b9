import { describe, expect, test } from '@jest/globals';
import { returnsOf } from '../../../output/returned/returns.ts';
import { sampleReport } from '../../support/sample-report.ts';

describe('the files that go back', () => {
  const report = sampleReport();
  const returns = returnsOf(report, 'zh');

  test('are those that were read, count, and hold an error or something to explain', () => {
    const wrong = new Set(
      report.findings
        .filter(({ status, severity }) => status === 'fail' && severity !== 'notice')
        .flatMap(({ where }) => where.map(({ file }) => file)),
    );
    const counting = report.submissions.filter(({ status }) => status === 'checked').map(({ file }) => file);
    expect(returns.map(({ file }) => file)).toEqual([...new Set(counting)].filter((file) => wrong.has(file)));
    expect(returns.length).toBeGreaterThan(2);
  });

  test('lie in the folder of their unit, by their own name', () => {
    for (const { path, unit, file } of returns) expect(path).toBe(`退回/${unit}/${file.split('/').at(-1)}`);
    expect(returnsOf(report, 'en')[0]?.path).toMatch(/^returned\//);
  });

  test('a name that climbs stays in its folder; a name no unit should have is told apart from its twin', () => {
    const first = returns[0];
    if (first === undefined) throw new Error('no returns');
    const submissions = report.submissions
      .filter(({ file }) => file === first.file)
      .flatMap((one) => [
        { ...one, unit: '../..', file: 'a/CON.csv' },
        { ...one, unit: '../..', file: 'b/con.xls' },
      ]);
    const where = submissions.map(({ file }) => ({ file, sheet: null, cell: null, label: null }));
    const findings = Array.from(first.findings, (finding) => ({ ...finding, where }));
    const paths = returnsOf({ ...report, submissions, findings }, 'zh').map(({ path }) => path);
    expect(paths).toEqual(['退回/／/_CON.xlsx', '退回/／/_con(2).xlsx']);
  });
});
