import { z } from 'zod';
import { bandOfWords, indicatorName, numericIndicator } from '../../pipeline/model/indicator.ts';
import { measureIn } from '../../pipeline/model/measure-in.ts';
import { type Hundredths, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { evaluatedIndicators } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZP-07: the points of an indicator in words lie in the band of those words. */
export const qualitativeScoreBand = defineRule({
  meta: {
    id: 'ZP-07',
    name: 'qualitative-score-band',
    title: { zh: '定性指标得分不在档内', en: 'Score of a qualitative indicator outside its band' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'warning',
    basis: {
      source:
        '财预〔2020〕10号的通行做法（达成 100%–80%（含）、部分达成 80%–60%（含）、未达成 60%–0%）；湖北公开做法为 80%、50%',
      why: {
        zh: '定性指标按达成、部分达成、未达成三档记分，得分应与所填完成情况一致。',
        en: 'Indicators in words are scored in three bands; the points follow from the words.',
      },
    },
    options: z
      .object({
        reachedFrom: z.number().min(0).max(1).default(0.8).register(meaning, {
          unit: 'share',
          zh: '得分占分值达到此值，属“达到”档',
          en: 'share of the points from which an indicator counts as reached',
        }),
        partlyFrom: z.number().min(0).max(1).default(0.6).register(meaning, {
          unit: 'share',
          zh: '得分占分值达到此值，属“部分达到”档',
          en: 'share of the points from which an indicator counts as reached in part',
        }),
      })
      .check(rising('partlyFrom', 'reachedFrom')),
    messages: {
      outside: {
        zh: '「{indicator}」完成情况“{actual}”属“{band}”档，得分应在 {range}，自评 {score}。',
        en: '"{indicator}" is given as "{actual}": {band}, which earns {range} points, not {score}.',
        clears: {
          zh: '将得分改到 {range}，或按实际更正完成情况。',
          en: 'Score it {range}, or correct the result.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of evaluatedIndicators(submission)) {
      const target = measureIn(row, 'target');
      const result = measureIn(row, 'actual');
      if (target === null || numericIndicator(row) !== null) {
        yield notApplicable;
        continue;
      }
      if (result === null) {
        yield undecidable(row, 'actual');
        continue;
      }
      // 完成80% gives a share, not a band.
      const said = /\d\s*[%％]/.test(result.text) ? null : bandOfWords(result.text);
      // 基本达成 is given the first band by some offices and the second by others.
      const band = said === 'reached' && /基本/.test(result.text) ? 'largely' : said;
      const weight = scoreIn(row, 'weight');
      const score = scoreIn(row, 'score');
      if (band === null) {
        yield notApplicable;
        continue;
      }
      if (weight === null || score === null) {
        yield undecidable(row, weight === null ? 'weight' : 'score');
        continue;
      }
      // Points out of range are ZP-03's.
      if (weight <= 0 || score < 0 || score > weight) {
        yield notApplicable;
        continue;
      }
      const [from, to] = {
        reached: [options.reachedFrom, null],
        largely: [options.partlyFrom, null],
        partly: [options.partlyFrom, options.reachedFrom],
        missed: [0, options.partlyFrom],
      }[band];
      const lowest = (from ?? 0) * weight;
      const isInside =
        score >= lowest - 1e-6 && (to === null || to === undefined || score < to * weight - 1e-6);
      if (isInside) {
        yield pass;
        continue;
      }
      yield failAt(
        [placeOf(row, 'score'), placeOf(row, 'actual')],
        {
          message: 'outside',
          args: {
            indicator: indicatorName(row),
            actual: result.text,
            band: bandNames[band],
            range: rangeOf(lowest, to === null || to === undefined ? null : to * weight, weight),
            score: scoreText(score),
          },
          measure: indicatorName(row),
          value: scoreText(score),
          expected: rangeOf(lowest, to === null || to === undefined ? null : to * weight, weight).zh,
        },
        projectOf(submission.form),
      );
    }
  },
});

/** The upper end of a lower band belongs to the band above it. */
function rangeOf(from: number, below: number | null, weight: Hundredths) {
  const low = scoreText(from);
  if (below === null) return { zh: `${low}–${scoreText(weight)}`, en: `${low} to ${scoreText(weight)}` };
  return { zh: `${low}–${scoreText(below)}（不含）`, en: `${low} to below ${scoreText(below)}` };
}

const bandNames = {
  reached: { zh: '达成', en: 'reached' },
  largely: { zh: '基本达成', en: 'reached by and large' },
  partly: { zh: '部分达成', en: 'reached in part' },
  missed: { zh: '未达成', en: 'missed' },
};
