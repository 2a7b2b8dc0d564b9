import { z } from 'zod';
import { unitInEnglish } from '../../pipeline/model/money.ts';
import { projectOf, type Submission } from '../../pipeline/model/submission.ts';
import type { Fields } from '../../pipeline/model/template.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** STR-03: in which unit the amounts of a sheet are: said, and said once. */
export const amountUnitUnclear = defineRule({
  meta: {
    id: 'STR-03',
    name: 'amount-unit-unclear',
    title: { zh: '金额单位未注明或冲突', en: 'Amount unit missing or conflicting' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '公开的预决算公开检查规则（金额单位不明的表不参与跨表核对）',
      why: {
        zh: '元和万元相差一万倍，单位不明的金额不能与其他表比较。',
        en: 'Yuan and 10,000 yuan differ by four zeros: amounts of unknown unit cannot be compared with other tables.',
      },
    },
    options: z.object({}),
    messages: {
      undeclared: {
        zh: '未注明金额单位，暂按{unit}读取，本表不参与跨表校验。',
        en: 'The unit of amount is not stated; {unit} is assumed and nothing is compared with other tables.',
        clears: {
          zh: '在表头右上方注明“金额单位：{unit}”（或实际使用的单位）。',
          en: 'State the unit of amount above the heading ({unit}, or the one in use).',
        },
      },
      conflict: {
        zh: '金额单位前后不一：{unit}（{cell}），又写有 {others}。',
        en: 'The unit of amount is stated in two ways: {unit} ({cell}), and also {others}.',
        clears: {
          zh: '统一为一种金额单位，并核对各列金额是否按此单位填写。',
          en: 'State one unit of amount, and check that all amounts are in it.',
        },
      },
    },
  },

  *check({ submission }) {
    const { unit, declared, place, conflicts } = submission.amountUnit;
    if (!hasAmounts(submission)) {
      yield notApplicable;
      return;
    }
    if (declared && conflicts.length === 0) {
      yield pass;
      return;
    }
    const others = conflicts.map((other) => ({
      zh: `${other.unit}（${other.place.cell ?? other.place.label ?? ''}）`,
      en: `${unitInEnglish[other.unit]} (${other.place.cell ?? ''})`,
    }));
    yield failAt(
      [place, ...conflicts.map((other) => other.place)],
      {
        message: conflicts.length === 0 ? 'undeclared' : 'conflict',
        args: {
          unit: { zh: unit, en: unitInEnglish[unit] },
          cell: place.cell ?? '',
          others: {
            zh: others.map(({ zh }) => zh).join('、'),
            en: others.map(({ en }) => en).join(', '),
          },
        },
        severity: conflicts.length === 0 ? 'warning' : 'error',
        measure: submission.template.id,
      },
      projectOf(submission.form),
    );
  },
});

/** Whether any cell of the sheet is in the unit the sheet must state; prices with a unit of their own are not. */
function hasAmounts({ form, template, tables }: Submission): boolean {
  const isAmount = (fields: Fields, name: string) =>
    fields[name]?.kind === 'amount' && fields[name].unit === undefined;
  if ([...(form.source.cells?.keys() ?? [])].some((name) => isAmount(template.form, name))) return true;
  return Object.values(tables).some(({ fields, columns }) =>
    [...columns.keys()].some((name) => isAmount(fields, name)),
  );
}
