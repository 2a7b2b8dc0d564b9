import { htmlText } from '../safe-text.ts';

/** HTML that is safe to print as it is. Made by `html` and `trusted`; every other value is escaped on its way in. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a `${…}` of `html`: text is escaped, markup is not, nothing prints nothing. */
export type Insert = Markup | string | number | null | false | readonly Insert[];

/** HTML with its values escaped: `` html`<td>${unit}</td>` ``. Attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly Insert[]): Markup {
  let source = parts[0] ?? '';
  for (const [index, value] of values.entries()) source += inserted(value) + (parts[index + 1] ?? '');
  return new Markup(source);
}

/** Markup from a source that holds nothing a unit wrote: our own style, script and charts. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

function inserted(value: Insert): string {
  if (value === null || value === false) return '';
  if (value instanceof Markup) return value.source;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return htmlText(value);
  let source = '';
  for (const part of value) source += inserted(part);
  return source;
}
