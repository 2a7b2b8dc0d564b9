import { once } from 'node:events';
import { rules } from '../rules/index.ts';
import { policyFrom } from './policy/settings.ts';
import { officialVocabulary } from './stages/official-vocabulary.ts';
import { type WorkerAnswer, type WorkerDesk, type WorkerTask, workerReady } from './workers/messages.ts';
import { openWorkplace } from './workers/workplace.ts';

/* A worker process: checks one file or unit after another and answers each with its outcome. */

// Ctrl-C reaches every process of a terminal; what then happens is for the run to say.
process.on('SIGINT', () => undefined);
// Where the run itself was killed nobody waits for an answer.
process.on('disconnect', () => process.exit());

const given: WorkerDesk = (await once(process, 'message'))[0]; // by the pool that starts it
const workplace = openWorkplace({
  ...given,
  policy: policyFrom(given.policy),
  rules,
  vocabulary: officialVocabulary,
});

process.on('message', async (task: WorkerTask) => {
  answer('file' in task ? await workplace.checkFile(task.file) : await workplace.checkUnit(task.unit));
});
answer(workerReady);

function answer(outcome: WorkerAnswer | typeof workerReady): void {
  process.send?.(outcome);
}
