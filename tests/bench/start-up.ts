import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peakMegabytes } from './peak-memory.ts';
import type { BenchRow } from './read.ts';
import { median } from './table.ts';

/** The built command, bundled as users have it: beside the folder this bench is compiled into. */
const command = fileURLToPath(new URL('../../../pipeline/cli.js', import.meta.url));

/**
 * Prints CPU seconds and peak megabytes of a process on its third channel, at its end or when the first line goes to
 * stderr. Of its workers Linux tells (proc(5)): their peaks while they are there, their CPU time when they have ended.
 */
const probe = `
const { readFileSync, writeSync } = require('node:fs');
const peakMegabytes = ${peakMegabytes};
let ofWorkers = 0;
const look = () => {
  for (const pid of readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').split(' ').slice(0, -1))
    ofWorkers = Math.max(ofWorkers, peakMegabytes(readFileSync, pid));
};
if (process.platform === 'linux') setInterval(look, 200).unref();
const tell = () => {
  const { user, system } = process.cpuUsage();
  const stat = process.platform === 'linux' ? readFileSync('/proc/self/stat', 'utf8') : '';
  const [, , , , , , , , , , , , , userTicks = 0, systemTicks = 0] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const cpuSeconds = (user + system) / 1e6 + (Number(userTicks) + Number(systemTicks)) / 100;
  writeSync(3, JSON.stringify({ cpuSeconds, megabytes: peakMegabytes(readFileSync), ofWorkers }));
};
if (process.env.UNTIL_FIRST_LINE === undefined) process.on('exit', tell);
else process.stderr.write = () => { tell(); process.reallyExit(0); };
`;

/** CPU seconds from nothing to the end of a small command, or to the first line of \`run\`; Node's own beside it. */
export function benchStart(folder: string, { quick }: { readonly quick: boolean }): readonly BenchRow[] {
  const path = join(folder, 'probe.cjs');
  writeFileSync(path, probe);
  const rounds = quick ? 3 : 9;
  const asked: readonly (readonly [name: string, args: readonly string[], untilFirstLine?: true])[] = [
    ['node -e 0', ['-e', '0']],
    ['`--version`', [command, '--version']],
    ['`rules`', [command, 'rules']],
    [
      'first line of `run`',
      [command, 'run', 'fixtures/sample-month/收件', '--period', '2023-06', '--out', join(folder, 'start')],
      true,
    ],
  ];
  const taken = asked.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [name, args, untilFirstLine]] of asked.entries()) {
      taken[index]?.push(costOf(name, ['--require', path, ...args], untilFirstLine === true).cpuSeconds);
    }
  }
  return asked.map(([name], index) => ({
    measure: `start-up: ${name}`,
    figure: `${median(taken[index] ?? []).toFixed(3)} s`,
    goal: index === 0 ? '' : '≤ 0.2 s',
    note: `CPU, median of ${rounds}; least ${Math.min(...(taken[index] ?? [])).toFixed(3)} s`,
  }));
}

/** What one run of a command cost. */
export interface Cost {
  /** Of all its threads and workers. */
  readonly cpuSeconds: number;
  /** By the clock. */
  readonly seconds: number;
  /** The most the process held at any time. */
  readonly megabytes: number;
  /** The most one of its workers held; 0 without any. */
  readonly ofWorkers: number;
}

/** One run of the built command with these arguments. */
export function commandCost(folder: string, args: readonly string[]): Cost {
  const path = join(folder, 'probe.cjs');
  writeFileSync(path, probe);
  return costOf(args[0] ?? '', ['--require', path, command, ...args], false);
}

function costOf(name: string, args: readonly string[], untilFirstLine: boolean): Cost {
  const start = performance.now();
  const child = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(untilFirstLine ? { UNTIL_FIRST_LINE: '1' } : {}) },
  });
  const seconds = (performance.now() - start) / 1000;
  const told = child.output[3] ?? '';
  if (told === '') throw new Error(`${name} told no cost: ${child.stderr}`);
  const cost: Omit<Cost, 'seconds'> = JSON.parse(told); // printed by the probe
  return { ...cost, seconds };
}
