import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { besideBuild } from '../model/beside.ts';
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts';
import type { Kept, Spool } from '../model/spool.ts';
import { withBytes } from '../stages/unit-part.ts';
import { refusedFile } from '../validate.ts';
import {
  type DiskTrouble,
  type Sent,
  type WorkerAnswer,
  type WorkerDesk,
  type WorkerTask,
  workerReady,
} from './messages.ts';
import type { FileOutcome, UnitOutcome, Workplace } from './workplace.ts';

/** Worker processes that check files and units. */
export interface Pool extends Workplace<Kept> {
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
 * How a worker keeps its memory. There is a worker for each core: one that collects its garbage on other cores as well
 * takes from the others more than it gains. Garbage is most of what it would hold, for files come and go; new objects
 * have room for what a small file makes.
 */
const memoryFlags = [
  `--max-old-space-size=${heapMegabytes}`,
  '--max-semi-space-size=4',
  '--heap-growing-percent=30',
  '--single-threaded-gc',
];

/**
 * Starts worker processes for the files of one run: a process can be ended whatever it is doing, and takes nothing
 * along. Each has one task at a time, so that a worker that dies or overruns its time costs exactly that file, which is
 * refused with TIMEOUT (TOO_BIG when it was memory); another takes its place. A unit is checked by the worker that has
 * its files on the shelf. What is long in its answers it puts into a file of the spool: through the channel between two
 * processes it would be copied four times over.
 */
export function openPool(
  desk: Omit<WorkerDesk, 'spool'>,
  { count, secondsPerFile, entry = besideBuild('worker.js') }: PoolOptions,
  spool: Spool,
): Pool {
  const start = () => startWorker(entry, desk, spool);
  const workers = Array.from({ length: count }, start);
  const holders = new Map<string, RunningWorker>();
  let isClosed = false;
  /** The task's answer from a worker, the one asked for or the one with the least to do. */
  const ask = async (task: WorkerTask, wanted?: RunningWorker): Promise<Answered> => {
    for (;;) {
      if (isClosed) throw new Error('the run is over');
      for (const [index, worker] of workers.entries()) if (worker.isDead()) workers[index] = start();
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
        return {
          result: refusedFile({ path: file.path, sha256: '' }, answer),
          failure: null,
          passedOver: null,
        };
      return answer as FileOutcome; // a file was asked for
    },
    async checkUnit(order) {
      const { answer, worker } = await ask({ unit: order }, holders.get(order.files[0]?.path ?? ''));
      if (!isRefusal(answer)) {
        const { part, failure } = answer as UnitOutcome<Sent>; // a unit was asked for
        return { part: part === null ? null : withBytes(part, worker.kept), failure };
      }
      const file = order.files[0]?.path ?? null;
      return { part: null, failure: { stage: 'check', rule: null, file, message: answer.message.en } };
    },
    async close() {
      isClosed = true;
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };
}

interface Answered {
  readonly answer: Answer | Refusal;
  readonly worker: RunningWorker;
}

type Answer = Exclude<WorkerAnswer, DiskTrouble>;

interface RunningWorker {
  /**
   * The answer, or why the worker is gone, once it has done what it was asked before; null when that was its end.
   *
   * @throws Error when it cannot be started at all, which is no fault of the task; the system's error when it cannot write
   */
  ask(task: WorkerTask, seconds: number): Promise<Answer | Refusal | null>;
  /** The bytes of an answer, put aside. */
  kept(sent: Sent): Kept;
  /** How many tasks it has been asked and not answered. */
  waiting(): number;
  isDead(): boolean;
  end(): Promise<void>;
}

/** The number by which a worker knows its file: its place in `stdio`. */
const spoolDescriptor = 4;

function startWorker(entry: URL, desk: Omit<WorkerDesk, 'spool'>, spool: Spool): RunningWorker {
  const file = spool.share();
  const child = fork(fileURLToPath(entry), {
    execArgv: memoryFlags,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', file?.descriptor ?? 'ignore'],
  });
  let death: Refusal | null = null;
  let lastWords = '';
  child.stderr?.on('data', (words: Buffer) => {
    lastWords = (lastWords + words.toString()).slice(-4000);
  });
  child.on('error', () => undefined); // a send that fails is followed by 'close', which tells the rest
  // Later than 'exit': its last words have arrived.
  child.once('close', () => {
    death ??= lastWords.includes('out of memory') ? outOfMemory : brokeOff;
  });
  // The first message says that it is ready. Starting is not counted as the file's time.
  const isReady = Promise.race([once(child, 'message'), once(child, 'close')]).then(
    ([word]) => word === workerReady,
  );
  child.send({ ...desk, spool: file === null ? null : spoolDescriptor } satisfies WorkerDesk);
  let waiting = 0;
  let last: Promise<unknown> = isReady;
  const answered = async (task: WorkerTask, seconds: number) => {
    if (!(await isReady)) throw new Error(`a worker does not start: ${lastWords}`);
    if (death !== null) return null;
    const answer = await answerOf(child, task, seconds, () => death ?? brokeOff);
    if ('trouble' in answer) throw Object.assign(new Error(answer.trouble.message), answer.trouble);
    return answer;
  };
  return {
    isDead: () => death !== null,
    async end() {
      if (death !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
    waiting: () => waiting,
    kept(sent) {
      if (sent instanceof Uint8Array) return spool.put(sent);
      if (file === null) throw new TypeError('a worker without a file tells no place in it');
      return file.at(sent.start, sent.length);
    },
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
  child: ChildProcess,
  task: WorkerTask,
  seconds: number,
  reason: () => Refusal,
): Promise<WorkerAnswer | Refusal> {
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    const finish = (answer: WorkerAnswer | Refusal) => {
      clearTimeout(timer);
      child.off('message', finish);
      child.off('close', onClose);
      resolve(answer);
    };
    const onClose = () =>
      finish(isLate ? refuse('TIMEOUT', { zh: `${seconds} 秒`, en: `${seconds} s` }) : reason());
    child.once('message', finish);
    child.once('close', onClose);
    child.send(task);
  });
}

const brokeOff = refuse('TIMEOUT', { zh: '读取中断', en: 'reading broke off' });
const outOfMemory = refuse('TOO_BIG', {
  zh: `核验所需内存超过 ${heapMegabytes} MB`,
  en: `checking takes more than ${heapMegabytes} MB of memory`,
});
