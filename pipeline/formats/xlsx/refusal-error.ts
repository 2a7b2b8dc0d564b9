import { type Refusal, type RefusalCode, refuse } from '../../model/refusal.ts';
import type { Text } from '../../model/text.ts';

/** A refusal on its way out of the reader; `readXlsx` turns it back into a value. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message.en);
    this.refusal = refusal;
  }
}

/** Gives up on the file. `detail` is a short fact for its sender: a part, a cell, a limit. */
export function giveUp(code: RefusalCode, detail: Text | string): never {
  throw new RefusalError(refuse(code, detail));
}
