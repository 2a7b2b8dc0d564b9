import { z } from 'zod';
import { lineWithout, ownedGuaranteeLines, sumOfLines } from '../../pipeline/model/guarantee-lines.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { amountOf, gapOf, unitOf } from '../../pipeline/model/submission.ts';
import { minus, sumOf } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SB-02: each guarantee is budgeted in full, without a gap to its need. */
export const underBudgeted = defineRule({
  meta: {
    id: 'SB-02',
    name: 'under-budgeted',
    title: { zh: '“三保”安排低于需求', en: 'Guarantee budgeted below need' },
    group: 'three-guarantees',
    scope: 'table',
    needs: ['T08'],
    severity: 'error',
    basis: {
      source: '财预〔2019〕128号（“三保”支出预算足额安排，不留缺口）',
      why: {
        zh: '“三保”支出在预算安排中优先，安排数低于需求数就是缺口。',
        en: 'The three guarantees come first in the budget; less than the need is a gap.',
      },
    },
    options: z.object({}),
    messages: {
      short: {
        zh: '{part}安排 {arranged} {unit}，小于需求 {need} {unit}，缺口 {gap} {unit}。',
        en: '{part}: {arranged} budgeted against a need of {need} ({unit}), a gap of {gap}.',
        clears: {
          zh: '补足{part}安排 {gap} {unit}，或核实需求数。',
          en: 'Budget {gap} ({unit}) more, or check the need.',
        },
      },
      rounding: {
        zh: '{part}安排 {arranged} {unit}比需求 {need} {unit}少 {gap} {unit}，在尾差 {tolerance} {unit}以内。',
        en: '{part}: {arranged} against {need} ({unit}): {gap} less, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ submission }) {
    const lines = ownedGuaranteeLines(submission);
    const isNeedGiven = lines.some(({ rows }) => rows.some((row) => amountOf(row, 'need') !== null));
    for (const { kind, name, rows, owner } of lines) {
      // A column that nobody filled asks for nothing, nor does a stroke; a blank among filled ones was left out.
      if (rows.every((row) => isEmpty(row, 'need') && !(isNeedGiven && gapOf(row, 'need') === 'blank'))) {
        yield notApplicable;
        continue;
      }
      const need = sumOfLines(rows, 'need');
      const arranged = sumOfLines(rows, 'arranged');
      if (need === null || arranged === null) {
        const field = need === null ? 'need' : 'arranged';
        yield undecidable(lineWithout(rows, field), field);
        continue;
      }
      if (arranged >= need) {
        yield pass;
        continue;
      }
      const unit = unitOf(rows[0], 'arranged');
      const tolerance = roundingTolerance(rows.length, need, unit);
      const isRounding = need - arranged <= tolerance;
      yield fail(rows[0], ['arranged', 'need'], {
        message: isRounding ? 'rounding' : 'short',
        args: {
          part: name,
          arranged: inUnit(arranged, unit),
          need: inUnit(need, unit),
          gap: inUnit(need - arranged, unit),
          tolerance: inUnit(tolerance, unit),
          unit,
        },
        severity: isRounding ? 'notice' : 'error',
        measure: `${kind} ${owner}`.trim(),
        value: inUnit(arranged, unit),
        expected: inUnit(need, unit),
        difference: inUnit(arranged - need, unit),
        tolerance: inUnit(tolerance, unit),
        atStake: need - arranged,
        trace: `${sumOf(rows, 'arranged')} ${inUnit(arranged, unit)} ${minus} ${sumOf(rows, 'need')} ${inUnit(need, unit)} = ${inUnit(arranged - need, unit)}`,
      });
    }
  },
});
