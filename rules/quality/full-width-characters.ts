import { z } from 'zod';
import { failProblems } from '../../pipeline/model/fail-problems.ts';
import { defineRule } from '../rule.ts';

/** DQ-02: full-width digits and signs in figures and dates; read all the same. */
export const fullWidthCharacters = defineRule({
  meta: {
    id: 'DQ-02',
    name: 'full-width-characters',
    title: { zh: '全角字符', en: 'Full-width characters' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '全角数字在表格中只是文字，不参与求和。',
        en: 'Full-width digits are mere text to a spreadsheet and left out of sums.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）含全角字符“{raw}”，已按 {read} 读取。',
        en: '"{label}" ({cell}) holds full-width characters; it was read as {read}.',
        clears: {
          zh: '切换到半角后将 {cell} 重新录入为 {read}。',
          en: 'Type {read} into {cell} in half-width characters.',
        },
      },
      many: {
        zh: '「{label}」有 {count} 个单元格含全角字符（{cells}），如“{raw}”，已按 {read} 读取。',
        en: '{count} cells of "{label}" hold full-width characters ({cells}); the first was read as {read}.',
        clears: {
          zh: '切换到半角后重新录入 {cells}。',
          en: 'Type {cells} again in half-width characters.',
        },
      },
    },
  },

  *check({ submission }) {
    yield* failProblems(submission, ['full-width']);
  },
});
