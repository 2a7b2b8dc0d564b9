import { z } from 'zod';
import { listOf } from '../../pipeline/model/list-of.ts';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import { projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** STR-04: a year or month on the sheet that is not the one being checked. */
export const periodMismatch = defineRule({
  meta: {
    id: 'STR-04',
    name: 'period-mismatch',
    title: { zh: '报告期不符', en: 'Period mismatch' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '期间不符的表多半是旧表改填，或交错了月份。',
        en: 'A sheet of another period is often an old one filled in again, or the wrong month handed in.',
      },
    },
    options: z.object({}),
    messages: {
      inFileName: {
        zh: '文件名写的期间“{stated}”与表上的 {year}年{month}月 不一致。',
        en: 'The file name says "{stated}", the sheet month {month} of {year}.',
        clears: {
          zh: '确认是 {year}年{month}月 的表并改正文件名；交错的请换成当月的表。',
          en: 'See that it is the sheet of month {month} of {year} and rename the file, or hand in the right month.',
        },
      },
      differs: {
        zh: '表上写的期间“{stated}”与本次核验的 {year}年{month}月 不一致。',
        en: 'The sheet says "{stated}", while month {month} of {year} is being checked.',
        clears: {
          zh: '更正表上的期间，并确认数据截至 {year}年{month}月；交错的请换成当月的表。',
          en: 'Correct the period and see that the figures are those of month {month} of {year}, or hand in the right month.',
        },
      },
    },
  },

  *check({ submission, period }) {
    const { conflicts, from } = submission.period;
    if (conflicts.length === 0) {
      // A sheet that states no period cannot contradict the run's.
      yield from === 'run' ? notApplicable : pass;
      return;
    }
    const isOnlyFileName = from !== 'file name' && conflicts.every(({ place }) => place.sheet === null);
    const texts = [...new Set(conflicts.map((conflict) => conflict.stated))];
    // The month on a sheet's tab is the one of its title once more.
    const stated = listOf(texts.filter((text) => !texts.some((other) => other.endsWith(`年${text}`))));
    yield failAt(
      conflicts.map((conflict) => conflict.place),
      {
        message: isOnlyFileName ? 'inFileName' : 'differs',
        args: { stated, year: yearOf(period), month: monthOf(period) },
        measure: submission.template.id,
        value: stated.zh,
        expected: period,
      },
      projectOf(submission.form),
    );
  },
});
