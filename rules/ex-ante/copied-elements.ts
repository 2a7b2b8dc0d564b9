import { z } from 'zod';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { isSameProject } from '../../pipeline/model/project-key.ts';
import { placeOf, projectOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { exAnteAssessment } from '../../pipeline/templates/t05-ex-ante-assessment.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SQ-08: assessments of different projects, of one unit or of two, are not copies of each other. */
export const copiedElements = defineRule({
  meta: {
    id: 'SQ-08',
    name: 'copied-elements',
    title: { zh: '事前评估文字雷同', en: 'Assessments copied from each other' },
    group: 'ex-ante',
    scope: 'batch',
    needs: ['T05'],
    severity: 'notice',
    basis: {
      source: '本工具默认（可在参数中调整）：事前评估要素文字完全相同的提示',
      why: {
        zh: '不同项目的依据、需求、目标不会一字不差；雷同说明没有针对项目评估。',
        en: 'Grounds, needs and objectives of different projects are not alike to the letter.',
      },
    },
    options: z.object({
      minimumLength: z.number().int().min(1).default(20).register(meaning, {
        unit: 'characters',
        zh: '达到此字数的相同文字视为照抄，更短的由“六要素不全”提出',
        en: 'characters from which two equal texts are a copy; shorter ones are reported as incomplete',
      }),
    }),
    messages: {
      copied: {
        zh: '「{project}」与{otherUnit}「{other}」的“{element}”文字完全相同。',
        en: '"{element}" of "{project}" is word for word that of "{other}"{otherUnit}.',
        clears: {
          zh: '按「{project}」的实际情况改写“{element}”。',
          en: 'Write "{element}" of "{project}" anew, for this project.',
        },
      },
    },
  },

  *check({ dossiers, options }) {
    const forms = dossiers.flatMap((dossier) =>
      submissionsOf(dossier, exAnteAssessment)
        .filter(({ form }) => !form.classified && form.values.projectName !== null)
        .map(({ form, template }) => ({ unit: dossier.unit, form, titles: template.form })),
    );
    if (forms.length < 2) {
      yield notApplicable;
      return;
    }
    for (const element of sixElements) {
      const byText = groupBy(forms, ({ form }) => textOf(form, element));
      for (const one of forms) {
        const text = textOf(one.form, element);
        const project = projectOf(one.form);
        const alike = byText.get(text) ?? [];
        // Each unit is told of the other; of two projects of its own the later one is told.
        const other = alike.find(
          (candidate, index) =>
            (candidate.unit !== one.unit || index < alike.indexOf(one)) &&
            !isSameProject(projectOf(candidate.form), project),
        );
        if (other === undefined || [...text].length < options.minimumLength) {
          yield pass;
          continue;
        }
        const elsewhere = other.unit !== one.unit;
        yield {
          ...failAt(
            [placeOf(one.form, element), placeOf(other.form, element)],
            {
              message: 'copied',
              args: {
                project: project?.name ?? '',
                other: projectOf(other.form)?.name ?? '',
                otherUnit: elsewhere ? { zh: `${other.unit}的`, en: ` (${other.unit})` } : { zh: '', en: '' },
                element: one.titles[element].title,
              },
              measure: element,
            },
            project,
          ),
          unit: one.unit,
        };
      }
    }
  },
});

const sixElements = ['overview', 'policyBasis', 'need', 'feasibility', 'economy', 'goals'] as const;

function textOf(form: Row, element: string): string {
  const text = form.values[element];
  return typeof text === 'string' ? foldText(text) : '';
}
