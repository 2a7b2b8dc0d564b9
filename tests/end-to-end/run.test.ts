import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { runReportSchema } from '../../pipeline/model/report.ts';
import { budgetlint, contentsOf, ownFolder } from '../support/command.ts';
import { sarifSchema } from '../support/sarif-schema.ts';

const month = 'fixtures/sample-month';
const inbox = join(month, '收件');
const given = ['--period', '2023-06', '--as-of', '2023-07-12', '--roster', join(month, '名册.csv')];

describe('run on the sample month', () => {
  const out = join(ownFolder(), '2023-06');
  let ran: ReturnType<typeof budgetlint>;

  beforeAll(() => {
    ran = budgetlint(['run', inbox, ...given, '--out', out]);
  });

  test('ends with 3: files could not be read, all others are reported', () => {
    expect(ran.status).toBe(3);
    expect(readdirSync(out).sort()).toEqual(
      [
        '.cache',
        'report.json',
        'run.json',
        '差异预警报告.xlsx',
        '异常清单.csv',
        '报告.html',
        '支出进度通报（初稿）.docx',
        '退回',
      ].sort(),
    );
  });

  test('says on the terminal what was not read, what was not handed in, where the report is', () => {
    expect(ran.stdout).toContain('未能读取 3 份');
    expect(ran.stdout).toContain('有打开密码。请在 WPS/Excel 中取消密码后另存为 .xlsx。');
    expect(ran.stdout).toMatch(/未报 +白杨镇人民政府/);
    expect(ran.stdout).toContain(`报告    ${join(out, '报告.html')}`);
    expect(ran.stderr).toMatch(/^收件 33 份 · 应报 14 家\n/);
  });

  test('returns each file with something to correct or explain, in the folder of its unit, and no other', () => {
    const report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
    const wrong = report.findings
      .filter(({ status, severity }) => status === 'fail' && severity !== 'notice')
      .flatMap(({ where }) => where.map(({ file }) => file));
    const read = report.submissions.filter(({ status }) => status === 'checked').map(({ file }) => file);
    const returned = [...contentsOf(join(out, '退回')).keys()].filter((path) => !path.endsWith('.docx'));
    expect(returned).toHaveLength(new Set(read.filter((file) => wrong.includes(file))).size);
    expect(returned).toContain('柳溪镇人民政府/6月进度表 柳溪.xlsx');
    expect(returned).toContain('示例区民政局/民政局6月进度表.xlsx');
    expect(returned.filter((path) => path.startsWith('青禾镇'))).toEqual([]);
  });

  test('puts a notice into the folder of each unit with something to answer, and into no other', () => {
    const report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
    const asked = report.units.filter(({ state }) => state !== 'passed').map(({ unit }) => unit);
    const notices = [...contentsOf(join(out, '退回')).keys()].filter((path) => path.endsWith('.docx'));
    expect(notices.sort()).toEqual(asked.map((unit) => `${unit}/整改通知单.docx`).sort());
  });

  test('every link of the page and the workbook that leads out of it leads to a file of the run folder', () => {
    const page = readFileSync(join(out, '报告.html'), 'utf8');
    const fromPage = [...page.matchAll(/ href="([^#"][^"]*)"/g)].map(([, href = '']) => decodeURI(href));
    const parts = unzipSync(readFileSync(join(out, '差异预警报告.xlsx')));
    const fromWorkbook = Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/worksheets/_rels/'))
      .flatMap(([, part]) => [...strFromU8(part).matchAll(/Target="([^"]*)" TargetMode="External"/g)])
      .map(([, target = '']) => decodeURI(target));
    for (const links of [fromPage, fromWorkbook]) {
      expect(links.length).toBeGreaterThan(20);
      expect(links.filter((link) => !existsSync(join(out, link)))).toEqual([]);
    }
    const sent = [...contentsOf(join(out, '退回')).keys()].map((path) => `退回/${path}`);
    expect(sent.filter((path) => !fromPage.includes(path))).toEqual([]);
  });

  test('gives the golden report', () => {
    const report = readFileSync(join(out, 'report.json'), 'utf8');
    const list = readFileSync(join(out, '异常清单.csv'), 'utf8');
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync('fixtures/expected', { recursive: true });
      writeFileSync('fixtures/expected/report.json', report);
      writeFileSync('fixtures/expected/异常清单.csv', list);
    }
    expect(report).toBe(readFileSync('fixtures/expected/report.json', 'utf8'));
    expect(list).toBe(readFileSync('fixtures/expected/异常清单.csv', 'utf8'));
  });

  test('every file handed in ends as exactly one of read or refused', () => {
    const report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
    const handedIn = readdirSync(inbox, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.startsWith('~$'),
    );
    const named = new Set(report.submissions.map((submission) => submission.file));
    expect(named.size).toBe(handedIn.length);
    expect(report.summary.files).toBe(handedIn.length);
  });

  test('every finding says who, where, what, why and what would clear it', () => {
    const report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
    expect(report.findings.length).toBeGreaterThan(60);
    for (const finding of report.findings) {
      expect(finding.where.length).toBeGreaterThan(0);
      for (const text of [finding.message, finding.clears]) {
        expect(text.zh).not.toMatch(/undefined|NaN|null|\{\w+\}/);
        expect(text.en).not.toMatch(/undefined|NaN|null|\{\w+\}/);
      }
      expect(finding.basis.source).not.toBe('');
    }
    expect(new Set(report.findings.map((finding) => finding.key)).size).toBe(report.findings.length);
  });

  test('units on plan and on time have no error and no warning', () => {
    const report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
    const clean = report.units.filter((unit) =>
      ['青禾镇人民政府', '云杉街道办事处', '示例区教育局'].includes(unit.unit),
    );
    expect(clean.map(({ state, errors, warnings }) => ({ state, errors, warnings }))).toEqual(
      Array.from({ length: 3 }, () => ({ state: 'passed', errors: 0, warnings: 0 })),
    );
  });

  test('money not released is told apart from slow spending', () => {
    const report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
    const unreleased = report.progress.find((row) => row.project.name === '高标准农田建设镇级配套');
    expect(unreleased).toMatchObject({ rate: 0, allotmentRate: null, releaseRate: 0 });
    const slow = report.progress.find((row) => row.project.name === '柳溪河道清淤');
    expect(slow).toMatchObject({ rate: 0.29, allotmentRate: 0.29, releaseRate: 1 });
  });

  test('run.json holds the hashes of what went in and what came out', () => {
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
    expect(run.inputs).toHaveLength(33);
    const paths: string[] = run.outputs.map((output: { path: string }) => output.path);
    expect(paths.filter((path) => !path.startsWith('退回/')).sort()).toEqual(
      ['report.json', '差异预警报告.xlsx', '异常清单.csv', '报告.html', '支出进度通报（初稿）.docx'].sort(),
    );
    expect(paths.filter((path) => path.startsWith('退回/')).sort()).toEqual(
      [...contentsOf(join(out, '退回')).keys()].map((path) => `退回/${path}`).sort(),
    );
    for (const { sha256 } of [...run.inputs, ...run.outputs]) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the same input gives the same bytes in another time zone and locale, over the earlier run', () => {
    const before = contentsOf(out);
    const again = budgetlint(['run', inbox, ...given, '--out', out], {
      TZ: 'America/Sao_Paulo',
      LC_ALL: 'de_DE.UTF-8',
      LANG: 'tr_TR.UTF-8',
    });
    expect(again.status).toBe(3);
    expect([...contentsOf(out)]).toEqual([...before]);
  });

  test('with the run before, page and report show how spending came along, and hand it on to the next', () => {
    const folder = ownFolder();
    const [may, june] = [join(folder, '05'), join(folder, '06')];
    const before = ['--period', '2023-05', '--formats', 'json', '--out', may];
    expect(budgetlint(['run', join(month, '上月'), ...before]).status).toBeLessThan(2);
    const formats = ['--formats', 'html', '--previous', may, '--out', june];
    expect(budgetlint(['run', inbox, ...given, ...formats]).status).toBe(3);
    const { trend } = runReportSchema.parse(JSON.parse(readFileSync(join(june, 'report.json'), 'utf8')));
    const own = trend.filter(({ unit }) => unit === '青禾镇人民政府');
    expect(own.map(({ period, source }) => [period, source])).toEqual([
      ['2023-05', 'previous run'],
      ['2023-06', 'this run'],
    ]);
    expect(readFileSync(join(june, '报告.html'), 'utf8')).toContain('以前月份来自以前的核验结果、');
  });

  test('in English everything but the units’ own words is English', () => {
    const english = join(ownFolder(), 'en');
    const { status, stdout, stderr } = budgetlint(['run', inbox, ...given, '--out', english, '--lang', 'en']);
    expect(status).toBe(3);
    expect(readdirSync(english).sort()).toEqual([
      '.cache',
      'anomalies.csv',
      'circular-draft.docx',
      'report.html',
      'report.json',
      'returned',
      'run.json',
      'variance-report.xlsx',
    ]);
    expect(stderr).toMatch(/^33 files/);
    expect(stdout).toContain(
      'The file has a password. Remove the password in WPS/Excel and save it as .xlsx.',
    );
  });
});

describe('run --formats', () => {
  test('writes the formats of other programs when asked, and names them in run.json', () => {
    const out = join(ownFolder(), 'machine');
    const formats = ['--formats', 'csv,ndjson,sarif', '--encoding', 'gb18030', '--lang', 'en'];
    const { status } = budgetlint(['run', inbox, ...given, '--out', out, ...formats]);
    expect(status).toBe(3);
    const files = ['anomalies.csv', 'findings.ndjson', 'report.json', 'report.sarif'];
    expect(readdirSync(out).sort()).toEqual(['.cache', ...files, 'run.json']);
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
    expect(run.outputs.map(({ path }: { path: string }) => path).sort()).toEqual(files);
    const report = runReportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
    const lines = readFileSync(join(out, 'findings.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(report.findings);
    const [log] = sarifSchema.parse(JSON.parse(readFileSync(join(out, 'report.sarif'), 'utf8'))).runs;
    expect(log?.results).toHaveLength(report.findings.length);
    expect(log?.invocations[0]).toMatchObject({ executionSuccessful: true, exitCode: 3 });
    const list = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(out, 'anomalies.csv')));
    expect(list).toContain('柳溪镇人民政府');
  });
});

describe('the exit code of run', () => {
  test('0 when nothing is at or above the level asked for', () => {
    const out = join(ownFolder(), 'out');
    expect(budgetlint(['run', join(inbox, '青禾镇'), '--period', '2023-06', '--out', out]).status).toBe(0);
  });

  test('1 on findings, and 0 on the same files with --fail-on never', () => {
    const folder = ownFolder();
    cpSync(join(inbox, '柳溪镇'), join(folder, '柳溪镇'), { recursive: true });
    const args = ['run', join(folder, '柳溪镇'), '--period', '2023-06'];
    expect(budgetlint([...args, '--out', join(folder, 'one')]).status).toBe(1);
    expect(budgetlint([...args, '--out', join(folder, 'two'), '--fail-on', 'never']).status).toBe(0);
  });

  test.each([
    [['run'], '缺少要核验的文件或文件夹'],
    [['run', inbox], '缺少选项 --period'],
    [['run', inbox, '--period', '2023-06'], '缺少选项 --out'],
    [['run', inbox, '--period', '2023年6月', '--out', 'x'], '应写成 2023-06'],
    [['run', 'no-such-folder', '--period', '2023-06', '--out', 'x'], '找不到文件或文件夹：no-such-folder'],
    [['run', '', '--period', '2023-06', '--out', 'x'], '文件夹名是空的'],
    [['rum', inbox], '是不是想输入 run？'],
    [['check', inbox], '可用的命令：run、identify、rules、template'],
    [['run', inbox, '--perid', '2023-06'], '是不是想输入 --period？'],
    [['run', inbox, '——period', '2023-06', '--out', 'x'], '请改为两个减号：--period'],
    [['run', inbox, '--period', '2023-06', '–out=x'], '请改为两个减号：--out'],
    [['run', inbox, '--lang', '中文'], '--lang 不能是“中文”，可选：zh、en。'],
    [['identify'], '缺少文件。用法见 npx budgetlint identify --help'],
    [['run', inbox, '--period', '2023-06', '--out', 'x', '--formats', 'xls'], '是不是“xlsx”'],
    [['run', inbox, '--period', '2023-06', '--out', 'x', '--encoding', 'gbk'], '可选：utf-8、gb18030'],
    [['run', inbox, '--period', '2023-06', '--as-of', '2023-05-31', '--out', 'x'], '早于所属月份 2023-06'],
    [['run', inbox, '--period', '2023-06', '--out', 'x', '--profile', 'sichuan'], 'sichuan-2025'],
    [['rules', 'PRG-4'], 'PRG-04'],
  ])('2 on %j, with what is wrong in one line', (args, sentence) => {
    const { status, stdout, stderr } = budgetlint(args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/at .*\.js:\d+/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('2 when the output folder holds something else, which is not touched', () => {
    const folder = ownFolder();
    writeFileSync(join(folder, '重要.docx'), 'x');
    const { status, stderr } = budgetlint(['run', inbox, '--period', '2023-06', '--out', folder]);
    expect(status).toBe(2);
    expect(stderr).toContain('未作改动');
    expect(readdirSync(folder)).toEqual(['重要.docx']);
  });

  test('2 names every mistake of a settings file, and nothing runs', () => {
    const folder = ownFolder();
    const policy = join(folder, '参数.yaml');
    writeFileSync(
      policy,
      'profile: default\nrules:\n  PRG-04:\n    warnAbove: 二成\n  PRG-99:\n    off: true\n',
    );
    const { status, stderr } = budgetlint([
      'run',
      inbox,
      '--period',
      '2023-06',
      '--out',
      join(folder, 'out'),
      '--policy',
      policy,
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('第 4 行');
    expect(stderr).toContain('PRG-99');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('run --json', () => {
  test('prints the report alone to stdout', () => {
    const { status, stdout, stderr } = budgetlint([
      'run',
      join(inbox, '青禾镇'),
      '--period',
      '2023-06',
      '--json',
    ]);
    expect(status).toBe(0);
    expect(runReportSchema.parse(JSON.parse(stdout)).run.period).toBe('2023-06');
    expect(stderr).toBe('');
  });

  test('prints the bytes of report.json', () => {
    const out = join(ownFolder(), 'out');
    const { stdout } = budgetlint(['run', inbox, ...given, '--out', out, '--formats', 'json', '--json']);
    expect(stdout).toBe(readFileSync(join(out, 'report.json'), 'utf8'));
  });
});
