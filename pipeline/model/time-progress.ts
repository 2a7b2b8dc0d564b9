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

/** Sums of money taken together, as far as their time progress goes. */
export interface DueMoney {
  /** What all of them have; null where they differ or there are none. */
  readonly common: TimeProgress | null;
  readonly isNone: boolean;
  /** What is due by their own curves, and what there is, in fen. */
  readonly due: Fen;
  readonly whole: Fen;
}

/** Nothing yet: what `joinedMoney` begins with. */
export const noMoney: DueMoney = { common: null, isNone: true, due: 0, whole: 0 };

/** One sum of money of its own time progress. */
export function dueMoney(timeProgress: TimeProgress, weight: Fen): DueMoney {
  return { common: timeProgress, isNone: false, due: timeProgress.share * weight, whole: weight };
}

/** Both together. */
export function joinedMoney(one: DueMoney, other: DueMoney): DueMoney {
  if (one.isNone) return other;
  if (other.isNone) return one;
  const isCommon =
    one.common !== null &&
    one.common.share === other.common?.share &&
    one.common.curve === other.common.curve;
  return {
    common: isCommon ? one.common : null,
    isNone: false,
    due: one.due + other.due,
    whole: one.whole + other.whole,
  };
}

/**
 * Time progress of sums of money taken together: what each has due by its own curve, over all of them. Sums of one
 * curve keep it as it is, whatever they weigh; `otherwise` where there is no money to weigh by.
 */
export function progressDue({ common, due, whole }: DueMoney, otherwise: TimeProgress): TimeProgress {
  if (common !== null) return common;
  return whole <= 0 ? otherwise : { share: due / whole, curve: null };
}

/** The same of several sums at once. */
export function jointTimeProgress(
  parts: readonly { readonly timeProgress: TimeProgress; readonly weight: Fen }[],
  otherwise: TimeProgress,
): TimeProgress {
  const all = parts.reduce(
    (sum, { timeProgress, weight }) => joinedMoney(sum, dueMoney(timeProgress, weight)),
    noMoney,
  );
  return progressDue(all, otherwise);
}
