import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { RefusalError } from '../xlsx/refusal-error.ts';
import type { LegacyAnswer, LegacyJob, LegacyRequest } from './messages.ts';
import type { WatchBoard } from './watch-board.ts';

/*
 * The child process in which SheetJS and the password library run: one job after another, each within its limits.
 * Libraries are loaded by the first job that needs them.
 */

const board: WatchBoard = {
  job: new Int32Array(new SharedArrayBuffer(4)),
  limits: new Float64Array(new SharedArrayBuffer(16)),
};
new Worker(new URL(`./watchdog${extname(import.meta.url)}`, import.meta.url), { workerData: board }).unref();

let jobs = 0;
process.on('message', async ({ job, limits }: LegacyRequest) => {
  const { user, system } = process.cpuUsage();
  board.limits[0] = user + system + limits.cpuMilliseconds * 1000;
  board.limits[1] = limits.memoryBytes;
  jobs += 1;
  Atomics.store(board.job, 0, jobs);
  const answer = await answerTo(job);
  Atomics.store(board.job, 0, 0);
  process.send?.(answer);
});
process.send?.('ready');

async function answerTo(job: LegacyJob): Promise<LegacyAnswer> {
  try {
    if (job.task === 'decrypt') {
      const { decryptWithAny } = await import('./decrypt.ts');
      return { kind: 'decrypted', decrypted: await decryptWithAny(job.content, job.passwords) };
    }
    const { readWithSheetJs } = await import('./sheetjs.ts');
    return { kind: 'workbook', workbook: await readWithSheetJs(job) };
  } catch (error) {
    if (error instanceof RefusalError) return { kind: 'refusal', refusal: error.refusal };
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
}
