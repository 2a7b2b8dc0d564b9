import { z } from 'zod';
import { executionOf } from '../../pipeline/model/execution.ts';
import { figureOf } from '../../pipeline/model/facts.ts';
import { projectsOf } from '../../pipeline/model/list-of.ts';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import { reportFacts } from '../../pipeline/model/report-facts.ts';
import { lampOf } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { placeOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { rising } from '../option.ts';
import { defineRule } from '../rule.ts';
import { lampRed, lampYellow } from '../spending/thresholds.ts';

/** XT-07: a report that says there was no alert, and projects whose lamps are red or yellow at the end of the year. */
export const claimsNoAlert = defineRule({
  meta: {
    id: 'XT-07',
    name: 'claims-no-alert',
    title: { zh: '“无预警”与实际预警矛盾', en: 'Claims no alert while lamps are on' },
    group: 'cross-table',
    scope: 'unit',
    needs: ['T19'],
    severity: 'warning',
    basis: {
      source:
        '年度绩效管理自评报告“未发生预算执行监督预警问题”与项目分月支出进度表的对照；灯的界限同支出进度红黄绿灯',
      why: {
        zh: '报告称没有预警，自己的进度表却有红灯、黄灯项目，须核实后改写。',
        en: 'The report says there was no alert while its own schedule shows red or yellow lamps.',
      },
    },
    options: z.object({ red: lampRed, yellow: lampYellow }).check(rising('red', 'yellow')),
    messages: {
      lamps: {
        zh: '报告称未发生预算执行监督预警，按截至{month}月的支出进度识别红灯 {red} 个、黄灯 {yellow} 个：{list}。',
        en: 'The report claims no alert; spending to month {month} gives {red} red and {yellow} yellow: {list}.',
        clears: {
          zh: '在报告中如实说明这 {count} 个项目的执行情况和原因，或更正其支出数。',
          en: 'Say in the report how what is named here ({count}) stands and why, or correct what they have spent.',
        },
      },
    },
  },

  *check({ dossier, options, period, timeProgressOf }) {
    // What is said of another year these lamps cannot contradict.
    const claims = reportFacts(dossier, 'alerts').filter(
      (fact) => figureOf(fact) === 0 && fact.year === yearOf(period),
    );
    const rows = spendingRows(dossier);
    if (claims.length === 0 || rows.length === 0) {
      yield notApplicable;
      return;
    }
    const red: Lit[] = [];
    const yellow: Lit[] = [];
    for (const row of rows) {
      const execution = executionOf(row, period);
      if ('outcome' in execution) {
        if (execution.outcome === 'undecidable') yield execution;
        continue;
      }
      const lamp = lampOf(execution.rate, timeProgressOf(row).share, options);
      const lit = { row, field: execution.spentFields[0] };
      if (lamp === 'red') red.push(lit);
      if (lamp === 'yellow') yellow.push(lit);
    }
    const lit = [...red, ...yellow];
    for (const { row } of claims) {
      if (lit.length === 0) {
        yield pass;
        continue;
      }
      const places = lit.map((each) => placeOf(each.row, each.field));
      yield failAt([placeOf(row, 'value'), ...places], {
        message: 'lamps',
        args: {
          month: monthOf(period),
          red: red.length,
          yellow: yellow.length,
          count: lit.length,
          list: projectsOf(lit.map((each) => each.row)),
        },
        value: '0',
        expected: String(lit.length),
      });
    }
  },
});

interface Lit {
  readonly row: Row;
  readonly field: string;
}
