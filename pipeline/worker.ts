import { parentPort, workerData } from 'node:worker_threads';
import { rules } from '../rules/index.ts';
import { longLists } from './model/report.ts';
import { policyFrom } from './policy/settings.ts';
import { officialVocabulary } from './stages/official-vocabulary.ts';
import type { UnitPart } from './stages/unit-part.ts';
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
  if ('file' in task) {
    answer(await workplace.checkFile(task.file), []);
    return;
  }
  const outcome = await workplace.checkUnit(task.unit);
  answer(outcome, outcome.part === null ? [] : bytesIn(outcome.part));
});
parentPort?.postMessage(workerReady);

/** Long texts change hands; they are not copied. */
function answer(outcome: WorkerAnswer, given: readonly Uint8Array<ArrayBuffer>[]): void {
  parentPort?.postMessage(
    outcome,
    given.map(({ buffer }) => buffer),
  );
}

function bytesIn({ counts, lists }: UnitPart): readonly Uint8Array<ArrayBuffer>[] {
  const pieces = longLists.flatMap((list) => lists[list]);
  return [counts, ...pieces.map(({ things }) => things), ...pieces.flatMap(({ masked }) => masked ?? [])];
}
