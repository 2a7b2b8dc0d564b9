import { join } from 'node:path';
import { timeJob, type Worker } from './child.ts';
import { writeSchedules } from './files.ts';
import type { BenchRow } from './read.ts';

/**
 * The whole job on small files, in one process and one thread: `run` with CSV list and report.json, all rules on,
 * against the same job written plainly on exceljs and SheetJS with zod. Each is done five times over in one process, as reading is.
 */
export async function benchJob(
  folder: string,
  { quick }: { readonly quick: boolean },
): Promise<readonly BenchRow[]> {
  const files = quick ? 25 : 200;
  const inbox = join(folder, 'job');
  const rows = await writeSchedules(inbox, files);
  const time = (worker: Worker) => {
    const timing = timeJob({
      worker,
      folder: inbox,
      out: join(folder, `job-${worker.replace(/\W+/g, '-')}`),
      passes: 5,
    });
    if (timing.rows !== rows) throw new Error(`${worker} read ${timing.rows} of ${rows} rows`);
    return timing;
  };
  const ours = time('ours');
  const marked = time('ours, with marked workbooks');
  const peers = [['exceljs', time('exceljs'), '≥ 8 ×'] as const, ['SheetJS', time('sheetjs'), ''] as const];
  const perSecond = (seconds: number) => `${(files / seconds).toFixed(0)} a second`;
  const told = ({ cpuSeconds, firstCpuSeconds, megabytes, findings }: typeof ours) =>
    `${perSecond(cpuSeconds)} (first pass ${perSecond(firstCpuSeconds)}), ${megabytes.toFixed(0)} MB, ${findings} findings`;
  return [
    {
      measure: `whole job, ${files} small files, one core`,
      figure: perSecond(ours.cpuSeconds),
      goal: '≥ 400 a second',
      note: `${told(ours)}; ${ours.seconds.toFixed(2)} s by the clock`,
    },
    {
      measure: `whole job with marked workbooks, ${files} small files, one core`,
      figure: perSecond(marked.cpuSeconds),
      goal: '≥ 150 a second',
      note: told(marked),
    },
    ...peers.map(([name, peer, goal]) => ({
      measure: `whole job, ${files} small files: plain job on ${name} over ours`,
      figure: `${(peer.cpuSeconds / ours.cpuSeconds).toFixed(2)} ×`,
      goal,
      note: told(peer),
    })),
  ];
}
