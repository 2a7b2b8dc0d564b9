import { format, getDaysInYear, parseISO } from 'date-fns';
import { lastDay, monthOf, type Period, yearOf } from '../model/period.ts';
import { projectOf, type Row } from '../model/submission.ts';
import type { Fields, TemplateId } from '../model/template.ts';
import type { Text } from '../model/text.ts';
import { templateIds, templates } from '../templates/index.ts';
import type { Calendar } from './calendar.ts';
import type { Curve, TimeProgressCurve } from './schema.ts';

/** The share of the year's money that a curve has due by the end of a period, 0 to 1. */
export function shareBy(curve: TimeProgressCurve, period: Period, calendar: Calendar): number {
  const month = monthOf(period);
  const year = yearOf(period);
  if (Array.isArray(curve)) return (curve[month - 1] ?? 100) / 100;
  if (curve === 'day') {
    return (
      Number(format(parseISO(lastDay(period)), 'D', { useAdditionalDayOfYearTokens: true })) /
      getDaysInYear(new Date(year, 0))
    );
  }
  if (curve === 'workday') {
    const passed = calendar.workingDays(`${year}-01-01`, lastDay(period));
    return passed / calendar.workingDays(`${year}-01-01`, `${year}-12-31`);
  }
  return month / 12;
}

/** How a curve counts, in the words of a report. */
export function curveText(curve: TimeProgressCurve): Text {
  if (Array.isArray(curve)) return { zh: '按规定的各月比例', en: 'by the shares set for each month' };
  return {
    month: { zh: '按月份÷12', en: 'by month/12' },
    day: { zh: '按日历天数', en: 'by calendar days' },
    workday: { zh: '按工作日（含调休）', en: 'by working days, make-up days included' },
  }[curve];
}

/** The first curve that a row is judged by: its table, its kind of money, its name or its code says so. Null: none. */
export function curveOf(row: Row, curves: readonly Curve[]): Curve | null {
  if (curves.length === 0) return null;
  const { code, name } = projectOf(row) ?? { code: null, name: null };
  const template = templateOf(row.source.fields);
  const kinds = fundFields.map((field) => row.values[field]).filter((value) => typeof value === 'string');
  const found = curves.find(
    (curve) =>
      (template !== null && curve.templates?.includes(template)) ||
      curve.funds?.some((word) => kinds.some((kind) => kind.includes(word))) ||
      curve.projectNames?.some((word) => name?.includes(word)) ||
      (curve.projectCode !== undefined && code !== null && new RegExp(curve.projectCode).test(code)),
  );
  return found ?? null;
}

/** Fields by which a sheet says what kind of money a row is: 资金来源, 资金性质, 项目类别, 标识, 类别. */
const fundFields = ['fundSource', 'fundNature', 'projectType', 'tag', 'kind'] as const;

function templateOf(fields: Fields): TemplateId | null {
  return byFields.get(fields) ?? null;
}

/** Rows refer to the very fields of their template, in whichever process they were read. */
const byFields: ReadonlyMap<Fields, TemplateId> = new Map(
  templateIds.flatMap((id) =>
    [templates[id].form, ...Object.values(templates[id].tables).map((table) => table.fields)].map(
      (fields): [Fields, TemplateId] => [fields, id],
    ),
  ),
);
