import { z } from 'zod';
import { explained } from '../../pipeline/model/explanation.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { residualOf, residualTrace, residualWords } from './residual.ts';

/** ZD-01: a direct-transfer fund is spent by the day its notice sets. */
export const unspentAfterDeadline = defineRule({
  meta: {
    id: 'ZD-01',
    name: 'unspent-after-deadline',
    title: { zh: '直达资金逾期未支出完', en: 'Direct-transfer fund unspent after its deadline' },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'error',
    basis: {
      source: '直达资金下达通知规定的支出期限（年度绩效管理自评报告逐项说明期限与支出情况）',
      why: {
        zh: '直达资金须在期限前直接惠企利民，逾期的剩余资金要说明并处置。',
        en: 'Direct-transfer funds must reach people and firms in time; what is left must be accounted for.',
      },
    },
    options: z.object({}),
    messages: {
      unspent: {
        zh: '「{fund}」应于 {deadline} 前支出，已支出 {spent} {unit}（支出进度 {rate}），{about}剩余 {residual} {unit}未支出。',
        en: '"{fund}" was to be spent by {deadline}: {spent} ({unit}) is spent ({rate}), {about}{residual} is left.',
        clears: {
          zh: '支出其余 {residual} {unit}，或写明剩余资金收回、结转或退回上级的处置意见。',
          en: 'Spend the remaining {residual} ({unit}), or say whether it is returned, carried over or sent back.',
        },
      },
    },
  },

  *check({ submission, asOf }) {
    for (const row of submission.tables.funds.rows) {
      const residual = residualOf(row);
      if ('outcome' in residual) {
        yield residual;
        continue;
      }
      const { deadline } = row.values;
      if (residual.fen === 0) {
        yield pass;
        continue;
      }
      if (deadline === null) {
        yield undecidable(row, 'deadline');
        continue;
      }
      if (asOf < deadline) {
        yield notApplicable;
        continue;
      }
      const words = residualWords(row, residual);
      yield fail(row, ['spent', 'released', 'deadline'], {
        message: 'unspent',
        args: { ...words, deadline },
        value: words.spent,
        difference: words.residual,
        threshold: deadline,
        atStake: residual.fen,
        trace: residualTrace(row, residual),
        ...explained(row),
      });
    }
  },
});
