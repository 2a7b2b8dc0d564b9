import { Worker } from 'node:worker_threads';
import { besideBuild } from '../model/beside.ts';
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
  { count, secondsPerFile, entry = besideBuild('worker.js') }: PoolOptions,
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
  /** The outcome, or why the worker is gone. @throws Error when it cannot be started at all, which is no fault of the file */
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
  let death: Refusal | null = null;
  let lastWords = '';
  // Without a listener its error would end the run.
  worker.on('error', (error) => {
    lastWords = error.message;
    death ??= 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory : brokeOff;
  });
  worker.on('exit', () => {
    death ??= brokeOff;
  });
  // The first message says that it is ready. Starting is not counted as the file's time.
  const isReady = new Promise<boolean>((resolve) => {
    worker.once('message', () => resolve(true));
    worker.once('exit', () => resolve(false));
  });
  return {
    isDead: () => death !== null,
    end: () => worker.terminate(),
    async ask(file, seconds) {
      if (!(await isReady)) throw new Error(`a worker thread does not start: ${lastWords}`);
      return await answerOf(worker, file, seconds, () => death ?? brokeOff);
    },
  };
}

/** The worker's answer; when it ends without one, or is ended because it overran its time, the reason. */
function answerOf(
  worker: Worker,
  file: FoundFile,
  seconds: number,
  reason: () => Refusal,
): Promise<WorkerAnswer | Refusal> {
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      void worker.terminate();
    }, seconds * 1000);
    const finish = (answer: WorkerAnswer | Refusal) => {
      clearTimeout(timer);
      worker.off('message', finish);
      worker.off('exit', onExit);
      resolve(answer);
    };
    const onExit = () =>
      finish(isLate ? refuse('TIMEOUT', { zh: `${seconds} 秒`, en: `${seconds} s` }) : reason());
    worker.once('message', finish);
    worker.once('exit', onExit);
    worker.postMessage(file);
  });
}

const brokeOff = refuse('TIMEOUT', { zh: '读取中断', en: 'reading broke off' });
const outOfMemory = refuse('TOO_BIG', {
  zh: `核验所需内存超过 ${heapMegabytes} MB`,
  en: `checking takes more than ${heapMegabytes} MB of memory`,
});
