import type { Rule } from '../../rules/rule.ts';
import type { Place } from '../model/place.ts';
import type { Finding } from '../model/report.ts';
import { type Checked, type Counts, undecided } from './check.ts';

/**
 * Rules that name a figure as mistaken in itself. What other rules say about the same row follows from it: one mistake
 * gives one finding, and the rest waits until it is corrected.
 */
const rootRules: ReadonlySet<string> = new Set(['DQ-14']);

/** Rules that add up a column: with one figure in it ten thousand times too large, the sum says nothing new. */
const summingRules: ReadonlySet<string> = new Set(['DQ-12', 'BUD-11', 'SB-01']);

/** Rules that read a claim in the unit it is plainly meant in: what they say is another mistake than that of the unit. */
const unitAwareRules: ReadonlySet<string> = new Set(['ZA-05', 'ZA-07']);

/** Rules about a rate of the whole sheet, which stands in another column than the figures it rests on. */
const overallRules: ReadonlySet<string> = new Set(['PRG-17']);

/** Findings about how a cell was filled in, not about how much it says, stand whatever the amounts of their row are. */
const formalGroups: ReadonlySet<string> = new Set(['structure', 'quality']);

/** Of findings that come without counts, which are counted elsewhere, the difference is what remains. */
const none: Counts = { pass: 0, fail: 0, undecidable: 0, notApplicable: 0, error: 0 };

/** One mistake, one finding: findings that rest on figures with a mistake of their own become undecidable. */
export function settle(
  checked: readonly Checked[],
  rules: readonly Rule[],
  { rows, columns, sheets }: Mistaken = mistakenIn(checked),
): readonly Checked[] {
  if (rows.size === 0) return checked;
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule]));
  return checked.map((one) => {
    const counts = new Map(one.counts);
    const findings = one.findings.map((finding) => {
      const rule = byId.get(finding.rule);
      // What stands for many verdicts does not rest on one cell.
      const isJudgment = finding.status === 'fail' && finding.count === 1;
      if (!isJudgment || rule === undefined || rootRules.has(finding.rule)) return finding;
      const place = mistakenBehind(finding, rule);
      if (place === undefined) return finding;
      const tally = counts.get(finding.rule) ?? none;
      counts.set(finding.rule, { ...tally, fail: tally.fail - 1, undecidable: tally.undecidable + 1 });
      return undecided(finding, rule, place);
    });
    return { ...one, findings, counts };
  });

  function mistakenBehind(finding: Finding, { meta }: Rule): Place | undefined {
    if (summingRules.has(meta.id)) return mistakenAt(finding, columns, columnKey);
    if (overallRules.has(meta.id)) return mistakenAt(finding, sheets, sheetKey);
    return formalGroups.has(meta.group) || unitAwareRules.has(meta.id)
      ? undefined
      : mistakenAt(finding, rows, rowKey);
  }
}

/**
 * Lines of the report as they may be summed up: where a figure of the row is mistaken, none of its amounts is known until
 * it is corrected. One amount in 元 among 万元 would otherwise be most of the total that is circulated.
 *
 * @param unknown what such a line says in place of its amounts
 */
export function withoutMistaken<Line extends { readonly place: Place }>(
  lines: readonly Line[],
  { rows }: Mistaken,
  unknown: Partial<Line>,
): readonly Line[] {
  if (rows.size === 0) return lines;
  return lines.map((line) => (rows.has(rowKey(line.place)) ? { ...line, ...unknown } : line));
}

/** The mistaken cells by their row, their column and their sheet. */
export interface Mistaken {
  readonly rows: ReadonlyMap<string, Place>;
  readonly columns: ReadonlyMap<string, Place>;
  readonly sheets: ReadonlyMap<string, Place>;
}

/** The cells that some finding names as mistaken in themselves. */
export function mistakenIn(checked: readonly Checked[]): Mistaken {
  const rows = new Map<string, Place>();
  const columns = new Map<string, Place>();
  const sheets = new Map<string, Place>();
  for (const { findings } of checked) {
    for (const finding of findings) {
      const [first] = finding.where;
      if (finding.status !== 'fail' || !rootRules.has(finding.rule) || first === undefined) continue;
      if (!sheets.has(sheetKey(first))) sheets.set(sheetKey(first), first);
      // What stands on another sheet is what the figure was compared with.
      for (const place of finding.where.filter(
        (one) => one.file === first.file && one.sheet === first.sheet,
      )) {
        if (!rows.has(rowKey(place))) rows.set(rowKey(place), place);
        if (!columns.has(columnKey(place))) columns.set(columnKey(place), place);
      }
    }
  }
  return { rows, columns, sheets };
}

function mistakenAt(
  { where }: Finding,
  mistaken: ReadonlyMap<string, Place>,
  keyOf: (place: Place) => string,
): Place | undefined {
  for (const place of where) {
    const found = mistaken.get(keyOf(place));
    if (found !== undefined) return found;
  }
  return undefined;
}

function rowKey({ file, sheet, cell }: Place): string {
  return `${file}\n${sheet}\n${cell?.replace(/^[A-Z]+/, '')}`;
}

function sheetKey({ file, sheet }: Place): string {
  return `${file}\n${sheet}`;
}

function columnKey({ file, sheet, cell }: Place): string {
  return `${file}\n${sheet}\n${cell?.replace(/\d+$/, '')}`;
}
