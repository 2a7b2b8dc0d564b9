import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { besideBuild } from '../../model/beside.ts';
import { type Refusal, refuse } from '../../model/refusal.ts';
import type { JobLimits, LegacyAnswer, LegacyJob, LegacyRequest } from './messages.ts';
import { LastWord } from './watch-board.ts';

/**
 * Has a job done in the child process; jobs asked for at the same time are done one after another.
 *
 * The child is started by the first job and kept for the next: starting it costs a quarter of a second. It neither keeps
 * this process alive nor outlives it. One that overruns its limits is killed, and the file refused with TIMEOUT or,
 * when it was memory, TOO_BIG; one that crashes makes the file CORRUPT.
 *
 * @throws Error when no child can be started, which is no fault of the file.
 */
export function runInChild(job: LegacyJob, limits: JobLimits): Promise<LegacyAnswer | Refusal> {
  const result = queue.then(() => runNow(job, limits));
  queue = result.catch(() => undefined);
  return result;
}

let queue: Promise<unknown> = Promise.resolve();
let current: Child | null = null;

interface Child {
  readonly process: ChildProcess;
  /** What it wrote to stderr, the last words. */
  lastWords: string;
  readonly heapMegabytes: number;
  jobs: number;
}

/** A child is replaced after so many jobs, whatever it may have gathered in them. */
const jobsPerChild = 100;

async function runNow(job: LegacyJob, limits: JobLimits): Promise<LegacyAnswer | Refusal> {
  const heapMegabytes = Math.ceil(limits.memoryBytes / 1024 / 1024);
  if (current !== null && (current.jobs >= jobsPerChild || current.heapMegabytes !== heapMegabytes)) {
    current.process.kill('SIGKILL');
    current = null;
  }
  current ??= await start(heapMegabytes);
  const child = current;
  child.jobs += 1;
  hold(child.process, true);

  // The child counts its own computing. Waiting is bounded too, far beyond, should it be stopped or its watchdog fail.
  let isOverdue = false;
  const backstop = setTimeout(
    () => {
      isOverdue = true;
      child.process.kill('SIGKILL');
    },
    30_000 + limits.cpuMilliseconds * 20,
  );
  try {
    const request: LegacyRequest = { job, limits };
    child.process.send(request);
    const answer = await nextAnswer(child.process);
    if (answer !== null) {
      hold(child.process, false);
      return answer;
    }
    current = null;
    if (isOverdue || child.lastWords.includes(LastWord.tooLate)) return timeout(limits);
    if (child.lastWords.includes(LastWord.tooLarge) || child.lastWords.includes('out of memory'))
      return tooLarge(heapMegabytes);
    return refuse('CORRUPT');
  } finally {
    clearTimeout(backstop);
  }
}

async function start(heapMegabytes: number): Promise<Child> {
  const started = fork(fileURLToPath(besideBuild('formats/legacy/child.js')), {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, '--disallow-code-generation-from-strings'],
    // Dates are the same wherever it runs, and no option of ours reaches it.
    env: { ...process.env, TZ: 'UTC', NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const child: Child = { process: started, lastWords: '', heapMegabytes, jobs: 0 };
  started.stderr?.on('data', (words: Buffer) => {
    child.lastWords = (child.lastWords + words.toString()).slice(-4000);
  });
  const [word] = await Promise.race([once(started, 'message'), once(started, 'close')]);
  if (word !== 'ready') throw new Error(`the reader of older formats does not start: ${child.lastWords}`);
  started.on('error', () => undefined); // a send that fails is followed by 'close', which tells the rest
  return child;
}

/** The next message of the child; null when it ends without one. */
function nextAnswer(child: ChildProcess): Promise<LegacyAnswer | null> {
  return new Promise((resolve) => {
    const onMessage = (answer: LegacyAnswer) => {
      child.off('close', onClose);
      resolve(answer);
    };
    const onClose = () => {
      child.off('message', onMessage);
      resolve(null);
    };
    child.once('message', onMessage);
    child.once('close', onClose); // later than 'exit': what it wrote to stderr has arrived
  });
}

/** Whether this process waits for the child before it ends. */
function hold(child: ChildProcess, holds: boolean): void {
  const verb = holds ? 'ref' : 'unref';
  child[verb]();
  child.channel?.[verb]();
  // The pipe is a socket, which the type of a readable stream does not say.
  if (child.stderr instanceof Socket) child.stderr[verb]();
}

function timeout(limits: JobLimits): Refusal {
  const seconds = Math.ceil(limits.cpuMilliseconds / 1000);
  return refuse('TIMEOUT', { zh: `${seconds} 秒`, en: `${seconds} s` });
}

function tooLarge(megabytes: number): Refusal {
  return refuse('TOO_BIG', {
    zh: `读取所需内存超过 ${megabytes} MB`,
    en: `reading takes more than ${megabytes} MB of memory`,
  });
}
