import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeJob, type Worker } from './child.ts';
import { writeSchedules } from './files.ts';
import type { BenchRow } from './read.ts';
import { commandSeconds } from './start-up.ts';

/** How the whole job grows with the number of files, and what a second worker thread gains. One pass each, as a batch runs. */
export async function benchMany(
  folder: string,
  { quick }: { readonly quick: boolean },
): Promise<readonly BenchRow[]> {
  const few = quick ? 20 : 200;
  const many = 5 * few;
  const time = (files: number, worker: Worker, out: string) =>
    timeJob({ worker, folder: join(folder, `many-${files}`), out: join(folder, out), passes: 1 });
  await writeSchedules(join(folder, `many-${few}`), few);
  await writeSchedules(join(folder, `many-${many}`), many);
  const onFew = time(few, 'ours', 'few');
  const onMany = time(many, 'ours', 'many');
  const onTwo = time(many, 'ours on two workers', 'two');
  const same = ['report.json', '异常清单.csv'].every((name) =>
    readFileSync(join(folder, 'many', name)).equals(readFileSync(join(folder, 'two', name))),
  );
  if (!same) throw new Error('two workers and none gave different reports');
  return [
    {
      measure: `${many} files: time a file over that of ${few} files`,
      figure: `${(onMany.cpuSeconds / many / (onFew.cpuSeconds / few)).toFixed(2)} ×`,
      goal: '≤ 1.2 ×',
      note: `${onMany.cpuSeconds.toFixed(2)} s and ${onFew.cpuSeconds.toFixed(2)} s, compiling included`,
    },
    {
      measure: `${many} files: peak memory`,
      figure: `${onMany.megabytes.toFixed(0)} MB`,
      goal: '≤ 130 MB',
      note: `${onFew.megabytes.toFixed(0)} MB for ${few} files; the goal is set for 10,000`,
    },
    {
      measure: `${many} files: no workers over two, by the clock`,
      figure: `${(onMany.seconds / onTwo.seconds).toFixed(2)} ×`,
      goal: quick ? '' : '≥ 1.7 ×',
      note: `${onMany.seconds.toFixed(2)} s and ${onTwo.seconds.toFixed(2)} s; two workers ${onTwo.megabytes.toFixed(0)} MB; the same bytes out; the goal is set for 10,000`,
    },
    ...['csv', 'xlsx,csv,json,html,returned,docx'].map((formats) => secondRun(folder, few, formats)),
  ];
}

/** The built command twice over the same files into one folder: CPU of the second run over that of the first. */
function secondRun(folder: string, files: number, formats: string): BenchRow {
  const out = join(folder, `second-${formats.length}`);
  const args = ['run', join(folder, `many-${files}`), '--period', '2023-06', '--fail-on', 'never', '--quiet'];
  const [first, second] = [1, 2].map(() =>
    commandSeconds(folder, [...args, '--formats', formats, '--out', out]),
  );
  return {
    measure: `second run of ${files} files, nothing changed (${formats})`,
    figure: `${((second ?? Number.NaN) / (first ?? Number.NaN)).toFixed(2)} ×`,
    goal: '≤ 0.3 ×',
    note: `${second?.toFixed(2)} s and ${first?.toFixed(2)} s, starting included`,
  };
}
