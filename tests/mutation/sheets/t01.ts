import { monthsOf } from '../../../pipeline/templates/fields.ts';
import { type Draft, type DraftRow, row } from '../draft.ts';
import type { Random } from '../random.ts';
import { inventSignatures, inventStyle } from '../style.ts';
import type { Project, Unit } from '../unit.ts';

/** The monthly schedule of a unit: the standard layout with more or fewer of its columns. */
export function t01(random: Random, unit: Unit): Draft {
  const plan = monthsOf('planM');
  const withPlan = random.chance(0.7);
  const withAdjustments = random.chance(0.8);
  const columns = [
    'seq',
    ...(random.chance(0.8) ? ['projectCode'] : []),
    'projectName',
    ...some(random, ['fundNature', 'fundSource', 'functionClass']),
    ...(withAdjustments ? ['initialBudget', 'budgetAdd', 'budgetCut'] : some(random, ['initialBudget'])),
    'adjustedBudget',
    ...(random.chance(0.9) ? ['released'] : []),
    ...(withPlan ? [...plan, ...some(random, ['planTotal'])] : []),
    ...(random.chance(0.2) ? ['monthActual'] : []),
    ...(random.chance(0.9) ? ['cumPlan'] : []),
    'cumActual',
    ...some(random, ['execRate', 'timeProgress', 'varianceRate']),
    ...(random.chance(0.8) ? ['reason'] : []),
    ...some(random, ['reasonType', 'measure', 'remark']),
  ];
  return {
    id: 'T01',
    unit: unit.name,
    period: unit.period,
    sheet: random.pick(['支出进度', 'Sheet1', '项目分月支出进度表', `${unit.month}月`]),
    form: {},
    tables: {
      projects: {
        columns,
        rows: unit.projects.map((project, index) => t01Row(project, index, unit)),
        total:
          unit.projects.length === 1 && random.chance(0.5) ? null : random.pick(['first', 'last', 'last']),
        totalTyped: {},
        totalCells: {},
      },
    },
    signatures: inventSignatures(random, unit.period),
    notes: random.chance(0.3) ? ['注：1.累计数均为截至本月底数；2.差异率超过20%的须说明原因。'] : [],
    style: inventStyle(random, 'T01', unit.name, unit.period),
  };
}

function t01Row(project: Project, index: number, { month }: Unit): DraftRow {
  return row({
    seq: index + 1,
    projectCode: project.code,
    projectName: project.name,
    fundNature: project.fundNature,
    fundSource: project.fundSource,
    functionClass: project.functionClass,
    initialBudget: project.initial,
    budgetAdd: project.add,
    budgetCut: project.cut,
    released: project.released,
    ...Object.fromEntries(monthsOf('planM').map((field, at) => [field, project.plan[at] ?? 0])),
    monthActual: project.actual[month - 1] ?? 0,
    cumActual: project.spent,
    reason: project.reason,
    reasonType: null,
    measure: null,
    remark: null,
  });
}

function some(random: Random, fields: readonly string[]): readonly string[] {
  return fields.filter(() => random.chance(0.7));
}
