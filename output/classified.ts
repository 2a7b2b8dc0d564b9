import type { ProgressRow, RunReport } from '../pipeline/model/report.ts';

/** Whether a unit's project is classified: nothing written about it may be printed. */
export type IsClassified = (unit: string, project: ProgressRow['project'] | null) => boolean;

/** The classified projects of a report, known by code or name. */
export function classifiedIn(report: RunReport): IsClassified {
  const codes = new Set<string>();
  const names = new Set<string>();
  for (const { classified, unit, project } of report.progress) {
    if (!classified) continue;
    if (project.code !== null) codes.add(`${unit}\n${project.code}`);
    if (project.name !== null) names.add(`${unit}\n${project.name}`);
  }
  return (unit, project) =>
    project !== null && (codes.has(`${unit}\n${project.code}`) || names.has(`${unit}\n${project.name}`));
}
