import { type RunReport, runReportSchema } from '../pipeline/model/report.ts';
import { maskPersonal } from './safe-text.ts';

/**
 * report.json: everything one run has to say, for scripts. Keys in the order of the schema; what there are many of
 * stands one a line; a line feed at the end. Texts are as the units wrote them, but for numbers of persons, which are
 * masked as in every report.
 *
 * @returns bytes: the report of a province is longer than a string can be
 * @throws ZodError when the report does not fit its own schema: a mistake of ours, which must not be given out.
 */
export function reportJson(report: RunReport): Buffer {
  const pieces: Buffer[] = [];
  let before = '{\n';
  for (const [name, schema] of Object.entries(runReportSchema.shape)) {
    // The schema's own keys are the report's.
    const checked: unknown = schema.parse(report[name as keyof RunReport]);
    pieces.push(Buffer.from(`${before}  ${JSON.stringify(name)}: `));
    if (Array.isArray(checked)) pieces.push(...listed(checked));
    else pieces.push(Buffer.from(JSON.stringify(forScripts(checked), null, 2).replaceAll('\n', '\n  ')));
    before = ',\n';
  }
  pieces.push(Buffer.from('\n}\n'));
  return Buffer.concat(pieces);
}

/** So many lines are put together at once: few enough for a string, enough to be quick. */
const linesAtOnce = 1000;

function listed(things: readonly unknown[]): readonly Buffer[] {
  if (things.length === 0) return [Buffer.from('[]')];
  const pieces: Buffer[] = [];
  for (let first = 0; first < things.length; first += linesAtOnce) {
    const lines = things.slice(first, first + linesAtOnce).map((thing) => `    ${jsonLine(thing)}`);
    pieces.push(Buffer.from(`${first === 0 ? '[\n' : ',\n'}${lines.join(',\n')}`));
  }
  pieces.push(Buffer.from('\n  ]'));
  return pieces;
}

/** A part of a report on one line, for scripts. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(forScripts(value));
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

/** What is under these comes out of the policy in the order it was written there; scripts want one order. */
const settings: ReadonlySet<string> = new Set(['options', 'overrides']);

/**
 * A value of the report as scripts get it: numbers of persons masked, settings in one order. Most of a report is that
 * already: what need not change is not copied.
 */
function forScripts(value: unknown, key = '', isSetting = false): unknown {
  if (typeof value === 'string') return identifiers.has(key) ? value : maskPersonal(value);
  if (typeof value !== 'object' || value === null) return value;
  const sorts = isSetting || settings.has(key);
  if (Array.isArray(value)) {
    let changed: unknown[] | null = null;
    for (let index = 0; index < value.length; index += 1) {
      const own = forScripts(value[index], '', sorts);
      if (own === value[index]) continue;
      changed ??= [...value];
      changed[index] = own;
    }
    return changed ?? value;
  }
  const from = sorts ? inOrder(value) : (value as Readonly<Record<string, unknown>>); // no array: an object of JSON
  let changed: Record<string, unknown> | null = null;
  for (const name in from) {
    const own = forScripts(from[name], name, sorts);
    if (own === from[name]) continue;
    changed ??= { ...from };
    changed[name] = own;
  }
  return changed ?? from;
}

function inOrder(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
