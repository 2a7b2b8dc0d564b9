import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateReferenceYear } from '../../fixtures/generate-reference-year.ts';
import { referenceYear } from '../../fixtures/reference-year/reference-year.ts';
import { dossiersOf, runRules } from '../../fixtures/run-case.ts';
import { type Finding, type RunReport, runReportSchema } from '../../pipeline/model/report.ts';
import { annexOf } from '../../pipeline/stages/annex/annex.ts';
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

  test('writes the annex beside the report, the same as from the figures', () => {
    expect(readdirSync(out)).toContain('自评数据附表.xlsx');
    expect(report.annex.map(({ unit, year }) => `${unit} ${year}`)).toEqual(['青禾镇人民政府 2023']);
    const [dossier] = dossiersOf(referenceYear);
    const annex = dossier === undefined ? null : annexOf(dossier, thresholds);
    expect(linesOf(report.annex)).toEqual(linesOf(annex === null ? [] : [annex]));
  });
});

const thresholds = {
  lamps: { red: 0.6, yellow: 0.8 },
  variance: { warnAbove: 0.2, errorAbove: Number.POSITIVE_INFINITY, floor: 1_000_000 },
};

function linesOf(annexes: RunReport['annex']): readonly string[] {
  return annexes.flatMap(({ sections }) =>
    sections.flatMap(({ lines }) =>
      lines.map(({ item, computed, stated, verdict }) => `${item.zh} ${computed} ${stated} ${verdict}`),
    ),
  );
}

/** How often each rule failed, by rule. */
function countsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule, status } of findings) if (status === 'fail') counts[rule] = (counts[rule] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
