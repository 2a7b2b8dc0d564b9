import { z } from 'zod';
import { type Fact, figureOf } from '../../pipeline/model/facts.ts';
import { reportFacts } from '../../pipeline/model/report-facts.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** SQ-06: as many projects are assessed as the report says were applied for. */
export const assessmentCounts = defineRule({
  meta: {
    id: 'SQ-06',
    name: 'assessment-counts',
    title: { zh: '事前评估数与申报数不符', en: 'Assessments disagree with applications' },
    group: 'ex-ante',
    scope: 'unit',
    needs: ['T19'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中事前绩效评估两处数字的对照',
      why: {
        zh: '申报的项目都应事前评估，两数不同的须说明口径（如是否含追加）。',
        en: 'Every project applied for is assessed beforehand; where the numbers differ, say what each counts.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '报告称申报事前评估 {requested} 个项目，完成评估 {done} 个，相差 {difference} 个。',
        en: 'The report speaks of {requested} projects applied for and {done} assessed: {difference} apart.',
        clears: {
          zh: '将两数核对一致，或说明各自口径（年度、是否含追加），并列出相差的 {difference} 个项目。',
          en: 'Make the numbers agree, or say what each counts and name what lies between them ({difference}).',
        },
      },
    },
  },

  *check({ dossier }) {
    const [requested] = reportFacts(dossier, 'assessmentsRequested').filter(isCounted);
    const [done] = reportFacts(dossier, 'assessmentsDone').filter(isCounted);
    if (requested === undefined || done === undefined) {
      yield notApplicable;
      return;
    }
    const [asked, assessed] = [figureOf(requested) ?? 0, figureOf(done) ?? 0];
    const gap = assessed - asked;
    if (gap === 0) {
      yield pass;
      return;
    }
    yield failAt([placeOf(done.row, 'value'), placeOf(requested.row, 'value')], {
      message: 'differs',
      args: { requested: asked, done: assessed, difference: Math.abs(gap) },
      value: String(assessed),
      expected: String(asked),
      difference: String(gap),
    });
  },
});

/** Whether a claim says how many: 无 is none. */
function isCounted(fact: Fact): boolean {
  return figureOf(fact) !== null;
}
