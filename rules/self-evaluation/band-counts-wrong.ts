import { z } from 'zod';
import { factTerm } from '../../pipeline/model/fact-term.ts';
import { factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZP-16: the projects the report counts by band of score are all the projects it evaluated. */
export const bandCountsWrong = defineRule({
  meta: {
    id: 'ZP-16',
    name: 'band-counts-wrong',
    title: { zh: '各分数档项目数之和不等于自评项目数', en: 'Projects by band of score do not add up' },
    group: 'self-evaluation',
    scope: 'unit',
    needs: ['T19'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告的写法（共自评N个项目，按满分、95分以上等分档列出个数）',
      why: {
        zh: '各档个数之和应等于自评项目数。',
        en: 'Bands that do not add up leave projects out or count them twice.',
      },
    },
    options: z.object({}),
    messages: {
      sum: {
        zh: '各档项目数合计 {sum}（{parts}），不等于自评项目数 {total}。',
        en: 'Projects by band of score add up to {sum} ({parts}), not to the {total} evaluated.',
        clears: {
          zh: '更正各档项目数，使合计等于 {total}，或将自评项目数改为 {sum}。',
          en: 'Correct the bands to add up to {total}, or change the number evaluated to {sum}.',
        },
      },
    },
  },

  *check({ dossier }) {
    const facts = factsOf(dossier);
    const totals = facts.filter(({ code }) => code === 'selfEvaluated');
    if (totals.length === 0) yield notApplicable;
    for (const total of totals) {
      const bands = facts.filter(({ code, year }) => code === 'evaluationBand' && year === total.year);
      if (bands.length < 2) {
        yield notApplicable;
        continue;
      }
      const wanting = [total, ...bands].find((fact) => figureOf(fact) === null);
      if (wanting !== undefined) {
        yield undecidable(wanting.row, 'value');
        continue;
      }
      const sum = bands.reduce((all, band) => all + (figureOf(band) ?? 0), 0);
      const whole = figureOf(total) ?? 0;
      if (sum === whole) {
        yield pass;
        continue;
      }
      yield failAt(
        [total, ...bands].map(({ row }) => placeOf(row, 'value')),
        {
          message: 'sum',
          args: {
            sum,
            total: whole,
            parts: {
              zh: bands.map((band) => `${band.written} ${figureOf(band)}`).join('、'),
              en: bands.map((band) => String(figureOf(band))).join(' + '),
            },
          },
          value: String(sum),
          expected: String(whole),
          difference: String(sum - whole),
          trace: `${bands.map(factTerm).join(' + ')} = ${sum}`,
        },
      );
    }
  },
});
