import { parentPort, workerData } from 'node:worker_threads';
import { rules } from '../rules/index.ts';
import { policyFrom } from './policy/settings.ts';
import { officialVocabulary } from './stages/official-vocabulary.ts';
import type { Desk } from './validate.ts';
import { bindTemplates, hollowTemplate } from './workers/bind-templates.ts';
import { checkFile } from './workers/check-file.ts';
import { type WorkerAnswer, type WorkerDesk, type WorkerTask, workerReady } from './workers/messages.ts';

/* A worker thread: checks one file after another and answers each with its outcome. */

const given: WorkerDesk = workerData; // by the pool that starts it
const desk: Desk = { ...given, policy: policyFrom(given.policy), rules, vocabulary: officialVocabulary };

parentPort?.on('message', async (file: WorkerTask) => {
  const answer: WorkerAnswer = bindTemplates(await checkFile(file, desk), hollowTemplate);
  parentPort?.postMessage(answer);
});
parentPort?.postMessage(workerReady);
