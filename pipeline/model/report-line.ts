import { maskPersonal } from './mask-personal.ts';

/** A part of a report on one line, as scripts get it: numbers of persons masked, settings in one order. */
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
export function forScripts(value: unknown, key = '', isSetting = false): unknown {
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
