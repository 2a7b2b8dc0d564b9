import { foldText } from './label.ts';
import { textIn } from './project-tables.ts';
import { evaluatedIndicators, fundsTotal } from './self-evaluation.ts';
import type { Row, Submission } from './submission.ts';

/** The rows of a self-evaluation that carry points: execution and indicators of a project (T06), items of a unit (T07). */
export function scoredRows(submission: Submission): readonly Row[] {
  if (submission.form.classified) return [];
  const { funds, items } = submission.tables;
  if (items !== undefined) return items.rows.filter((row) => !row.classified);
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

/** Whether a row adds points beyond full marks or takes them off (加分, 扣分): its score has no range of its own. */
export function isExtra(row: Row): 'bonus' | 'deduction' | null {
  const words = ['level1', 'level2', 'indicator', 'standard', 'remark']
    .map((field) => foldText(textIn(row, field) ?? ''))
    .join(' ');
  if (/加分|改革创新/.test(words)) return 'bonus';
  return /扣分项|减分|负向加分|存在问题|\(扣分\)/.test(words) ? 'deduction' : null;
}
