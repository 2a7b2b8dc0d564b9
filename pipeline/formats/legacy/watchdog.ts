import { writeSync } from 'node:fs';
import { isMainThread, workerData } from 'node:worker_threads';
import { LastWord, type WatchBoard } from './watch-board.ts';

/*
 * A thread beside the one that reads: ends the whole process when a job computes for too long or takes too much memory.
 *
 * It lives in the child because only there both can be seen on every system, and in a thread of its own because the
 * reading one cannot look up from an endless loop. The reason is left on stderr before the process goes.
 */

const checkEveryMilliseconds = 25;

if (!isMainThread) {
  const board: WatchBoard = workerData; // given by child.ts
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    Atomics.wait(never, 0, 0, checkEveryMilliseconds);
    const lastWord = findOverrun(board);
    if (lastWord === null) continue;
    writeSync(2, lastWord);
    process.kill(process.pid, 'SIGKILL');
  }
}

function findOverrun(board: WatchBoard): string | null {
  const job = Atomics.load(board.job, 0);
  if (job === 0) return null;
  const { user, system } = process.cpuUsage();
  const isLate = user + system > (board.limits[0] ?? 0);
  const isLarge = process.memoryUsage.rss() > (board.limits[1] ?? 0);
  if (Atomics.load(board.job, 0) !== job) return null; // the job ended while we looked
  if (isLarge) return LastWord.tooLarge;
  return isLate ? LastWord.tooLate : null;
}
