import { describe, expect, test } from '@jest/globals';
import { findingsNdjson } from '../../output/findings-ndjson.ts';
import { reportJson } from '../../output/report-json.ts';
import { textOf } from '../support/bytes-of.ts';
import { injectionStrings } from '../support/injection-strings.ts';
import { emptyReport, sampleFinding, sampleReport } from '../support/sample-report.ts';

describe('findings.ndjson', () => {
  test('holds the findings of report.json, one a line', () => {
    const text = textOf(findingsNdjson(sampleReport()));
    expect(text.endsWith('}\n')).toBe(true);
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      JSON.parse(textOf(reportJson(sampleReport()))).findings,
    );
  });

  test('without findings is empty', () => {
    expect(textOf(findingsNdjson(emptyReport()))).toBe('');
  });

  test.each(injectionStrings)('keeps a finding of %j on its line', (evil) => {
    const finding = sampleFinding({ unit: evil, message: { zh: evil, en: evil }, value: evil });
    const text = textOf(findingsNdjson({ ...sampleReport(), findings: [finding] }));
    expect(text.split('\n')).toHaveLength(2);
    expect(JSON.parse(text)).toMatchObject({ unit: evil, value: evil });
  });

  test('masks numbers of persons', () => {
    const finding = sampleFinding({ explanation: '电话13800138000' });
    expect(textOf(findingsNdjson({ ...sampleReport(), findings: [finding] }))).toContain(
      '"explanation":"电话138****8000"',
    );
  });
});
