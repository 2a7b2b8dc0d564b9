import { z } from 'zod';
import { isMagnitudeJump } from '../../pipeline/model/magnitude.ts';
import { agreement, type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SQ-02: the cost lines add up to what is asked for. */
export const costUnequalRequest = defineRule({
  meta: {
    id: 'SQ-02',
    name: 'cost-unequal-request',
    title: { zh: '分项成本合计与申报金额不符', en: 'Costs do not add up to the request' },
    group: 'ex-ante',
    scope: 'table',
    needs: ['T05'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中事前绩效评估的分项成本测算要求',
      why: {
        zh: '申报金额由分项成本测算得出，两者不等说明测算不全或金额有误。',
        en: 'The request is the sum of its cost lines; where they differ, lines or amount are wrong.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '分项成本合计 {sum} {unit}，申报金额 {requested} {unit}，相差 {difference} {unit}。',
        en: 'The cost lines add up to {sum} against a request of {requested} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将申报金额改为 {sum} {unit}，或补上漏列、更正填错的成本明细。',
          en: 'Change the request to {sum} ({unit}), or correct the cost lines.',
        },
      },
      linesInYuan: {
        zh: '分项成本合计 {sum} {unit}，约为申报金额 {requested} {unit}的 {times} 倍，疑似把元填入了万元栏。',
        en: 'The cost lines add up to {sum}, about {times} times the request of {requested} ({unit}): yuan where 10,000 yuan belong?',
        clears: {
          zh: '核对金额单位：成本明细按元填写的，金额除以 10000；无误的，更正申报金额。',
          en: 'Check the unit: cost lines in yuan are divided by 10,000; if they are right, correct the request.',
        },
      },
      requestInYuan: {
        zh: '申报金额 {requested} {unit}，约为分项成本合计 {sum} {unit}的 {times} 倍，疑似把元填入了万元栏。',
        en: 'The request is {requested}, about {times} times the {sum} of the cost lines ({unit}): yuan where 10,000 yuan belong?',
        clears: {
          zh: '核对金额单位：申报金额按元填写的，除以 10000；无误的，更正成本明细。',
          en: 'Check the unit: a request in yuan is divided by 10,000; if it is right, correct the cost lines.',
        },
      },
      rounding: {
        zh: '分项成本合计 {sum} {unit}与申报金额 {requested} {unit}相差 {difference} {unit}，在尾差 {tolerance} {unit}以内。',
        en: 'The cost lines add up to {sum} against {requested} ({unit}): {difference}, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ submission }) {
    const { form, file, sheet } = submission;
    const { rows, layout } = submission.tables.costs;
    const requested = form.values.requested;
    if (form.classified) {
      yield notApplicable;
      return;
    }
    if (requested === null) {
      yield undecidable(form, 'requested');
      return;
    }
    if (rows.length === 0) {
      yield undecidableAt({ file, sheet, cell: null, label: layout.title.zh }, 'blank', projectOf(form));
      return;
    }
    const without = rows.find((row) => row.values.amount === null);
    if (without !== undefined) {
      yield undecidable(without, 'amount');
      return;
    }
    const sum = rows.reduce((all, row) => all + (row.values.amount ?? 0), 0);
    const unit = unitOf(form, 'requested');
    const found = agreement(sum, requested, rows.length, unit);
    if (found === 'exact') {
      yield pass;
      return;
    }
    const difference = inUnit(requested - sum, unit);
    const tolerance = inUnit(roundingTolerance(rows.length, requested, unit), unit);
    yield failAt(
      [placeOf(form, 'requested'), ...rows.slice(0, 4).map((row) => placeOf(row, 'amount'))],
      {
        message: found === 'rounding' ? 'rounding' : messageOf(sum, requested),
        args: {
          times: Math.round(Math.max(sum, requested) / Math.max(1, Math.min(sum, requested))),
          sum: inUnit(sum, unit),
          requested: inUnit(requested, unit),
          difference,
          tolerance,
          unit,
        },
        severity: found === 'rounding' ? 'notice' : 'error',
        value: inUnit(requested, unit),
        expected: inUnit(sum, unit),
        difference,
        tolerance,
        atStake: Math.abs(requested - sum),
        trace: `${sumOf(rows, 'amount')} ${inUnit(sum, unit)} ${minus} ${term(form, 'requested')} = ${inUnit(sum - requested, unit)}`,
      },
      projectOf(form),
    );
  },
});

function messageOf(sum: Fen, requested: Fen): 'differs' | 'linesInYuan' | 'requestInYuan' {
  if (!isMagnitudeJump(sum, requested)) return 'differs';
  return sum > requested ? 'linesInYuan' : 'requestInYuan';
}
