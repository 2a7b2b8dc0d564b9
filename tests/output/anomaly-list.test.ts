import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import papaparse from 'papaparse';
import { type AnomalyListOptions, anomalyList } from '../../output/anomaly-list.ts';
import type { RunReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { openSpool } from '../../pipeline/spool.ts';
import { bytesOf } from '../support/bytes-of.ts';
import { injectionStrings, isEvaluated } from '../support/injection-strings.ts';
import { emptyReport, sampleFinding, sampleReport } from '../support/sample-report.ts';

const listOf = async (report: RunReport, language: Language, options: AnomalyListOptions = {}) =>
  bytesOf(await anomalyList(report, language, openSpool(null), options));

const text = async (...args: Parameters<typeof listOf>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await listOf(...args));

async function fields(...args: Parameters<typeof listOf>): Promise<string[][]> {
  const parsed = papaparse.parse<string[]>((await text(...args)).replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

const withFindings = (...findings: ReturnType<typeof sampleFinding>[]) => ({ ...sampleReport(), findings });

describe('the list of anomalies', () => {
  test('names whole rows and columns as people say them', async () => {
    const where = ['7:9', 'D:D', 'D7'].map((cell) => ({ file: 'a.xlsx', sheet: '支出', cell, label: null }));
    const [, line] = await fields(withFindings(sampleFinding({ where })), 'zh');
    expect(line?.[4]).toBe('a.xlsx 支出!第 7–9 行；a.xlsx 支出!D 列；a.xlsx 支出!D7');
  });

  test('has the message first, codes and proof last', async () => {
    expect(await fields(withFindings(sampleFinding({ explanation: '8月支付', count: 2 })), 'zh')).toEqual([
      [
        '单位',
        '项目',
        '问题',
        '怎么改',
        '位置',
        '原值',
        '应为',
        '相差',
        '级别',
        '单位说明',
        '处理状态',
        '规则',
        '涉及金额(万元)',
        '算式',
        '依据',
      ],
      [
        '区文化和旅游局',
        '公共文化服务体系建设',
        '截至6月累计支出 40.90 万元，累计计划 71.38 万元，差异率 -42.70%。（同类共 2 处）',
        '核对累计数；确有差异的，在“原因”列写明金额、预计支出时间和处置。',
        '区文化和旅游局_6月.xlsx 支出进度!R12 累计支出',
        '40.90',
        '71.38',
        '-30.48',
        '需说明',
        '8月支付',
        '已说明待核',
        'PRG-04',
        '30.48',
        'G12 71.38 − H12 40.90 = 30.48',
        '项目分月支出进度表填报要求：差异率大的项目须逐项分析说明。',
      ],
    ]);
  });

  test('in English has English words around the data', async () => {
    const [heading, row] = await fields(withFindings(sampleFinding()), 'en');
    expect(heading?.slice(0, 5)).toEqual(['Unit', 'Project', 'Problem', 'How to put it right', 'Place']);
    expect(row?.slice(8, 12)).toEqual(['To explain', '—', 'to explain', 'PRG-04']);
  });

  test('says — for what is not there and 0.00 for zero', async () => {
    const absent = sampleFinding({
      project: null,
      where: [],
      value: null,
      trace: null,
      atStake: null,
      unit: '',
    });
    const [, one, two] = await fields(withFindings(sampleFinding({ atStake: 0 }), absent), 'zh');
    expect(one?.[12]).toBe('0.00');
    expect([two?.[0], two?.[1], two?.[4], two?.[5], two?.[12], two?.[13]]).toEqual([
      '（单位不明）',
      '—',
      '—',
      '—',
      '—',
      '—',
    ]);
  });

  test('names the first of many places and how many there are', async () => {
    const where = Array.from({ length: 7 }, (_, index) => ({
      file: 'a.xlsx',
      sheet: '表',
      cell: `R${index + 6}`,
      label: null,
    }));
    const [, row] = await fields(withFindings(sampleFinding({ where })), 'zh');
    expect(row?.[4]).toBe('a.xlsx 表!R6；a.xlsx 表!R7；a.xlsx 表!R8；等 7 处');
  });

  test('gives no place for what was never handed in', async () => {
    const where = [{ file: '', sheet: null, cell: null, label: null }];
    const [, row] = await fields(withFindings(sampleFinding({ where })), 'zh');
    expect(row?.[4]).toBe('—');
  });

  test('begins with a byte order mark and ends every line with CRLF', async () => {
    const bytes = await listOf(sampleReport(), 'zh');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const whole = await text(sampleReport(), 'zh');
    expect(whole.endsWith('\r\n')).toBe(true);
    expect(whole.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(whole.split('\r\n')).toHaveLength(sampleReport().findings.length + 2);
  });

  test.each(injectionStrings)('holds nothing a spreadsheet would evaluate of %j', async (evil) => {
    const everywhere = sampleFinding({
      unit: evil,
      project: { code: evil, name: evil },
      where: [{ file: evil, sheet: evil, cell: null, label: evil }],
      value: evil,
      expected: evil,
      difference: evil,
      trace: evil,
      explanation: evil,
      message: { zh: evil, en: evil },
      clears: { zh: evil, en: evil },
      basis: { source: evil, why: { zh: evil, en: evil } },
    });
    const rows = await fields(withFindings(everywhere), 'zh');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(15);
    expect(rows[1]?.filter(isEvaluated)).toEqual([]);
  });

  test('can be written in GB18030 and loses no character', async () => {
    const rare = withFindings(sampleFinding({ unit: '㐂𠮷镇😀' }));
    const bytes = await listOf(rare, 'zh', { encoding: 'gb18030' });
    expect(iconv.decode(Buffer.from(bytes), 'gb18030')).toBe((await text(rare, 'zh')).replace(/^\uFEFF/, ''));
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toContain('㐂𠮷镇😀');
  });

  test('can hold every character in GB18030 but those of private use, which each program reads its own way', async () => {
    const planes = Array.from({ length: 17 }, (_, plane) => plane);
    const chunks = planes.map((plane) =>
      Array.from({ length: 0x10000 }, (_, sign) => plane * 0x10000 + sign)
        .filter((code) => code > 0x9f && (code < 0xd800 || code > 0xf8ff))
        .map((code) => String.fromCodePoint(code))
        .join(''),
    );
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (const chunk of chunks) {
      const all = withFindings(sampleFinding({ explanation: chunk }));
      const [, row] = papaparse.parse<string[]>(
        decoder.decode(await listOf(all, 'zh', { encoding: 'gb18030' })),
      ).data;
      const [, expected] = await fields(all, 'zh');
      expect(row?.[9]).toBe(expected?.[9]);
    }
  });

  test('without findings is its heading', async () => {
    expect(await fields(emptyReport(), 'zh')).toHaveLength(1);
  });

  test('is the same bytes every time', async () => {
    expect(await listOf(sampleReport(), 'zh')).toEqual(await listOf(sampleReport(), 'zh'));
  });
});
