import { z } from 'zod';
import { failProblems } from '../../pipeline/model/fail-problems.ts';
import { lastDay } from '../../pipeline/model/period.ts';
import { defineRule } from '../rule.ts';

/** DQ-05: dates that were not written as dates: read all the same, ambiguous, or not readable at all. */
export const malformedDate = defineRule({
  meta: {
    id: 'DQ-05',
    name: 'malformed-date',
    title: { zh: '日期不规范', en: 'Malformed date' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '期限类核对依赖日期，写法不一的日期容易读错。',
        en: 'Deadlines are judged by dates, and dates written in many ways are easily misread.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）的“{raw}”按 {read} 读取。',
        en: '"{label}" ({cell}), "{raw}", was read as {read}.',
        clears: { zh: '将 {cell} 写为 {read}。', en: 'Write {read} into {cell}.' },
      },
      many: {
        zh: '「{label}」有 {count} 个日期写法不规范（{cells}），如“{raw}”按 {read} 读取。',
        en: '{count} dates of "{label}" are written irregularly ({cells}); "{raw}" was read as {read}.',
        clears: {
          zh: '将该列日期统一写为 {read} 的样式。',
          en: 'Write all dates of the column like {read}.',
        },
      },
      oneAmbiguous: {
        zh: '「{label}」（{cell}）的“{raw}”可能是 1 月，也可能是 10 月，暂按 {read} 读取。',
        en: '"{label}" ({cell}), "{raw}", may be January or October; it was read as {read}.',
        clears: {
          zh: '将 {cell} 写明到日，如 {read}。',
          en: 'Write the full date into {cell}, such as {read}.',
        },
      },
      manyAmbiguous: {
        zh: '「{label}」有 {count} 个日期可能是 1 月，也可能是 10 月（{cells}），如“{raw}”。',
        en: '{count} dates of "{label}" may be January or October ({cells}), e.g. "{raw}".',
        clears: { zh: '将 {cells} 写明到日。', en: 'Write full dates into {cells}.' },
      },
      oneUnreadable: {
        zh: '「{label}」（{cell}）填写的“{raw}”不是能识别的日期。',
        en: '"{label}" ({cell}) holds "{raw}", which is no date.',
        clears: {
          zh: '将 {cell} 写为年-月-日，如 {example}。',
          en: 'Write year-month-day into {cell}, such as {example}.',
        },
      },
      manyUnreadable: {
        zh: '「{label}」有 {count} 个单元格不是能识别的日期（{cells}），如“{raw}”。',
        en: '{count} cells of "{label}" hold no date ({cells}), e.g. "{raw}".',
        clears: {
          zh: '将 {cells} 写为年-月-日，如 {example}。',
          en: 'Write year-month-day into {cells}, such as {example}.',
        },
      },
    },
  },

  *check({ submission, period }) {
    const kinds = ['date-rewritten', 'ambiguous-date', 'unreadable-date'] as const;
    yield* failProblems(submission, kinds, ({ first, problems }) => {
      if (first.kind === 'date-rewritten') return { severity: 'notice' };
      const suffix = first.kind === 'ambiguous-date' ? 'Ambiguous' : 'Unreadable';
      return {
        message: (problems.length === 1 ? 'one' : 'many') + suffix,
        args: { example: lastDay(period) },
      };
    });
  },
});
