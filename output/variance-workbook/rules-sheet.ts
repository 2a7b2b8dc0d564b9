import type { RuleResult } from '../../pipeline/model/report.ts';
import { absent } from '../labels.ts';
import { headRows, type Page } from './page.ts';
import { type CellPlan, headingRow, type RowPlan, type SheetPlan } from './sheet-plan.ts';

/** 规则说明: every rule, what it checks and why, its thresholds, and how it came out. */
export function rulesSheet(page: Page): {
  readonly plan: SheetPlan;
  readonly ruleRows: ReadonlyMap<string, number>;
} {
  const { report, language, labels } = page;
  const heads = labels.ruleSheet;
  const headings = [
    heads.id,
    heads.group,
    heads.title,
    heads.why,
    heads.source,
    heads.severity,
    heads.thresholds,
    heads.pass,
    heads.fail,
    heads.undecidable,
    heads.notApplicable,
    heads.error,
    heads.off,
  ];
  const rows: RowPlan[] = [
    ...headRows(page, labels.sheets.rules, heads.note, headings.length),
    headingRow(headings),
  ];
  const heading = rows.length;
  const ruleRows = new Map<string, number>();
  for (const rule of report.rules) {
    ruleRows.set(rule.id, rows.length + 1);
    const text = (value: string): CellPlan => ({ value: value || absent, style: 'text' });
    rows.push({
      cells: [
        { value: rule.id, style: 'textCentred' },
        text(labels.groups[rule.group] ?? rule.group),
        text(rule.title[language]),
        text(rule.basis.why[language]),
        text(rule.basis.source),
        { value: labels.severity[rule.severity], style: 'textCentred' },
        text(thresholdsText(rule, page)),
        ...outcomes(rule),
        text(rule.off ?? ''),
      ],
    });
  }
  const last = rows.length;
  return {
    ruleRows,
    plan: {
      name: labels.sheets.rules,
      widths: [9, 14, 28, 36, 28, 10, 44, 9, 9, 10, 9, 8, 18],
      rows,
      frozen: { rows: heading, columns: 1 },
      titleRows: { first: heading, last: heading },
      ...(last > heading && { filter: { heading, last, columns: headings.length } }),
      tab: '1E6B34',
    },
  };
}

/** A rule that was switched off has looked at nothing: —, which is not 0. */
function outcomes(rule: RuleResult): readonly CellPlan[] {
  const counts = [rule.pass, rule.fail, rule.undecidable, rule.notApplicable, rule.error];
  return counts.map((count): CellPlan => ({ value: rule.off === null ? count : absent, style: 'count' }));
}

/** What each threshold means and its value in force, one a line. */
function thresholdsText({ thresholds }: RuleResult, { language, labels }: Page): string {
  return thresholds
    .map(({ meaning, shown }) => `${meaning[language]}${labels.colon}${shown[language]}`)
    .join('\n');
}
