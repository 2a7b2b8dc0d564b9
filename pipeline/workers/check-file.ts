import { isPassedOver, openSource } from '../formats/index.ts';
import { isRefusal, type Refusal } from '../model/refusal.ts';
import type { Failure } from '../model/report.ts';
import type { Text } from '../model/text.ts';
import type { FoundFile } from '../stages/discover.ts';
import { type Desk, type Validated, validate } from '../validate.ts';

/** What became of one file: exactly one of the three is there. */
export interface FileOutcome {
  readonly result: Validated | null;
  /** A fault of ours: it is reported, and the other files go on. */
  readonly failure: Failure | null;
  /** It turned out to be no file to read: a link, a pipe, a folder. */
  readonly passedOver: { readonly path: string; readonly reason: Text } | null;
}

/** One file, from its name to its result. Never throws: a fault of ours is an outcome too. */
export async function checkFile(file: FoundFile, desk: Desk): Promise<FileOutcome> {
  let stage = 'open';
  try {
    const opened = await openSource(file.absolute, file.path);
    if (isPassedOver(opened)) return { result: null, failure: null, passedOver: opened };
    if (isRefusal(opened)) return { result: refusedFile(file.path, opened), failure: null, passedOver: null };
    stage = 'validate';
    return { result: await validate(opened, desk), failure: null, passedOver: null };
  } catch (error) {
    // A bug of ours in one file must not cost the others their report; it is reported as what it is.
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { result: null, failure: { stage, rule: null, file: file.path, message }, passedOver: null };
  }
}

/** The result of a file of which not even the bytes are known. */
export function refusedFile(file: string, refusal: Refusal): Validated {
  return {
    file,
    sha256: '',
    refusal,
    submissions: [],
    checked: [],
    unrecognised: [],
    passedOver: [],
    explanations: new Map(),
  };
}
