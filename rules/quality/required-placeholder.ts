import { z } from 'zod';
import { failProblems, fieldNamed } from '../../pipeline/model/fail-problems.ts';
import { defineRule } from '../rule.ts';

/** DQ-10: a sign for nothing (`/`, 无) in a cell that must be filled, or one that an amount is still to come (待填写, XX); never read as zero. */
export const requiredPlaceholder = defineRule({
  meta: {
    id: 'DQ-10',
    name: 'required-placeholder',
    title: { zh: '必填项为占位符', en: 'Placeholder in a required cell' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '公开的预决算公开检查规则（不得留占位符）',
      why: {
        zh: '占位符分不清是零、没有还是没填，不能当作 0。',
        en: 'A placeholder may mean zero, nothing or not yet; it must not count as zero.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）须填写，只填了“{raw}”。',
        en: '"{label}" ({cell}) must be filled in and holds only "{raw}".',
        clears: {
          zh: '在 {cell} 填实数（没有的填 0），或在备注中说明“不涉及”。',
          en: 'Put the figure into {cell} (0 for none), or say in the remark that it does not apply.',
        },
      },
      many: {
        zh: '「{label}」须填写，有 {count} 个单元格没有填数（{cells}），只写了“{raw}”一类的字样。',
        en: '"{label}" must be filled in; {count} cells hold only a placeholder ({cells}), e.g. "{raw}".',
        clears: {
          zh: '在 {cells} 填实数（没有的填 0），或在备注中说明“不涉及”。',
          en: 'Put figures into {cells} (0 for none), or say in the remark that it does not apply.',
        },
      },
      oneInWords: {
        zh: '「{label}」（{cell}）须填写，只填了“{raw}”。',
        en: '"{label}" ({cell}) must be filled in and holds only "{raw}".',
        clears: { zh: '在 {cell} 填写「{label}」。', en: 'Fill in "{label}" in {cell}.' },
      },
      manyInWords: {
        zh: '「{label}」须填写，有 {count} 个单元格没有填写（{cells}），只写了“{raw}”一类的字样。',
        en: '"{label}" must be filled in; {count} cells hold only a placeholder ({cells}), e.g. "{raw}".',
        clears: { zh: '在 {cells} 填写「{label}」。', en: 'Fill in "{label}" in {cells}.' },
      },
    },
  },

  *check({ submission }) {
    yield* failProblems(submission, ['placeholder'], ({ first, problems }) => {
      const kind = first.field === null ? undefined : fieldNamed(submission, first.field)?.kind;
      if (kind !== 'text' && kind !== 'code' && kind !== 'date') return {};
      return { message: problems.length === 1 ? 'oneInWords' : 'manyInWords' };
    });
  },
});
