import { z } from 'zod';
import { guaranteeLines, lineWithout, sumOfLines } from '../../pipeline/model/guarantee-lines.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { placeOf, unitOf } from '../../pipeline/model/submission.ts';
import { guaranteeKinds } from '../../pipeline/model/three-guarantees.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SB-08: that all three guarantees are spent to the fen looks like one column copied into the other. */
export const identicalPairs = defineRule({
  meta: {
    id: 'SB-08',
    name: 'identical-pairs',
    title: { zh: '“三保”安排与支出完全相等', en: 'Budgeted and spent are identical' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'notice',
    basis: {
      source: '本工具默认（据年度自评报告中三项安排数与支出数逐一相等的情形）',
      why: {
        zh: '三项安排与支出逐分相等在实际支付中少见，常是把安排数照抄为支出数。',
        en: 'Three pairs equal to the fen are rare in payments; often one column was copied.',
      },
    },
    options: z.object({}),
    messages: {
      identical: {
        zh: '{list}的安排与支出三项均完全相等，请核实支出数是否为实际支付数。',
        en: 'Budgeted and spent are equal in all three: {list}. Are these payments really made?',
        clears: {
          zh: '按国库支付数核对三项实际支出；确实相等的无须处理。',
          en: 'Check the three against payments; if they are equal, nothing to do.',
        },
      },
    },
  },

  *check({ submission }) {
    const lines = guaranteeLines(submission);
    if (lines.length < guaranteeKinds.length) {
      yield notApplicable;
      return;
    }
    for (const { rows } of lines) {
      for (const field of ['arranged', 'spent']) {
        if (sumOfLines(rows, field) !== null) continue;
        yield undecidable(lineWithout(rows, field), field);
        return;
      }
    }
    const identical = lines.every(({ rows }) => {
      const arranged = sumOfLines(rows, 'arranged');
      return arranged !== null && arranged > 0 && arranged === sumOfLines(rows, 'spent');
    });
    if (!identical) {
      yield pass;
      return;
    }
    const parts = lines.map(({ name, rows }) => {
      const unit = unitOf(rows[0], 'spent');
      const amount = inUnit(sumOfLines(rows, 'spent') ?? 0, unit);
      return { zh: `${name.zh} ${amount} ${unit}`, en: `${name.en} ${amount}` };
    });
    yield failAt(
      lines.map(({ rows }) => placeOf(rows[0], 'spent')),
      {
        message: 'identical',
        args: { list: listOf(parts) },
        atStake: lines.reduce((sum, { rows }) => sum + (sumOfLines(rows, 'spent') ?? 0), 0),
      },
    );
  },
});
