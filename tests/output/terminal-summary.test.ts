import { describe, expect, test } from '@jest/globals';
import { terminalSummary } from '../../output/terminal-summary.ts';
import { textWidth } from '../../output/text-width.ts';
import { injectionStrings } from '../support/injection-strings.ts';
import { emptyReport, sampleReport } from '../support/sample-report.ts';

const options = {
  report: '输出/2023-06/报告.html',
  next: 'budgetlint run 收件 --period 2023-06',
  colour: false,
};

describe('the summary on the terminal', () => {
  test('gives counts, open files and units, the report, and the next command last', () => {
    expect(terminalSummary(sampleReport(), 'zh', options)).toEqual([
      '规则 5f0c9b6c · 收件 25 份 · 应报 12 家',
      '通过 5 家   退回 3 家（6 处错误）   需说明 39 条   未报 1 家   未能读取 1 份   无法判定 2 处',
      '  未能读取  区文化和旅游局_三保.xlsx  有打开密码。请在 WPS/Excel 中取消密码后另存为 .xlsx。',
      '  未报      青石镇人民政府            项目分月支出进度表、预算绩效运行监控表',
      '  未用规则  MON-10                    监控覆盖不全：监控表本月未下发',
      '截至6月底，支出进度 47.4%，低于序时进度（50.0%）2.6 个百分点；低于序时进度的单位 6 家。',
      '报告    输出/2023-06/报告.html',
      '下一步  budgetlint run 收件 --period 2023-06',
    ]);
  });

  test('names the circular, and how much goes back', () => {
    const returned = { folder: '输出/退回', workbooks: 19, notices: 12 };
    const lines = terminalSummary(sampleReport(), 'zh', { ...options, circular: '输出/通报.docx', returned });
    expect(lines.slice(-4)).toEqual([
      '报告    输出/2023-06/报告.html',
      '通报    输出/通报.docx',
      '退回    输出/退回（标注表 19 份，整改通知单 12 份）',
      '下一步  budgetlint run 收件 --period 2023-06',
    ]);
    const one = { folder: 'out/returned', workbooks: 0, notices: 1 };
    expect(terminalSummary(sampleReport(), 'en', { ...options, returned: one }).at(-2)).toBe(
      'returned  out/returned (1 notice)',
    );
  });

  test('speaks English', () => {
    expect(
      terminalSummary(sampleReport(), 'en', { ...options, report: 'out/report.html', next: null }),
    ).toEqual([
      'rules 5f0c9b6c · 25 files · 12 units owed',
      '5 passed   3 returned (6 errors)   39 to explain   1 not handed in   1 file unreadable   2 undecidable',
      '  unreadable     区文化和旅游局_三保.xlsx  The file has a password. Remove the password in WPS/Excel and save it as .xlsx.',
      '  not handed in  青石镇人民政府            Monthly project spending schedule, Performance monitoring list',
      '  not applied    MON-10                    Projects left out of monitoring: 监控表本月未下发',
      'By the end of June 47.4% of the budget was spent, 2.6 percentage points below time progress (50.0%); 6 units are behind.',
      'report  out/report.html',
    ]);
  });

  test('says of a folder without files that it may be the wrong one', () => {
    expect(terminalSummary(emptyReport(), 'zh', options)[2]).toBe(
      '没有收到可以核验的文件，请核对所给的文件夹。',
    );
    expect(terminalSummary(emptyReport(), 'en', options)[2]).toBe(
      'Nothing was received that could be checked; see whether it is the right folder.',
    );
  });

  test('tells a folder of lock files from an empty one', () => {
    const report = emptyReport();
    const summary = { ...report.summary, passedOver: 2 };
    expect(terminalSummary({ ...report, summary }, 'zh', options)[2]).toBe(
      '没有收到可以核验的文件：只有 2 个临时文件、隐藏文件或链接。请核对所给的文件夹。',
    );
  });

  test('says of a roster that names no forms that nobody can be missing by it', () => {
    const report = emptyReport();
    const summary = { ...report.summary, owed: 0 };
    expect(terminalSummary({ ...report, summary }, 'zh', options)[0]).toBe(
      '规则 5f0c9b6c · 收件 0 份 · 名册没有写明应报报表',
    );
  });

  test('without a roster says nothing of missing units', () => {
    expect(terminalSummary(emptyReport(), 'zh', options).slice(0, 2)).toEqual([
      '规则 5f0c9b6c · 收件 0 份 · 单位 0 家',
      '通过 0 家   退回 0 家（0 处错误）   需说明 0 条',
    ]);
  });

  test('names failures of ours', () => {
    const report = sampleReport();
    const failures = [{ stage: 'check', rule: 'PRG-04', file: 'a.xlsx', message: 'boom' }];
    const lines = terminalSummary(
      { ...report, summary: { ...report.summary, failures: 1 }, failures },
      'zh',
      options,
    );
    expect(lines[1]).toContain('程序故障 1 处');
    expect(lines.find((line) => line.includes('boom'))).toBe('  程序故障  check PRG-04 a.xlsx       boom');
  });

  test('is coloured only when told', () => {
    const esc = '\u001B';
    expect(terminalSummary(sampleReport(), 'zh', options).join('')).not.toContain(esc);
    const coloured = terminalSummary(sampleReport(), 'zh', { ...options, colour: true });
    expect(coloured[1]).toContain(`${esc}[32m通过 5 家${esc}[0m`);
  });

  test('keeps lines of files within the terminal', () => {
    const lines = terminalSummary(sampleReport(), 'zh', { ...options, columns: 60 });
    for (const line of lines.filter((one) => one.startsWith('  ')))
      expect(textWidth(line)).toBeLessThanOrEqual(60);
  });

  test('goes on below where the terminal ends: what to do about a file is never cut off', () => {
    const lines = terminalSummary(sampleReport(), 'zh', { ...options, columns: 72 });
    expect(lines.slice(2, 4)).toEqual([
      '  未能读取  区文化和旅游局_三保.xlsx  有打开密码。请在 WPS/Excel 中取消',
      '                                      密码后另存为 .xlsx。',
    ]);
  });

  test('stops after a screenful and says how many are left', () => {
    const report = sampleReport();
    const [missing] = report.units.filter((unit) => unit.state === 'missing');
    if (missing === undefined) throw new Error('the sample has a missing unit');
    const units = Array.from({ length: 50 }, (_, index) => ({ ...missing, unit: `单位${index}` }));
    const lines = terminalSummary({ ...report, units }, 'zh', options);
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(21);
    expect(lines).toContain('  还有 32 项，见报告');
  });

  test.each(injectionStrings)('prints nothing of %j that moves the cursor or turns text round', (evil) => {
    const report = sampleReport();
    const submissions = report.submissions.map((one) => ({ ...one, file: evil, unit: evil }));
    const units = report.units.map((one) => ({ ...one, unit: evil }));
    for (const line of terminalSummary({ ...report, submissions, units }, 'zh', options)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
      expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
    }
  });
});
