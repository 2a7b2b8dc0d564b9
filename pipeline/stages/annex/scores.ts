import { type Fact, factsAbout } from '../../model/facts.ts';
import { groupBy } from '../../model/group-by.ts';
import { foldText } from '../../model/label.ts';
import { hundredths, inferredBase, scoreIn, scoreText } from '../../model/score.ts';
import { placeOf, type Row } from '../../model/submission.ts';
import { textIn } from '../../model/text-in.ts';
import { type AnnexDesk, type Section, sheetsOf } from './desk.ts';
import { type Computed, scoreLines } from './line.ts';

/** 考核得分: the score of every section, their sum, the full marks and the scaled score (T07). */
export function scoresSection(desk: AnnexDesk): Section {
  const [sheet] = sheetsOf(desk, 'T07');
  const rows = (sheet?.tables.items?.rows ?? []).filter(({ classified }) => !classified);
  const sections = [...groupBy(rows, (row) => textIn(row, 'level1') ?? textIn(row, 'indicator') ?? '')];
  const raw = sumOfScores(rows);
  const about = (code: 'score' | 'scoreBase' | 'scaledScore') => factsAbout(desk.facts, code);
  const form = sheet?.form ?? null;
  const base = baseOf(form, raw, about('scaledScore'));
  const isInferred = base !== null && form !== null && scoreIn(form, 'base') === null;
  return {
    code: 'scores',
    title: { zh: '考核得分', en: 'Scores of the assessment' },
    needs: ['T07'],
    lines: [
      ...sections.flatMap(([name, own]) =>
        scoreLines(
          { zh: `${name}得分`, en: `Score: ${name}` },
          sumOfScores(own),
          factsAbout(desk.facts, 'sectionScore').filter(({ kind }) => isSameSection(kind, name)),
        ),
      ),
      ...scoreLines({ zh: '考核得分合计', en: 'Score in all' }, raw, about('score')),
      ...scoreLines(
        { zh: '考核满分基数', en: 'Full marks' },
        base,
        about('scoreBase'),
        isInferred
          ? {
              note: {
                zh: '自评表未注明满分基数，按换算得分推算；请注明剔除的不涉及项。',
                en: 'Not stated; inferred from the scaled score. The items left out should be named.',
              },
            }
          : {},
      ),
      ...scoreLines({ zh: '换算得分', en: 'Scaled score' }, scaled(raw, base), about('scaledScore')),
    ],
  };
}

function sumOfScores(rows: readonly Row[]): Computed | null {
  const scored = rows.filter((row) => scoreIn(row, 'score') !== null);
  if (scored.length === 0) return null;
  const terms = scored.map(
    (row) => `${placeOf(row, 'score').cell ?? ''} ${scoreText(scoreIn(row, 'score') ?? 0)}`,
  );
  const value = scored.reduce((all, row) => all + (scoreIn(row, 'score') ?? 0), 0);
  return {
    value,
    trace: scored.length === 1 ? (terms[0] ?? '') : `${terms.join(' + ')} = ${scoreText(value)}`,
    where: scored.map((row) => placeOf(row, 'score')),
  };
}

/** The full marks as the form states them; else those that make the scaled score out of the raw one. */
function baseOf(form: Row | null, raw: Computed | null, scaledFacts: readonly Fact[]): Computed | null {
  if (form === null) return null;
  const stated = scoreIn(form, 'base');
  if (stated !== null)
    return {
      value: stated,
      trace: `${placeOf(form, 'base').cell ?? ''} ${scoreText(stated)}`,
      where: [placeOf(form, 'base')],
    };
  const own = scoreIn(form, 'scaledScore');
  const claimed = scaledFacts.find(({ number }) => number !== null);
  const result = own ?? (claimed === undefined ? null : hundredths(claimed.number ?? 0));
  const place = own !== null ? placeOf(form, 'scaledScore') : claimed && placeOf(claimed.row, 'value');
  if (raw === null || result === null || result <= 0 || place === undefined) return null;
  const base = inferredBase(raw.value, result, 1);
  return {
    value: hundredths(Number(base)),
    trace: `${scoreText(raw.value)} ÷ ${scoreText(result)} × 100 = ${base}`,
    where: [place],
  };
}

function scaled(raw: Computed | null, base: Computed | null): Computed | null {
  if (raw === null || base === null || base.value <= 0) return null;
  const value = Math.floor((raw.value * 100_00) / base.value + 0.5 + 1e-9);
  return {
    value,
    trace: `${scoreText(raw.value)} ÷ ${scoreText(base.value)} × 100 = ${scoreText(value)}`,
    where: [...raw.where.slice(0, 1), ...base.where],
  };
}

/** 预算编制 in 预算编制得分 and the section 预算编制管理 are one. */
function isSameSection(kind: string, section: string): boolean {
  const plain = (words: string) => foldText(words).replace(/(?:管理|情况|工作|方面)+$/, '');
  return plain(kind) === plain(section);
}
