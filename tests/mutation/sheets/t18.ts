import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Unit } from '../unit.ts';
import { draftOf, table } from './common.ts';

const functions = ['综合事务管理', '乡村振兴', '社会事务', '平安建设', '公共服务', '生态环境保护'];

/** The unit's functions with every project under exactly one of them. */
export function t18(random: Random, unit: Unit): Draft {
  const count = Math.min(functions.length, unit.projects.length);
  const rows = functions.slice(0, count).map((name, index) =>
    row({
      seq: index + 1,
      function: name,
      activity: `${name}工作`,
      goal: random.pick(['完成年度各项任务', '提升服务水平，群众满意度90%以上']),
      projects: unit.projects
        .filter((_, at) => at % count === index)
        .map((project) => project.name)
        .join('、'),
    }),
  );
  return draftOf(random, 'T18', unit, {
    sheet: random.pick(['职责活动', 'Sheet1']),
    tables: { functions: table(['seq', 'function', 'activity', 'goal', 'projects'], rows) },
  });
}
