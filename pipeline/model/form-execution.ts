import type { Execution } from './execution.ts';
import { amountOf, type Row, unitOf } from './submission.ts';
import { notApplicable, undecidable, type Verdict } from './verdict.ts';

/**
 * The money of a monitoring form's row of funds (T02, T04): spending to date over the revised budget, or the original
 * one where nothing was revised. A verdict where there is no rate to judge.
 */
export function formExecution(row: Row): Execution | Verdict {
  if (row.classified) return notApplicable;
  const budgetField = amountOf(row, 'adjustedBudget') === null ? 'initialBudget' : 'adjustedBudget';
  const budget = amountOf(row, budgetField);
  const spent = amountOf(row, 'cumActual');
  if (budget === null || spent === null) return undecidable(row, budget === null ? budgetField : 'cumActual');
  if (budget <= 0) return notApplicable;
  return {
    row,
    budget,
    spent,
    released: null,
    rate: spent / budget,
    unit: unitOf(row, budgetField),
    budgetField,
    spentFields: ['cumActual'],
  };
}
