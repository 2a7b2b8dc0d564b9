import { z } from 'zod';
import { projectsOf } from '../../pipeline/model/list-of.ts';
import { inWan } from '../../pipeline/model/money.ts';
import { projectIndex } from '../../pipeline/model/project-key.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** MON-10: every project with money is monitored. A unit without any monitoring list is told so by STR-12. */
export const coverageGap = defineRule({
  meta: {
    id: 'MON-10',
    name: 'coverage-gap',
    title: { zh: '绩效监控未覆盖全部项目', en: 'Projects left out of monitoring' },
    group: 'monitoring',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中的监控要求（每月对所有项目逐条监控）',
      why: {
        zh: '绩效运行监控应覆盖所有有预算的项目，漏掉的项目没有人看目标。',
        en: 'Monitoring covers every project with a budget; of one left out nobody watches the goals.',
      },
    },
    options: z.object({}),
    messages: {
      missing: {
        zh: '{count} 个项目未列入绩效运行监控表：{list}，涉及预算 {budget} 万元。',
        en: 'Not on the monitoring list: {list} ({count} in all); budget {budget} (10,000 yuan).',
        clears: {
          zh: '在绩效运行监控表中补列这 {count} 个项目，填写绩效目标及执行情况。',
          en: 'Add what is missing ({count}) to the monitoring list, with objectives and attainment.',
        },
      },
    },
  },

  *check({ dossier }) {
    const scheduled = projectRows(dossier, 'T01').filter(hasMoney);
    const monitored = projectRows(dossier, 'T03');
    if (scheduled.length === 0 || monitored.length === 0) {
      yield notApplicable;
      return;
    }
    // A project with a form of its own is monitored as well.
    const forms = dossier.submissions
      .filter(({ template }) => template.id === 'T02')
      .map((submission) => submission.form);
    const index = projectIndex([...monitored, ...forms], projectOf);
    const missing: Row[] = [];
    for (const row of scheduled) {
      const project = projectOf(row);
      if (project === null || index.of(project).length === 0) missing.push(row);
      else yield pass;
    }
    if (missing.length === 0) return;
    const budget = sumUp(missing, 'adjustedBudget');
    yield failAt(
      missing.map((row) => placeOf(row, 'projectName')),
      {
        message: 'missing',
        args: {
          count: missing.length,
          list: projectsOf(missing),
          budget: inWan(budget),
        },
        value: String(scheduled.length - missing.length),
        expected: String(scheduled.length),
        difference: String(-missing.length),
        threshold: '100%',
        atStake: budget,
      },
    );
  },
});

function hasMoney(row: Row): boolean {
  return !row.classified && (amountOf(row, 'adjustedBudget') ?? 0) > 0;
}
