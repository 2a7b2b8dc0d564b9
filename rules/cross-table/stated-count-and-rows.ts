import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import type { Fact } from '../../pipeline/model/facts.ts';
import { reportFacts } from '../../pipeline/model/report-facts.ts';
import { placeOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** XT-04: the annual report speaks of as many projects as its table of goals lists. */
export const statedCountAndRows = defineRule({
  meta: {
    id: 'XT-04',
    name: 'stated-count-and-rows',
    title: { zh: '叙述的项目数与表格行数不符', en: 'Stated count disagrees with the rows' },
    group: 'cross-table',
    scope: 'unit',
    needs: ['T17', 'T19'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中项目总数与绩效目标实现情况表的对照',
      why: {
        zh: '报告叙述的项目数与表格行数不同，说明有项目漏列或重复计数。',
        en: 'If the report counts other than its table lists, a project was left out or counted twice.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '报告称绩效目标项目共 {stated} 个{parts}，绩效目标实现情况表列有 {rows} 行，相差 {difference} 个。',
        en: 'The report counts {stated} projects{parts}, its table of goals lists {rows}: {difference} apart.',
        clears: {
          zh: '在绩效目标实现情况表中补列或删去 {difference} 个项目，或将报告中的项目数改为 {rows} 个。',
          en: 'Add or remove {difference} in the table of goals, or change the count in the report to {rows}.',
        },
      },
    },
  },

  *check({ dossier }) {
    const rows = dossier.submissions
      .filter(({ template }) => template.id === 'T17')
      .flatMap(({ tables }) => tables.projects?.rows ?? []);
    const claim = claimOf(dossier);
    const last = rows.at(-1);
    if (claim === null || last === undefined) {
      yield notApplicable;
      return;
    }
    const stated = claim.facts.reduce((sum, { number }) => sum + (number ?? 0), 0);
    if (stated === rows.length) {
      yield pass;
      return;
    }
    const [met, missed] = claim.facts.map(({ number }) => number ?? 0);
    yield failAt([...claim.facts.map(({ row }) => placeOf(row, 'value')), lastCell(last)], {
      message: 'differs',
      args: {
        stated,
        rows: rows.length,
        difference: Math.abs(stated - rows.length),
        parts:
          claim.facts.length === 1
            ? ''
            : { zh: `（实现 ${met} 个、未完成 ${missed} 个）`, en: ` (${met} met, ${missed} missed)` },
      },
      value: String(stated),
      expected: String(rows.length),
      difference: String(stated - rows.length),
    });
  },
});

/** The total as stated, else the projects that met their goals and those that did not. */
function claimOf(dossier: Dossier): { readonly facts: readonly Fact[] } | null {
  const number = (code: 'goals' | 'goalsMet' | 'goalsMissed') =>
    reportFacts(dossier, code).find((fact) => fact.number !== null);
  const goals = number('goals');
  if (goals !== undefined) return { facts: [goals] };
  const [met, missed] = [number('goalsMet'), number('goalsMissed')];
  return met === undefined || missed === undefined ? null : { facts: [met, missed] };
}

function lastCell(row: Row) {
  return placeOf(row, row.source.columns.has('seq') ? 'seq' : 'projectName');
}
