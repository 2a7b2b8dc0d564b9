import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { type Hundredths, hundredths, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { isStruckOut } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { minus, sumOf } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
import type { SubmissionOf } from '../../pipeline/templates/index.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SQ-07: no dimension of an assessment scores above its points or below zero, and the dimensions add up to the total. */
export const scoresWrong = defineRule({
  meta: {
    id: 'SQ-07',
    name: 'scores-wrong',
    title: { zh: '事前评估评分越界或合计不符', en: 'Assessment scores out of range or not adding up' },
    group: 'ex-ante',
    scope: 'table',
    needs: ['T05'],
    severity: 'error',
    basis: {
      source: '公开的事前绩效评估评分表（五个维度各20分，满分100分）',
      why: {
        zh: '评估分数决定项目能否入库；单项越界或合计不符，结论就没有依据。',
        en: 'The score decides whether a project is taken up; out of range or not adding up, it decides nothing.',
      },
    },
    options: z.object({
      points: z.number().positive().default(20).register(meaning, {
        unit: 'score',
        zh: '表中未写明时，每个维度的分值',
        en: 'points of a dimension where the sheet states none beside it',
      }),
      fullMarks: z.number().positive().default(100).register(meaning, {
        unit: 'score',
        zh: '各维度分值合计，不足此数的表不作合计核对',
        en: 'points all dimensions have together; a table with fewer is not complete enough to add up',
      }),
    }),
    messages: {
      range: {
        zh: '「{dimension}」得分 {score} 超出 0–{points} 的范围。',
        en: '"{dimension}": a score of {score} is outside 0 to {points}.',
        clears: {
          zh: '将得分改为 0 至 {points} 之间，或更正分值。',
          en: 'Give a score from 0 to {points}, or correct the points.',
        },
      },
      total: {
        zh: '各维度得分合计 {sum}，与总分 {total} 相差 {difference}。',
        en: 'The dimensions add up to {sum}, the total says {total}: a difference of {difference}.',
        clears: {
          zh: '将总分改为 {sum}，或更正各维度得分。',
          en: 'Change the total to {sum}, or correct the scores.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const { form, tables } = submission;
    const rows = tables.scores.rows.filter((row) => !isStruckOut(row));
    const project = projectOf(form);
    if (form.classified || rows.some((row) => row.classified)) {
      yield notApplicable;
      return;
    }
    if (rows.length === 0) {
      const score = scoreIn(form, 'score');
      const isOutside = score !== null && (score < 0 || score > options.fullMarks * 100);
      yield isOutside ? outOfRange(form, score, options.fullMarks * 100) : notApplicable;
      return;
    }
    const pointsOf = (row: Row) => scoreIn(row, 'weight') ?? options.points * 100;
    const outside = (row: Row) => {
      const score = scoreIn(row, 'score');
      return score !== null && (score < 0 || score > pointsOf(row));
    };
    for (const row of rows) {
      const score = scoreIn(row, 'score');
      if (score === null) {
        yield undecidable(row, 'score');
        continue;
      }
      if (!outside(row)) {
        yield pass;
        continue;
      }
      yield { ...outOfRange(row, score, pointsOf(row)), project };
    }

    // A score that is wanting or out of range is said once, where it stands.
    if (rows.some((row) => scoreIn(row, 'score') === null || outside(row))) {
      yield notApplicable;
      return;
    }
    const stated = totalsOf(submission);
    const [first] = stated;
    const allPoints = rows.reduce((sum, row) => sum + pointsOf(row), 0);
    if (first === undefined) {
      yield undecidable(form, 'score');
      return;
    }
    if (!first.isCertain) {
      yield undecidableAt(placeOf(first.row, 'score'), 'unreadable', project);
      return;
    }
    const sum = hundredths(rows.reduce((so, row) => so + (row.values.score ?? 0), 0));
    const isWhole = allPoints === options.fullMarks * 100;
    if (!isWhole && stated.some(({ total }) => total !== sum)) {
      // A dimension may be missing, and its points with it.
      const { headingRows, file, sheet } = tables.scores;
      const cell = `${headingRows.last}:${headingRows.last}`;
      yield undecidableAt({ file, sheet, cell, label: '其余评估维度' }, 'blank', project);
      return;
    }
    const wrong = stated.filter(({ total, isCertain }) => isCertain && total !== sum);
    const [odd] = wrong;
    if (odd === undefined) {
      yield pass;
      return;
    }
    const difference = scoreText(sum - odd.total);
    yield failAt(
      [...wrong.map(({ row }) => placeOf(row, 'score')), ...rows.map((row) => placeOf(row, 'score'))],
      {
        message: 'total',
        args: { sum: scoreText(sum), total: scoreText(odd.total), difference },
        measure: 'total',
        value: scoreText(odd.total),
        expected: scoreText(sum),
        difference,
        trace: `${sumOf(rows, 'score')} ${scoreText(sum)} ${minus} ${placeOf(odd.row, 'score').cell} ${scoreText(odd.total)} = ${difference}`,
      },
      project,
    );
  },
});

/** A score outside its points: of a dimension, or of the form as a whole. */
function outOfRange(row: Row, score: Hundredths, most: Hundredths) {
  const name = textIn(row, 'dimension') ?? placeOf(row, 'score').label ?? '';
  const points = scoreText(most);
  const places = ['score', ...(row.source.columns.has('weight') ? ['weight'] : [])];
  return failAt(
    places.map((field) => placeOf(row, field)),
    {
      message: 'range',
      args: { dimension: excerpt(name), score: scoreText(score), points },
      measure: name,
      value: scoreText(score),
      expected: `0–${points}`,
      difference: scoreText(score < 0 ? score : score - most),
    },
    projectOf(row),
  );
}

/**
 * The rows that state the total: that of the table and the form's 评估得分. A label 总分 right below the table may have the
 * points beside it instead of the score, which makes the form's figure uncertain.
 */
function totalsOf({ form, tables: { scores } }: SubmissionOf<'T05'>): readonly {
  readonly row: Row;
  readonly total: Hundredths;
  readonly isCertain: boolean;
}[] {
  const cell = form.source.cells?.get('score');
  const isBelow = cell !== undefined && cell.row === (scores.rows.at(-1)?.number ?? 0) + 1;
  const isPoints = isBelow && cell.column === scores.columns.get('weight')?.column;
  return [
    ...scores.totals.slice(0, 1).map((row) => ({ row, isCertain: true })),
    { row: form, isCertain: !isPoints },
  ].flatMap(({ row, isCertain }) => {
    const total = scoreIn(row, 'score');
    return total === null ? [] : [{ row, total, isCertain }];
  });
}
