import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { writeSchedules } from '../bench/files.ts';
import { budgetlint, contentsOf, ownFolder } from '../support/command.ts';
import { besides, faultSeed, randomFrom, rounds } from './support/run-state.ts';

const cli = 'dist/pipeline/cli.js';
const faulty = `--import ${new URL('./support/faulty-disk.mjs', import.meta.url).pathname}`;
const folder = ownFolder();
const inbox = join(folder, 'inbox');
/** Everything is done anew each time: where nothing has changed nothing would be written. */
const afresh = ['--period', '2023-06', '--formats', 'csv,json', '--fail-on', 'never', '--no-cache'];
const given = ['run', inbox, ...afresh];
let whole: ReadonlyMap<string, Buffer>;
let inputs: ReadonlyMap<string, Buffer>;

beforeAll(() => {
  for (const name of ['教育局6月分月支出进度表.xlsx', '交通局进度表.csv', '住建局（最终版）.xlsx'])
    cpSync(join('fixtures/sample-month/收件', name), join(inbox, name));
  inputs = contentsOf(inbox);
  const out = join(folder, 'whole', 'out');
  expect(budgetlint([...given, '--out', out]).status).toBe(0);
  whole = contentsOf(out);
  expect(whole.size).toBe(3);
});

describe('a disk that fails', () => {
  const sentences = [
    ['ENOSPC', '磁盘已满。请腾出空间后重新运行。', 'the disk is full. Make room, then run again.'],
    ['EIO', '磁盘读写出错。', 'the disk failed.'],
    ['EROFS', '文件夹是只读的。', 'the folder is read-only.'],
    ['EACCES', '没有写入权限，', 'writing is not permitted,'],
  ] as const;
  test.each(sentences)(
    '%s is said in words, ends with 4 and leaves the old results',
    (code, zh, en) => {
      for (const [lang, sentence] of [
        ['zh', zh],
        ['en', en],
      ] as const) {
        const out = join(ownFolder(), 'out');
        cpSync(join(folder, 'whole', 'out'), out, { recursive: true });
        const ran = budgetlint([...given, '--lang', lang, '--quiet', '--out', out], {
          NODE_OPTIONS: faulty,
          FAULT_UNDER: '.out.partial',
          FAULT_AT: '5',
          FAULT_CODE: code,
        });
        expect(ran.status).toBe(4);
        expect(ran.stderr).toContain(sentence);
        expect(ran.stderr).toContain(lang === 'zh' ? '原有的报告完好。' : 'Earlier reports are intact.');
        expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
        expect(contentsOf(out)).toEqual(whole);
        expect(besides(out)).toEqual([]);
      }
    },
    60_000,
  );

  test('a file size limit of the system does the same', () => {
    const out = join(ownFolder(), 'out');
    const script = `ulimit -f 1; trap '' XFSZ; exec "$0" "$@"`;
    const ran = spawnSync('bash', ['-c', script, process.execPath, cli, ...given, '--quiet', '--out', out], {
      encoding: 'utf8',
    });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({
      status: 4,
      stderr: expect.stringMatching(/^没能写出报告到 .*文件超过系统允许的大小。原有的报告完好。\n$/),
    });
    expect(existsSync(out)).toBe(false);
    expect(besides(out)).toEqual([]);
  }, 30_000);

  test('so does one that is met before there is anything to write', async () => {
    const many = ownFolder();
    await writeSchedules(many, 120);
    const out = join(ownFolder(), 'out');
    const script = `ulimit -f 100; trap '' XFSZ; exec "$0" "$@"`;
    const asked = ['run', many, ...afresh, '--quiet', '--out', out];
    const ran = spawnSync('bash', ['-c', script, process.execPath, cli, ...asked], { encoding: 'utf8' });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({
      status: 4,
      stderr: expect.stringMatching(/^没能写出报告到 .*文件超过系统允许的大小。原有的报告完好。\n$/),
    });
    expect(besides(out)).toEqual([]);
  }, 60_000);

  test('a place where no folder can be made ends with 4 and a sentence', () => {
    const taken = join(ownFolder(), 'a-file');
    writeFileSync(taken, 'kept');
    const ran = budgetlint([...given, '--quiet', '--out', join(taken, 'out')]);
    expect(ran.status).not.toBe(0);
    expect(ran.stderr).not.toMatch(/ENOTDIR|EEXIST| at /);
    expect(readFileSync(taken, 'utf8')).toBe('kept');
  }, 30_000);
});

test('a run killed at a random moment leaves whole results or none, and the rerun is identical', async () => {
  const random = randomFrom(faultSeed);
  const out = join(ownFolder(), 'out');
  const started = performance.now();
  budgetlint([...given, '--out', out]);
  const took = performance.now() - started;
  for (let round = 0; round < rounds(2); round += 1) {
    const child = spawn(process.execPath, [cli, ...given, '--out', out], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await sleep(took * (0.3 + random() * 0.7));
    child.kill('SIGKILL');
    await ended;
    const state = existsSync(out) ? contentsOf(out) : whole;
    expect({ faultSeed, round, isWhole: same(state, whole) }).toEqual({ faultSeed, round, isWhole: true });
  }
  expect(budgetlint([...given, '--out', out]).status).toBe(0);
  expect(contentsOf(out)).toEqual(whole);
  expect(besides(out)).toEqual([]);
}, 600_000);

test('a run folder beside what was handed in is not read again: the next run gives the same', () => {
  const own = join(ownFolder(), '收件');
  cpSync(inbox, own, { recursive: true });
  const out = join(own, '报告', '六月');
  const once = () => {
    expect(budgetlint(['run', own, ...afresh, '--quiet', '--out', out]).status).toBe(0);
    return contentsOf(out);
  };
  expect(once()).toEqual(once());
}, 30_000);

test('what a killed run left is named when it is removed', () => {
  const out = join(ownFolder(), 'out');
  const left = join(out, '..', '.out.partial-999999999-0123abcd');
  mkdirSync(left);
  const ran = budgetlint([...given, '--quiet', '--out', out]);
  expect(ran.stderr).toBe('已清理上次未完成的临时文件夹：.out.partial-999999999-0123abcd\n');
  expect(existsSync(left)).toBe(false);
}, 30_000);

test('Ctrl-C ends with 130, says so and leaves nothing', async () => {
  const many = ownFolder();
  for (let copy = 0; copy < 300; copy += 1)
    cpSync(join(inbox, '教育局6月分月支出进度表.xlsx'), join(many, `${copy}.xlsx`));
  for (const workers of ['0', '2']) {
    const out = join(ownFolder(), 'out');
    const child = spawn(
      process.execPath,
      [cli, 'run', many, '--period', '2023-06', '--out', out, '--workers', workers],
      // A group of its own, all of which is sent the signal, as a terminal does.
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    let said = '';
    child.stderr.on('data', (words: Buffer) => {
      if (said === '') setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGINT'), 50);
      said += words.toString();
    });
    const [status] = await once(child, 'close');
    expect({ workers, status, said }).toEqual({
      workers,
      status: 130,
      said: expect.stringContaining('已中断，没有写出报告。'),
    });
    expect(existsSync(out)).toBe(false);
    expect(besides(out)).toEqual([]);
  }
}, 60_000);

test('workers of a run that is killed do not outlive it', async () => {
  const many = ownFolder();
  for (let copy = 0; copy < 300; copy += 1)
    cpSync(join(inbox, '教育局6月分月支出进度表.xlsx'), join(many, `${copy}.xlsx`));
  const asked = ['run', many, ...afresh, '--workers', '2', '--out', join(ownFolder(), 'out')];
  const child = spawn(process.execPath, [cli, ...asked], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const workers = () =>
    spawnSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean);
  while (workers().length < 2) await sleep(20);
  const begun = workers();
  child.kill('SIGKILL');
  await ended;
  const isThere = (pid: string) => spawnSync('ps', ['-p', pid, '-o', 'stat='], { encoding: 'utf8' }).stdout;
  while (begun.some((pid) => /^[^Z\s]/.test(isThere(pid)))) await sleep(50);
}, 60_000);

const hasStrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
const straced = hasStrace ? test : test.skip; // strace is Linux only, and may be forbidden in a container
straced(
  'a run writes nothing outside the folder of its results, and connects to nothing',
  () => {
    const own = ownFolder();
    const log = join(own, 'calls');
    const out = join(own, 'out');
    const calls =
      'openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,link,symlink,connect,sendto,truncate';
    const ran = spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-s',
        '4096',
        '-e',
        `trace=${calls}`,
        '-o',
        log,
        process.execPath,
        cli,
        ...given,
        '--quiet',
        '--out',
        out,
      ],
      { encoding: 'utf8' },
    );
    expect(ran.status).toBe(0);
    const lines = readFileSync(log, 'utf8').split('\n');
    const changing = lines.filter((line) =>
      /O_(?:WRONLY|RDWR|CREAT|TRUNC)|\b(?:creat|mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|link|symlink|truncate|connect|sendto)\(/.test(
        line,
      ),
    );
    expect(changing.length).toBeGreaterThan(5);
    const isOurs = (line: string) =>
      [`"${own}"`, `"${own}/.out.`, `"${own}/out"`].some((path) => line.includes(path));
    expect(changing.filter((line) => !isOurs(line) && !line.includes('"/dev/'))).toEqual([]);
  },
  60_000,
);

test('the files handed in are as they were', () => {
  expect(contentsOf(inbox)).toEqual(inputs);
});

function same(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): boolean {
  return (
    one.size === other.size && [...one].every(([path, bytes]) => other.get(path)?.equals(bytes) === true)
  );
}
