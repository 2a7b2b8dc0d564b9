import '../../../dist/pipeline/worker.js';

/*
 * A worker as any other, but that misbehaves on files whose name asks for it. It hears of each file before it could give
 * its answer.
 */

process.on('message', ({ file }) => {
  const path = file?.path ?? '';
  if (path.includes('hangs')) for (;;);
  if (path.includes('dies')) process.exit(1);
  if (path.includes('hoards')) for (const all = []; ; ) all.push(new Array(2 ** 20).fill(0.5));
  if (path.includes('throws')) throw new Error('an unruly worker');
});
