import { format, lastDayOfMonth } from 'date-fns';
import { foldText } from './label.ts';
import type { Day } from './period.ts';

/**
 * Whether what was to be done by a day (`6月30日前`, `2023年6月底前`) was done by then (`已于6月20日完成`); null unless both
 * texts name one day or month, and say nothing else that could be counted. A month alone is its last day where something
 * is due in it, and its first where it was done in it: the benefit of the doubt.
 *
 * @param year the year of days written without one
 */
export function doneInTime(target: string, result: string, year: number): boolean | null {
  const due = dueDay.exec(withMonth(target));
  const done = doneDay.exec(withMonth(result));
  if (due === null || done === null) return null;
  const [by, on] = [dayOf(due, year, 'last'), dayOf(done, year, 'first')];
  return by === null || on === null ? null : on <= by;
}

/** 2023年底前, 年底前: December. */
function withMonth(text: string): string {
  return foldText(text)
    .replace(/年(?:底|末)/, '年12月')
    .replace(/^年12月/, '12月');
}

const day = String.raw`(?:(\d{4})[年./-])?(\d{1,2})(?:月(?:(\d{1,2})[日号]?)?|[./-](\d{1,2}))`;
const dueDay = new RegExp(
  `^(?:≤|<=|<|=|于|在|不晚于)?${day}(?:份|底|末)?(?:之?前|以前)?(?:完成|完工|竣工)?$`,
);
const doneDay = new RegExp(
  String.raw`^(?:已|均已|全部)?(?:于|在)?${day}(?:份|底|末)?(?:[已全部]*(?:完成|完工|竣工|到位|通过验收|投入使用|建成|交付)[^\d]{0,6})?$`,
);

function dayOf(match: RegExpExecArray, ownYear: number, edge: 'first' | 'last'): Day | null {
  const [text, year, month, behindMonth, behindSign] = match;
  // 6.30 without a year may be a figure.
  if (year === undefined && !text.includes('月')) return null;
  const monthAt = Number(month) - 1;
  const first = new Date(Number(year ?? ownYear), monthAt, 1);
  if (first.getMonth() !== monthAt) return null;
  const dayOfMonth = behindMonth ?? behindSign;
  if (dayOfMonth === undefined) return format(edge === 'first' ? first : lastDayOfMonth(first), 'yyyy-MM-dd');
  const date = new Date(first.getFullYear(), monthAt, Number(dayOfMonth));
  return date.getMonth() === monthAt ? format(date, 'yyyy-MM-dd') : null;
}
