import { unitInEnglish } from '../model/money.ts';
import { fillText, type Text, type TextArgument } from '../model/text.ts';

/**
 * A sentence of a rule with its figures and words. Rules give them once, as the sheet has them; here they are put as
 * they are said: units of amount in the reader's language, a difference without its sign (the finding keeps it), the
 * first letter of an English sentence capital.
 */
export function sentenceOf(template: Text, args: Readonly<Record<string, TextArgument>>): Text {
  const said = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, asSaid(name, value)]));
  const { zh, en } = fillText(template, said);
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

function asSaid(name: string, value: TextArgument): TextArgument {
  if (typeof value === 'number') return name === 'difference' ? Math.abs(value) : value;
  if (typeof value === 'object') return { zh: value.zh, en: inEnglish(value.en) };
  const text = name === 'difference' ? value.replace(/^[-−]/, '') : value;
  return { zh: text, en: inEnglish(text) };
}

/** A unit of amount, alone or behind a figure and a space, in English; any other text (`33万元` of a cell) as it is. */
function inEnglish(text: string): string {
  // Every unit ends so, and most texts do not.
  if (!text.endsWith('元')) return text;
  const [, figure, unit] = /^(?:([-−]?[\d.]+) )?(\D+)$/.exec(text) ?? [];
  const english = units.get(unit);
  if (english === undefined) return text;
  return figure === undefined ? english : `${figure} (${english})`;
}

const units: ReadonlyMap<string | undefined, string> = new Map(Object.entries(unitInEnglish));
