import type { Rule } from '../../rules/rule.ts';
import type { Finding } from '../model/report.ts';
import { type Checked, undecided } from './check.ts';

/**
 * Rules that name a figure as mistaken in itself. What other rules say about the same cell follows from it: one mistake
 * gives one finding, and the rest waits until it is corrected.
 */
const rootRules: ReadonlySet<string> = new Set(['DQ-14']);

/** One mistake, one finding: findings that rest on a cell with a mistake of its own become undecidable. */
export function settle(checked: readonly Checked[], rules: readonly Rule[]): readonly Checked[] {
  const mistaken = new Set<string>();
  for (const { findings } of checked) {
    for (const finding of findings) {
      const place = finding.where[0];
      if (finding.status === 'fail' && rootRules.has(finding.rule) && place !== undefined)
        mistaken.add(keyOf(place));
    }
  }
  if (mistaken.size === 0) return checked;
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule]));
  return checked.map((one) => {
    const counts = new Map(one.counts);
    const findings = one.findings.map((finding) => {
      const rule = byId.get(finding.rule);
      const place = finding.where.find((each) => mistaken.has(keyOf(each)));
      if (
        finding.status !== 'fail' ||
        rootRules.has(finding.rule) ||
        place === undefined ||
        rule === undefined
      )
        return finding;
      const tally = counts.get(finding.rule);
      if (tally !== undefined)
        counts.set(finding.rule, { ...tally, fail: tally.fail - 1, undecidable: tally.undecidable + 1 });
      return undecided(finding, rule, place);
    });
    return { ...one, findings, counts };
  });
}

function keyOf({ file, sheet, cell }: Finding['where'][number]): string {
  return `${file}\n${sheet}\n${cell}`;
}
