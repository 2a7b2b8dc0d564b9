import { byCodeUnit } from './order.ts';
import type { Day } from './period.ts';
import type { Submission } from './submission.ts';

/** The day a sheet says it was filled in on, if it is a plain one. */
export function filledInOn({ signatures }: Pick<Submission, 'signatures'>): Day | null {
  for (const label of ['填报日期', '填表日期', '报送日期', '制表日期']) {
    const match = /(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})/.exec(
      signatures.get(label)?.text ?? '',
    );
    if (match !== null) return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  }
  return null;
}

/**
 * Orders the names of files with the same table, the later version last: drafts and copies before others, corrected and
 * final ones behind them, then by their text, numbers by their value (v9 before v10), a name before the same with
 * something added.
 */
export function byVersion(one: string, other: string): number {
  const [stem, otherStem] = [stemOf(one), stemOf(other)];
  return (
    rankOf(stem) - rankOf(otherStem) ||
    byCodeUnit(withPaddedNumbers(stem), withPaddedNumbers(otherStem)) ||
    byCodeUnit(one, other)
  );
}

function stemOf(file: string): string {
  return file.normalize('NFKC').replace(/\.[^./]{1,5}$/, '');
}

function rankOf(stem: string): number {
  if (/作废|副本|备份|初稿|初报|原稿|旧版|草稿/.test(stem)) return 0;
  return /更正|修正|修改|修订|订正|重报|补正|最终|最新|定稿|终稿|终版/.test(stem) ? 2 : 1;
}

function withPaddedNumbers(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
