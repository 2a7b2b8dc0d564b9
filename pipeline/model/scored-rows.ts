import { foldText } from './label.ts';
import { type Hundredths, hundredths, scoreIn } from './score.ts';
import { evaluatedIndicators, fundsTotal, isStruckOut } from './self-evaluation.ts';
import type { Row, Submission } from './submission.ts';
import { textIn } from './text-in.ts';

/** The rows of a self-evaluation that carry points: execution and indicators of a project (T06), items of a unit (T07). */
export function scoredRows(submission: Submission): readonly Row[] {
  if (submission.form.classified) return [];
  const { funds, items } = submission.tables;
  if (items !== undefined) return items.rows.filter((row) => !row.classified && !isStruckOut(row));
  const total = funds === undefined ? null : fundsTotal(funds);
  return [...(total === null ? [] : [total]), ...evaluatedIndicators(submission)];
}

/** What a scored row is called in a sentence. */
export function scoredName(row: Row): string {
  for (const field of ['indicator', 'level2', 'level1', 'item']) {
    const name = textIn(row, field);
    if (name !== null) return name;
  }
  return row.label;
}

/**
 * Whether a row adds points beyond full marks or takes them off (加分, 扣分): its score has no range of its own. Its names
 * say it; standard and remark only where it has no points of its own, for most standards say what is deducted.
 */
export function isExtra(row: Row): 'bonus' | 'deduction' | null {
  const hasPoints = (scoreIn(row, 'weight') ?? 0) > 0;
  const fields = [...['level1', 'level2', 'indicator'], ...(hasPoints ? [] : ['standard', 'remark'])];
  const words = fields.map((field) => foldText(textIn(row, field) ?? '')).join(' ');
  if (/加分|改革创新/.test(words)) return 'bonus';
  return /扣分项|减分|负向加分|存在问题|\(扣分\)/.test(words) ? 'deduction' : null;
}

/**
 * What the scores of rows come to: as written, and with deductions that were written without their sign taken off. Added
 * up before they are rounded: three times 8.333 is 25.
 */
export function sumsOfScores(rows: readonly Row[]): readonly [Hundredths, Hundredths] {
  const written = rows.map((row) => exactIn(row, 'score'));
  const signed = rows.map((row, index) =>
    isExtra(row) === 'deduction' ? -Math.abs(written[index] ?? 0) : (written[index] ?? 0),
  );
  return [hundredths(sum(written)), hundredths(sum(signed))];
}

/** What the points of rows come to: of all of them, and without those beyond full marks. */
export function sumsOfWeights(rows: readonly Row[]): readonly [Hundredths, Hundredths] {
  const within = rows.filter((row) => isExtra(row) === null);
  const total = (some: readonly Row[]) => hundredths(sum(some.map((row) => exactIn(row, 'weight'))));
  return [total(rows), total(within)];
}

function exactIn(row: Row, field: 'score' | 'weight'): number {
  const value = row.values[field];
  return typeof value === 'number' ? value : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
