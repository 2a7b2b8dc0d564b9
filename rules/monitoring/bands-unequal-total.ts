import { z } from 'zod';
import type { FactCode } from '../../pipeline/model/fact-indicators.ts';
import { factTerm } from '../../pipeline/model/fact-term.ts';
import { type Fact, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** MON-11: the projects the report counts by how far their goals are attained are all its projects. */
export const bandsUnequalTotal = defineRule({
  meta: {
    id: 'MON-11',
    name: 'bands-unequal-total',
    title: { zh: '分档项目数不等于项目总数', en: 'Projects by band do not add up to all' },
    group: 'monitoring',
    scope: 'unit',
    needs: ['T19'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告的写法（按目标实现程度分档列出项目数）',
      why: {
        zh: '各档项目数之和应等于项目总数，缺口说明有项目不在任何一档。',
        en: 'Bands that fall short of the total leave out projects that nobody speaks of.',
      },
    },
    options: z.object({}),
    messages: {
      bands: {
        zh: '按实现程度分档的项目合计 {sum} 个（{parts}），与项目总数 {total} 个不等，{gap}。',
        en: 'Projects by degree of attainment add up to {sum} ({parts}), not to {total}: {gap}.',
        clears: {
          zh: '补列其余各档（如 30%–50%）的项目数，使合计等于 {total} 个，或更正项目总数。',
          en: 'List the other bands (such as 30 to 50 %) so that they add up to {total}, or correct the total.',
        },
      },
      results: {
        zh: '实现目标与未完成目标的项目合计 {sum} 个（{parts}），与项目总数 {total} 个不等，{gap}。',
        en: 'Projects that met and missed their goals add up to {sum} ({parts}), not to {total}: {gap}.',
        clears: {
          zh: '更正实现目标或未完成目标的项目数，使合计等于 {total} 个，或更正项目总数。',
          en: 'Correct either count so that they add up to {total}, or correct the total.',
        },
      },
    },
  },

  *check({ dossier }) {
    const facts = factsOf(dossier);
    const totals = facts.filter(({ code }) => code === 'goals');
    if (totals.length === 0) yield notApplicable;
    for (const total of totals) {
      for (const [message, codes] of partitions) {
        const parts = facts.filter(
          ({ code, year }) => code !== null && codes.includes(code) && year === total.year,
        );
        // A single count is no partition.
        if (parts.length < 2) {
          yield notApplicable;
          continue;
        }
        const wanting = [total, ...parts].find((fact) => figureOf(fact) === null);
        if (wanting !== undefined) {
          yield undecidable(wanting.row, 'value');
          continue;
        }
        const sum = parts.reduce((all, part) => all + (figureOf(part) ?? 0), 0);
        const whole = figureOf(total) ?? 0;
        if (sum === whole) {
          yield pass;
          continue;
        }
        const gap = Math.abs(whole - sum);
        yield failAt(
          [...parts, total].map(({ row }) => placeOf(row, 'value')),
          {
            message,
            args: {
              sum,
              total: whole,
              parts: {
                zh: listed(parts),
                en: parts.map((part) => String(figureOf(part))).join(' + '),
              },
              gap:
                sum < whole
                  ? { zh: `缺 ${gap} 个`, en: `${gap} missing` }
                  : { zh: `多 ${gap} 个`, en: `${gap} too many` },
            },
            measure: message,
            value: String(sum),
            expected: String(whole),
            difference: String(sum - whole),
            trace: `${parts.map(factTerm).join(' + ')} = ${sum}`,
          },
        );
      }
    }
  },
});

/** Ways in which a report divides its projects, each whole. */
const partitions: readonly (readonly ['bands' | 'results', readonly FactCode[]])[] = [
  ['bands', ['goalsHalf', 'goals30To50', 'goalsBelow30', 'notStarted']],
  ['results', ['goalsMet', 'goalsMissed']],
];

function listed(parts: readonly Fact[]): string {
  return parts.map((part) => `${part.written} ${figureOf(part)}`).join('、');
}
