import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunReport, runReportSchema } from '../../pipeline/model/report.ts';
import { budgetlint, ownFolder, type Ran } from '../support/command.ts';

let folder = '';
let ran: Ran;
let report: RunReport;
beforeAll(() => {
  folder = ownFolder();
  ran = budgetlint([
    'run',
    'fixtures/sample-month/收件',
    ...['--period', '2023-06', '--policy', 'fixtures/policy-example.yaml', '--formats', 'html,json'],
    ...['--out', join(folder, '结果')],
  ]);
  report = runReportSchema.parse(JSON.parse(readFileSync(join(folder, '结果', 'report.json'), 'utf8')));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sample month under the example of a policy file', () => {
  test('says which rules were not applied and why: in the report, on the page, on the terminal', () => {
    const off = report.rules.filter((rule) => rule.off !== null).map(({ id, off: why }) => `${id} ${why}`);
    expect(off).toEqual([
      'STR-10 各单位统一用导出软件制表，公式没有缓存值，已逐一核对',
      'SB-03 适用于 2024年1月及以后，本期不适用',
    ]);
    expect(report.findings.filter(({ rule }) => rule === 'SB-03' || rule === 'STR-10')).toEqual([]);
    const page = readFileSync(join(folder, '结果', '报告.html'), 'utf8');
    for (const why of ['各单位统一用导出软件制表', '适用于 2024年1月及以后，本期不适用']) {
      expect(page).toContain(why);
      expect(ran.stdout).toContain(why);
    }
  });

  test('judges each project by its own curve and names it', () => {
    expect(report.run.curves.map(({ name, share, projects }) => [name, share, projects])).toEqual([
      [null, 0.5, report.progress.filter((row) => row.curve === null).length],
      ['直达资金', 0.6, 0],
      ['三保', 181 / 365, 1],
      ['上级转移支付', 123 / 249, 9],
    ]);
    const own = report.progress.filter((row) => row.curve === '上级转移支付');
    expect(own.every((row) => row.timeProgress === 123 / 249)).toBe(true);
    const said = report.findings.filter(
      ({ rule, project }) =>
        rule === 'PRG-01' && own.some((row) => row.project.code === project?.code && project.code !== null),
    );
    expect(said.length).toBeGreaterThan(0);
    for (const { message } of said) expect(message.zh).toContain('49.40%（上级转移支付）');
  });

  test('gives its severity to a rule, whatever the rule says', () => {
    const severities = report.findings.filter(({ rule }) => rule === 'DQ-10').map(({ severity }) => severity);
    expect(new Set(severities)).toEqual(new Set(['warning']));
  });
});
