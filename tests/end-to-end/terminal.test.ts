import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { textWidth } from '../../output/text-width.ts';
import { budgetlint, ownFolder, type Ran } from '../support/command.ts';

const inbox = 'fixtures/sample-month/收件';
const esc = '\u001B';
const terminal = { NODE_OPTIONS: `--import=${pathToFileURL('tests/support/as-terminal.mjs').href}` };

function run(env: Readonly<Record<string, string>>, ...flags: readonly string[]): Ran {
  const out = join(ownFolder(), 'out');
  const given = ['--period', '2023-06', '--roster', 'fixtures/sample-month/名册.csv', '--out', out];
  return budgetlint(['run', inbox, ...given, ...flags], { CI: '', NO_COLOR: '', TERM: 'xterm', ...env });
}

describe('run on a terminal', () => {
  test('shows a bar and colours, and leaves nothing of the bar behind', () => {
    const { stdout, stderr } = run(terminal);
    expect(stderr).toMatch(/^收件 33 份 · 应报 14 家\n/);
    expect(stderr).toContain(`${esc}[?25h`);
    expect(stderr).not.toContain('核验 10/33\n');
    expect(stdout).toContain(`${esc}[32m通过`);
  });

  test.each([
    ['NO_COLOR', '1'],
    ['TERM', 'dumb'],
  ])('has no colours when %s is %s', (name, value) => {
    expect(run({ ...terminal, [name]: value }).stdout).not.toContain(esc);
  });

  test('has no colours with --no-color', () => {
    expect(run(terminal, '--no-color').stdout).not.toContain(esc);
  });

  test.each([
    ['CI', 'true'],
    ['TERM', 'dumb'],
  ])('redraws nothing when %s is %s', (name, value) => {
    const { stderr } = run({ ...terminal, [name]: value });
    expect(stderr).not.toContain(esc);
    expect(stderr).toContain('核验 10/33\n');
  });
});

describe('run elsewhere', () => {
  const { stdout, stderr } = run({});

  test('writes the first line at once and then one for every ten files', () => {
    expect(stderr).toBe('收件 33 份 · 应报 14 家\n核验 10/33\n核验 20/33\n核验 30/33\n核验 33/33\n');
  });

  test('names the report, the circular and what goes back, and the next command last', () => {
    const last = stdout.trimEnd().split('\n').slice(-4);
    expect(last.map((line) => line.replace(/\/\S+\/out\//, 'out/'))).toEqual([
      '报告    out/报告.html',
      '通报    out/支出进度通报（初稿）.docx',
      expect.stringMatching(/^退回 {4}out\/退回（标注表 \d+ 份，整改通知单 \d+ 份）$/),
      expect.stringMatching(/^下一步 {2}npx budgetlint rules [A-Z]+-\d+$/),
    ]);
  });

  test('lines up columns of Chinese', () => {
    const rows = stdout.split('\n').filter((line) => line.startsWith('  '));
    const starts = rows.map((line) => textWidth(/^ {2}\S+ +(?:\S| (?! ))+ {2,}/.exec(line)?.[0] ?? ''));
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(starts).size).toBe(1);
  });
});

describe('help', () => {
  test.each([[[]], [['run']], [['identify']], [['rules']], [['template']]])(
    'of %j is Chinese but for names and values',
    (command) => {
      const { stdout } = budgetlint([...command, '--help']);
      expect(stdout).toContain('用法：');
      expect(stdout).not.toMatch(/\[options\]|\[command\]|choices|default|Usage|Options/);
    },
  );

  test('says what may be chosen and what is usual', () => {
    expect(budgetlint(['run', '--help']).stdout).toContain('可选 utf-8、gb18030，默认 utf-8');
  });
});
