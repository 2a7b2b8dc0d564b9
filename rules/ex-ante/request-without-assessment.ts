import { z } from 'zod';
import { submissionsOf } from '../../pipeline/model/dossier.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { foldedName } from '../../pipeline/model/project-key.ts';
import { projectRows } from '../../pipeline/model/spending-rows.ts';
import { amountOf, placeOf, projectOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { exAnteAssessment } from '../../pipeline/templates/t05-ex-ante-assessment.ts';
import { defineRule } from '../rule.ts';

/**
 * SQ-04: a project that its unit calls new has been assessed before it gets a budget. Judged only where the unit
 * handed in assessments at all: whether it owes any is the roster's word.
 */
export const requestWithoutAssessment = defineRule({
  meta: {
    id: 'SQ-04',
    name: 'request-without-assessment',
    title: { zh: '未经事前评估即安排预算', en: 'Budget without an assessment' },
    group: 'ex-ante',
    scope: 'unit',
    needs: ['T01', 'T05'],
    severity: 'error',
    basis: {
      source:
        '事前绩效评估管理办法的公开摘要（未开展评估或评估不通过的，不得安排预算）；“新增项目”按项目名称或备注中的“新增”字样认定，为本工具默认',
      why: {
        zh: '新增项目须先评估、后申报；只认单位自己标明“新增”的项目，且本期报送了事前评估表的单位才核对。',
        en: 'New projects are assessed first. Only those the unit itself marks as new are judged, and only where it handed in assessments.',
      },
    },
    options: z.object({}),
    messages: {
      missing: {
        zh: '「{project}」注明为新增项目，预算 {budget} {unit}，未见事前绩效评估表，不得安排预算。',
        en: '"{project}" is marked as new, with a budget of {budget} ({unit}), and has no ex-ante assessment.',
        clears: {
          zh: '补报「{project}」的事前绩效评估表；不是新增项目的，更正备注。',
          en: 'Hand in the assessment of "{project}"; where it is not new, correct the remark.',
        },
      },
    },
  },

  *check({ dossier }) {
    const assessed = new Set(
      submissionsOf(dossier, exAnteAssessment).flatMap(({ form }) =>
        form.values.projectName === null ? [] : [withoutMark(form.values.projectName)],
      ),
    );
    const rows = projectRows(dossier, 'T01');
    // Rows of one name are allotments of one project, which one assessment would do for.
    const byName = groupBy(rows, (row) => withoutMark(projectOf(row)?.name ?? ''));
    for (const row of rows) {
      const project = projectOf(row)?.name ?? null;
      if (assessed.size === 0 || row.classified || project === null || !isMarkedNew(row, project)) {
        yield notApplicable;
        continue;
      }
      const budget = amountOf(row, 'adjustedBudget');
      if (budget === null) {
        yield undecidable(row, 'adjustedBudget');
        continue;
      }
      if (budget <= 0) {
        yield notApplicable;
        continue;
      }
      if (assessed.has(withoutMark(project))) {
        yield pass;
        continue;
      }
      const allotments = (byName.get(withoutMark(project)) ?? []).filter((one) => {
        const own = one.classified ? null : amountOf(one, 'adjustedBudget');
        return own !== null && own > 0 && isMarkedNew(one, project);
      });
      if (allotments[0] !== row) {
        yield notApplicable;
        continue;
      }
      const all = sumUp(allotments, 'adjustedBudget');
      const unit = unitOf(row, 'adjustedBudget');
      yield failAt(
        [placeOf(row, 'projectName'), ...allotments.map((one) => placeOf(one, 'adjustedBudget'))],
        {
          message: 'missing',
          args: { project, budget: inUnit(all, unit), unit },
          value: inUnit(all, unit),
          atStake: all,
        },
        projectOf(row),
      );
    }
  },
});

/** 新增 as a mark: in brackets after the name, or as what the remark says; 新增耕地指标收益 is a name like any other. */
function isMarkedNew(row: Row, name: string): boolean {
  const { remark } = row.values;
  if (/[(（【[]新增(?:项目)?[)）】\]]/.test(name)) return true;
  return (
    typeof remark === 'string' &&
    /^(?:本年)?新增(?:项目)?(?:$|[，。；,;])|(?<!非|不是|不属于?|无|[上去前]年度?)新增项目/.test(
      remark.trim(),
    )
  );
}

function withoutMark(name: string): string {
  return foldedName(name.replace(/[(（【[]新增(?:项目)?[)）】\]]/g, ''));
}
