import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import type { FactCode } from '../../pipeline/model/fact-indicators.ts';
import { type Fact, factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { type Hundredths, hundredths, inferredBase, scoreIn, scoreText } from '../../pipeline/model/score.ts';
import { sumsOfScores } from '../../pipeline/model/scored-rows.ts';
import { isStruckOut } from '../../pipeline/model/self-evaluation.ts';
import { placeOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/**
 * ZP-13: a department's score is the sum of its items, and the scaled score is that sum over the full marks that apply.
 * The scoring sheet (T07) says so; where it leaves something out, the report's own figures (T19) do.
 */
export const departmentScoreWrong = defineRule({
  meta: {
    id: 'ZP-13',
    name: 'department-score-wrong',
    title: { zh: '部门考核得分合计或换算有误', en: 'Department score does not add up or scale' },
    group: 'self-evaluation',
    scope: 'unit',
    needs: ['T07', 'T19'],
    severity: 'error',
    basis: {
      source:
        '年度绩效管理自评报告中考核得分、各部分得分与换算得分的关系；允许误差为本工具默认（可在参数中调整）',
      why: {
        zh: '考核得分是各部分得分之和，换算得分按剔除不涉及项后的满分基数折算，基数须写明。',
        en: 'The score is the sum of its sections; the scaled score divides it by the full marks that apply, which must be stated.',
      },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.01).register(meaning, {
        unit: 'score',
        zh: '填报得分与计算得分允许的差',
        en: 'points by which stated and computed scores may differ',
      }),
    }),
    messages: {
      sum: {
        zh: '考核得分 {raw} 不等于各部分得分之和 {sum}，差 {difference}。',
        en: 'The score is {raw}, its sections add up to {sum}: a difference of {difference}.',
        clears: {
          zh: '将考核得分改为 {sum}，或更正各部分得分。',
          en: 'Change the score to {sum}, or correct the sections.',
        },
      },
      scaled: {
        zh: '换算得分 {scaled}，按 {raw} ÷ {base} × 100 应为 {expected}，差 {difference}。',
        en: 'The scaled score is {scaled}; {raw} of {base} times 100 is {expected}: a difference of {difference}.',
        clears: {
          zh: '将换算得分改为 {expected}，或更正满分基数。',
          en: 'Change the scaled score to {expected}, or correct the full marks.',
        },
      },
      noBase: {
        zh: '考核得分 {raw}，换算得分 {scaled}，换算基数未注明（推算为 {base}）。',
        en: 'A score of {raw} is scaled to {scaled}, but the full marks behind it are not stated (inferred: {base}).',
        clears: {
          zh: '注明满分基数（如 {base}）及剔除的不涉及项。',
          en: 'State the full marks (such as {base}) and the items left out.',
        },
      },
    },
  },

  *check({ dossier, options }) {
    const { raw, base, scaled, sections } = scoresOf(dossier);
    const limit = options.tolerance * 100 + 1e-6;
    if (sections.wanting !== null) yield undecidable(sections.wanting, 'score');
    else if (sections.parts.length > 0 && raw === null) {
      const sheet = dossier.submissions.find(({ template }) => template.id === 'T07');
      yield sheet === undefined ? notApplicable : undecidable(sheet.form, 'rawScore');
    } else if (sections.parts.length > 0 && raw !== null) {
      const [sum] = sections.sums;
      if (sections.sums.some((one) => Math.abs(one - raw.score) <= limit)) yield pass;
      else {
        yield failAt([raw.place, ...sections.parts.map(({ place }) => place)], {
          message: 'sum',
          args: { raw: scoreText(raw.score), sum: scoreText(sum), difference: scoreText(raw.score - sum) },
          measure: 'sum',
          value: scoreText(raw.score),
          expected: scoreText(sum),
          difference: scoreText(raw.score - sum),
          tolerance: String(options.tolerance),
          trace: `${sections.parts.map(({ score, place }) => `${place.cell ?? ''} ${scoreText(score)}`).join(' + ')} = ${scoreText(sum)}`,
        });
      }
    }
    if (raw === null || scaled === null || scaled.score <= 0) {
      yield notApplicable;
      return;
    }
    // A scaled score that is the score itself was not scaled.
    if (base === null && raw.score === scaled.score) {
      yield pass;
      return;
    }
    if (base === null) {
      const inferred = inferredBase(raw.score, scaled.score, limit);
      yield failAt([scaled.place, raw.place], {
        message: 'noBase',
        args: { raw: scoreText(raw.score), scaled: scoreText(scaled.score), base: inferred },
        severity: 'notice',
        measure: 'base',
        value: scoreText(scaled.score),
        trace: `${scoreText(raw.score)} ÷ ${scoreText(scaled.score)} × 100 = ${inferred}`,
      });
      return;
    }
    if (base.score <= 0) {
      yield notApplicable;
      return;
    }
    const exact = (raw.score * 100_00) / base.score;
    if (Math.abs(exact - scaled.score) <= limit) {
      yield pass;
      return;
    }
    const expected = hundredths(exact / 100 + 1e-9);
    yield failAt([scaled.place, raw.place, base.place], {
      message: 'scaled',
      args: {
        scaled: scoreText(scaled.score),
        raw: scoreText(raw.score),
        base: scoreText(base.score),
        expected: scoreText(expected),
        difference: scoreText(scaled.score - expected),
      },
      measure: 'scaled',
      value: scoreText(scaled.score),
      expected: scoreText(expected),
      difference: scoreText(scaled.score - expected),
      tolerance: String(options.tolerance),
      trace: `${scoreText(raw.score)} ÷ ${scoreText(base.score)} × 100 = ${scoreText(expected)}`,
    });
  },
});

interface Scored {
  readonly score: Hundredths;
  readonly place: Place;
}

interface Sections {
  readonly parts: readonly Scored[];
  /** As written, and with deductions that were written without their sign taken off. */
  readonly sums: readonly [Hundredths, Hundredths];
  /** A row whose score is wanting; null when all are there. */
  readonly wanting: Row | null;
}

function scoresOf(dossier: Dossier) {
  const sheet = dossier.submissions.find(({ template }) => template.id === 'T07');
  const facts = factsOf(dossier);
  const own = (field: string): Scored | null => {
    const score = sheet === undefined ? null : scoreIn(sheet.form, field);
    return sheet === undefined || score === null ? null : { score, place: placeOf(sheet.form, field) };
  };
  const items = sheet?.tables.items?.rows ?? [];
  return {
    raw: own('rawScore') ?? totalOf(sheet?.tables.items?.totals ?? []) ?? stated(facts, 'score'),
    base: own('base') ?? stated(facts, 'scoreBase'),
    scaled: own('scaledScore') ?? stated(facts, 'scaledScore'),
    sections: items.length > 0 ? sectionsOf(items) : claimedSections(facts),
  };
}

/** The score of the 合计 row, where the sheet states its score nowhere else. */
function totalOf(totals: readonly Row[]): Scored | null {
  const row = totals.at(-1);
  const score = row === undefined ? null : scoreIn(row, 'score');
  return row === undefined || score === null ? null : { score, place: placeOf(row, 'score') };
}

function sectionsOf(items: readonly Row[]): Sections {
  const rows = items.filter((row) => !isStruckOut(row));
  // A classified item is in the total, and what it scored cannot be told.
  if (rows.some(({ classified }) => classified)) return { parts: [], sums: [0, 0], wanting: null };
  const parts = rows.flatMap((row) => {
    const score = scoreIn(row, 'score');
    return score === null ? [] : [{ score, place: placeOf(row, 'score') }];
  });
  return {
    parts,
    sums: sumsOfScores(rows),
    wanting: rows.find((row) => scoreIn(row, 'score') === null) ?? null,
  };
}

/** A report that gives the score of one section alone gives no sum. */
function claimedSections(facts: readonly Fact[]): Sections {
  const parts = factsAbout(facts, 'sectionScore').flatMap(({ row, number }) =>
    number === null ? [] : [{ score: hundredths(number), place: placeOf(row, 'value') }],
  );
  const sum = parts.reduce((all, { score }) => all + score, 0);
  return { parts: parts.length > 1 ? parts : [], sums: [sum, sum], wanting: null };
}

function stated(facts: readonly Fact[], code: FactCode): Scored | null {
  const fact = factsAbout(facts, code).find(({ number }) => number !== null);
  return fact === undefined
    ? null
    : { score: hundredths(fact.number ?? 0), place: placeOf(fact.row, 'value') };
}
