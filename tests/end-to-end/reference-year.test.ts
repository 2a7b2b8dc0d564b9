import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateReferenceYear } from '../../fixtures/generate-reference-year.ts';
import { referenceYear } from '../../fixtures/reference-year/reference-year.ts';
import { runRules } from '../../fixtures/run-case.ts';
import { type Finding, type RunReport, runReportSchema } from '../../pipeline/model/report.ts';
import { rules } from '../../rules/index.ts';
import { budgetlint, ownFolder } from '../support/command.ts';

describe('run on the workbooks of the reference year', () => {
  const inbox = join(ownFolder(), '收件');
  const out = join(ownFolder(), '2023');
  let report: RunReport;

  beforeAll(async () => {
    await generateReferenceYear(inbox);
    const ran = budgetlint(['run', inbox, '--period', '2023-12', '--as-of', '2024-01-10', '--out', out]);
    expect([ran.status, ran.stderr]).toEqual([1, expect.not.stringContaining('Error')]);
    report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
  }, 60_000);

  test('reads every workbook, and sets none aside', () => {
    const sheets = report.submissions.filter(({ template }) => template !== null);
    expect(sheets.map(({ status }) => status).filter((status) => status !== 'checked')).toEqual([]);
    expect(sheets.length).toBe(report.summary.files);
  });

  test('finds in them what the rules find in the figures, rule by rule', () => {
    const { findings } = runRules(rules, referenceYear);
    expect(countsOf(report.findings)).toEqual(countsOf(findings));
  });

  test('writes the annex beside the report', () => {
    expect(readdirSync(out)).toContain('自评数据附表.xlsx');
    const lines = report.annex.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
    const rate = lines.find(({ item }) => item.zh === '项目整体支出进度');
    expect([rate?.computed, rate?.stated, rate?.verdict]).toEqual(['96.10', '96.1', 'agrees']);
    expect(report.annex.map(({ unit, year }) => `${unit} ${year}`)).toEqual(['青禾镇人民政府 2023']);
  });
});

/** How often each rule failed, by rule. */
function countsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule, status } of findings) if (status === 'fail') counts[rule] = (counts[rule] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
