import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table } from './common.ts';
import { indicators } from './t02.ts';

/** The monitoring form of a whole department. */
export function t04(random: Random, unit: Unit): Draft {
  const project = sum(unit.projects.map(({ budget }) => budget));
  const projectSpent = sum(unit.projects.map(({ spent }) => spent));
  const basic = random.figure(100, 900);
  const basicSpent = unit.month === 12 ? basic : round((basic * unit.month) / 12 + 0.01, 2);
  const funds = [
    {
      item: '资金总额',
      initialBudget: sum([basic, project]),
      cumActual: sum([basicSpent, projectSpent]),
      forecast: sum([basic, project]),
    },
    { item: '基本支出', initialBudget: basic, cumActual: basicSpent, forecast: basic },
    { item: '项目支出', initialBudget: project, cumActual: projectSpent, forecast: project },
  ].map(row);
  const tasks = unit.projects.slice(0, 6).map((one, index) =>
    row({
      seq: index + 1,
      task: one.name,
      content: one.goal,
      budget: one.budget,
      spent: one.spent,
      result: one.goalProgress,
    }),
  );
  return draftOf(random, 'T04', unit, {
    sheet: random.pick(['整体监控', 'Sheet1']),
    form: {
      unitName: unit.name,
      goal: '保障机关正常运转，完成年度重点任务，提升公共服务水平',
      goalProgress: `年度目标总体完成${Math.round((unit.month / 12) * 100)}%，各项重点任务按期推进`,
      problems: random.pick(['无', '暂无突出问题', '部分项目验收资料归集较慢']),
      deviation: random.pick(['无偏离', '无']),
      remedies: random.pick(['继续按月调度', '无']),
    },
    tables: {
      funds: table(['item', 'initialBudget', 'cumActual', 'execRate', 'forecast'], funds),
      tasks: table(
        ['seq', 'task', 'content', 'budget', 'spent', 'result'],
        tasks,
        random.pick([null, 'last'] as const),
      ),
      indicators: table(
        [
          'level1',
          'level2',
          'indicator',
          'target',
          'actual',
          ...some(random, ['forecast']),
          'causeNote',
          'certain',
          'possible',
          'impossible',
        ],
        indicators(random, unit.month / 12),
      ),
    },
  });
}
