import { parentPort } from 'node:worker_threads';
import '../../../dist/pipeline/worker.js';

/*
 * A worker as any other, but that misbehaves on files whose name asks for it. It hears of each file after the real one,
 * in the same turn: before that could give its answer.
 */

parentPort?.on('message', ({ file }) => {
  const path = file?.path ?? '';
  if (path.includes('hangs')) for (;;);
  if (path.includes('dies')) process.exit(1);
  if (path.includes('throws')) throw new Error('an unruly worker');
});
