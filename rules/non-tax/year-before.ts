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
 * The year before the planned one. A form that gives this year's forecast plans the next year; others plan this year.
 * Null when the sheet has neither column.
 */
export function yearBefore(row: Row): YearBefore | null {
  const { columns } = row.source;
  if (columns.has('thisForecast') && (amountOf(row, 'thisForecast') !== null || !columns.has('lastActual'))) {
    const name = { zh: '本年预计', en: 'forecast for this year' };
    return { field: 'thisForecast', name, fen: amountOf(row, 'thisForecast') };
  }
  if (!columns.has('lastActual')) return null;
  return { field: 'lastActual', name: { zh: '上年实际', en: 'last year' }, fen: amountOf(row, 'lastActual') };
}
