import { z } from 'zod';
import { lineWithout, ownedGuaranteeLines, sumOfLines } from '../../pipeline/model/guarantee-lines.ts';
import { inUnit, percentOf, roundingTolerance } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { minus, sumOf } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SB-04: at the end of the year each guarantee has been paid in full. */
export const notPaidInFull = defineRule({
  meta: {
    id: 'SB-04',
    name: 'not-paid-in-full',
    title: { zh: '“三保”年末未足额支出', en: 'Guarantee not paid in full at year end' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告的“三保”保障要求（足额保障“三保”政策落实）',
      why: {
        zh: '年末“三保”支出小于安排，等于有人的工资、补助或单位运转没有保障到位。',
        en: 'Less spent than budgeted at year end means wages, benefits or operations were not fully paid.',
      },
    },
    options: z.object({}),
    messages: {
      short: {
        zh: '{part}安排 {arranged} {unit}，年末累计支出 {spent} {unit}，尚缺 {rest} {unit}（执行率 {rate}）。',
        en: '{part}: {spent} of {arranged} ({unit}) is spent at year end, {rest} is wanting ({rate}).',
        clears: {
          zh: '补付{part} {rest} {unit}；不需要支出的，说明原因并调减安排。',
          en: 'Pay the {rest} ({unit}); where it is not needed, say why and cut the budget.',
        },
      },
      rounding: {
        zh: '{part}安排 {arranged} {unit}，年末累计支出 {spent} {unit}，少 {rest} {unit}，在尾差 {tolerance} {unit}以内。',
        en: '{part}: {spent} of {arranged} ({unit}) at year end: {rest} less, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ submission, period }) {
    for (const { kind, name, rows, owner } of ownedGuaranteeLines(submission)) {
      if (monthOf(period) !== 12) {
        yield notApplicable;
        continue;
      }
      const arranged = sumOfLines(rows, 'arranged');
      const spent = sumOfLines(rows, 'spent');
      if (arranged === null || spent === null) {
        const field = arranged === null ? 'arranged' : 'spent';
        yield undecidable(lineWithout(rows, field), field);
        continue;
      }
      if (spent >= arranged) {
        yield pass;
        continue;
      }
      const unit = unitOf(rows[0], 'spent');
      const rest = arranged - spent;
      const tolerance = roundingTolerance(rows.length, arranged, unit);
      const isRounding = rest <= tolerance;
      yield fail(rows[0], ['spent', 'arranged'], {
        message: isRounding ? 'rounding' : 'short',
        args: {
          part: name,
          arranged: inUnit(arranged, unit),
          spent: inUnit(spent, unit),
          rest: inUnit(rest, unit),
          rate: percentOf(spent, arranged),
          tolerance: inUnit(tolerance, unit),
          unit,
        },
        severity: isRounding ? 'notice' : 'error',
        measure: `${kind} ${owner}`.trim(),
        value: inUnit(spent, unit),
        expected: inUnit(arranged, unit),
        difference: inUnit(-rest, unit),
        tolerance: inUnit(tolerance, unit),
        atStake: rest,
        trace: `${sumOf(rows, 'spent')} ${inUnit(spent, unit)} ${minus} ${sumOf(rows, 'arranged')} ${inUnit(arranged, unit)} = ${inUnit(-rest, unit)}`,
      });
    }
  },
});
