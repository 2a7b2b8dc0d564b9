import { z } from 'zod';
import { columnName } from '../../pipeline/model/column-name.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import { foldedCode, foldedName } from '../../pipeline/model/project-key.ts';
import { projectTables } from '../../pipeline/model/project-tables.ts';
import { projectOf, type Row } from '../../pipeline/model/submission.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { wordyFieldsOf } from '../../pipeline/model/texts-of.ts';
import { fail, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-19: years in project names and promises that do not belong to the year of the report. */
export const staleYear = defineRule({
  meta: {
    id: 'DQ-19',
    name: 'stale-year',
    title: { zh: '年份陈旧或超前', en: 'Stale or future year' },
    group: 'quality',
    scope: 'unit',
    needs: [],
    severity: 'warning',
    basis: {
      source: '公开的年份检查规则；预算绩效报告人工复核中发现的问题（沿用上年文字、出现下年项目）',
      why: {
        zh: '年份不符的项目可能列错年度，或照抄了上年的文字。',
        en: 'A year that does not fit may mean the wrong year’s project, or last year’s text copied.',
      },
    },
    options: z.object({}),
    messages: {
      lastYear: {
        zh: '项目名称中是 {year} 年，报告年度为 {reportYear} 年，疑似上年结转项目。',
        en: 'The project name says {year}, the report is of {reportYear}: carried over?',
        clears: {
          zh: '确属结转的无须处理，可在备注中注明“上年结转”；否则更正名称或删除该项目。',
          en: 'If it is carried over nothing need be done; otherwise correct the name or remove the project.',
        },
      },
      name: {
        zh: '项目名称中是 {year} 年，报告年度为 {reportYear} 年。',
        en: 'The project name says {year}, the report is of {reportYear}.',
        clears: {
          zh: '核对项目是否属于 {reportYear} 年度；年份写错的更正名称，不属于本年度的删除。',
          en: 'See whether the project belongs to {reportYear}; correct the name or remove the project.',
        },
      },
      promise: {
        zh: '「{label}」写有“{quote}”，{year} 年已过，报告年度为 {reportYear} 年，疑似沿用旧文字。',
        en: '"{label}" promises something for {year}, the report is of {reportYear}: an old text?',
        clears: {
          zh: '按 {reportYear} 年的实际计划改写「{label}」。',
          en: 'Write "{label}" anew by the plans of {reportYear}.',
        },
      },
    },
  },

  *check({ dossier, period }) {
    const reportYear = yearOf(period);
    const said = new Set<string>();
    for (const submission of dossier.submissions) {
      // What was carried over for years is what that table is about.
      if (olderYears.has(submission.template.id)) continue;
      for (const row of projectTables(submission).flatMap((table) => table.rows)) {
        if (row.classified) {
          yield notApplicable;
          continue;
        }
        const named = judgeName(row, reportYear);
        const keys = named.outcome === 'fail' ? keysOf(row) : [];
        // The unit's other tables list the same projects: said once is enough.
        yield keys.some((key) => said.has(key)) ? notApplicable : named;
        for (const key of keys) said.add(key);
        yield* promises(row, reportYear);
      }
    }
  },
});

/** A project's code and name: tables without codes name the same project. */
function keysOf(row: Row): readonly string[] {
  const project = projectOf(row);
  if (project === null) return [];
  return [
    ...(project.code === null ? [] : [foldedCode(project.code)]),
    ...(project.name === null ? [] : [foldedName(project.name)]),
  ];
}

const olderYears: ReadonlySet<TemplateId> = new Set(['T16']);

function judgeName(row: Row, reportYear: number): Verdict {
  const years = yearsIn(textIn(row, 'projectName') ?? '');
  if (years.length === 0) return notApplicable;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  // 2022—2024年…: a plan that the year of the report is part of.
  if (first <= reportYear && reportYear <= last) return pass;
  const year = first > reportYear ? first : last;
  const isLastYear = year === reportYear - 1;
  return fail(row, 'projectName', {
    message: isLastYear ? 'lastYear' : 'name',
    args: { year, reportYear },
    severity: isLastYear ? 'notice' : 'warning',
    measure: 'name',
    value: String(year),
    expected: String(reportYear),
  });
}

/** Years a text speaks of, but for those of document numbers 〔2022〕15号 and inside 《》. */
function yearsIn(text: string): readonly number[] {
  if (!namesYear.test(text)) return [];
  const plain = withoutDocuments(text);
  return [
    ...plain.matchAll(
      /(?<!\d)((?:19|20)\d\d)(?=年|[-—~至到](?:19|20)\d\d)|(?<=(?:19|20)\d\d[-—~至到])((?:19|20)\d\d)(?!\d)/g,
    ),
  ].map((match) => Number(match[1] ?? match[2]));
}

function withoutDocuments(text: string): string {
  return text
    .replace(/《[^》]*》/g, '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔[(【](?:19|20)\d\d[〕\])】]第?\d+号?/g, '');
}

/** Things that are still to be finished, in a year that has passed. */
function* promises(row: Row, reportYear: number): Generator<Verdict> {
  for (const field of wordyFieldsOf(row.source.fields)) {
    const text = textIn(row, field);
    if (text === null || field === row.source.identity?.name || !namesYear.test(text)) continue;
    const plain = withoutDocuments(text);
    for (const match of plain.matchAll(promise)) {
      const year = Number(match[1]);
      if (year >= reportYear) continue;
      yield fail(row, field, {
        message: 'promise',
        args: {
          label: columnName(row, field),
          quote: excerpt(match[0], 30),
          year,
          reportYear,
        },
        measure: field,
        value: String(year),
        expected: String(reportYear),
      });
      break;
    }
  }
}

/** Cheap, and true of every text that speaks of a year. */
const namesYear = /[1１]\s*[9９]|[2２]\s*[0０]/;

const promise =
  /(?:预计|计划|拟|力争|将)[^。;,]{0,12}?((?:19|20)\d\d)年[^。;,]{0,16}?(?:完成|完工|竣工|验收|支出|支付|拨付)/g;
