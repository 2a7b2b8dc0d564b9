import { describe, expect, test } from '@jest/globals';
import { noticesOf } from '../../../output/notices/notices.ts';
import { rangesOf } from '../../../output/notices/sources.ts';
import { turnFor } from '../../../output/notices/turn.ts';
import { returnsOf } from '../../../output/returned/returns.ts';
import { documentContent } from '../../support/document.ts';
import { sampleReport } from '../../support/sample-report.ts';

describe('the documents of a batch', () => {
  test('are the circular, and a notice beside the marked workbooks of each unit with something to answer', async () => {
    const report = sampleReport();
    const returned = returnsOf(report, 'zh').map(({ path }) => path);
    const notices = noticesOf(report, 'zh', returned);
    expect(notices.map(({ path }) => path)).toEqual([
      '支出进度通报（初稿）.docx',
      '退回/区卫生健康局/整改通知单.docx',
      '退回/区农业农村局/整改通知单.docx',
      '退回/区文化和旅游局/整改通知单.docx',
      '退回/柳溪镇人民政府/整改通知单.docx',
      '退回/青石镇人民政府/整改通知单.docx',
    ]);
    const { paragraphs } = documentContent((await notices[1]?.write()) ?? new Uint8Array());
    expect(paragraphs).toContain('附件：区卫生健康局_6月.xlsx（已标注）');
  });

  test('have English names in English', () => {
    const paths = noticesOf(sampleReport(), 'en', []).map(({ path }) => path);
    expect(paths.slice(0, 2)).toEqual(['circular-draft.docx', 'returned/区卫生健康局/notice.docx']);
  });

  test('never share a folder, however alike two units are called', () => {
    const report = sampleReport();
    const [one] = report.units.filter(({ state }) => state === 'missing');
    if (one === undefined) throw new Error('the sample has a missing unit');
    const units = ['Ａ局', 'A局', 'a局', '../A局', ''].map((unit) => ({ ...one, unit }));
    const paths = noticesOf({ ...report, units, findings: [] }, 'zh', []).map(({ path }) => path);
    expect(paths.slice(1)).toEqual([
      '退回/Ａ局/整改通知单.docx',
      '退回/A局(2)/整改通知单.docx',
      '退回/a局(3)/整改通知单.docx',
      '退回/／A局/整改通知单.docx',
    ]);
  });
});

describe('whose turn it is', () => {
  const [row] = sampleReport().progress;
  if (row === undefined) throw new Error('the sample has projects');
  const turn = (notReleased: number | null, reasonType: string | null, classified = false) =>
    turnFor({ ...row, reason: null, reasonType, classified }, { behind: 100, notReleased });

  test('is the finance side’s where most of the money was not released, whatever the unit wrote', () => {
    expect(turn(50, null)).toBe('finance');
    expect(turn(100, '履行政府采购程序')).toBe('finance');
  });

  test('is told by the reason where the money was released', () => {
    expect(turn(0, '履行政府采购程序')).toBe('unit');
    expect(turn(0, '合同约定付款节点未到')).toBe('nobody');
    expect(turn(0, '需求减少形成结余')).toBe('surplus');
    expect(turn(0, null)).toBe('unit');
  });

  test('is to be verified where reason and money disagree, or neither is known', () => {
    expect(turn(0, '资金未下达')).toBe('verify');
    expect(turn(null, null)).toBe('verify');
    expect(turn(null, '资金未下达')).toBe('finance');
  });

  test('of a classified project does not look at its reason', () => {
    expect(turn(0, '合同约定付款节点未到', true)).toBe('unit');
  });
});

describe('cells as ranges', () => {
  test.each([
    [['Z8', 'Z9', 'Z10'], ['Z8:Z10']],
    [
      ['Z10', 'Z8', 'Z9', 'Z12'],
      ['Z8:Z10', 'Z12'],
    ],
    [
      ['K5', 'M5', 'K6', 'M6', 'AA5'],
      ['K5:K6', 'M5:M6', 'AA5'],
    ],
    [
      ['3:3', 'A1', 'A1'],
      ['A1', '3:3'],
    ],
    [[], []],
  ])('%j become %j', (cells, ranges) => {
    expect(rangesOf(cells)).toEqual(ranges);
  });
});
