import { describe, expect, test } from '@jest/globals';
import { sarifLog } from '../../output/sarif.ts';
import { emptyReport, sampleFinding, sampleReport } from '../support/sample-report.ts';
import { sarifSchema } from '../support/sarif-schema.ts';

const exit = { code: 1, meaning: '有须处理的问题' };
const logOf = (...[report, language = 'zh']: Partial<Parameters<typeof sarifLog>>) =>
  sarifSchema.parse(JSON.parse(sarifLog(report ?? sampleReport(), language, exit)));
const only = (changes: Parameters<typeof sampleFinding>[0]) => {
  const [run] = logOf({ ...sampleReport(), findings: [sampleFinding(changes)] }).runs;
  return run?.results[0];
};

describe('report.sarif', () => {
  test.each(['zh', 'en'] as const)(
    'in %s is a SARIF 2.1.0 log with a result for each finding',
    (language) => {
      const report = sampleReport();
      const [run] = logOf(report, language).runs;
      expect(run?.results).toHaveLength(report.findings.length);
      expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(report.rules.map(({ id }) => id));
      for (const result of run?.results ?? []) {
        if (result.ruleIndex !== undefined)
          expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
        for (const { physicalLocation } of result.locations) {
          const { index, uri } = physicalLocation?.artifactLocation ?? {};
          if (index !== undefined) expect(run?.artifacts[index]?.location.uri).toBe(uri);
        }
      }
    },
  );

  test('without findings and files is one too', () => {
    const [run] = logOf(emptyReport()).runs;
    expect(run).toMatchObject({ results: [], artifacts: [] });
  });

  test('says what a rule asks, why, on what basis and with which thresholds', () => {
    const rule = {
      ...(sampleReport().rules[0] ?? missing()),
      id: 'PRG-04',
      title: { zh: '实际支出与分月计划差异过大', en: 'Spending strays from plan' },
      basis: { source: '填报要求', why: { zh: '须逐项分析说明。', en: 'To be explained.' } },
      options: { warnAbove: 0.2, floor: 100 },
      severity: 'warning' as const,
      group: 'spending',
      off: null,
    };
    const [run] = logOf({
      ...sampleReport(),
      rules: [rule, { ...rule, id: 'PRG-05', off: '已逐一核对' }],
    }).runs;
    expect(run?.tool.driver.rules).toEqual([
      {
        id: 'PRG-04',
        shortDescription: { text: '实际支出与分月计划差异过大' },
        fullDescription: { text: '须逐项分析说明。' },
        help: { text: '须逐项分析说明。\n填报要求\nfloor = 100\nwarnAbove = 0.2' },
        defaultConfiguration: { level: 'warning' },
        properties: { tags: ['spending'] },
      },
      expect.objectContaining({
        id: 'PRG-05',
        defaultConfiguration: { level: 'warning', enabled: false },
        properties: { tags: ['spending'], off: '已逐一核对' },
      }),
    ]);
  });

  test('gives the place as sheet and cell, and as row and column', () => {
    const result = only({
      where: [
        { file: '柳溪镇/6月 进度表.xlsx', sheet: '支出进度', cell: 'R12', label: '累计支出' },
        { file: '柳溪镇/6月 进度表.xlsx', sheet: '支出进度', cell: '3:3', label: null },
        { file: 'b.xlsx', sheet: null, cell: null, label: null },
      ],
    });
    const uri = '%E6%9F%B3%E6%BA%AA%E9%95%87/6%E6%9C%88%20%E8%BF%9B%E5%BA%A6%E8%A1%A8.xlsx';
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: 'INBOX' },
          region: { startLine: 12, startColumn: 18, endLine: 12, endColumn: 19 },
        },
        logicalLocations: [{ fullyQualifiedName: '支出进度!R12', kind: 'cell' }],
        message: { text: '累计支出' },
      },
    ]);
    expect(result?.relatedLocations?.map(({ physicalLocation }) => physicalLocation?.region)).toEqual([
      { startLine: 3, endLine: 3 },
      undefined,
    ]);
  });

  test('names the unit alone where nothing was handed in', () => {
    const where = [{ file: '', sheet: null, cell: null, label: null }];
    expect(only({ unit: '白杨镇人民政府', where })?.locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: '白杨镇人民政府', kind: 'unit' }] },
    ]);
  });

  test.each([
    ['error', 'fail', 'fail', 'error'],
    ['warning', 'fail', 'fail', 'warning'],
    ['notice', 'fail', 'fail', 'note'],
    ['error', 'undecidable', 'open', 'none'],
  ] as const)('makes of %s %s the kind %s and the level %s', (severity, status, kind, level) => {
    expect(only({ severity, status })).toMatchObject({ kind, level });
  });

  test('has a fingerprint that depends on the key alone', () => {
    const print = only({ key: 'a' })?.partialFingerprints['budgetlintKey/v1'];
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    expect(only({ key: 'a', value: '1' })?.partialFingerprints['budgetlintKey/v1']).toBe(print);
    expect(only({ key: 'b' })?.partialFingerprints['budgetlintKey/v1']).not.toBe(print);
  });

  test('tells how the run ended, failures of the program as notifications', () => {
    const report = sampleReport();
    const failures = [{ stage: 'check', rule: 'PRG-04', file: 'a.xlsx', message: 'boom' }];
    const [run] = logOf({ ...report, summary: { ...report.summary, failures: 1 }, failures }).runs;
    expect(run?.invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 1,
        exitCodeDescription: '有须处理的问题',
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'check: boom' },
            associatedRule: { id: 'PRG-04' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'a.xlsx', uriBaseId: 'INBOX' } } }],
          },
        ],
      },
    ]);
    expect(logOf().runs[0]?.invocations[0]?.executionSuccessful).toBe(true);
  });

  test.each([
    '/etc/passwd',
    '//example.invalid/a',
    'http://example.invalid/a',
    'C:\\a.xlsx',
    'a\uD800b',
    '?x#y',
    '%2e%2e/a',
  ])('leads nowhere else by a file named %j', (file) => {
    const uri = only({ where: [{ file, sheet: null, cell: null, label: null }] })?.locations[0]
      ?.physicalLocation?.artifactLocation.uri;
    expect(uri).not.toMatch(/^\/|[:\\?#]/);
  });

  test('is the same text every time', () => {
    expect(sarifLog(sampleReport(), 'zh', exit)).toBe(sarifLog(sampleReport(), 'zh', exit));
  });

  test('masks numbers of persons', () => {
    expect(only({ message: { zh: '电话13800138000', en: '' } })?.message.text).toBe('电话138****8000');
  });
});

function missing(): never {
  throw new Error('the sample has rules');
}
