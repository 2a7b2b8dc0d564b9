import { isSummed } from '../../pipeline/model/is-summed.ts';
import type { ProgressRow } from '../../pipeline/model/report.ts';
import { excerpt, gap, rate, wan } from '../html/figures.ts';
import { absent } from '../labels.ts';
import { firstOf, indexesBy, picked } from '../picked.ts';
import { countOf, projectsIn } from '../projects.ts';
import { errorsReturned } from '../ranking.ts';
import { type Circular, projectsPrinted } from './circular.ts';
import { type SheetSource, sourcesOf } from './sources.ts';

/** The figures of a circular in the order in which it names them: figure, value, where it comes from. */
export function sourceRows(draft: Circular): readonly (readonly string[])[] {
  return [...totals(draft), ...units(draft), ...projects(draft)];
}

function totals({ report, labels, words, behind }: Circular): readonly (readonly string[])[] {
  const { sources: say } = words.circular;
  const heads = labels.progress;
  const { total, returnedUnits, missingUnits } = report.summary;
  const { summed, lags } = projectsIn(report.progress);
  const sum = say.sumOf(countOf(summed));
  const late = lags.reduce((all, lag) => all + lag, 0);
  return [
    [heads.budget, wan(total.budget), sum],
    [heads.released, wan(total.released), sum],
    [heads.spent, wan(total.spent), sum],
    [heads.rate, rate(total.rate), say.quotient(heads.spent, heads.budget)],
    [heads.releaseRate, rate(total.releaseRate), say.quotientOfKnown(heads.released, heads.budget)],
    [heads.allotmentRate, rate(total.allotmentRate), say.quotientOfKnown(heads.spent, heads.released)],
    [
      labels.timeProgress,
      rate(report.run.timeProgress),
      say.timeProgress(labels.settings.policyName(report.run.policy.name)),
    ],
    [heads.gap, gap(total.rate, total.timeProgress), say.gap],
    [words.circular.lag, wan(late), say.lag],
    [say.behindUnits, String(behind.length), say.behind],
    [say.missingUnits, report.run.roster ? String(missingUnits) : absent, say.missing],
    [say.returnedUnits, `${returnedUnits} / ${errorsReturned(report)}`, say.findings],
  ];
}

/** Each unit's rate, with the cells its amounts were added up from. */
function units({ report, words, ranked, labels }: Circular): readonly (readonly string[])[] {
  const indexes = indexesBy(projectsIn(report.progress).units, (unit) => unit);
  const rowsOf = (unit: string) => [...picked(report.progress, indexes.get(unit) ?? [])].filter(isSummed);
  return ranked.map((unit) => [
    `${excerpt(unit.unit, 60)}\n${labels.progress.rate}`,
    rate(unit.rate),
    [
      words.circular.sources.quotient(wan(unit.spent), wan(unit.budget)),
      ...placesOf(rowsOf(unit.unit), labels),
    ].join('\n'),
  ]);
}

/** Each project named, with the cells of its amounts. */
function projects({ words, labels, lagging }: Circular): readonly (readonly string[])[] {
  return firstOf(lagging, projectsPrinted).map(({ row, behind }) => [
    `${row.classified ? labels.progress.classified : excerpt(row.project.name ?? row.project.code ?? absent, 80)}\n${words.circular.lag}`,
    wan(behind),
    [`${wan(row.budget)} × ${rate(row.timeProgress)} − ${wan(row.spent)}`, ...placesOf([row], labels)].join(
      '\n',
    ),
  ]);
}

/** The file and sheet on one line, the cells of each amount on the next. */
function placesOf(rows: readonly ProgressRow[], labels: Circular['labels']): readonly string[] {
  return sourcesOf(rows).flatMap(({ file, sheet, ranges }) => [
    `${excerpt(file, 120)}${sheet === null ? '' : ` ${excerpt(sheet, 60)}`}`,
    cells(ranges, labels),
  ]);
}

function cells(ranges: SheetSource['ranges'], { progress: heads, semicolon }: Circular['labels']): string {
  const named = [
    [heads.budget, ranges.budget],
    [heads.released, ranges.released],
    [heads.spent, ranges.spent],
  ] as const;
  return named
    .filter(([, own]) => own.length > 0)
    .map(([head, own]) => `${head} ${own.join(' ')}`)
    .join(semicolon);
}
