import { absent, type Labels } from './labels.ts';

/** Settings by the names they have in the policy file, each value on a line: `rules.PRG-04.warnAbove：0.15`. */
export function settingLines(settings: Readonly<Record<string, unknown>>, labels: Labels): readonly string[] {
  return linesOf('', settings, labels);
}

function linesOf(name: string, value: unknown, labels: Labels): readonly string[] {
  const below = (key: string) => (name === '' ? key : `${name}.${key}`);
  if (Array.isArray(value) && value.some((one) => typeof one === 'object'))
    return value.flatMap((one, index) => linesOf(`${name}[${index + 1}]`, one, labels));
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, one]) => linesOf(below(key), one, labels));
  return [`${name}${labels.colon}${valueText(value, labels)}`];
}

function valueText(value: unknown, labels: Labels): string {
  if (value === null || value === undefined) return absent;
  if (value === true) return labels.settings.yes;
  if (value === false) return labels.settings.no;
  return Array.isArray(value) ? value.map((one) => valueText(one, labels)).join(labels.and) : String(value);
}
