import { Worker } from 'node:worker_threads';
import { besideBuild } from '../model/beside.ts';
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts';
import type { WorkerAnswer, WorkerDesk, WorkerTask } from './messages.ts';
import type { FileOutcome, UnitOutcome, Workplace } from './workplace.ts';
import { refusedFile } from './workplace.ts';

/** Worker threads that check files and units. */
export interface Pool extends Workplace {
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

/** New objects have so much room: a file's come and go within it, and several workers fit beside one another. */
const newObjectsMegabytes = 12;

/**
 * Starts worker threads for the files of one run. Each has one task at a time, so that a worker that dies or overruns
 * its time costs exactly that file, which is refused with TIMEOUT (TOO_BIG when it was memory); another takes its place.
 * A unit is checked by the worker that has its files on the shelf.
 */
export function openPool(
  desk: WorkerDesk,
  { count, secondsPerFile, entry = besideBuild('worker.js') }: PoolOptions,
): Pool {
  const workers = Array.from({ length: count }, () => startWorker(entry, desk));
  const holders = new Map<string, RunningWorker>();
  /** The task's answer from a worker, the one asked for or the one with the least to do. */
  const ask = async (task: WorkerTask, wanted?: RunningWorker): Promise<Answered> => {
    for (;;) {
      for (const [index, worker] of workers.entries())
        if (worker.isDead()) workers[index] = startWorker(entry, desk);
      const [freest] = workers.toSorted((one, other) => one.waiting() - other.waiting());
      const worker = wanted === undefined || wanted.isDead() ? freest : wanted;
      if (worker === undefined) throw new RangeError('a pool has at least one worker');
      const answer = await worker.ask(task, secondsPerFile);
      // Null: what it did before was its end, and this task is not to blame.
      if (answer !== null) return { answer, worker };
    }
  };
  return {
    async checkFile(file) {
      const { answer, worker } = await ask({ file });
      holders.set(file.path, worker);
      if (isRefusal(answer))
        return { result: refusedFile(file.path, answer), failure: null, passedOver: null };
      return answer as FileOutcome; // a file was asked for
    },
    async checkUnit(order) {
      const { answer } = await ask({ unit: order }, holders.get(order.files[0]?.path ?? ''));
      if (!isRefusal(answer)) return answer as UnitOutcome; // a unit was asked for
      const file = order.files[0]?.path ?? null;
      return { part: null, failure: { stage: 'check', rule: null, file, message: answer.message.en } };
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };
}

interface Answered {
  readonly answer: WorkerAnswer | Refusal;
  readonly worker: RunningWorker;
}

interface RunningWorker {
  /**
   * The answer, or why the worker is gone, once it has done what it was asked before; null when that was its end.
   *
   * @throws Error when it cannot be started at all, which is no fault of the task
   */
  ask(task: WorkerTask, seconds: number): Promise<WorkerAnswer | Refusal | null>;
  /** How many tasks it has been asked and not answered. */
  waiting(): number;
  isDead(): boolean;
  end(): Promise<unknown>;
}

function startWorker(entry: URL, desk: WorkerDesk): RunningWorker {
  const worker = new Worker(entry, {
    workerData: desk,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: newObjectsMegabytes },
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
  let waiting = 0;
  let last: Promise<unknown> = isReady;
  const answered = async (task: WorkerTask, seconds: number) => {
    if (!(await isReady)) throw new Error(`a worker thread does not start: ${lastWords}`);
    return death === null ? await answerOf(worker, task, seconds, () => death ?? brokeOff) : null;
  };
  return {
    isDead: () => death !== null,
    end: () => worker.terminate(),
    waiting: () => waiting,
    async ask(task, seconds) {
      waiting += 1;
      const answer = last.then(() => answered(task, seconds));
      last = answer.catch(() => undefined);
      try {
        return await answer;
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** The worker's answer; when it ends without one, or is ended because it overran its time, the reason. */
function answerOf(
  worker: Worker,
  task: WorkerTask,
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
    worker.postMessage(task);
  });
}

const brokeOff = refuse('TIMEOUT', { zh: '读取中断', en: 'reading broke off' });
const outOfMemory = refuse('TOO_BIG', {
  zh: `核验所需内存超过 ${heapMegabytes} MB`,
  en: `checking takes more than ${heapMegabytes} MB of memory`,
});
