import { z } from 'zod';
import { failProblems } from '../../pipeline/model/fail-problems.ts';
import { defineRule } from '../rule.ts';

/** DQ-01: numbers kept as text; read all the same. */
export const textNumber = defineRule({
  meta: {
    id: 'DQ-01',
    name: 'text-number',
    title: { zh: '文本型数字', en: 'Number stored as text' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '以文本保存的数字不参与表内求和，合计容易漏加。',
        en: 'Numbers kept as text are left out of sums on the sheet.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）的“{raw}”是文本格式，已按 {read} 读取。',
        en: '"{label}" ({cell}) holds "{raw}" as text; it was read as {read}.',
        clears: {
          zh: '将 {cell} 改为数值格式并重新录入。',
          en: 'Format {cell} as a number and type it again.',
        },
      },
      many: {
        zh: '「{label}」有 {count} 个数字是文本格式（{cells}），已按数值读取。',
        en: '{count} numbers of "{label}" are kept as text ({cells}); they were read as numbers.',
        clears: {
          zh: '选中该列，用“分列”或“转换为数字”改为数值格式。',
          en: 'Select the column and convert it to numbers.',
        },
      },
    },
  },

  *check({ submission }) {
    yield* failProblems(submission, ['text-number']);
  },
});
