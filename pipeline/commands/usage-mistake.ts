import type { Text } from '../model/text.ts';

/** Something wrong with how a command was called or set up: nothing ran. Each sentence says what is wrong and what is allowed. */
export class UsageMistake extends Error {
  readonly sentences: readonly Text[];

  constructor(...sentences: readonly Text[]) {
    super(sentences[0]?.en ?? 'usage');
    this.sentences = sentences;
  }
}
