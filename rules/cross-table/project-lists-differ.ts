import { z } from 'zod';
import { listOf } from '../../pipeline/model/list-of.ts';
import { inWan } from '../../pipeline/model/money.ts';
import { projectIndex } from '../../pipeline/model/project-key.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/**
 * XT-01: the monitoring list holds no project that the monthly schedule does not have. The other direction, a project
 * that is not monitored, is MON-10's.
 */
export const projectListsDiffer = defineRule({
  meta: {
    id: 'XT-01',
    name: 'project-lists-differ',
    title: { zh: '项目清单不一致', en: 'Project lists differ' },
    group: 'cross-table',
    scope: 'unit',
    needs: ['T01', 'T03'],
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
        en: '{count} projects are on the monitoring list and not in the monthly schedule: {list}; budget {budget} (10,000 yuan).',
        clears: {
          zh: '在项目分月支出进度表中补列这 {count} 个项目，或更正项目编码、名称使两表一致。',
          en: 'Add the {count} projects to the monthly schedule, or correct codes and names so that both tables agree.',
        },
      },
    },
  },

  *check({ dossier }) {
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
    const budget = only.reduce((sum, row) => sum + (amountOf(row, 'adjustedBudget') ?? 0), 0);
    yield failAt(
      only.map((row) => placeOf(row, 'projectName')),
      {
        message: 'onlyMonitored',
        args: {
          count: only.length,
          list: listOf(only.map((row) => `「${projectOf(row)?.name ?? projectOf(row)?.code ?? ''}」`)),
          budget: inWan(budget),
        },
        value: String(only.length),
        expected: '0',
        atStake: budget,
      },
    );
  },
});
