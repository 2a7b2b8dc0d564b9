import { z } from 'zod';
import { failProblems, mostPlaces } from '../../pipeline/model/fail-problems.ts';
import { cellsOf } from '../../pipeline/model/list-of.ts';
import { projectOf, type ReadProblem, type Submission } from '../../pipeline/model/submission.ts';
import { failAt, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

const calculate = {
  zh: '用 WPS 或 Excel 打开文件，重新计算并保存后再报送。',
  en: 'Open the file in WPS or Excel, recalculate, save and hand it in again.',
};
const keepValue = {
  zh: '将引用其他文件的公式改为数值（复制后选择性粘贴为数值），保存后再报送。',
  en: 'Turn formulas that point to other files into values (paste special), save and hand it in again.',
};

/** STR-10: formulas without a result in the file, and formulas that point into other workbooks. */
export const uncalculatedFormula = defineRule({
  meta: {
    id: 'STR-10',
    name: 'uncalculated-formula',
    title: { zh: '公式无计算结果或引用外部文件', en: 'Uncalculated or external formula' },
    group: 'structure',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '电子表格公式缓存值与外部引用的公开案例',
      why: {
        zh: '没有结果的公式读不出数；引用其他文件的数在收件人处无法核对。',
        en: 'A formula without a result gives no figure; one that points to another file cannot be checked by the receiver.',
      },
    },
    options: z.object({}),
    messages: {
      one: {
        zh: '「{label}」（{cell}）的公式没有计算结果。',
        en: 'The formula of "{label}" ({cell}) has no result.',
        clears: calculate,
      },
      many: {
        zh: '「{label}」有 {count} 个单元格的公式没有计算结果（{cells}）。',
        en: '{count} formulas of "{label}" have no result ({cells}).',
        clears: calculate,
      },
      sheet: {
        zh: '有 {count} 个单元格的公式没有计算结果（{cells}）。',
        en: '{count} formulas have no result ({cells}).',
        clears: calculate,
      },
      oneExternal: {
        zh: '「{label}」（{cell}）的公式引用了其他文件。',
        en: 'The formula of "{label}" ({cell}) points to another file.',
        clears: keepValue,
      },
      manyExternal: {
        zh: '「{label}」有 {count} 个单元格的公式引用了其他文件（{cells}）。',
        en: '{count} formulas of "{label}" point to another file ({cells}).',
        clears: keepValue,
      },
    },
  },

  *check({ submission }) {
    const external = new Set(
      submission.problems.filter(({ kind }) => kind === 'external-formula').map(({ place }) => place.cell),
    );
    // A formula into another file that has no result either is mended by the same figure typed in: it is said once.
    const problems = submission.problems.filter(
      ({ kind, place }) => kind !== 'uncalculated' || !external.has(place.cell),
    );
    const uncalculated = problems.filter(({ kind }) => kind === 'uncalculated');
    const isWholeSheet = new Set(uncalculated.map(({ field }) => field)).size > 1;
    if (isWholeSheet) yield saidOnce(uncalculated, submission);
    if (isWholeSheet && external.size === 0) return;
    yield* failProblems({ ...submission, problems }, isWholeSheet ? ['external-formula'] : kinds, (group) => {
      if (group.first.kind === 'uncalculated') return {};
      return { message: group.problems.length === 1 ? 'oneExternal' : 'manyExternal' };
    });
  },
});

const kinds = ['uncalculated', 'external-formula'] as const;

/** Formulas without results in several columns are one mistake: the file was saved without calculating. */
function saidOnce(problems: readonly ReadProblem[], { template, form }: Submission): Verdict {
  const where = problems.slice(0, mostPlaces).map(({ place }) => place);
  return failAt(
    where,
    {
      message: 'sheet',
      args: { count: problems.length, cells: cellsOf(where) },
      measure: `${template.id} uncalculated`,
    },
    projectOf(form),
  );
}
