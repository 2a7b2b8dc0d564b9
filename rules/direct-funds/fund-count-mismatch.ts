import { z } from 'zod';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import { foldedName } from '../../pipeline/model/project-key.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { directFunds } from '../../pipeline/templates/t10-direct-funds.ts';
import { defineRule } from '../rule.ts';

/** ZD-11: the number of direct-transfer funds in the report is the number of rows, or of names, in the ledger. */
export const fundCountMismatch = defineRule({
  meta: {
    id: 'ZD-11',
    name: 'fund-count-mismatch',
    title: { zh: '直达资金个数与台账不符', en: 'Number of direct-transfer funds differs' },
    group: 'direct-funds',
    scope: 'unit',
    needs: ['T10'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告与直达资金台账的对照（报告所称个数应与台账一致）',
      why: {
        zh: '报告所称项目数与台账不符，说明有漏登或重复。',
        en: 'When report and ledger count differently, a fund was left out or entered twice.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '报告称直达资金项目 {stated} 个，台账有 {rows} 行（不同名称 {names} 个）。',
        en: 'The report speaks of {stated} direct-transfer funds; the ledger has {rows} rows ({names} names).',
        clears: {
          zh: '核对台账有无漏登、重复，或将报告改为 {rows} 个。',
          en: 'See whether a fund was left out or entered twice, or change the report to {rows}.',
        },
      },
    },
  },

  *check({ dossier, period }) {
    const sheets = submissionsOf(dossier, directFunds);
    const facts = factsAbout(factsOf(dossier), 'directFunds', yearOf(period));
    if (facts.length === 0 || sheets.length === 0) {
      yield notApplicable;
      return;
    }
    const rows = sheets.flatMap(({ tables }) => tables.funds.rows);
    const names = new Set(rows.map((row) => foldedName(row.values.fundName ?? `${row.number}`)));
    for (const fact of facts) {
      const stated = fact.number ?? (fact.word === 'none' || fact.word === 'notApplicable' ? 0 : null);
      if (stated === null) {
        yield undecidable(fact.row, 'value');
        continue;
      }
      if (stated === rows.length || stated === names.size) {
        yield pass;
        continue;
      }
      const first = rows[0];
      yield failAt(
        [placeOf(fact.row, 'value'), ...(first === undefined ? [] : [placeOf(first, 'fundName')])],
        {
          message: 'differs',
          args: { stated, rows: rows.length, names: names.size },
          value: String(stated),
          expected: String(rows.length),
          difference: String(stated - rows.length),
        },
      );
    }
  },
});
