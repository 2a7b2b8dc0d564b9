import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runReportSchema } from '../../pipeline/model/report.ts';
import { peakMegabytes } from './peak-memory.ts';
import { median } from './table.ts';

/** Who does the job: our `run` in one thread, or the job written plainly on a library. */
export type Worker = 'ours' | 'ours, with marked workbooks' | 'exceljs' | 'sheetjs';

/** What a job took in a process of its own. CPU seconds count every thread of it and do not depend on what else the machine does. */
export interface JobTiming {
  /** Of the median pass. */
  readonly cpuSeconds: number;
  readonly firstCpuSeconds: number;
  /** By the clock, of the median pass. */
  readonly seconds: number;
  /** The most the process held at any time. */
  readonly megabytes: number;
  readonly rows: number;
  readonly findings: number;
}

export interface Job {
  readonly worker: Worker;
  /** The folder of the files to check. */
  readonly folder: string;
  /** An output folder of this job's own. */
  readonly out: string;
  readonly passes: number;
}

const thisFile = fileURLToPath(import.meta.url);

/**
 * Does a job several times over in a new process, libraries loaded before the clock starts.
 *
 * @throws Error when the process fails or takes more than ten minutes
 */
export function timeJob(job: Job): JobTiming {
  const child = spawnSync(process.execPath, [thisFile, JSON.stringify(job)], {
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (child.status !== 0) throw new Error(`${job.worker} failed: ${child.error?.message ?? child.stderr}`);
  return JSON.parse(child.stdout) as JobTiming; // printed by `timeHere` below
}

async function timeHere(job: Job): Promise<JobTiming> {
  const work = await loaded(job);
  const cpu: number[] = [];
  const clock: number[] = [];
  let count = (): Counted => ({ rows: 0, findings: 0 });
  for (let pass = 0; pass < job.passes; pass += 1) {
    const before = process.cpuUsage();
    const start = performance.now();
    count = await work();
    clock.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1e6);
  }
  return {
    cpuSeconds: median(cpu),
    firstCpuSeconds: cpu[0] ?? Number.NaN,
    seconds: median(clock),
    megabytes: peakMegabytes(),
    ...count(),
  };
}

interface Counted {
  readonly rows: number;
  readonly findings: number;
}

/** Does the work once; what it gives counts the rows and findings, which is no part of the work. */
type Work = () => Promise<() => Counted>;

/** The work with what it needs loaded: no process carries the libraries of the others. */
async function loaded({ worker, folder, out }: Job): Promise<Work> {
  if (worker === 'exceljs' || worker === 'sheetjs') {
    const { openWithExcelJs, openWithSheetJs, plainJob } = await import('./plain-job.ts');
    const open = await (worker === 'exceljs' ? openWithExcelJs() : openWithSheetJs());
    return async () => {
      const counted = await plainJob(folder, `${out}.csv`, open);
      return () => counted;
    };
  }
  const { run } = await import('../../pipeline/commands/run.ts');
  const formats = worker === 'ours, with marked workbooks' ? 'csv,returned' : 'csv';
  return async () => {
    const flags = {
      period: '2023-06',
      out,
      formats,
      encoding: 'utf-8',
      lang: 'zh',
      failOn: 'never',
      color: false,
      cache: false,
    } as const;
    const status = await run([folder], { ...flags, workers: '0', secondsPerFile: '600', quiet: true });
    if (status !== 0) throw new Error(`run ended with ${status}`);
    return () => countedIn(out);
  };
}

/** Read again from what a run wrote. */
export function countedIn(out: string): Counted {
  const report = runReportSchema
    .pick({ submissions: true, summary: true })
    .parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
  const { error, warning, notice } = report.summary.findings;
  const rows = report.submissions.reduce(
    (all, submission) => all + ('rows' in submission ? (submission.rows ?? 0) : 0),
    0,
  );
  return { rows, findings: error + warning + notice };
}

const [, script, job] = process.argv;
if (script === thisFile && job !== undefined) {
  process.stdout.write(JSON.stringify(await timeHere(JSON.parse(job) as Job))); // given by `timeJob` above
}
