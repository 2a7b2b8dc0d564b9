import { z } from 'zod';
import { foldText } from '../../pipeline/model/label.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { scoredName, scoredRows } from '../../pipeline/model/scored-rows.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZP-14: what does not concern a unit earns it no points; it is taken out of the full marks instead. */
export const notApplicableScored = defineRule({
  meta: {
    id: 'ZP-14',
    name: 'not-applicable-scored',
    title: { zh: '不涉及的事项仍计分', en: 'Points for what does not apply' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06', 'T07'],
    severity: 'notice',
    basis: {
      source: '年度绩效管理自评报告的写法（称不涉及的部分仍计分，而满分基数已剔除）',
      why: {
        zh: '不涉及的事项应从满分基数剔除，不再计分。',
        en: 'An item that does not apply leaves the full marks; it is not scored as well.',
      },
    },
    options: z.object({}),
    messages: {
      scored: {
        zh: '「{item}」称不涉及，却计 {score} 分，应从满分基数剔除。',
        en: '"{item}" is said not to apply, yet scored {score}; it should leave the full marks instead.',
        clears: {
          zh: '不计该项得分，并从满分基数中剔除其分值；确有工作的，改写说明。',
          en: 'Score it nothing and take its weight out of the full marks; if it does apply, correct the words.',
        },
      },
    },
  },

  *check({ submission }) {
    for (const row of scoredRows(submission)) {
      const field = fieldThatDenies(row);
      if (field === null) {
        yield notApplicable;
        continue;
      }
      const score = scoreIn(row, 'score');
      if (score === null || score <= 0) {
        yield score === null && row.gaps.score !== 'placeholder' ? undecidable(row, 'score') : pass;
        continue;
      }
      yield failAt(
        [placeOf(row, 'score'), placeOf(row, field)],
        {
          message: 'scored',
          args: { item: scoredName(row), score: scoreText(score) },
          measure: scoredName(row),
          value: scoreText(score),
          expected: '0',
        },
        projectOf(submission.form),
      );
    }
  },
});

/**
 * Where a row says that it does not apply. Words about something else do not: 不涉及的除外, 不涉及扣分, and 其中债务部分不涉及
 * of a part.
 */
function fieldThatDenies(row: Row): string | null {
  for (const field of ['reason', 'remark', 'actual']) {
    const words = foldText(measureIn(row, field)?.text ?? textIn(row, field) ?? '');
    if (/(?:其中|部分)[^,。;;]{0,12}不(?:涉及|适用)/.test(words)) continue;
    if (/不涉及(?!的|[加扣减]|违|涉密|问题|整改|信访|上访|投诉)|不适用(?!的)|无此项(?:工作|业务)/.test(words))
      return field;
  }
  return null;
}
