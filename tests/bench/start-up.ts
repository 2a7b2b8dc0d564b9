import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './read.ts';
import { median } from './table.ts';

/** The built command, bundled as users have it: beside the folder this bench is compiled into. */
const command = fileURLToPath(new URL('../../../pipeline/cli.js', import.meta.url));

/** Prints the CPU seconds of a process on its third channel, at its end or when the first line goes to stderr. */
const probe = `
const tell = () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(3, String((user + system) / 1e6));
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
      taken[index]?.push(cpuSecondsOf(name, ['--require', path, ...args], untilFirstLine === true));
    }
  }
  return asked.map(([name], index) => ({
    measure: `start-up: ${name}`,
    figure: `${median(taken[index] ?? []).toFixed(3)} s`,
    goal: index === 0 ? '' : '≤ 0.2 s',
    note: `CPU, median of ${rounds}; least ${Math.min(...(taken[index] ?? [])).toFixed(3)} s`,
  }));
}

/** CPU seconds of one run of the built command with these arguments. */
export function commandSeconds(folder: string, args: readonly string[]): number {
  const path = join(folder, 'probe.cjs');
  writeFileSync(path, probe);
  return cpuSecondsOf(args[0] ?? '', ['--require', path, command, ...args], false);
}

function cpuSecondsOf(name: string, args: readonly string[], untilFirstLine: boolean): number {
  const child = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(untilFirstLine ? { UNTIL_FIRST_LINE: '1' } : {}) },
  });
  const seconds = Number.parseFloat(child.output[3] ?? '');
  if (Number.isNaN(seconds)) throw new Error(`${name} told no time: ${child.stderr}`);
  return seconds;
}
