import type { RunReport } from '../../../pipeline/model/report.ts';

/** Keys whose values are ours: words of a fixed list, dates, fingerprints. A unit cannot write them. */
const ours = new Set([
  'schema',
  'lang',
  'severity',
  'status',
  'state',
  'lamp',
  'sha256',
  'period',
  'asOf',
  'ruleSet',
  'engine',
  'previous',
  'code',
  'group',
  'id',
  'rule',
]);

/** The report with every text that comes from outside put through a function. */
export function rewritten(report: RunReport, rewrite: (text: string, key: string) => string): RunReport {
  // Only strings are replaced, by strings: the shape stays that of a report.
  return walk(report, '') as RunReport;

  function walk(value: unknown, key: string): unknown {
    if (typeof value === 'string') return ours.has(key) ? value : rewrite(value, key);
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  }
}
