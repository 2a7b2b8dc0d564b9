import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { FoundFile } from '../stages/discover.ts';
import type { PoolOptions } from '../workers/pool.ts';
import { UsageMistake } from './usage-mistake.ts';

/**
 * From so many files on, worker processes gain more than they cost: each starts with a second of loading and warming up.
 * A default of ours for small workbooks; `--workers` overrides it where files are large.
 */
const worthSpreading = 1000;

/** More workers than these wait for one another: what they find is gathered in one process. */
const mostByDefault = 4;

/**
 * How the files of a run are spread over worker processes: as `--workers` says (0: none), else by how many files there
 * are. Null: all in this process.
 *
 * @throws UsageMistake on a flag that is no sensible number
 */
export function workersFrom(
  flags: { readonly workers?: string; readonly secondsPerFile?: string },
  files: number,
): PoolOptions | null {
  const asked = flags.workers === undefined ? null : wholeNumber('--workers', flags.workers, 0, 64);
  const secondsPerFile = wholeNumber('--seconds-per-file', flags.secondsPerFile ?? '60', 1, 86_400);
  const byDefault = files < worthSpreading ? 0 : Math.min(availableParallelism(), mostByDefault);
  const count = Math.min(asked ?? byDefault, files);
  return count === 0 ? null : { count, secondsPerFile };
}

/**
 * Has memory reclaimed early in a run over many files or a large one: what is kept of many hardly grows with their
 * number, and of a large one it is much already, so that garbage would be most of what the process holds on top. Takes
 * a little CPU, which a small run needs not spend. To be called first: room for new objects stays as it is then.
 *
 * @param hasWorkers the files are checked elsewhere: this process has time to tidy up
 * @returns whether it does
 */
export async function keepHeapSmall(files: readonly FoundFile[], hasWorkers: boolean): Promise<boolean> {
  if (files.length < worthSpreading && !(await isSomeLarge(files))) return false;
  const most = hasWorkers ? mostGarbagePercent.besideWorkers : mostGarbagePercent.alone;
  setFlagsFromString(`--heap-growing-percent=${most}`);
  setFlagsFromString('--semi-space-growth-factor=1');
  if (hasWorkers) setFlagsFromString('--optimize-for-size');
  return true;
}

/**
 * Takes back what `keepHeapSmall` asks for, once files are checked and outputs are written: these make much that is soon
 * garbage, and to look for it after each few megabytes took a fifth of the time of a run over fifteen hundred files.
 */
export function letHeapGrow(): void {
  setFlagsFromString(`--heap-growing-percent=${mostGarbagePercent.whileWriting}`);
  setFlagsFromString('--no-optimize-for-size');
}

/** Files of more bytes have a few hundred thousand rows. */
const largeFile = 16 * 1024 * 1024;

async function isSomeLarge(files: readonly FoundFile[]): Promise<boolean> {
  // What cannot be looked at is told when it is read.
  const sizes = files.map(({ absolute }) =>
    stat(absolute).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).some((size) => size > largeFile);
}

/** How much of what is in use the garbage may come to, in percent. */
const mostGarbagePercent = { alone: 30, besideWorkers: 12, whileWriting: 100 };

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (number >= least && number <= most) return number;
  throw new UsageMistake({
    zh: `${option} ${text} 不对，应是 ${least} 到 ${most} 的整数。`,
    en: `${option} ${text} is wrong; give a whole number from ${least} to ${most}.`,
  });
}
