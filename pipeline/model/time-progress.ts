import { type Fen, percent } from './money.ts';
import type { Text } from './text.ts';

/** What time alone would have spent of a year's money by the end of the period (序时进度), and by which curve. */
export interface TimeProgress {
  /** 0 to 1. */
  readonly share: number;
  /** The name of the curve of its kind of money; null: the general one. */
  readonly curve: string | null;
}

/** Time progress as messages say it: `50.00%`, with the name of a curve of its own behind it: `65.00%（直达资金）`. */
export function timeWords({ share, curve }: TimeProgress): Text {
  const shown = percent(share);
  if (curve === null) return { zh: shown, en: shown };
  return { zh: `${shown}（${curve}）`, en: `${shown} (${curve})` };
}

/**
 * Time progress of several sums of money taken together: what each has due by its own curve, over all of them. Sums of
 * one curve keep it as it is, whatever they weigh; `otherwise` where there is no money to weigh by.
 */
export function jointTimeProgress(
  parts: readonly { readonly timeProgress: TimeProgress; readonly weight: Fen }[],
  otherwise: TimeProgress,
): TimeProgress {
  const [first] = parts;
  if (first === undefined) return otherwise;
  const { share, curve } = first.timeProgress;
  if (parts.every((part) => part.timeProgress.share === share && part.timeProgress.curve === curve))
    return first.timeProgress;
  let due = 0;
  let whole = 0;
  for (const { timeProgress, weight } of parts) {
    due += timeProgress.share * weight;
    whole += weight;
  }
  return whole <= 0 ? otherwise : { share: due / whole, curve: null };
}
