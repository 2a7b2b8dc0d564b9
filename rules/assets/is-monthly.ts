import type { Row } from '../../pipeline/model/submission.ts';

/** Whether a sheet opens with the end of last month: some open with that of last year (年初数, 上年末数). */
export function isMonthly({ source }: Row): boolean {
  const heading = source.columns.get('opening')?.heading;
  return heading !== undefined && !/年/.test(heading);
}
