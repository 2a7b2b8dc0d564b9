import { percent } from '../pipeline/model/money.ts';
import type { WrittenReport } from '../pipeline/model/report.ts';
import type { Language } from '../pipeline/model/text.ts';
import type { Labels } from './labels.ts';

/** The curves of time progress a run judged by, the general one first: how each counts, its share, its projects. */
export function curvesText({ run }: WrittenReport, language: Language, labels: Labels): readonly string[] {
  return run.curves.map(({ name, basis, share, projects }) => {
    const own = name === null ? '' : `${name}${labels.colon}`;
    return `${own}${basis[language]} ${percent(share)}${labels.settings.projectsBy(projects)}`;
  });
}
