import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { publish, recoverRunFolder } from '../../pipeline/run-folder.ts';
import { ownFolder } from '../support/command.ts';
import { besides, faultSeed, randomFrom, rounds, stateOf } from './support/run-state.ts';

const publisher = 'tests/reliability/support/publish.mjs';
const faulty = ['--import', './tests/reliability/support/faulty-disk.mjs'];
let out = '';

beforeEach(() => {
  out = join(ownFolder(), '六月');
});

describe('a fault at every single call to the file system', () => {
  test.each(['ENOSPC', 'EIO'])(
    '%s: the old results or the new ones stand, whole, and nothing is left over',
    async (code) => {
      const { stdout } = spawnSync(process.execPath, [...faulty, publisher, out, 'new', 'each'], {
        encoding: 'utf8',
        env: { ...process.env, FAULT_UNDER: '六月', FAULT_CODE: code },
      });
      const answers: { at: number; place: string; error: string | null }[] = JSON.parse(stdout);
      expect(answers.length).toBeGreaterThan(15);
      const states = new Set<string>();
      for (const { at, place, error } of answers) {
        const state = stateOf(place);
        const allowed = error === null ? /^new$/ : /^(old|new)$/;
        expect({ at, state, error }).toEqual({
          at,
          state: expect.stringMatching(allowed),
          error: error === null ? null : code,
        });
        states.add(`${error} ${state}`);
        await recoverRunFolder(place);
        expect({ at, state: stateOf(place), left: besides(place) }).toEqual({ at, state, left: [] });
      }
      expect(states).toContain(`${code} old`);
      expect(states).toContain('null new');
    },
  );

  test('a kill: whole or absent; the next start puts the old results back', async () => {
    const states = new Set<string>();
    for (let at = 1, isOver = false; !isOver; at += 1) {
      await publishWord('old');
      const { status } = spawnSync(process.execPath, [...faulty, publisher, out, 'new'], {
        env: { ...process.env, FAULT_UNDER: '六月', FAULT_AT: String(at), FAULT_CODE: 'KILL' },
      });
      isOver = status === 0;
      states.add(stateOf(out));
      await recoverRunFolder(out);
      expect({ at, state: stateOf(out), left: besides(out) }).toEqual({
        at,
        state: expect.stringMatching(isOver ? /^new$/ : /^(old|new)$/),
        left: [],
      });
    }
    expect([...states].sort()).toEqual(['absent', 'new', 'old']);
  }, 120_000);
});

test('kill −9 at random moments tears nothing and loses nothing', async () => {
  const random = randomFrom(faultSeed);
  for (let round = 0; round < rounds(6); round += 1) {
    await publishWord('old');
    const child = spawn(process.execPath, [publisher, out, 'new', '1000000'], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await sleep(30 + random() * 250);
    child.kill('SIGKILL');
    await ended;
    expect({ faultSeed, round, state: stateOf(out) }).toEqual({
      faultSeed,
      round,
      state: expect.stringMatching(/^(old|new|absent)$/),
    });
    await recoverRunFolder(out);
    expect({ faultSeed, round, state: stateOf(out), left: besides(out) }).toEqual({
      faultSeed,
      round,
      state: expect.stringMatching(/^(old|new)$/),
      left: [],
    });
  }
}, 600_000);

test('five runs at once into one folder give one whole result, never a mixture', async () => {
  const words = ['one', 'two', 'three', 'four', 'five'];
  const ends = words.map(async (word) => {
    const child = spawn(process.execPath, [publisher, out, word, '30'], { stdio: 'ignore' });
    return (await once(child, 'exit'))[0];
  });
  expect(await Promise.all(ends)).toEqual([0, 0, 0, 0, 0]);
  expect(words).toContain(stateOf(out));
  expect(besides(out)).toEqual([]);
}, 60_000);

test('what a person put into a place with our kind of name is kept', async () => {
  const own = join(out, '..', '.六月.replaced-999999999-abcdef01.0');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, '说明.txt'), '勿删');
  const { removed } = await recoverRunFolder(out);
  expect(removed).toEqual([]);
  expect(readFileSync(join(own, '说明.txt'), 'utf8')).toBe('勿删');
});

/** The same small run as publish.mjs writes, from this process. */
async function publishWord(word: string): Promise<void> {
  const files = ['report.json', '退回/示例局/表.xlsx', 'run.json'];
  await publish(
    out,
    files.map((path) => ({ path, content: `${word}\n`.repeat(2000) })),
  );
}
