import type { Dossier } from './dossier.ts';
import { reasonText } from './explanation.ts';
import type { Fen } from './money.ts';
import { type Period, yearOf } from './period.ts';
import { projectIndex } from './project-key.ts';
import { type Figure, spendingOf } from './spending.ts';
import { type ProjectName, projectOf, type Row } from './submission.ts';

/** What is known of a project from an earlier month of the same year. */
export interface EarlierMonth {
  readonly period: Period;
  readonly spent: Fen;
  readonly reason: string | null;
  /** The row on that month's sheet; null when it comes out of the previous run. */
  readonly source: { readonly row: Row; readonly spent: Figure } | null;
}

/**
 * Finds what the latest earlier month of the same year says of a project: that month's sheet in the workbook, or the
 * previous run, whichever is later; of the same month the sheet. Null when neither knows it, or knows it twice.
 */
export function earlierMonths(dossier: Dossier): (project: ProjectName) => EarlierMonth | null {
  const months = [...fromSheets(dossier), ...fromPreviousRun(dossier)]
    .filter(({ period }) => period < dossier.period && yearOf(period) === yearOf(dossier.period))
    .toSorted((one, other) => (one.period < other.period ? 1 : one.period > other.period ? -1 : 0))
    .map(({ known }) => projectIndex(known, ({ project }) => project));
  return (project) => {
    for (const month of months) {
      const known = month.of(project);
      if (known.length > 1) return null;
      if (known[0] !== undefined) return known[0].month;
    }
    return null;
  };
}

interface Month {
  readonly period: Period;
  readonly known: readonly { readonly project: ProjectName; readonly month: EarlierMonth }[];
}

function fromSheets({ submissions }: Dossier): Month[] {
  return submissions
    .filter(({ template }) => template.id === 'T01' || template.id === 'T03')
    .flatMap(({ history }) => history)
    .map(({ period: { period }, tables }) => ({
      period,
      known: (tables.projects?.rows ?? []).flatMap((row) => {
        const project = projectOf(row);
        const { spent } = spendingOf(row, period);
        if (project === null || spent.fen === null) return [];
        const month = { period, spent: spent.fen, reason: reasonText(row), source: { row, spent } };
        return [{ project, month }];
      }),
    }));
}

function fromPreviousRun({ previous }: Dossier): Month[] {
  if (previous === null) return [];
  const { period, projects } = previous;
  const known = projects.flatMap(({ code, name, spent, reason }) =>
    spent === null ? [] : [{ project: { code, name }, month: { period, spent, reason, source: null } }],
  );
  return [{ period, known }];
}
