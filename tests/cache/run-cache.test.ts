import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeSchedules } from '../bench/files.ts';
import { budgetlint, contentsOf, ownFolder } from '../support/command.ts';

const month = 'fixtures/sample-month';

function run(inbox: string, out: string, ...flags: readonly string[]) {
  const asked = ['--period', '2023-06', '--as-of', '2023-07-12', '--roster', `${month}/名册.csv`];
  const ran = budgetlint(['run', inbox, ...asked, '--formats', 'csv', '--quiet', '--out', out, ...flags]);
  expect(ran).toEqual({ status: 3, stdout: '', stderr: '' });
}

function inbox(): string {
  const folder = join(ownFolder(), '收件');
  cpSync(`${month}/收件`, folder, { recursive: true });
  return folder;
}

/** The outputs of a run, without what it keeps for the next one. */
function outputsOf(folder: string) {
  return [...contentsOf(folder)].filter(([name]) => name !== '.cache');
}

/** Writes other words of the same length into what a run kept: where they come out, nothing was checked again. */
function rewrite(out: string, words: string, others: string): void {
  const path = join(out, '.cache');
  const cache = readFileSync(path);
  const start = cache.indexOf(10) + 1;
  const end = start + Number(cache.toString('latin1', 0, start).trim().split(' ')[2]);
  const data = cache.toString('utf8', start, end);
  const entries = Buffer.from(data.replaceAll(words, others));
  expect(entries.length).toBe(end - start);
  expect(entries.toString()).not.toBe(data);
  let at = 0;
  const lines = cache.toString('latin1', end).split('\n').slice(0, -2);
  const index = lines.map((line) => {
    const [id, size] = line.split(' ');
    const entry = entries.subarray(at, at + Number(size));
    at += Number(size);
    return `${id} ${size} ${hashOf(entry)}\n`;
  });
  const tail = Buffer.from(index.join(''));
  writeFileSync(
    path,
    Buffer.concat([cache.subarray(0, start), entries, tail, Buffer.from(`${hashOf(tail)}\n`)]),
  );
}

function withOneByteChanged(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  const at = changed.indexOf('计划');
  changed.write('记划', at);
  return changed;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const list = (out: string) => readFileSync(join(out, '异常清单.csv'), 'utf8');

describe('a second run into the same folder', () => {
  test('gives the same bytes as one that keeps nothing, whatever was handed in again or taken away', () => {
    const folder = inbox();
    const [out, afresh] = [join(ownFolder(), 'out'), join(ownFolder(), 'out')];
    run(folder, out);
    copyFileSync(
      join(folder, '文旅局/文旅局6月支出进度表.xlsx'),
      join(folder, '水务局/6月项目支出进度表.xlsx'),
    );
    rmSync(join(folder, '交通局进度表.csv'));
    run(folder, out);
    run(folder, afresh, '--no-cache');
    expect(outputsOf(out)).toEqual(outputsOf(afresh));
    expect(contentsOf(afresh).has('.cache')).toBe(false);
  }, 60_000);

  test('checks no file and no unit again that has not changed', () => {
    const folder = inbox();
    const out = join(ownFolder(), 'out');
    run(folder, out);
    rewrite(out, '分月计划合计', '按月计划合计');
    run(folder, out);
    expect(list(out)).toContain('按月计划合计');
    expect(list(out)).not.toContain('分月计划合计');
    run(folder, out, '--no-cache');
    expect(list(out)).not.toContain('按月计划合计');
  }, 60_000);

  test('knows every file and every unit of before, also one whose sums look like telephone numbers', async () => {
    const folder = ownFolder();
    await writeSchedules(folder, 20);
    const out = join(ownFolder(), 'out');
    const asked = ['run', folder, '--period', '2023-06', '--formats', 'csv', '--quiet', '--fail-on', 'never'];
    expect(budgetlint([...asked, '--out', out]).status).toBe(0);
    const cache = readFileSync(join(out, '.cache'), 'latin1');
    expect(readFileSync(join(out, 'report.json'), 'utf8')).toMatch(/"budget":1[3-9]\d{9},/);
    expect(cache.split('\n').filter((line) => /[0-9a-f]{64} \d+ [0-9a-f]{64}$/.test(line))).toHaveLength(40);
    const { mtimeMs } = statSync(join(out, 'report.json'));
    expect(budgetlint([...asked, '--out', out]).status).toBe(0);
    expect(statSync(join(out, 'report.json')).mtimeMs).toBe(mtimeMs);
  }, 60_000);

  test('gives the same outputs again, also when somebody has changed one of them', () => {
    const folder = inbox();
    const out = join(ownFolder(), 'out');
    run(folder, out);
    const before = outputsOf(out);
    run(folder, out);
    expect(outputsOf(out)).toEqual(before);
    appendFileSync(join(out, '异常清单.csv'), '改过');
    run(folder, out);
    expect(outputsOf(out)).toEqual(before);
  }, 60_000);

  test('passes over what was kept under other settings, and what is damaged', () => {
    const folder = inbox();
    const [out, afresh] = [join(ownFolder(), 'out'), join(ownFolder(), 'out')];
    run(folder, out);
    rewrite(out, '分月计划合计', '按月计划合计');
    run(folder, out, '--profile', 'hefei');
    run(folder, afresh, '--profile', 'hefei', '--no-cache');
    expect(outputsOf(out)).toEqual(outputsOf(afresh));
    const kept = readFileSync(join(out, '.cache'));
    for (const damaged of [kept.subarray(0, kept.length - 100), withOneByteChanged(kept)]) {
      writeFileSync(join(out, '.cache'), damaged);
      run(folder, out, '--profile', 'hefei');
      expect(outputsOf(out)).toEqual(outputsOf(afresh));
    }
  }, 60_000);
});
