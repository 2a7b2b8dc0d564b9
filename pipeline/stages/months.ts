import { monthOf, type Period, yearOf } from '../model/period.ts';
import type { Submission } from '../model/submission.ts';

/**
 * Sheets of one workbook that hold the same table month by month become one submission: the sheet of the run's month,
 * with the earlier months as its history. Later months are left out of the history. Where the run's month is not among
 * them, the latest sheet stands for the rest and carries its disagreement.
 */
export function withHistory(submissions: readonly Submission[], run: Period): readonly Submission[] {
  const kept: Submission[] = [];
  const groups = new Map<string, Submission[]>();
  for (const submission of submissions) {
    const key = `${submission.template.id}\n${submission.unit.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [submission]);
    else group.push(submission);
  }
  const isMonthly = (group: readonly Submission[]) =>
    group.length > 1 && new Set(group.map(statedMonth)).size === group.length;
  for (const submission of submissions) {
    const group = groups.get(`${submission.template.id}\n${submission.unit.name}`) ?? [];
    if (!isMonthly(group)) {
      kept.push(submission);
      continue;
    }
    const current = group.find((one) => statedMonth(one) === run) ?? latest(group);
    if (submission !== current) continue;
    const history = group
      .filter((one) => statedMonth(one) < statedMonth(current))
      .sort((one, other) => (statedMonth(one) < statedMonth(other) ? 1 : -1));
    kept.push({ ...current, history });
  }
  return kept;
}

/** The month a sheet of a monthly workbook is about: its sheet name goes before a title that was copied along. */
function statedMonth(submission: Submission): Period {
  const name = /(?<!\d)(\d{1,2})\s*月/.exec(submission.sheet.normalize('NFKC'));
  const month = Number(name?.[1] ?? monthOf(submission.period.period));
  return `${yearOf(submission.period.period)}-${String(month).padStart(2, '0')}`;
}

function latest(group: readonly Submission[]): Submission {
  return group.reduce((last, one) => (statedMonth(one) > statedMonth(last) ? one : last));
}
