import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Unit } from '../unit.ts';
import { draftOf, some, table, totalOf } from './common.ts';

/** The monitoring list of a unit: the projects of its schedule with their goals. */
export function t03(random: Random, unit: Unit): Draft {
  const columns = [
    'seq',
    ...some(random, ['office', 'unitName', 'projectType'], 0.4),
    ...some(random, ['projectCode'], 0.9),
    'projectName',
    ...(random.chance(0.8) ? ['initialBudget', 'budgetAdd', 'budgetCut'] : some(random, ['initialBudget'])),
    'adjustedBudget',
    'goal',
    'cumActual',
    ...some(random, ['execRate'], 0.9),
    'goalProgress',
    ...some(random, ['onTime', 'goalOnTime', 'reasonType', 'reason', 'goalChange'], 0.8),
  ];
  const rows = unit.projects.map((project, index) =>
    row({
      seq: index + 1,
      office: '农业股',
      unitName: unit.name,
      projectType: '特定目标类',
      projectCode: project.code,
      projectName: project.name,
      initialBudget: project.initial,
      budgetAdd: project.add,
      budgetCut: project.cut,
      ...(columns.includes('budgetAdd') ? {} : { adjustedBudget: project.budget }),
      goal: project.goal,
      cumActual: project.spent,
      goalProgress: project.goalProgress,
      onTime: true,
      goalOnTime: true,
      reasonType: null,
      reason: project.reason,
      goalChange: random.pick(['无', null]),
    }),
  );
  return draftOf(random, 'T03', unit, {
    sheet: random.pick(['监控清单', 'Sheet1', '绩效运行监控表']),
    tables: { projects: table(columns, rows, totalOf(random, rows.length)) },
  });
}
