import { meetsTarget, type NumericIndicator, numericIndicator } from './indicator.ts';
import { foldText } from './label.ts';
import { measureIn } from './measure-in.ts';
import { type Hundredths, hundredths, scoreIn } from './score.ts';
import { placeOf, type Row, type Submission, type Table } from './submission.ts';
import { textIn } from './text-in.ts';
import { notApplicable, undecidable, undecidableAt, type Verdict } from './verdict.ts';

/**
 * The row of a form's funds that carries the whole: 年度资金总额, 资金总额, 合计. A single row without a name is it too;
 * null where no row is.
 */
export function fundsTotal(funds: Table): Row | null {
  const rows = [...funds.rows, ...funds.totals];
  const named = rows.find((row) => {
    const words = foldText(textIn(row, 'item') ?? row.label);
    return /总额|合计|总计|资金总/.test(words) && !words.startsWith('其中');
  });
  const [only] = rows;
  return named ?? (rows.length === 1 && only !== undefined ? only : null);
}

/**
 * The indicators of a self-evaluation (T06), without classified ones and those that are struck out; none where the whole
 * form is classified.
 */
export function evaluatedIndicators({ form, tables }: Submission): readonly Row[] {
  if (form.classified) return [];
  return (tables.indicators?.rows ?? []).filter((row) => !row.classified && !isStruckOut(row));
}

/** Whether a row has a stroke for its points and one for its score: it is not scored at all. */
export function isStruckOut({ gaps }: Row): boolean {
  return gaps.weight === 'placeholder' && gaps.score === 'placeholder';
}

/** What an evaluation says it scores in all, and in which cell; a score of null where it says nothing. */
export interface StatedScore {
  readonly row: Row;
  readonly field: string;
  readonly score: Hundredths | null;
}

/**
 * The score of an evaluation as stated: on its form (a department's scaled one first), else in the 合计 row of its points.
 * That of a project (T06) counts the points for execution only where it comes to full marks.
 */
export function statedScore({ form, tables, template }: Submission): StatedScore {
  const fields = ['totalScore', 'scaledScore', 'rawScore'].filter((field) => field in form.source.fields);
  for (const field of fields) {
    const score = scoreIn(form, field);
    if (score !== null) return { row: form, field, score };
  }
  const total = (tables.indicators ?? tables.items)?.totals.find((row) => {
    const weight = scoreIn(row, 'weight');
    const isWhole = template.id !== 'T06' || weight === null || weight === hundredths(100);
    return isWhole && scoreIn(row, 'score') !== null;
  });
  return total === undefined
    ? { row: form, field: fields.at(-1) ?? '', score: null }
    : { row: total, field: 'score', score: scoreIn(total, 'score') };
}

/**
 * The points for execution: as the form says in a cell or in a heading (预算执行情况（20分）, 得分（20分*执行率）), or the
 * customary ones where it says none.
 */
export function executionWeight(total: Row | null, customary: number): Hundredths {
  const stated = total === null ? null : (scoreIn(total, 'weight') ?? pointsInHeading(total));
  return stated ?? hundredths(customary);
}

function pointsInHeading({ source }: Row): Hundredths | null {
  for (const field of ['item', 'score']) {
    const points = /\((\d{1,2})分/.exec(foldText(source.columns.get(field)?.heading ?? ''))?.[1];
    if (points !== undefined) return hundredths(Number(points));
  }
  return null;
}

/** An indicator with a number to reach, and one that was reached. */
export interface AttainedIndicator extends NumericIndicator {
  readonly actual: number;
}

/** Reads an indicator with what came of it; a verdict where there is no number: words for a result are ZP-15's to tell. */
export function attainedIndicator(row: Row): AttainedIndicator | Verdict {
  const indicator = numericIndicator(row);
  const result = measureIn(row, 'actual');
  // A number without what was to be reached cannot be judged; words need no target in numbers.
  const isTargetWanting = measureIn(row, 'target') === null && typeof result?.number === 'number';
  if (indicator === null) return isTargetWanting ? undecidable(row, 'target') : notApplicable;
  if (result === null) return undecidable(row, 'actual');
  if (result.number === null) return notApplicable;
  const { actual } = indicator;
  return actual === null ? undecidableAt(placeOf(row, 'actual'), 'unreadable') : { ...indicator, actual };
}

/** An indicator whose points can be judged against its target; null where weight or score is wanting or out of range. */
export interface ScoredIndicator extends AttainedIndicator {
  readonly weight: Hundredths;
  readonly score: Hundredths;
}

/**
 * Reads a scored indicator with a number to reach. A verdict where it cannot be judged: words for a result (ZP-15) and
 * points out of range (ZP-03) are other rules' to tell.
 */
export function scoredIndicator(row: Row): ScoredIndicator | Verdict {
  const indicator = attainedIndicator(row);
  if ('outcome' in indicator) return indicator;
  const weight = scoreIn(row, 'weight');
  const score = scoreIn(row, 'score');
  if (weight === null || score === null) return undecidable(row, weight === null ? 'weight' : 'score');
  if (weight <= 0 || score < 0 || score > weight) return notApplicable;
  return { ...indicator, weight, score };
}

/** Whether an indicator got all its points though it misses its target: what ZP-10 reports. */
export function isFullThoughMissed(indicator: ScoredIndicator): boolean {
  return indicator.score === indicator.weight && !meetsTarget(indicator, indicator.actual);
}
