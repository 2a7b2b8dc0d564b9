import { z } from 'zod';
import { unknownAmountUnit } from '../../pipeline/model/comparable.ts';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { projectIndex } from '../../pipeline/model/project-key.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
import { monthlySpending } from '../../pipeline/templates/t01-monthly-spending.ts';
import { monitoringList } from '../../pipeline/templates/t03-monitoring-list.ts';
import { defineRule } from '../rule.ts';

/** XT-02: what the monthly schedule and the monitoring list say of one project's money is the same, in fen. */
export const amountsDiffer = defineRule({
  meta: {
    id: 'XT-02',
    name: 'amounts-differ',
    title: { zh: '同一项目金额跨表不一致', en: 'Amounts of a project differ between tables' },
    group: 'cross-table',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'error',
    basis: {
      source: '月报表间勾稽通行做法（同一单位、同一月份、同一项目金额应一致）',
      why: {
        zh: '两张表由同一单位同一天报送，同一项目的预算和支出不应有两个数。',
        en: 'Both tables come from one unit for one month: a project has one budget and one figure of spending.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '「{project}」{item}：项目分月支出进度表为 {first}，绩效运行监控表为 {second}，相差 {difference}（已统一为{unit}）。',
        en: '{item} of "{project}": {first} in the monthly schedule, {second} in the monitoring list, a difference of {difference} (in {unit}).',
        clears: {
          zh: '核对后将两表「{project}」的{item}改为一致：{first} 或 {second} {unit}。',
          en: 'Check, and give the same figure in both tables: {first} or {second} ({unit}).',
        },
      },
      rounding: {
        zh: '「{project}」{item}：两表分别为 {first} 和 {second}，相差 {difference}，在尾差 {tolerance} 以内（已统一为{unit}）。',
        en: '{item} of "{project}": {first} and {second}, {difference} apart, within the rounding difference of {tolerance} (in {unit}).',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ dossier, period }) {
    const schedules = submissionsOf(dossier, monthlySpending);
    const lists = submissionsOf(dossier, monitoringList);
    const scheduled = projectIndex(
      schedules.flatMap(({ tables }) => tables.projects.rows),
      projectOf,
    );
    const monitored = projectIndex(
      lists.flatMap(({ tables }) => tables.projects.rows),
      projectOf,
    );
    const unknown = unknownAmountUnit([...schedules, ...lists]);
    for (const second of lists.flatMap(({ tables }) => tables.projects.rows)) {
      const project = projectOf(second);
      const [first, another] = project === null ? [] : scheduled.of(project);
      // Only a project that each table has once can be compared.
      const isOnce = project !== null && another === undefined && monitored.of(project).length === 1;
      if (first === undefined || !isOnce || first.classified || second.classified) {
        yield notApplicable;
        continue;
      }
      if (unknown !== null) {
        yield undecidableAt(unknown, 'blank', project);
        continue;
      }
      for (const item of items) yield compared(first, second, item, period);
    }
  },
});

const items = [
  { name: 'budget', title: { zh: '调整后预算', en: 'Revised budget' } },
  { name: 'spent', title: { zh: '累计支出', en: 'Spending to date' } },
] as const;

function compared(first: Row, second: Row, { name, title }: (typeof items)[number], period: string) {
  const inSchedule = spendingOf(first, period)[name];
  const inList = spendingOf(second, period)[name];
  const [firstField] = inSchedule.fields;
  const [secondField] = inList.fields;
  if (inSchedule.fen === null) return undecidable(first, firstField);
  if (inList.fen === null) return undecidable(second, secondField);
  if (inSchedule.fen === inList.fen) return pass;
  const unit = unitOf(first, firstField);
  const gap = inSchedule.fen - inList.fen;
  // The coarser of the two sheets decides what rounding can do.
  const tolerance = Math.max(
    roundingTolerance(1, inSchedule.fen, unit),
    roundingTolerance(1, inList.fen, unitOf(second, secondField)),
  );
  const isRounding = Math.abs(gap) <= tolerance;
  return failAt(
    [placeOf(first, firstField), placeOf(second, secondField)],
    {
      message: isRounding ? 'rounding' : 'differs',
      args: {
        project: projectOf(first)?.name ?? projectOf(first)?.code ?? '',
        item: title,
        first: inUnit(inSchedule.fen, unit),
        second: inUnit(inList.fen, unit),
        difference: inUnit(gap, unit),
        tolerance: inUnit(tolerance, unit),
        unit,
      },
      severity: isRounding ? 'notice' : 'error',
      measure: name,
      value: inUnit(inSchedule.fen, unit),
      expected: inUnit(inList.fen, unit),
      difference: inUnit(gap, unit),
      tolerance: inUnit(tolerance, unit),
      atStake: Math.abs(gap),
      trace: `${term(first, inSchedule.fields, inSchedule.fen)} ${minus} ${term(second, inList.fields, inList.fen)} = ${inUnit(gap, unit)}`,
    },
    projectOf(first),
  );
}
