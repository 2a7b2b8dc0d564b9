import { type AmountUnit, type Fen, inUnit, percent, percentOf, roundedUp, unitWord } from './money.ts';
import { monthOf, type Period } from './period.ts';
import { type Figure, spendingOf } from './spending.ts';
import { type Row, unitOf } from './submission.ts';
import type { Text } from './text.ts';
import { type TimeProgress, timeWords } from './time-progress.ts';
import { term } from './trace.ts';
import { notApplicable, undecidable, type Verdict } from './verdict.ts';

/** A project whose execution rate can be judged: it has a budget, and what was spent is known. */
export interface Execution {
  readonly row: Row;
  readonly budget: Fen;
  readonly spent: Fen;
  /** Null when the sheet does not say, as in monitoring lists. */
  readonly released: Fen | null;
  /** Spent over budget. */
  readonly rate: number;
  readonly unit: AmountUnit;
  readonly budgetField: string;
  readonly spentFields: Figure['fields'];
}

/**
 * Reads the execution of a project's row; a verdict where there is nothing to judge. Without a budget there is no
 * rate, rather than a rate of zero: rule PRG-18 speaks of it.
 */
export function executionOf(row: Row, period: Period): Execution | Verdict {
  if (row.classified) return notApplicable;
  const { budget, released, spent } = spendingOf(row, period);
  const [budgetField] = budget.fields;
  if (budget.fen === null) return undecidable(row, budgetField);
  if (spent.fen === null) return undecidable(row, spent.fields[0]);
  if (budget.fen <= 0) return notApplicable;
  return {
    row,
    budget: budget.fen,
    spent: spent.fen,
    released: released.fen,
    rate: spent.fen / budget.fen,
    unit: unitOf(row, budgetField),
    budgetField,
    spentFields: spent.fields,
  };
}

/**
 * Whether spending waits for money that the finance side has not released: the budget is not fully released, and of
 * what was released at least the share `spentOfReleased` is spent.
 */
export function waitsForRelease({ budget, released, spent }: Execution, spentOfReleased: number): boolean {
  return released !== null && released < budget && spent >= spentOfReleased * released - 1e-6;
}

/** What messages about a project's progress say, whichever rule speaks. */
export function executionWords(execution: Execution, period: Period, timeProgress: TimeProgress) {
  const { budget, released, spent, unit } = execution;
  return {
    month: monthOf(period),
    unit,
    budget: inUnit(budget, unit),
    spent: inUnit(spent, unit),
    rate: percentOf(spent, budget),
    time: timeWords(timeProgress),
    release: released === null || released >= budget ? noText : partlyReleased(execution, released),
    waiting: released === null ? noText : waitingWords(execution, released),
    unreleased: inUnit(budget - (released ?? budget), unit),
  };
}

/** What clears a finding where spending waits for release; filled with `executionWords`. */
export const releaseTheRest: Text = {
  zh: '由财政端（或主管部门）下达其余 {unreleased} {unit}；单位只需在差异原因中注明资金未下达。',
  en: 'The finance side releases the remaining {unreleased} ({unit}); the unit only notes that the money was not released.',
};

/** The division behind an execution rate, with its cells: `Z6 36.00 ÷ J6 120.00 = 30.00%`. */
export function rateTrace({ row, budget, spent, budgetField, spentFields }: Execution): string {
  return `${term(row, spentFields, spent)} ÷ ${term(row, budgetField)} = ${percentOf(spent, budget)}`;
}

/** What is still to be spent to reach a share of the budget, as the beginning of what clears a finding. */
export function stillToSpend({ budget, spent, unit }: Execution, share: number): Text {
  const target = Math.min(roundedUp(share * budget, unit), budget);
  return {
    zh: `达到 ${percent(share)} 须累计支出 ${inUnit(target, unit)} ${unit}，还差 ${inUnit(target - spent, unit)} ${unit}；`,
    en: `${percent(share)} means ${inUnit(target, unit)} spent, ${inUnit(target - spent, unit)} more (${unitWord(unit, 'en')}). `,
  };
}

function partlyReleased({ budget, spent, unit }: Execution, released: Fen): Text {
  if (released === 0) return { zh: '；资金尚未下达', en: '; nothing has been released' };
  return {
    zh: `；已下达 ${inUnit(released, unit)} ${unit}（下达率 ${percentOf(released, budget)}），其中已支出 ${percentOf(spent, released)}`,
    en: `; ${inUnit(released, unit)} (${unitWord(unit, 'en')}) is released (${percentOf(released, budget)}), of which ${percentOf(spent, released)} is spent`,
  };
}

function waitingWords({ budget, spent, unit }: Execution, released: Fen): Text {
  if (released === 0) {
    return {
      zh: `预算 ${inUnit(budget, unit)} ${unit}的资金尚未下达`,
      en: `nothing of the budget of ${inUnit(budget, unit)} (${unitWord(unit, 'en')}) has been released`,
    };
  }
  return {
    zh: `预算 ${inUnit(budget, unit)} ${unit}只下达了 ${inUnit(released, unit)} ${unit}（下达率 ${percentOf(released, budget)}），已下达的已支出 ${percentOf(spent, released)}`,
    en: `only ${inUnit(released, unit)} of a budget of ${inUnit(budget, unit)} (${unitWord(unit, 'en')}) is released (${percentOf(released, budget)}), and ${percentOf(spent, released)} of that is spent`,
  };
}

const noText: Text = { zh: '', en: '' };
