import type { Dossier } from './dossier.ts';
import { projectIndex } from './project-key.ts';
import { projectOf, type Row } from './submission.ts';

/**
 * The projects of a unit, each once: the rows of its T01, and those rows of its T03 whose project its T01 does not
 * have. Both tables list the same projects; a rule that holds for both must not report one twice.
 */
export function spendingRows(dossier: Dossier): readonly Row[] {
  const schedule = projectRows(dossier, 'T01');
  const monitored = projectRows(dossier, 'T03');
  if (monitored.length === 0) return schedule;
  if (schedule.length === 0) return monitored;
  const scheduled = projectIndex(schedule, projectOf);
  return [...schedule, ...monitored.filter((row) => twinsOf(row, scheduled).length === 0)];
}

/**
 * The same rows, for a rule about figures that each table must have right by itself: those rows of T03 that only repeat
 * the figures of their project's T01 are left out, others are not.
 */
export function rowsThatState(dossier: Dossier, figures: readonly string[]): readonly Row[] {
  const schedule = projectRows(dossier, 'T01');
  const monitored = projectRows(dossier, 'T03');
  if (schedule.length === 0 || monitored.length === 0) return [...schedule, ...monitored];
  const scheduled = projectIndex(schedule, projectOf);
  const others = monitored.filter(
    (row) =>
      !twinsOf(row, scheduled).some((twin) =>
        figures.every((field) => (twin.values[field] ?? null) === (row.values[field] ?? null)),
      ),
  );
  return [...schedule, ...others];
}

/** The rows of the schedule that are of a row's project; none where it names no project. */
function twinsOf(row: Row, scheduled: ReturnType<typeof projectIndex<Row>>): readonly Row[] {
  const project = projectOf(row);
  return project === null ? [] : scheduled.of(project);
}

/** The project rows of a unit's T01 or T03, in the order of the sheets; empty when it handed in none. */
export function projectRows(dossier: Dossier, template: 'T01' | 'T03'): readonly Row[] {
  const lists = dossier.submissions
    .filter((submission) => submission.template.id === template)
    .map((submission) => submission.tables.projects?.rows ?? []);
  const [first = [], ...others] = lists;
  return others.length === 0 ? first : lists.flat(); // nearly always one sheet: its rows as they are
}
