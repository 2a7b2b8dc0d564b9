import type { StoredReport } from '../pipeline/model/report.ts';
import type { Language } from '../pipeline/model/text.ts';
import { excerpt } from './html/figures.ts';
import { labelsOf } from './labels.ts';
import { countOf, projectsIn } from './projects.ts';

/** Which units have how many projects that are in no sum and no rate, in a sentence; null when all are. */
export function notSummedText(
  { progress }: Pick<StoredReport, 'progress'>,
  language: Language,
): string | null {
  const labels = labelsOf(language);
  const say = labels.sentences;
  const { notSummed } = projectsIn(progress);
  if (notSummed.size === 0) return null;
  const units = [...notSummed].map(([unit, projects]) =>
    say.unitNotSummed(unit === '' ? labels.unknownUnit : excerpt(unit, 60), projects),
  );
  const shown = units.slice(0, mostUnits).join(labels.and);
  const more = units.length > mostUnits ? say.andMoreUnits(units.length) : '';
  return say.notSummed(countOf(notSummed), `${shown}${more}`);
}

/** Units a sentence names; the list of projects shows all of them. */
const mostUnits = 12;
