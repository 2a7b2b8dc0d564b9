import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import { projectTables } from '../../pipeline/model/project-tables.ts';
import type { Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { fail, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/**
 * XT-09: the day by which a goal is to be reached lies in the year of the report. What is promised (预计, 计划…) for a year
 * that has passed is an old text and DQ-19's.
 */
export const completionOutsideYear = defineRule({
  meta: {
    id: 'XT-09',
    name: 'completion-outside-year',
    title: { zh: '计划完成时间不在报告年度', en: 'Completion outside the year of the report' },
    group: 'cross-table',
    scope: 'table',
    needs: ['T03', 'T17'],
    severity: 'warning',
    basis: {
      source: '预算绩效报告人工复核中发现的问题（绩效目标的完成时间不在报告年度）',
      why: {
        zh: '年度绩效目标应在本年度内完成；完成时间早于报告年度或晚于年末的，目标与年度不符。',
        en: 'A goal of the year is reached within it; an earlier or later day belongs to another year.',
      },
    },
    options: z.object({}),
    messages: {
      early: {
        zh: '「{label}」写有“{quote}”，计划完成时间 {year} 年早于报告年度 {reportYear} 年。',
        en: '"{label}" sets completion for {year}, before {reportYear}, the year of the report.',
        clears: {
          zh: '核对完成时间；属本年度项目的改为 {reportYear} 年内的时间，已完成的以前年度项目从表中删去。',
          en: 'Check the day: give one within {reportYear}, or remove what was finished before.',
        },
      },
      late: {
        zh: '「{label}」写有“{quote}”，计划完成时间 {year} 年晚于报告年度 {reportYear} 年末。',
        en: '"{label}" sets completion for {year}, after the end of {reportYear}, the year of the report.',
        clears: {
          zh: '写明 {reportYear} 年内应完成的部分；跨年项目注明分年目标。',
          en: 'Say what is to be done within {reportYear}; where a project runs on, give the goal of each year.',
        },
      },
    },
  },

  *check({ submission, period }) {
    for (const row of projectTables(submission).flatMap((table) => table.rows)) {
      yield judged(row, yearOf(period));
    }
  },
});

function judged(row: Row, reportYear: number): Verdict {
  const plain = (row.classified ? '' : (textIn(row, 'goal') ?? '')).normalize('NFKC').replace(/\s/g, '');
  const days = [...plain.matchAll(completion)].map((match) => ({
    quote: match[0],
    year: Number(match[2]),
    isPromised: match[1] !== undefined,
  }));
  if (days.length === 0) return notApplicable;
  // What was promised for a year that has passed is DQ-19's.
  const outside = days.find(
    ({ year, isPromised }) => year > reportYear || (year < reportYear && !isPromised),
  );
  if (outside === undefined) return pass;
  const { quote, year } = outside;
  return fail(row, 'goal', {
    message: year < reportYear ? 'early' : 'late',
    args: {
      label: columnName(row, 'goal'),
      quote: excerpt(quote, 30),
      year,
      reportYear,
    },
    value: String(year),
    expected: String(reportYear),
  });
}

/** 预计2024年3月底前完成: a promise or none, the year, and that something ends by then. Years of documents say no such thing. */
const completion =
  /((?:预计|计划|拟|力争|将)[^。;,]{0,12}?)?(?<![\d〔[(])((?:19|20)\d\d)年(?:\d{1,2}月|年?底|年?末|[上下]半年|[一二三四]季度)[^。;,]{0,14}?(?:完成|完工|竣工|完毕|交付|投入使用)/g;
