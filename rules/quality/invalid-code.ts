import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { failProblems, fieldNamed } from '../../pipeline/model/fail-problems.ts';
import { functionalClassOf } from '../../pipeline/model/functional-classes.ts';
import { foldedCode } from '../../pipeline/model/project-key.ts';
import { projectTables } from '../../pipeline/model/project-tables.ts';
import type { Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { fail, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** DQ-16: project codes and functional classes that cannot be right, and words that are in no code list. */
export const invalidCode = defineRule({
  meta: {
    id: 'DQ-16',
    name: 'invalid-code',
    title: { zh: '编码不合法', en: 'Invalid code' },
    group: 'quality',
    scope: 'unit',
    needs: [],
    severity: 'warning',
    basis: {
      source: '预算管理一体化项目编码、政府收支分类科目',
      why: {
        zh: '编码写错，项目就对不上其他表和上月的数。',
        en: 'With a wrong code a project matches no other table and no other month.',
      },
    },
    options: z.object({
      projectCode: z
        .string()
        .refine(isPattern, 'must be a regular expression')
        .default('^(\\d{8}[A-Z]\\d{12}|[A-Z]\\d{12}|[0-9A-Z][0-9A-Z-]{0,15})$')
        .register(meaning, {
          unit: 'pattern',
          zh: '有效的项目编码：一体化系统21位、转移支付13位，或本地短编码',
          en: 'form of a valid project code: 21 characters of the integrated system, 13 of a transfer item, or a short local code',
        }),
    }),
    messages: {
      project: {
        zh: '项目编码“{code}”（{length} 位）不符合编码规则。',
        en: 'The project code "{code}" ({length} characters) does not follow the rules for codes.',
        clears: {
          zh: '按预算管理一体化系统中的项目编码更正（21 位，以文本格式录入，避免末位变成 0）。',
          en: 'Enter the code as in the integrated system (21 characters, typed as text so that its end is not lost).',
        },
      },
      functional: {
        zh: '支出功能科目编码“{code}”不存在。',
        en: 'There is no functional class "{code}".',
        clears: {
          zh: '按政府收支分类科目更正（类 3 位、款 5 位、项 7 位）。',
          en: 'Correct it by the official classification (3, 5 or 7 digits).',
        },
      },
      one: {
        zh: '「{label}」（{cell}）填写的“{raw}”不在可选项之内。',
        en: '"{label}" ({cell}) holds "{raw}", which is not in its list.',
        clears: { zh: '在 {cell} 改选统一的选项。', en: 'Choose an entry of the list in {cell}.' },
      },
      many: {
        zh: '「{label}」有 {count} 个单元格不在可选项之内（{cells}），如“{raw}”。',
        en: '{count} cells of "{label}" are not in its list ({cells}), e.g. "{raw}".',
        clears: { zh: '在 {cells} 改选统一的选项。', en: 'Choose entries of the list in {cells}.' },
      },
    },
  },

  *check({ dossier, options }) {
    const valid = new RegExp(options.projectCode);
    const said = new Set<string>();
    for (const submission of dossier.submissions) {
      const required = (field: string | null) =>
        field !== null && fieldNamed(submission, field)?.required === true;
      if (submission.problems.some(({ kind }) => kind === 'unknown-choice')) {
        yield* failProblems(submission, ['unknown-choice'], ({ first }) => ({
          severity: required(first.field) ? 'warning' : 'notice',
        }));
      }
      for (const row of projectTables(submission).flatMap((table) => table.rows)) {
        for (const verdict of [judgeProject(row, valid), judgeClass(row)]) {
          // The unit's other tables carry the same code: said once is enough.
          const code = verdict.outcome === 'fail' ? verdict.value : undefined;
          yield code !== undefined && said.has(code) ? notApplicable : verdict;
          if (code !== undefined) said.add(code);
        }
      }
    }
  },
});

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

function judgeProject(row: Row, valid: RegExp): Verdict {
  const written = row.classified ? null : textIn(row, 'projectCode');
  if (written === null) return notApplicable;
  const code = foldedCode(written);
  if (valid.test(code)) return pass;
  const args = { code: excerpt(written), length: [...code].length };
  return fail(row, 'projectCode', { message: 'project', args, value: code });
}

/** Where a functional class is written as a code, or with one in front of its name. */
function judgeClass(row: Row): Verdict {
  const written = row.classified ? null : textIn(row, 'functionClass');
  const code = /^[[(]?(\d+)/.exec(written?.normalize('NFKC').trim() ?? '')?.[1];
  if (code === undefined) return notApplicable;
  if (functionalClassOf(code) !== undefined) return pass;
  return fail(row, 'functionClass', { message: 'functional', args: { code }, value: code });
}
