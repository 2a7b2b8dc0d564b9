import { groupBy } from '../pipeline/model/group-by.ts';
import { isSummed } from '../pipeline/model/is-summed.ts';
import type { RunReport } from '../pipeline/model/report.ts';
import type { Language } from '../pipeline/model/text.ts';
import { excerpt } from './html/figures.ts';
import { labelsOf } from './labels.ts';

/** Which units have how many projects that are in no sum and no rate, in a sentence; null when all are. */
export function notSummedText({ progress }: RunReport, language: Language): string | null {
  const labels = labelsOf(language);
  const say = labels.sentences;
  const left = progress.filter((row) => !isSummed(row));
  if (left.length === 0) return null;
  const units = [...groupBy(left, ({ unit }) => unit)].map(([unit, rows]) =>
    say.unitNotSummed(unit === '' ? labels.unknownUnit : excerpt(unit, 60), rows.length),
  );
  const shown = units.slice(0, mostUnits).join(labels.and);
  const more = units.length > mostUnits ? say.andMoreUnits(units.length) : '';
  return say.notSummed(left.length, `${shown}${more}`);
}

/** Units a sentence names; the list of projects shows all of them. */
const mostUnits = 12;
