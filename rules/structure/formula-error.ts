import { z } from 'zod';
import { failProblems } from '../../pipeline/model/fail-problems.ts';
import { defineRule } from '../rule.ts';

/** STR-09: cells whose formula ended in an error. */
export const formulaError = defineRule({
  meta: {
    id: 'STR-09',
    name: 'formula-error',
    title: { zh: '公式错误值', en: 'Formula error' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'error',
    basis: {
      source: '电子表格公式错误值的公开案例（错误值不得当作数字读取）',
      why: {
        zh: '错误值不是数，依赖它的合计和进度都无法核对。',
        en: 'An error is not a figure: no total and no rate that rests on it can be checked.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）显示为公式错误值 {raw}。',
        en: '"{label}" ({cell}) shows the formula error {raw}.',
        clears: {
          zh: '更正 {cell} 的公式或直接填入数值，保存后重新报送。',
          en: 'Correct the formula in {cell} or type the figure, save and hand it in again.',
        },
      },
      many: {
        zh: '「{label}」有 {count} 个单元格显示为公式错误值（{cells}），如 {raw}。',
        en: '{count} cells of "{label}" show formula errors ({cells}), e.g. {raw}.',
        clears: {
          zh: '更正 {cells} 的公式或直接填入数值，保存后重新报送。',
          en: 'Correct the formulas in {cells} or type the figures, save and hand it in again.',
        },
      },
    },
  },

  *check({ submission }) {
    yield* failProblems(submission, ['error-value']);
  },
});
