import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualFormats } from '../../pipeline/commands/formats.ts';
import { writeSchedules } from './files.ts';
import type { BenchRow } from './read.ts';
import { type Cost, commandCost } from './start-up.ts';

/**
 * How the whole job grows with the number of files, what a second worker gains, and what a second run costs. One
 * run each of the command as it is installed, starting included.
 */
export async function benchMany(
  folder: string,
  { quick }: { readonly quick: boolean },
): Promise<readonly BenchRow[]> {
  const [few, many, some] = quick ? [20, 100, 20] : [1_000, 10_000, 200];
  for (const files of new Set([few, many, some])) await writeSchedules(join(folder, `many-${files}`), files);
  const time = (files: number, workers: number) =>
    jobOn(
      folder,
      files,
      ['--formats', 'csv', '--no-cache', '--workers', String(workers)],
      `${files}-${workers}`,
    );
  const onFew = time(few, 0);
  const onMany = time(many, 0);
  const byOne = time(many, 1);
  const byTwo = time(many, 2);
  // What came out, by its hashes.
  const [none, one, two] = [0, 1, 2].map((workers) =>
    readFileSync(join(folder, `out-${many}-${workers}`, 'run.json'), 'utf8'),
  );
  if (one !== none || two !== none) throw new Error('with workers and without came out different');
  return [
    {
      measure: `${many} files: time a file over that of ${few} files`,
      figure: `${(onMany.cpuSeconds / many / (onFew.cpuSeconds / few)).toFixed(2)} ×`,
      goal: '≤ 1.2 ×',
      note: `${onMany.cpuSeconds.toFixed(2)} s and ${onFew.cpuSeconds.toFixed(2)} s`,
    },
    {
      measure: `${many} files: peak memory of any process`,
      figure: `${Math.max(...[onMany, byOne, byTwo].flatMap(({ megabytes, ofWorkers }) => [megabytes, ofWorkers])).toFixed(0)} MB`,
      goal: '≤ 130 MB',
      note: `without workers ${onMany.megabytes.toFixed(0)} MB (${onFew.megabytes.toFixed(0)} MB for ${few} files), with two ${byTwo.megabytes.toFixed(0)} MB and ${byTwo.ofWorkers.toFixed(0)} MB a worker; the goal is set for 10,000`,
    },
    {
      measure: `${many} files: one worker over two, by the clock`,
      figure: `${(byOne.seconds / byTwo.seconds).toFixed(2)} ×`,
      goal: quick ? '' : '≥ 1.7 ×',
      note: `${byOne.seconds.toFixed(2)} s and ${byTwo.seconds.toFixed(2)} s, without workers ${onMany.seconds.toFixed(2)} s; the same bytes out; the goal is set for 10,000`,
    },
    allOutputs(folder, few),
    secondRun(folder, many, 'csv'),
    secondRun(folder, some, usualFormats),
  ];
}

/** Everything a run writes when nobody says what: the workbook, the page, what goes back to the units. */
function allOutputs(folder: string, files: number): BenchRow {
  const cost = jobOn(folder, files, ['--no-cache', '--workers', '0'], 'all');
  return {
    measure: `${files} files, all usual outputs: peak memory`,
    figure: `${cost.megabytes.toFixed(0)} MB`,
    goal: '',
    note: `${cost.cpuSeconds.toFixed(2)} s`,
  };
}

/** The built command twice over the same files into one folder: CPU of the second run over that of the first. */
function secondRun(folder: string, files: number, formats: string): BenchRow {
  const [first, second] = [1, 2].map(
    () => jobOn(folder, files, ['--formats', formats], `second-${formats.length}`).cpuSeconds,
  );
  return {
    measure: `second run of ${files} files, nothing changed (${formats})`,
    figure: `${((second ?? Number.NaN) / (first ?? Number.NaN)).toFixed(2)} ×`,
    goal: '≤ 0.3 ×',
    note: `${second?.toFixed(2)} s and ${first?.toFixed(2)} s`,
  };
}

function jobOn(folder: string, files: number, flags: readonly string[], out: string): Cost {
  const inbox = join(folder, `many-${files}`);
  const asked = ['run', inbox, '--period', '2023-06', '--fail-on', 'never', '--quiet'];
  return commandCost(folder, [...asked, ...flags, '--out', join(folder, `out-${out}`)]);
}
