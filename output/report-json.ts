import { type RunReport, runReportSchema } from '../pipeline/model/report.ts';
import { maskPersonal } from './safe-text.ts';

/**
 * report.json: everything one run has to say, for scripts. Keys in the order of the schema, two spaces, a line feed at
 * the end. Texts are as the units wrote them, but for numbers of persons, which are masked as in every report.
 *
 * @throws ZodError when the report does not fit its own schema: a mistake of ours, which must not be given out.
 */
export function reportJson(report: RunReport): string {
  const checked = runReportSchema.parse(report);
  return `${JSON.stringify(checked, forScripts, 2)}\n`;
}

/** Names that scripts match by stay whole: a masked key or code would be another one. */
const identifiers: ReadonlySet<string> = new Set([
  'key',
  'code',
  'file',
  'sha256',
  'ruleSet',
  'cell',
  'rule',
  'id',
]);

/** What `JSON.stringify` puts for a value of the report: numbers of persons masked, settings in one order. */
export function forScripts(key: string, value: unknown): unknown {
  if (typeof value === 'string') return identifiers.has(key) ? value : maskPersonal(value);
  // What is under these comes out of the policy in the order it was written there; scripts want one order.
  if (key === 'options' || key === 'overrides') return sorted(value);
  return value;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
