import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { listOf, projectsOf, quoted } from '../../pipeline/model/list-of.ts';
import { listedProjects } from '../../pipeline/model/listed-projects.ts';
import { inWan } from '../../pipeline/model/money.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { foldedName, projectIndex } from '../../pipeline/model/project-key.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, type ProjectName, placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/**
 * XT-01: the monitoring list holds no project that the monthly schedule does not have (the other direction, a project
 * that is not monitored, is MON-10's), the goals of the year are those of the scheduled projects, and its functions
 * serve the same.
 */
export const projectListsDiffer = defineRule({
  meta: {
    id: 'XT-01',
    name: 'project-lists-differ',
    title: { zh: '项目清单不一致', en: 'Project lists differ' },
    group: 'cross-table',
    scope: 'unit',
    needs: ['T01', 'T03', 'T17', 'T18'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告各表项目的对照（同一单位各表项目清单应一致）',
      why: {
        zh: '同一单位各表的项目应是同一份清单；只出现在一张表的，不是漏报就是名称、编码写错。',
        en: 'All tables of a unit list the same projects; one that stands in a single table was left out or misnamed elsewhere.',
      },
    },
    options: z.object({}),
    messages: {
      onlyMonitored: {
        zh: '{count} 个项目仅见于绩效运行监控表，项目分月支出进度表中没有：{list}，涉及预算 {budget} 万元。',
        en: 'On the monitoring list and not in the monthly schedule: {list} ({count} in all); budget {budget} (10,000 yuan).',
        clears: {
          zh: '在项目分月支出进度表中补列这 {count} 个项目，或更正项目编码、名称使两表一致。',
          en: 'Add what is missing ({count}) to the monthly schedule, or correct codes and names so that both tables agree.',
        },
      },
      onlyScheduled: {
        zh: '{count} 个项目仅见于项目分月支出进度表，绩效目标实现情况表中没有：{list}，涉及预算 {budget} 万元。',
        en: 'In the monthly schedule and without goals: {list} ({count} in all); budget {budget} (10,000 yuan).',
        clears: {
          zh: '在绩效目标实现情况表中补列这 {count} 个项目，或更正项目编码、名称使两表一致。',
          en: 'Add what is missing ({count}) to the table of goals, or correct codes and names so that both tables agree.',
        },
      },
      onlyAimed: {
        zh: '{count} 个项目仅见于绩效目标实现情况表，项目分月支出进度表中没有：{list}。',
        en: 'In the table of goals and not in the monthly schedule: {list} ({count} in all).',
        clears: {
          zh: '在项目分月支出进度表中补列这 {count} 个项目，或更正项目编码、名称使两表一致。',
          en: 'Add what is missing ({count}) to the monthly schedule, or correct codes and names so that both tables agree.',
        },
      },
      onlyMapped: {
        zh: '{count} 个项目仅见于部门职责—工作活动—项目表，{table}中没有：{list}。',
        en: 'Mapped to functions and not in the {table}: {list} ({count} in all).',
        clears: {
          zh: '在{table}中补列这 {count} 个项目，或更正名称使两表一致。',
          en: 'Add what is missing ({count}) to the {table}, or correct the names so that both tables agree.',
        },
      },
      onlyWithGoals: {
        zh: '{table}有 {count} 行项目未对应职能，部门职责—工作活动—项目表中没有：{list}。',
        en: 'In the {table} and serving no function: {list} ({count} rows).',
        clears: {
          zh: '在部门职责—工作活动—项目表中为这 {count} 行项目列明所属职能，或更正名称使两表一致。',
          en: 'Name the function of these {count} in the table of functions, or correct their names so that both tables agree.',
        },
      },
    },
  },

  *check({ dossier, period }) {
    const scheduled = projectRows(dossier, 'T01');
    const aimed = rowsOf(dossier, 'T17', 'projects');
    const goals = aimed.filter((row) => textIn(row, 'projectName') !== null);
    yield* monitoredAndScheduled(dossier);
    // Goals and functions of another year are not of this schedule.
    const ofThisYear = (id: string) =>
      dossier.submissions.some(
        (one) => one.template.id === id && yearOf(one.period.period) === yearOf(period),
      );
    yield* scheduledAndWithGoals(scheduled, ofThisYear('T17') ? aimed : []);
    yield* goals.length > 0
      ? mappedAndListed(dossier, goals, { zh: '绩效目标实现情况表', en: 'table of goals' })
      : mappedAndListed(dossier, ofThisYear('T18') ? scheduled : [], {
          zh: '项目分月支出进度表',
          en: 'monthly schedule',
        });
  },
});

function rowsOf(dossier: Dossier, id: string, table: string): readonly Row[] {
  return dossier.submissions
    .filter(({ template }) => template.id === id)
    .flatMap(({ tables }) => tables[table]?.rows ?? []);
}

function* monitoredAndScheduled(dossier: Dossier): Generator<Verdict> {
  const scheduled = projectRows(dossier, 'T01');
  const monitored = projectRows(dossier, 'T03').filter((row) => !row.classified && projectOf(row) !== null);
  if (scheduled.length === 0 || monitored.length === 0) {
    yield notApplicable;
    return;
  }
  const index = projectIndex(scheduled, projectOf);
  const only: Row[] = [];
  for (const row of monitored) {
    const project = projectOf(row);
    if (project !== null && index.of(project).length === 0) only.push(row);
    else yield pass;
  }
  if (only.length === 0) return;
  const budget = sumUp(only, 'adjustedBudget');
  yield failAt(
    only.map((row) => placeOf(row, 'projectName')),
    {
      message: 'onlyMonitored',
      args: {
        count: only.length,
        list: projectsOf(only),
        budget: inWan(budget),
      },
      value: String(only.length),
      expected: '0',
      atStake: budget,
    },
  );
}

function* scheduledAndWithGoals(scheduled: readonly Row[], goals: readonly Row[]): Generator<Verdict> {
  if (scheduled.length === 0 || goals.length === 0) {
    yield notApplicable;
    return;
  }
  const [inSchedule, inGoals] = [projectIndex(scheduled, namedIn), projectIndex(goals, namedIn)];
  // A list with a project whose very name is classified may hold any project.
  const missingIn = (list: readonly Row[], index: typeof inGoals, rows: readonly Row[]) =>
    list.some((row) => row.classified && namedIn(row) === null)
      ? []
      : rows.filter((row) => {
          const project = projectOf(row);
          return !row.classified && project !== null && index.of(project).length === 0;
        });
  const unaimed = missingIn(goals, inGoals, scheduled).filter((row) => amountOf(row, 'adjustedBudget') !== 0);
  if (unaimed.length === 0) yield pass;
  else {
    const budget = sumUp(unaimed, 'adjustedBudget');
    yield failAt(
      unaimed.map((row) => placeOf(row, 'projectName')),
      {
        message: 'onlyScheduled',
        args: { count: unaimed.length, list: projectsOf(unaimed), budget: inWan(budget) },
        measure: 'onlyScheduled',
        value: String(unaimed.length),
        expected: '0',
        atStake: budget,
      },
    );
  }
  const unscheduled = missingIn(scheduled, inSchedule, goals);
  yield unscheduled.length === 0
    ? pass
    : failAt(
        unscheduled.map((row) => placeOf(row, 'projectName')),
        {
          message: 'onlyAimed',
          args: { count: unscheduled.length, list: projectsOf(unscheduled) },
          measure: 'onlyAimed',
          value: String(unscheduled.length),
          expected: '0',
        },
      );
}

/** The project a row names, though its figures or goals are classified. */
function namedIn(row: Row): ProjectName | null {
  const [code, name] = [textIn(row, 'projectCode'), textIn(row, 'projectName')];
  return code === null && name === null ? null : { code, name };
}

/**
 * A project whose goal and result are classified is in the list all the same: it is counted, and its name compared,
 * but never printed. One whose very name is classified has nothing to compare.
 */
function* mappedAndListed(dossier: Dossier, listed: readonly Row[], table: Text): Generator<Verdict> {
  const goals = listed.filter((row) => textIn(row, 'projectName') !== null);
  const functions = rowsOf(dossier, 'T18', 'functions').filter((row) => !row.classified);
  if (goals.length === 0 || functions.length === 0) {
    yield notApplicable;
    return;
  }
  const nameOf = (row: Row) => foldedName(textIn(row, 'projectName') ?? '');
  const known = new Set(goals.map(nameOf));
  const mapped = functions.flatMap((row) =>
    listedProjects(textIn(row, 'projects') ?? '', known).map((name) => ({ row, name })),
  );
  const names = new Set(mapped.map(({ name }) => foldedName(name)));
  const withoutGoals = mapped.filter(
    ({ name }, index) =>
      !known.has(foldedName(name)) &&
      mapped.findIndex((other) => foldedName(other.name) === foldedName(name)) === index,
  );
  const withoutFunction = goals.filter((row) => !names.has(nameOf(row)));
  yield withoutGoals.length === 0
    ? pass
    : onlyIn(
        'onlyMapped',
        table,
        withoutGoals.map(({ row, name }) => ({ name, place: placeOf(row, 'projects') })),
      );
  yield withoutFunction.length === 0
    ? pass
    : onlyIn(
        'onlyWithGoals',
        table,
        withoutFunction.map((row) => ({
          name: row.classified ? null : textIn(row, 'projectName'),
          place: placeOf(row, 'projectName'),
        })),
      );
}

function onlyIn(
  message: 'onlyMapped' | 'onlyWithGoals',
  table: Text,
  projects: readonly { readonly name: string | null; readonly place: Place }[],
): Verdict {
  return failAt(
    projects.map(({ place }) => place),
    {
      message,
      args: {
        table,
        count: projects.length,
        list: listOf(
          projects.map(({ name }) =>
            name === null ? { zh: '（涉密项目）', en: '(classified project)' } : quoted(name),
          ),
        ),
      },
      measure: message,
      value: String(projects.length),
      expected: '0',
    },
  );
}
