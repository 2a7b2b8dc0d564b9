import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { FoundFile } from '../stages/discover.ts';
import { templates } from '../templates/index.ts';
import { bindTemplates } from './bind-templates.ts';
import { type FileOutcome, refusedFile } from './check-file.ts';
import type { WorkerAnswer, WorkerDesk } from './messages.ts';

/** Worker threads that check files. */
export interface Pool {
  /** One file to its outcome. Ask for no more at once than there are workers. */
  check(file: FoundFile): Promise<FileOutcome>;
  /** Ends every worker, whatever it is doing. */
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly count: number;
  /** How long one file may take, by the clock, before its worker is ended. */
  readonly secondsPerFile: number;
  /** The program of the workers; tests give a misbehaving one. */
  readonly entry?: URL;
}

/** A worker's own share of memory: a million-row table fits, a runaway does not take the machine along. */
const heapMegabytes = 2048;

/**
 * Starts worker threads for the files of one run. Each has one file at a time, so that a worker that dies or overruns
 * its time costs exactly that file, which is refused with TIMEOUT (TOO_BIG when it was memory); another takes its place.
 */
export function openPool(
  desk: WorkerDesk,
  { count, secondsPerFile, entry = builtEntry() }: PoolOptions,
): Pool {
  const start = () => startWorker(entry, desk);
  const idle: RunningWorker[] = Array.from({ length: count }, start);
  const all = new Set(idle);
  return {
    async check(file) {
      let worker = idle.pop();
      while (worker?.isDead()) worker = idle.pop();
      worker ??= start();
      all.add(worker);
      const answer = await worker.ask(file, secondsPerFile);
      if ('result' in answer) {
        idle.push(worker);
        return bindTemplates(answer, (id) => templates[id]);
      }
      all.delete(worker);
      return { result: refusedFile(file.path, answer), failure: null, passedOver: null };
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}

interface RunningWorker {
  /** The outcome, or why the worker is gone. */
  ask(file: FoundFile, seconds: number): Promise<WorkerAnswer | Refusal>;
  /** Whether it ended between two files. */
  isDead(): boolean;
  end(): Promise<unknown>;
}

function startWorker(entry: URL, desk: WorkerDesk): RunningWorker {
  const worker = new Worker(entry, {
    workerData: desk,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  // Without a listener its error would end the run.
  let death: Refusal | null = null;
  worker.on('error', (error) => {
    death ??= 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory : brokeOff;
  });
  worker.on('exit', () => {
    death ??= brokeOff;
  });
  return {
    isDead: () => death !== null,
    end: () => worker.terminate(),
    ask: (file, seconds) =>
      new Promise((resolve) => {
        const finish = (answer: WorkerAnswer | Refusal) => {
          clearTimeout(timer);
          worker.off('message', finish);
          worker.off('exit', onExit);
          resolve(answer);
        };
        const onExit = () => finish(death ?? brokeOff);
        const timer = setTimeout(() => {
          death = refuse('TIMEOUT', { zh: `${seconds} 秒`, en: `${seconds} s` });
          void worker.terminate();
        }, seconds * 1000);
        if (death !== null) return finish(death);
        worker.once('message', finish);
        worker.once('exit', onExit);
        worker.postMessage(file);
      }),
  };
}

const brokeOff = refuse('TIMEOUT', { zh: '读取中断', en: 'reading broke off' });
const outOfMemory = refuse('TOO_BIG', {
  zh: `核验所需内存超过 ${heapMegabytes} MB`,
  en: `checking takes more than ${heapMegabytes} MB of memory`,
});

/** The compiled worker. Sources run only under the test runner, beside a build. */
function builtEntry(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? '../../dist/pipeline/worker.js' : '../worker.js', here);
}
