import { z } from 'zod';
import { failProblems } from '../../pipeline/model/fail-problems.ts';
import { defineRule } from '../rule.ts';

/** DQ-15: amounts with digits beyond a fen, or with the noise of binary fractions. */
export const precisionArtefact = defineRule({
  meta: {
    id: 'DQ-15',
    name: 'precision-artefact',
    title: { zh: '小数位异常', en: 'Precision artefact' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'notice',
    basis: {
      source: '公开的单位报表中的小数位异常案例',
      why: {
        zh: '金额最小到分，再多的小数是公式运算或粘贴留下的。',
        en: 'Amounts end at a fen; further digits are left over from formulas or pasting.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）的 {raw} 小数位超过分，已按 {read} 读取。',
        en: '"{label}" ({cell}), {raw}, has digits beyond a fen; it was read as {read}.',
        clears: { zh: '将 {cell} 四舍五入为 {read}。', en: 'Round {cell} to {read}.' },
      },
      many: {
        zh: '「{label}」有 {count} 个金额小数位超过分（{cells}），如 {raw} 按 {read} 读取。',
        en: '{count} amounts of "{label}" have digits beyond a fen ({cells}); {raw} was read as {read}.',
        clears: {
          zh: '将 {cells} 四舍五入到分（万元表最多六位小数）。',
          en: 'Round {cells} to the fen (at most six decimals of 10,000 yuan).',
        },
      },
    },
  },

  *check({ submission }) {
    yield* failProblems(submission, ['precision']);
  },
});
