import { z } from 'zod';
import { assessmentConclusions } from '../../pipeline/model/code-lists.ts';
import { unknownAmountUnit } from '../../pipeline/model/comparable.ts';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { projectIndex } from '../../pipeline/model/project-key.ts';
import { amountOf, placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { sumOf, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, undecidableAt } from '../../pipeline/model/verdict.ts';
import { monthlySpending } from '../../pipeline/templates/t01-monthly-spending.ts';
import { exAnteAssessment } from '../../pipeline/templates/t05-ex-ante-assessment.ts';
import { defineRule } from '../rule.ts';

/** SQ-05: a rejected project gets no budget, one to be changed no more than was suggested. */
export const rejectedButBudgeted = defineRule({
  meta: {
    id: 'SQ-05',
    name: 'rejected-but-budgeted',
    title: { zh: '评估不予支持或超建议数仍安排预算', en: 'Budgeted against the assessment' },
    group: 'ex-ante',
    scope: 'unit',
    needs: ['T01', 'T05'],
    severity: 'error',
    basis: {
      source: '事前绩效评估结论分类的公开做法（支持、调整后支持、不予支持）及其应用要求',
      why: {
        zh: '评估结论是安排预算的前提：不予支持的不安排，调整后支持的不超过建议数。',
        en: 'The conclusion decides the budget: nothing for a rejected project, no more than suggested for one to be changed.',
      },
    },
    options: z.object({}),
    messages: {
      rejected: {
        zh: '「{project}」评估结论为“不予支持”，仍安排预算 {budget} {unit}。',
        en: '"{project}" was not supported by its assessment, yet has a budget of {budget} ({unit}).',
        clears: {
          zh: '收回「{project}」预算 {budget} {unit}；已重新评估的，补报新的评估表。',
          en: 'Take back the {budget} ({unit}); where it was assessed anew, hand in the new assessment.',
        },
      },
      beyond: {
        zh: '「{project}」评估结论为“调整后支持”，建议 {suggested} {unit}，安排预算 {budget} {unit}，超出 {excess} {unit}。',
        en: '"{project}" was supported with {suggested}, yet has a budget of {budget} ({unit}): {excess} too much.',
        clears: {
          zh: '将「{project}」预算调减 {excess} {unit}至 {suggested} {unit}，或说明追加依据。',
          en: 'Cut the budget by {excess} to {suggested} ({unit}), or say on what authority it was raised.',
        },
      },
      rounding: {
        zh: '「{project}」建议 {suggested} {unit}，安排预算 {budget} {unit}，多 {excess} {unit}，在尾差 {tolerance} {unit}以内。',
        en: '"{project}": {budget} against {suggested} suggested ({unit}): {excess} more, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ dossier }) {
    const schedules = submissionsOf(dossier, monthlySpending);
    const scheduled = projectIndex(
      schedules.flatMap(({ tables }) => tables.projects.rows),
      projectOf,
    );
    for (const assessment of submissionsOf(dossier, exAnteAssessment)) {
      const { form } = assessment;
      const project = projectOf(form);
      const rows = project === null ? [] : scheduled.of(project);
      const [row] = rows;
      const conclusion = conclusionOf(form.values.conclusion);
      // Rows of one code, or of none, are allotments of one project; of two codes nobody can tell which was assessed.
      const isOne = new Set(rows.map((one) => projectOf(one)?.code ?? null)).size === 1;
      if (row === undefined || !isOne || [form, ...rows].some(({ classified }) => classified)) {
        yield notApplicable;
        continue;
      }
      if (conclusion === null) {
        yield undecidable(form, 'conclusion');
        continue;
      }
      if (conclusion === 'support') {
        yield pass;
        continue;
      }
      const blank = rows.find((one) => amountOf(one, 'adjustedBudget') === null);
      if (blank !== undefined) {
        yield undecidable(blank, 'adjustedBudget');
        continue;
      }
      const budget = sumUp(rows, 'adjustedBudget');
      const unit = unitOf(row, 'adjustedBudget');
      const words = { project: project?.name ?? '', budget: inUnit(budget, unit), unit };
      const where = [...rows.map((one) => placeOf(one, 'adjustedBudget')), placeOf(form, 'conclusion')];
      if (conclusion === 'reject') {
        yield budget <= 0
          ? pass
          : failAt(
              where,
              { message: 'rejected', args: words, value: words.budget, expected: '0.00', atStake: budget },
              projectOf(row),
            );
        continue;
      }
      const suggested = form.values.suggested;
      if (suggested === null) {
        yield undecidable(form, 'suggested');
        continue;
      }
      const unknown = unknownAmountUnit([...schedules, assessment]);
      if (unknown !== null) {
        yield undecidableAt(unknown, 'blank', project);
        continue;
      }
      if (budget <= suggested) {
        yield pass;
        continue;
      }
      const excess = inUnit(budget - suggested, unit);
      const tolerance = roundingTolerance(rows.length, budget, unit);
      const isRounding = budget - suggested <= tolerance;
      yield failAt(
        [...where, placeOf(form, 'suggested')],
        {
          message: isRounding ? 'rounding' : 'beyond',
          args: {
            ...words,
            suggested: inUnit(suggested, unit),
            excess,
            tolerance: inUnit(tolerance, unit),
          },
          severity: isRounding ? 'notice' : 'error',
          value: words.budget,
          expected: `≤ ${inUnit(suggested, unit)}`,
          difference: excess,
          tolerance: inUnit(tolerance, unit),
          atStake: budget - suggested,
          trace: `${sumOf(rows, 'adjustedBudget')} ${words.budget} > ${term(form, 'suggested')}`,
        },
        projectOf(row),
      );
    }
  },
});

function conclusionOf(word: string | null) {
  return assessmentConclusions.find((conclusion) => conclusion.word === word)?.code ?? null;
}
