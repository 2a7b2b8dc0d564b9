import type { Fen } from '../../pipeline/model/money.ts';
import { amountOf, type Row } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';

/** The figure a plan is measured by. */
export interface YearBefore {
  readonly field: 'thisForecast' | 'lastActual';
  readonly name: Text;
  /** Null when its cell has no value. */
  readonly fen: Fen | null;
}

/**
 * The year before the planned one. A form that gives this year's forecast plans the next year, unless its headings say
 * that plan and forecast are of one year (本年预计, 本年计划); others plan this year. Null when the sheet has no year before.
 */
export function yearBefore(row: Row): YearBefore | null {
  const { columns } = row.source;
  const plansNextYear = columns.has('thisForecast') && !isOfOneYear(row);
  if (plansNextYear && (amountOf(row, 'thisForecast') !== null || !columns.has('lastActual'))) {
    const name = { zh: '本年预计', en: 'forecast for this year' };
    return { field: 'thisForecast', name, fen: amountOf(row, 'thisForecast') };
  }
  if (!columns.has('lastActual')) return null;
  return { field: 'lastActual', name: { zh: '上年实际', en: 'last year' }, fen: amountOf(row, 'lastActual') };
}

function isOfOneYear({ source: { columns } }: Row): boolean {
  const [plan, forecast] = ['plan', 'thisForecast'].map((field) => yearIn(columns.get(field)?.heading ?? ''));
  return plan !== null && plan === forecast;
}

/** Whether the headings say that the plan is of a later year than what was collected: 2024年计划 beside 2023年1-9月. */
export function plansLaterYear({ source: { columns } }: Row): boolean {
  const [plan = '', collected = ''] = ['plan', 'collected'].map((field) => columns.get(field)?.heading);
  const [planned, past] = [plan, collected].map((heading) => Number(/\d{4}(?=年)/.exec(heading)?.[0]));
  // A heading without a year is no number, and later than none.
  return /^下年/.test(plan) || Number(planned) > Number(past);
}

/** The year a heading names: 2024 of 2024年计划, 本年 of 本年计划 or 年初计划; null where it names none. */
function yearIn(heading: string): string | null {
  const word = /\d{4}(?=年)|本年|今年|当年|年初|全年/.exec(heading)?.[0];
  return word === undefined ? null : /\d/.test(word) ? word : '本年';
}
