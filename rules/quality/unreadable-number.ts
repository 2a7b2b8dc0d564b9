import { z } from 'zod';
import { failProblems } from '../../pipeline/model/fail-problems.ts';
import { defineRule } from '../rule.ts';

/** DQ-03: cells that must hold a number and hold none or one that is no amount, and rates of 0 or 1 that may be a ratio or a percentage. */
export const unreadableNumber = defineRule({
  meta: {
    id: 'DQ-03',
    name: 'unreadable-number',
    title: { zh: '数值无法解析', en: 'Unreadable number' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '读不出数的单元格无法核对，也不能当作 0。',
        en: 'A cell that gives no number cannot be checked, and must not count as zero.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）填写的“{raw}”不是有效数值。',
        en: '"{label}" ({cell}) holds "{raw}", which is no number.',
        clears: { zh: '将 {cell} 改填为数字。', en: 'Put a number into {cell}.' },
      },
      many: {
        zh: '「{label}」有 {count} 个单元格不是有效数值（{cells}），如“{raw}”。',
        en: '{count} cells of "{label}" hold no number ({cells}), e.g. "{raw}".',
        clears: { zh: '将 {cells} 改填为数字。', en: 'Put numbers into {cells}.' },
      },
      oneAmount: {
        zh: '「{label}」（{cell}）填写的“{raw}”大到不可能是金额，疑似误填编码或证件号码。',
        en: '"{label}" ({cell}) holds "{raw}", too large to be an amount: a code or an identity number?',
        clears: { zh: '将 {cell} 改填为金额。', en: 'Put an amount into {cell}.' },
      },
      manyAmounts: {
        zh: '「{label}」有 {count} 个单元格大到不可能是金额（{cells}），如“{raw}”，疑似误填编码或证件号码。',
        en: '{count} cells of "{label}" are too large to be amounts ({cells}), e.g. "{raw}": codes or identity numbers?',
        clears: { zh: '将 {cells} 改填为金额。', en: 'Put amounts into {cells}.' },
      },
      oneRate: {
        zh: '「{label}」（{cell}）填写的“{raw}”分不清是比例还是百分数，已按 {read} 读取。',
        en: '"{label}" ({cell}) holds "{raw}", which may be a ratio or a percentage; it was read as {read}.',
        clears: {
          zh: '将 {cell} 设为百分比格式，或写明百分号。',
          en: 'Format {cell} as a percentage, or write the percent sign.',
        },
      },
      manyRates: {
        zh: '「{label}」有 {count} 个单元格分不清是比例还是百分数（{cells}），如“{raw}”按 {read} 读取。',
        en: '{count} cells of "{label}" may be ratios or percentages ({cells}); "{raw}" was read as {read}.',
        clears: {
          zh: '将 {cells} 设为百分比格式，或写明百分号。',
          en: 'Format {cells} as percentages, or write the percent sign.',
        },
      },
    },
  },

  *check({ submission }) {
    const kinds = ['unreadable-number', 'impossible-amount', 'ambiguous-rate'] as const;
    yield* failProblems(submission, kinds, ({ first, problems }) => {
      const isSingle = problems.length === 1;
      if (first.kind === 'impossible-amount') return { message: isSingle ? 'oneAmount' : 'manyAmounts' };
      if (first.kind === 'unreadable-number') return {};
      return { message: isSingle ? 'oneRate' : 'manyRates', severity: 'notice' };
    });
  },
});
