import type { Rule } from '../../rules/rule.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Finding } from '../model/report.ts';

/**
 * Findings of one unit in the order of the report, each with a key of its own: those alike in rule, project and measure
 * are told apart by their number.
 */
export function inReportOrder(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  return withDistinctKeys(findings.toSorted((one, other) => compareFindings(one, other, rules)));
}

const severityOrder = { error: 0, warning: 1, notice: 2 } as const;

/** The gravest first, then in the order of the catalogue, then where it stands. */
function compareFindings(one: Finding, other: Finding, rules: readonly Rule[]): number {
  const rank = rankOf(rules);
  const place = (finding: Finding) => finding.where[0];
  return (
    (one.status === other.status ? 0 : one.status === 'fail' ? -1 : 1) ||
    severityOrder[one.severity] - severityOrder[other.severity] ||
    (rank.get(one.rule) ?? 0) - (rank.get(other.rule) ?? 0) ||
    byCodeUnit(place(one)?.file ?? '', place(other)?.file ?? '') ||
    byCodeUnit(place(one)?.sheet ?? '', place(other)?.sheet ?? '') ||
    rowOf(place(one)?.cell) - rowOf(place(other)?.cell) ||
    byCodeUnit(place(one)?.cell ?? '', place(other)?.cell ?? '') ||
    byCodeUnit(one.key, other.key)
  );
}

const ranks = new WeakMap<readonly Rule[], ReadonlyMap<string, number>>();

function rankOf(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const known = ranks.get(rules);
  if (known !== undefined) return known;
  const rank = new Map(rules.map(({ meta }, index) => [meta.id, index]));
  ranks.set(rules, rank);
  return rank;
}

function rowOf(cell: string | null | undefined): number {
  return Number(/\d+/.exec(cell ?? '')?.[0] ?? 0);
}

function withDistinctKeys(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const number = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, number);
    return number === 1 ? finding : { ...finding, key: `${finding.key}#${number}` };
  });
}
