import { z } from 'zod';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { factsAbout, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import { minus } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** JZ-07: what is returned in the year was carried into it. */
export const nothingCarriedYetReturned = defineRule({
  meta: {
    id: 'JZ-07',
    name: 'nothing-carried-yet-returned',
    title: { zh: '预算结转为零却交回结余', en: 'Nothing carried over, yet a surplus returned' },
    group: 'carry-over',
    scope: 'unit',
    needs: ['T19'],
    severity: 'notice',
    basis: {
      source: '年度绩效管理自评报告复核中发现的情况（预算拨款结转为 0，年内交回结余资金）',
      why: {
        zh: '年内交回的结余来自上年结转或专户存款，预算中应有对应。',
        en: 'A surplus returned was carried over or held somewhere, and the budget should show it.',
      },
    },
    options: z.object({}),
    messages: {
      unexplained: {
        zh: '报告称{year}年预算结转为 0，但年内交回结余 {returned}，请说明资金来源。',
        en: 'The report gives nothing carried over into {year}, yet a surplus of {returned} was returned: where was it?',
        clears: {
          zh: '在报告中写明交回结余的来源（上年结转、专户存款等）。',
          en: 'The report says where the surplus was (carried over, special account).',
        },
      },
    },
  },

  *check({ dossier }) {
    const facts = factsOf(dossier);
    for (const returned of factsAbout(facts, 'surplusReturned')) {
      const carried = factsAbout(facts, 'carriedBudget', returned.year)[0];
      const figure = carried === undefined ? null : figureOf(carried);
      if (carried === undefined || figure === null || returned.fen === null) {
        yield notApplicable;
        continue;
      }
      if (figure !== 0 || returned.fen <= 0) {
        yield pass;
        continue;
      }
      yield failAt([placeOf(carried.row, 'value'), placeOf(returned.row, 'value')], {
        message: 'unexplained',
        args: { year: returned.year, returned: factFigure(returned) },
        measure: `T19 ${returned.year}`,
        value: factFigure(returned),
        expected: factFigure(carried),
        atStake: returned.fen,
        trace: `${factTerm(returned)} ${minus} ${factTerm(carried)}`,
      });
    }
  },
});
