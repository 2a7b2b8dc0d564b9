import { closeSync, copyFileSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runBatch } from '../../pipeline/batch.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { loadRoster } from '../../pipeline/policy/roster.ts';
import { openSpool } from '../../pipeline/spool.ts';
import { discover } from '../../pipeline/stages/discover.ts';
import { officialVocabulary as vocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { openPool } from '../../pipeline/workers/pool.ts';
import { rules } from '../../rules/index.ts';
import { budgetlint, contentsOf, ownFolder } from '../support/command.ts';

const month = 'fixtures/sample-month';
const good = `${month}/收件/教育局6月分月支出进度表.xlsx`;

describe('worker processes', () => {
  test('none, one and two give the same bytes in every output', () => {
    const outputs = ['0', '1', '2'].map((workers) => {
      const out = join(ownFolder(), 'out');
      const { status, stderr } = budgetlint([
        'run',
        `${month}/收件`,
        ...['--period', '2023-06', '--as-of', '2023-07-12', '--roster', `${month}/名册.csv`],
        ...['--formats', 'csv,json,html', '--quiet', '--workers', workers, '--out', out],
      ]);
      expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
      return contentsOf(out);
    });
    const [none, one, two] = outputs;
    expect(none?.size).toBe(5);
    expect(one).toEqual(none);
    expect(two).toEqual(none);
  }, 120_000);

  test('give the same bytes of a ledger whose rows are read as they are looked at, beside a small file', () => {
    const inbox = ownFolder();
    copyFileSync(good, join(inbox, '分月支出进度表.xlsx'));
    writeFileSync(join(inbox, '直达资金台账.csv'), ledger(11_000));
    const outputs = ['0', '2'].map((workers) => {
      const out = join(ownFolder(), 'out');
      const { status, stderr } = budgetlint([
        ...['run', inbox, '--period', '2023-06', '--as-of', '2023-07-12', '--formats', 'csv'],
        ...['--quiet', '--workers', workers, '--out', out],
      ]);
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      return contentsOf(out);
    });
    const [none, two] = outputs;
    expect(none?.get('report.json')?.length).toBeGreaterThan(4 * 2 ** 20);
    // Buffers of megabytes are compared by jest a number at a time.
    const names = [...(none?.keys() ?? [])];
    expect([...(two?.keys() ?? [])]).toEqual(names);
    for (const name of names) expect(none?.get(name)?.equals(two?.get(name) ?? Buffer.alloc(0))).toBe(true);
  }, 120_000);

  test('one that hangs, ends, throws or takes too much memory costs its own file only', async () => {
    const folder = ownFolder();
    const names = Array.from({ length: 8 }, (_, index) => `good-${index}.xlsx`);
    const unruly = ['dies.xlsx', 'hangs.xlsx', 'hoards.xlsx', 'throws.xlsx'];
    for (const name of [...names, ...unruly]) copyFileSync(good, join(folder, name));
    const { report } = await runBatch({
      ...(await request(folder)),
      workers: await unrulyWorkers(20),
    });
    const refused = report.submissions.filter((one) => one.refusal !== null);
    expect(refused.map(({ file, refusal }) => [file, refusal?.message.en])).toEqual([
      ['dies.xlsx', expect.stringMatching(/^Reading took longer than allowed \(reading broke off\)/)],
      ['hangs.xlsx', expect.stringMatching(/^Reading took longer than allowed \(20 s\)/)],
      ['hoards.xlsx', expect.stringContaining('checking takes more than 2048 MB of memory')],
      ['throws.xlsx', expect.stringMatching(/^Reading took longer than allowed \(reading broke off\)/)],
    ]);
    expect(refused.map(({ refusal }) => refusal?.code)).toEqual(['TIMEOUT', 'TIMEOUT', 'TOO_BIG', 'TIMEOUT']);
    const read = report.submissions.filter((one) => one.refusal === null);
    expect([...new Set(read.map(({ file }) => file))]).toEqual(names);
    expect(report.failures).toEqual([]);
  }, 120_000);

  test('once they are ended none takes the place of another', async () => {
    const folder = ownFolder();
    for (const name of ['hangs.xlsx', 'good.xlsx']) copyFileSync(good, join(folder, name));
    const { discovered, period, asOf, passwords } = await request(folder);
    const desk = { policy: settings, roster, period, asOf, previous: new Map(), passwords };
    const { entry } = await unrulyWorkers(60);
    const pool = openPool(desk, { count: 1, secondsPerFile: 60, entry }, openSpool(null));
    const [readable, hanging] = discovered.files;
    if (readable === undefined || hanging === undefined) throw new Error('two files were made');
    await pool.checkFile(readable);
    const answers = Promise.allSettled([pool.checkFile(hanging), pool.checkFile(readable)]);
    await pool.close();
    expect((await answers).at(-1)).toEqual({ status: 'rejected', reason: new Error('the run is over') });
  }, 60_000);

  test('one that cannot write what it found ends the run with the error of the system', async () => {
    const folder = ownFolder();
    copyFileSync(good, join(folder, 'good.xlsx'));
    const spool = openSpool(null);
    const descriptor = openSync(good, 'r');
    try {
      const run = runBatch({
        ...(await request(folder)),
        workers: await unrulyWorkers(20),
        spool: { ...spool, share: () => ({ descriptor, at: () => spool.put(new Uint8Array()) }) },
      });
      await expect(run).rejects.toMatchObject({ code: 'EBADF', syscall: 'write' });
    } finally {
      closeSync(descriptor);
    }
  }, 60_000);

  test('a number that makes no sense is said before anything is read', () => {
    const ran = budgetlint([
      'run',
      good,
      '--period',
      '2023-06',
      '--json',
      '--workers',
      'many',
      '--lang',
      'en',
    ]);
    expect(ran).toEqual({
      status: 2,
      stdout: '',
      stderr: '--workers many is wrong; give a whole number from 0 to 64.\n',
    });
  });
});

const loaded = await loadPolicy({ file: null, profile: null, rules });
const named = await loadRoster(`${month}/名册.csv`);
if (!('policy' in loaded) || !('roster' in named)) throw new Error('the sample settings do not load');
const { policy } = loaded;
const { settings } = policy;
const { roster } = named;

async function request(folder: string) {
  return {
    discovered: await discover([folder]),
    period: '2023-06',
    asOf: '2023-07-12',
    lang: 'zh' as const,
    vocabulary,
    rules,
    policy,
    roster,
    previous: null,
    passwords: [],
  };
}

async function unrulyWorkers(secondsPerFile: number) {
  const entry = new URL('./support/unruly-worker.mjs', import.meta.url);
  return { count: 2, secondsPerFile, entry, settings };
}

/** More funds than are held as values, with a mistake in every fifth; the findings of them are too long for memory. */
function ledger(rows: number): string {
  const head = [
    '直达资金台账',
    '填报单位：示例第1镇人民政府,,,2023年6月,,单位：万元',
    '序号,资金名称,资金文号,直达资金标识,下达金额,支出期限,支出金额',
  ];
  const lines = Array.from({ length: rows }, (_, index) => {
    const tag = index % 5 === 0 ? '' : '01中央直达资金';
    const spent = index % 7 === 0 ? -1 : 5 + (index % 5);
    return `${index + 1},第${index % 10_500}号资金,示财预〔2023〕${index % 10_700}号,${tag},10,2023-12-31,${spent}`;
  });
  return [...head, ...lines].join('\n');
}
