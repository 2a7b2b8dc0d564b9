import { describe, expect, test } from '@jest/globals';
import { reportJson } from '../../output/report-json.ts';
import { textOf } from '../support/bytes-of.ts';
import { emptyReport, sampleFinding, sampleReport } from '../support/sample-report.ts';

describe('report.json', () => {
  test('reads back as the report it was made from', () => {
    expect(JSON.parse(textOf(reportJson(sampleReport())))).toEqual(sampleReport());
    expect(JSON.parse(textOf(reportJson(emptyReport())))).toEqual(emptyReport());
  });

  test('has a finding a line and ends with one line feed', () => {
    const report = sampleReport();
    const text = textOf(reportJson(report));
    expect(
      text.startsWith('{\n  "schema": "budgetlint/report@1",\n  "run": {\n    "period": "2023-06",\n'),
    ).toBe(true);
    expect(text.split('\n').filter((line) => line.startsWith('    {"key":'))).toHaveLength(
      report.findings.length,
    );
    expect(text.endsWith('}\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
  });

  test('has its keys in one order, however the report was put together', () => {
    const report = sampleReport();
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, backwards(one)]),
      );
    };
    const turned = backwards(report) as typeof report; // the same keys and values, in another order
    expect(textOf(reportJson(turned))).toBe(textOf(reportJson(report)));
  });

  test('is not given out when it breaks its own schema', () => {
    const report = sampleReport();
    expect(() => textOf(reportJson({ ...report, findings: [sampleFinding({ atStake: 0.5 })] }))).toThrow(
      /atStake/,
    );
    expect(() => textOf(reportJson({ ...report, run: { ...report.run, timeProgress: Number.NaN } }))).toThrow(
      /timeProgress/,
    );
  });

  test('keeps formulas as written, masks numbers of persons, and leaves keys whole', () => {
    const finding = sampleFinding({
      key: 'DQ-16|局|13800138000|',
      value: '=1+1',
      explanation: '电话13800138000',
    });
    const text = textOf(reportJson({ ...sampleReport(), findings: [finding] }));
    expect(text).toContain('"key":"DQ-16|局|13800138000|"');
    expect(text).toContain('"value":"=1+1"');
    expect(text).toContain('"explanation":"电话138****8000"');
  });
});
