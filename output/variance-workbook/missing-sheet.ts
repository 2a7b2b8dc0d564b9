import type { SubmissionSummary } from '../../pipeline/model/report.ts';
import { absent, type Labels } from '../labels.ts';
import { headRows, type Page } from './page.ts';
import { bannerRow, type CellPlan, gapRow, type RowPlan, type SheetPlan } from './sheet-plan.ts';

/** 未报与重报: whom to remind, which files to ask for again, what was set aside. */
export function missingSheet(page: Page): SheetPlan {
  const { report, language, labels } = page;
  const heads = labels.missingSheet;
  const refused = report.submissions.filter((one) => one.status === 'refused');
  const setAside = report.submissions.filter(
    (one) => one.status === 'superseded' || one.status === 'passed over',
  );
  const owing = report.units.filter((unit) => unit.missing.length > 0 || unit.state === 'missing');
  const rows: RowPlan[] = [
    ...headRows(page, labels.sheets.missing, labels.overview.about.missing, widths.length, 0),
    ...block(
      heads.missingTitle,
      [heads.unit, heads.owed, heads.missing, heads.status],
      owing.map((unit) => [
        unit.unit,
        templateNames(unit.owed, labels),
        templateNames(unit.missing.length > 0 ? unit.missing : unit.owed, labels),
        labels.state[unit.state],
      ]),
      report.run.roster ? heads.noMissing : labels.boxes.noRoster,
    ),
    ...block(
      heads.refusedTitle,
      [heads.unit, heads.file, heads.reason, heads.status],
      refused.map((one) => [
        unitOf(one, labels),
        fileOf(one),
        one.refusal?.message[language] ?? absent,
        labels.submissionStatus[one.status],
      ]),
      heads.noRefused,
    ),
    ...block(
      heads.resubmittedTitle,
      [heads.unit, heads.file, heads.reason, heads.status],
      setAside.map((one) => [
        unitOf(one, labels),
        fileOf(one),
        one.note?.[language] ?? absent,
        labels.submissionStatus[one.status],
      ]),
      heads.noResubmitted,
    ),
  ];
  return { name: labels.sheets.missing, widths, rows, frozen: { rows: 3, columns: 0 }, tab: '52606D' };
}

const widths = [22, 44, 60, 18];

function block(
  title: string,
  headings: readonly string[],
  lines: readonly (readonly string[])[],
  none: string,
): readonly RowPlan[] {
  const rows: RowPlan[] = [gapRow(8), bannerRow('section', title, headings.length, 22)];
  if (lines.length === 0) return [...rows, bannerRow('text', none, headings.length, 22)];
  rows.push({ cells: headings.map((value): CellPlan => ({ value, style: 'heading' })), height: 22 });
  for (const line of lines) {
    rows.push({
      cells: line.map((value, index): CellPlan => ({ value, style: index === 3 ? 'textCentred' : 'text' })),
    });
  }
  return rows;
}

function unitOf({ unit }: SubmissionSummary, labels: Labels): string {
  return unit === '' ? labels.unknownUnit : unit;
}

function fileOf({ file, sheet }: SubmissionSummary): string {
  return sheet === null ? file : `${file} ${sheet}`;
}

/** Templates by name: a clerk knows 项目分月支出进度表, not T01. */
function templateNames(ids: readonly string[], labels: Labels): string {
  return ids.length === 0 ? absent : ids.map((id) => labels.templates[id] ?? id).join(labels.and);
}
