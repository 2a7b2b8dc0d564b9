import type { ProgressRow, StoredReport } from '../pipeline/model/report.ts';
import { projectsIn } from './projects.ts';

/** Whether a unit's project is classified: nothing written about it may be printed. */
export type IsClassified = (unit: string, project: ProgressRow['project'] | null) => boolean;

/** The classified projects of a report, known by code or name. */
export function classifiedIn({ progress }: Pick<StoredReport, 'progress'>): IsClassified {
  const { codes, names } = projectsIn(progress).classified;
  return (unit, project) =>
    project !== null && (codes.has(`${unit}\n${project.code}`) || names.has(`${unit}\n${project.name}`));
}
