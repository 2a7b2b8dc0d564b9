import { once } from 'node:events';
import { rules } from '../rules/index.ts';
import { policyFrom } from './policy/settings.ts';
import { appendTo } from './spool.ts';
import { officialVocabulary } from './stages/official-vocabulary.ts';
import {
  type DiskTrouble,
  type Sent,
  type WorkerAnswer,
  type WorkerDesk,
  type WorkerTask,
  workerReady,
} from './workers/messages.ts';
import { openWorkplace } from './workers/workplace.ts';

/* A worker process: checks one file or unit after another and answers each with its outcome. */

// Ctrl-C reaches every process of a terminal; what then happens is for the run to say.
process.on('SIGINT', () => undefined);
// Where the run itself was killed nobody waits for an answer.
process.on('disconnect', () => process.exit());

const given: WorkerDesk = (await once(process, 'message'))[0]; // by the pool that starts it
const workplace = openWorkplace(
  { ...given, policy: policyFrom(given.policy), rules, vocabulary: officialVocabulary },
  given.spool === null ? (bytes): Sent => bytes : putInto(given.spool),
);

process.on('message', async (task: WorkerTask) => {
  answer(
    await ('file' in task ? workplace.checkFile(task.file) : workplace.checkUnit(task.unit)).catch(troubleOf),
  );
});
answer(workerReady);

function answer(outcome: WorkerAnswer | typeof workerReady): void {
  process.send?.(outcome);
}

function putInto(descriptor: number): (bytes: Uint8Array) => Sent {
  const append = appendTo(descriptor);
  return (bytes) => ({ start: append(bytes), length: bytes.length });
}

/** @throws what is no error of the system */
function troubleOf(error: unknown): DiskTrouble {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
  return { trouble: { message: error.message, code: String(error.code), syscall: String(error.syscall) } };
}
