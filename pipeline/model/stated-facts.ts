import type { Dossier } from './dossier.ts';
import { foldText } from './label.ts';
import { measureIn } from './measure-in.ts';
import { yearOf } from './period.ts';
import type { Row } from './submission.ts';
import type { Measure } from './template.ts';

/** A figure that the narrative of the annual report states, as its T19 records it. */
export interface StatedFact {
  readonly row: Row;
  readonly value: Measure;
}

/**
 * What a unit's T19 states under one of several names, for the year of the dossier or without a year; facts without a
 * value are left out. Names are compared without spaces, quotes and brackets.
 */
export function statedFacts(dossier: Dossier, names: readonly string[]): readonly StatedFact[] {
  const wanted = new Set(names.map(factKey));
  return dossier.submissions
    .filter(({ template }) => template.id === 'T19')
    .flatMap(({ tables }) => tables.facts?.rows ?? [])
    .flatMap((row) => {
      const { indicator, year } = row.values;
      const value = measureIn(row, 'value');
      if (typeof indicator !== 'string' || !wanted.has(factKey(indicator)) || row.classified) return [];
      if (typeof year === 'number' && year !== yearOf(dossier.period)) return [];
      return value === null ? [] : [{ row, value }];
    });
}

function factKey(name: string): string {
  return foldText(name).replace(/[()[\]{}【】〔〕%]/g, '');
}
