import { excerpt } from './excerpt.ts';
import { groupBy } from './group-by.ts';
import { cellsOf } from './list-of.ts';
import { projectOf, type ReadProblem, type ReadProblemKind, type Submission } from './submission.ts';
import type { Field } from './template.ts';
import type { Text } from './text.ts';
import { failAt, type Grounds, pass, type Verdict } from './verdict.ts';

/** Problems of one kind in one column, or at one label of a form: one mistake made again and again. */
export interface ProblemGroup {
  readonly first: ReadProblem;
  readonly problems: readonly ReadProblem[];
  readonly label: Text;
}

/**
 * What reading noticed, as verdicts: a finding for each column that has such problems, naming the cell (`one`) or the
 * cells and how many (`many`); a pass for a sheet without any.
 *
 * The rule's messages `one` and `many` may use: label, cell, raw, read; cells, count.
 */
export function* failProblems(
  submission: Submission,
  kinds: readonly ReadProblemKind[],
  groundsOf: (group: ProblemGroup) => Partial<Grounds> = () => ({}),
): Generator<Verdict> {
  const groups = problemGroups(submission, kinds);
  if (groups.length === 0) yield pass;
  for (const group of groups) {
    const { first, problems, label } = group;
    const where = problems.slice(0, mostPlaces).map((problem) => problem.place);
    const single = problems.length === 1;
    const project = (single ? first.project : null) ?? projectOf(submission.form);
    const { args, ...grounds } = groundsOf(group);
    yield failAt(
      where,
      {
        message: single ? 'one' : 'many',
        measure: [submission.template.id, first.field ?? '', first.kind].join(' '),
        ...(single ? { value: excerpt(first.raw) } : {}),
        ...(single && first.read !== '' ? { expected: first.read } : {}),
        ...grounds,
        args: {
          label,
          cell: cellsOf(where.slice(0, 1)),
          raw: excerpt(first.raw),
          read: first.read,
          cells: cellsOf(where),
          count: problems.length,
          ...args,
        },
      },
      project,
    );
  }
}

/** Cells a finding lists at most; it counts them all. A column of a million text numbers needs no list of a million cells. */
export const mostPlaces = 1000;

/** Problems of the kinds asked for, one group for each kind and column. */
function problemGroups(submission: Submission, kinds: readonly ReadProblemKind[]): ProblemGroup[] {
  const asked = submission.problems.filter(({ kind }) => kinds.includes(kind));
  const groups = groupBy(asked, ({ kind, field, place }) => {
    const column = field === null ? '' : `${field} ${place.label}`;
    return `${kind} ${column}`;
  });
  return [...groups.values()].flatMap((problems) => {
    const first = problems[0];
    return first === undefined ? [] : [{ first, problems, label: labelOfProblem(submission, first) }];
  });
}

function labelOfProblem(submission: Submission, { field, place }: ReadProblem): Text {
  // Columns the template does not know have no name to give.
  if (field === null) return { zh: '其他列', en: 'other columns' };
  const title = fieldNamed(submission, field)?.title;
  const cell = place.cell ?? place.sheet ?? place.file;
  return { zh: place.label ?? title?.zh ?? cell, en: title?.en ?? cell };
}

/** The description of a field of a submission, in its form or any of its tables. */
export function fieldNamed(submission: Submission, name: string): Field | undefined {
  const { form, tables } = submission.template;
  const own = form[name];
  if (own !== undefined) return own;
  for (const { fields } of Object.values(tables)) {
    const field = fields[name];
    if (field !== undefined) return field;
  }
  return undefined;
}
