import { z } from 'zod';
import { factsAbout, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { projectsOf } from '../../pipeline/model/list-of.ts';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { varianceTier } from '../../pipeline/model/spending-tiers.ts';
import { placeOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { varianceFloor, varianceWarnAbove } from './thresholds.ts';

/** PRG-19: the annual report names as many projects with a large variance as its own schedule shows. */
export const varianceCountMismatch = defineRule({
  meta: {
    id: 'PRG-19',
    name: 'variance-count-mismatch',
    title: { zh: '差异项目数与清单不符', en: 'Number of projects with a variance disagrees' },
    group: 'spending',
    scope: 'unit',
    needs: ['T19', 'T01'],
    severity: 'warning',
    basis: {
      source:
        '年度绩效管理自评报告的写法（“其中N个项目差异率较大”并逐项列出）；差异率界限为本工具默认（可在参数中调整）',
      why: {
        zh: '报告所称差异率较大的项目数应与台账识别的一致，少报的项目没有说明原因。',
        en: 'A project the report does not count is a project whose variance nobody explains.',
      },
    },
    options: z.object({ varianceWarnAbove, varianceFloor }),
    messages: {
      differs: {
        zh: '报告称 {stated} 个项目差异率较大，按项目分月支出进度表识别 {found} 个{list}。',
        en: 'The report counts {stated} projects with a large variance, the monthly schedule shows {found}{list}.',
        clears: {
          zh: '将报告中的项目数改为 {found} 个，差异率较大的逐项说明；或更正项目分月支出进度表。',
          en: 'Change the count to {found} and explain every large variance, or correct the monthly schedule.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    const rows = projectRows(dossier, 'T01').filter(({ classified }) => !classified);
    const facts = factsAbout(factsOf(dossier), 'largeVariances', yearOf(period)).filter(
      (fact) => figureOf(fact) !== null,
    );
    // The annual report speaks of the whole year.
    if (facts.length === 0 || rows.length === 0 || monthOf(period) !== 12) {
      yield notApplicable;
      return;
    }
    const limits = {
      warnAbove: options.varianceWarnAbove,
      errorAbove: Number.POSITIVE_INFINITY,
      floor: options.varianceFloor,
    };
    const flagged: Row[] = [];
    for (const row of rows) {
      const { planned, spent } = spendingOf(row, period);
      if (planned.fen === null || spent.fen === null) {
        yield undecidable(row, (planned.fen === null ? planned : spent).fields[0]);
        return;
      }
      if (varianceTier(planned.fen, spent.fen, limits) !== null) flagged.push(row);
    }
    for (const fact of facts) {
      const stated = figureOf(fact) ?? 0;
      if (stated === flagged.length) {
        yield pass;
        continue;
      }
      const list = projectsOf(flagged);
      yield failAt(
        [
          placeOf(fact.row, 'value'),
          ...flagged.map((each) => placeOf(each, spendingOf(each, period).spent.fields[0])),
        ],
        {
          message: 'differs',
          args: {
            stated,
            found: flagged.length,
            list: flagged.length === 0 ? '' : { zh: `：${list.zh}`, en: `: ${list.en}` },
          },
          value: String(stated),
          expected: String(flagged.length),
          difference: String(stated - flagged.length),
        },
      );
    }
  },
});
