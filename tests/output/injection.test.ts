import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { anomalyList } from '../../output/anomaly-list.ts';
import { findingsNdjson } from '../../output/findings-ndjson.ts';
import { reportPage } from '../../output/html/report-page.ts';
import { noticesOf } from '../../output/notices/notices.ts';
import { reportJson } from '../../output/report-json.ts';
import { markWorkbook } from '../../output/returned/mark-workbook.ts';
import { sarifLog } from '../../output/sarif.ts';
import { terminalSummary } from '../../output/terminal-summary.ts';
import { varianceWorkbook } from '../../output/variance-workbook/variance-workbook.ts';
import { Token, XmlScanner } from '../../pipeline/formats/xlsx/xml-scanner.ts';
import type { RunReport } from '../../pipeline/model/report.ts';
import { openSpool } from '../../pipeline/spool.ts';
import { besideIn } from '../support/beside.ts';
import { textOf } from '../support/bytes-of.ts';
import { documentContent } from '../support/document.ts';
import { injectionStrings, isEvaluated } from '../support/injection-strings.ts';
import { sampleReport } from '../support/sample-report.ts';
import { sarifSchema } from '../support/sarif-schema.ts';
import { buildWorkbook } from '../support/xlsx-parts.ts';
import { markupOf } from './html/markup-of.ts';
import { rewritten } from './html/rewritten.ts';

/** Words of fixed lists and days, which come from us. */
const ours = new Set(['kind', 'level', 'answerBy', 'template']);

const monthSources = new Set(['this run', 'previous run', 'earlier sheet', 'month columns']);

/** The sample with every text a unit can write put to an injection string, each text to another one. */
function hostileReport(shift: number): RunReport {
  let count = shift;
  return rewritten(sampleReport(), (text, key) => {
    if (ours.has(key) || monthSources.has(text)) return text;
    count += 1;
    return injectionStrings[count % injectionStrings.length] ?? '';
  });
}

/** Each shift puts other strings into the same places. */
const shifts = [0, 7, 13, 20, 27];

// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

describe.each(shifts)('a report of injection strings (%i)', (shift) => {
  const report = hostileReport(shift);

  test('as a workbook holds no formula, no markup of theirs, no sign that cannot be seen', async () => {
    expectPlainParts(await varianceWorkbook(report, 'zh', besideIn(report)));
  });

  test('as the page has our elements alone', async () => {
    const page = await reportPage(report, 'zh', besideIn(report));
    const clean = markupOf(await reportPage(sampleReport(), 'zh', besideIn(sampleReport())));
    const names = (tags: typeof clean.tags) => new Set(tags.map(({ name }) => name));
    const { tags } = markupOf(page);
    expect([...names(tags)].filter((name) => !names(clean.tags).has(name))).toEqual([]);
    expect(tags.filter(({ name }) => name === 'script')).toHaveLength(
      clean.tags.filter(({ name }) => name === 'script').length,
    );
    expect(
      tags.flatMap(({ attributes }) => [...attributes.keys()].filter((key) => /^on/i.test(key))),
    ).toEqual([]);
  });

  test('as a list holds nothing a spreadsheet would evaluate', async () => {
    const { default: papaparse } = await import('papaparse');
    const text = textOf(await anomalyList(report, 'zh', openSpool(null)));
    const rows = papaparse.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
    expect(rows).toHaveLength(report.findings.length + 1);
    expect(rows.flat().filter(isEvaluated)).toEqual([]);
  });

  test('for programs reads back as it was written', () => {
    expect(JSON.parse(textOf(reportJson(report)))).toEqual(report);
    const lines = textOf(findingsNdjson(report)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(report.findings);
    const log = sarifLog(report, 'zh', { code: 1, meaning: '' });
    expect(sarifSchema.parse(JSON.parse(log)).runs[0]?.results).toHaveLength(report.findings.length);
    expect(
      JSON.stringify(JSON.parse(log).runs[0].results.map((one: { message: unknown }) => one.message)),
    ).not.toMatch(/\\u00[01][0-9a-f]|\u202E/);
  });

  test('as documents is text alone', async () => {
    for (const { write } of noticesOf(report, 'zh', [])) {
      const { fields, parts } = documentContent(await write());
      expect(fields).toEqual(['PAGE', 'PAGE']);
      for (const xml of parts.values()) expect(xml).not.toMatch(unseen);
    }
  });

  test('on the terminal moves no cursor and turns no text round', () => {
    const lines = terminalSummary(report, 'zh', {
      report: injectionStrings[shift] ?? '',
      next: null,
      colour: false,
    });
    expect(lines.filter((line) => unseen.test(line))).toEqual([]);
  });

  test('in a marked workbook is text alone', () => {
    const findings = report.findings.map((finding, index) => ({
      ...finding,
      where: [{ file: 'a.xlsx', sheet: 'Sheet1', cell: `A${index + 1}`, label: finding.message.zh }],
    }));
    const evil = injectionStrings[shift] ?? '';
    const marked = markWorkbook(
      buildWorkbook({ sheet: '<sheetData/>' }),
      {
        fileName: evil,
        path: 'a.xlsx',
        unit: evil,
        period: '2023年6月',
        batch: '2023-06',
        findings,
        ruleSet: 'sha256:1',
        sha256: 'a'.repeat(64),
        isCopy: false,
        earlier: null,
      },
      'zh',
    );
    expectPlainParts(marked);
  });
});

/** Every part is well-formed, no cell is a formula, nothing leads out of the workbook. */
function expectPlainParts(bytes: Uint8Array): void {
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels|vml)$/.test(name)) continue;
    const xml = strFromU8(content);
    const scanner = new XmlScanner(name, Buffer.from(content), { xmlDepth: 64 });
    while (scanner.next() !== Token.end);
    expect(xml).not.toMatch(unseen);
    expect(xml).not.toMatch(/<f[ >]|<script|<img|<x>|https?:\/\/example\.invalid"/);
  }
}
