import { parentPort, workerData } from 'node:worker_threads';
import { rules } from '../rules/index.ts';
import { policyFrom } from './policy/settings.ts';
import { officialVocabulary } from './stages/official-vocabulary.ts';
import { type WorkerAnswer, type WorkerDesk, type WorkerTask, workerReady } from './workers/messages.ts';
import { openWorkplace } from './workers/workplace.ts';

/* A worker thread: checks one file or unit after another and answers each with its outcome. */

const given: WorkerDesk = workerData; // by the pool that starts it
const workplace = openWorkplace({
  ...given,
  policy: policyFrom(given.policy),
  rules,
  vocabulary: officialVocabulary,
});

parentPort?.on('message', async (task: WorkerTask) => {
  const answer: WorkerAnswer =
    'file' in task ? await workplace.checkFile(task.file) : await workplace.checkUnit(task.unit);
  parentPort?.postMessage(answer);
});
parentPort?.postMessage(workerReady);
