import type { Fact } from '../../model/facts.ts';
import { foldText } from '../../model/label.ts';
import type { Place } from '../../model/place.ts';
import { type Hundredths, hundredths } from '../../model/score.ts';
import { statedScore } from '../../model/self-evaluation.ts';
import { placeOf, type Submission } from '../../model/submission.ts';
import { type AnnexDesk, claims, type Section, sheetsOf } from './desk.ts';
import { type Computed, countLines, pieces } from './line.ts';

/** 事前评估和项目自评: how many forms (T05, T06), and the self-evaluations by band of score. */
export function evaluationsSection(desk: AnnexDesk): Section {
  const assessments = countOfForms(sheetsOf(desk, 'T05'), atField('projectName'));
  const bands = desk.facts.filter(({ code }) => code === 'evaluationBand');
  const totals = desk.facts.filter(({ code }) => code === 'selfEvaluated');
  const year = totals[0]?.year ?? bands[0]?.year ?? desk.year;
  const forms = sheetsOf(desk, 'T06').filter((form) => (statedYear(form) ?? year) === year);
  return {
    code: 'evaluations',
    title: { zh: '事前评估和项目自评', en: 'Ex-ante assessments and self-evaluations' },
    needs: ['T05', 'T06'],
    lines: [
      ...countLines(
        { zh: '事前绩效评估项目数（申报）', en: 'Ex-ante assessments handed in' },
        pieces,
        assessments,
        claims(desk, 'assessmentsRequested', desk.year),
      ),
      ...countLines(
        { zh: '事前绩效评估项目数（完成）', en: 'Ex-ante assessments done' },
        pieces,
        countOfForms(
          sheetsOf(desk, 'T05').filter(({ form }) => form.values.conclusion !== null),
          atField('conclusion'),
        ),
        claims(desk, 'assessmentsDone', desk.year),
      ),
      ...countLines(
        { zh: `${year}年自评项目数`, en: `Projects evaluated for ${year}` },
        pieces,
        countOfForms(forms, scoreCell),
        totals,
      ),
      ...bandsOf(bands).flatMap(({ name, fact, holds }) =>
        countLines(
          { zh: `${year}年自评：${name}`, en: `Evaluated for ${year}: ${name}` },
          pieces,
          forms.length === 0 ? null : countWithin(forms, holds),
          fact === null ? [] : [fact],
        ),
      ),
    ],
  };
}

type PlaceIn = (submission: Submission) => Place;

function atField(field: string): PlaceIn {
  return ({ form }) => placeOf(form, field);
}

/** The cell of the score in all. */
function scoreCell(submission: Submission): Place {
  const { row, field } = statedScore(submission);
  return placeOf(row, field);
}

function countOfForms(forms: readonly Submission[], placeIn: PlaceIn): Computed | null {
  if (forms.length === 0) return null;
  const where = forms.map(placeIn);
  return { value: forms.length, trace: `COUNT(${where[0]?.cell ?? ''}) = ${forms.length}`, where };
}

/** How many forms have a score within a band. */
function countWithin(forms: readonly Submission[], holds: Band['holds']): Computed {
  const within = forms.filter((form) => holds(statedScore(form).score));
  return (
    countOfForms(within, scoreCell) ?? {
      value: 0,
      trace: `0 / ${forms.length}`,
      where: forms.map(scoreCell),
    }
  );
}

/** The year that a form's title gives. */
function statedYear({ remarks }: Submission): number | null {
  for (const { text } of remarks) {
    const match = /((?:19|20)\d\d)年/.exec(foldText(text));
    if (match !== null) return Number(match[1]);
  }
  return null;
}

interface Band {
  readonly name: string;
  readonly fact: Fact | null;
  readonly holds: (score: Hundredths | null) => boolean;
}

/** The bands as the narrative draws them, else the customary ones. A band 以上 ends where full marks have their own. */
function bandsOf(facts: readonly Fact[]): readonly Band[] {
  const names =
    facts.length === 0
      ? ['满分', '95分以上', '90分至95分', '90分以下'].map((name) => ({ name: `${name}项目数`, fact: null }))
      : facts.map((fact) => ({ name: fact.written, fact }));
  const hasFull = names.some(({ name }) => /满分/.test(name));
  return names.map(({ name, fact }) => ({ name, fact, holds: rangeOf(foldText(name), hasFull) }));
}

function rangeOf(name: string, hasFull: boolean): Band['holds'] {
  const full = hundredths(100);
  const within = (low: number, high: number): Band['holds'] => {
    const [from, below] = [hundredths(low), hundredths(high)];
    return (score) => score !== null && score >= from && score < below;
  };
  if (/满分/.test(name)) return (score) => score !== null && score >= full;
  const [low, high] = [...name.matchAll(/(\d+(?:\.\d+)?)分/g)].map((match) => Number(match[1]));
  if (low !== undefined && high !== undefined) return within(low, high);
  if (low !== undefined && /以下|不足|低于/.test(name)) return within(0, low);
  return within(low ?? 0, hasFull ? 100 : 100.01);
}
