import type { Row } from '../../pipeline/model/submission.ts';

/** Whether a sheet opens with the end of last month: some open with that of last year (年初数, 上年末数). */
export function isMonthly({ source }: Row): boolean {
  const heading = source.columns.get('opening')?.heading;
  return heading !== undefined && !sinceLastYear.test(heading);
}

/** Whether the stated change is that since the opening: 比上月增减额 beside 年初数 is not. */
export function isChangeFromOpening(row: Row): boolean {
  const heading = row.source.columns.get('change')?.heading ?? '';
  return isMonthly(row) ? !sinceLastYear.test(heading) : !/月/.test(heading);
}

/** 2023年5月末数 names a year and is the end of a month. */
const sinceLastYear = /年初|年末|年底|上年|去年/;
