import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Unit } from '../unit.ts';
import { draftOf, some, table } from './common.ts';

/** Goals of the projects and what came of them. */
export function t17(random: Random, unit: Unit): Draft {
  const rows = unit.projects.map((project, index) =>
    row({
      seq: index + 1,
      projectCode: project.code,
      projectName: project.name,
      goal: project.goal,
      result: project.goalResult,
      remark: null,
    }),
  );
  return draftOf(random, 'T17', unit, {
    sheet: random.pick(['目标实现情况', 'Sheet1']),
    tables: {
      projects: table(
        [
          'seq',
          ...some(random, ['projectCode'], 0.5),
          'projectName',
          'goal',
          'result',
          ...some(random, ['remark']),
        ],
        rows,
      ),
    },
  });
}
