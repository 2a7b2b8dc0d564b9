import { remembered } from './remembered.ts';

/** A sentence in the two languages every reader may choose between. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

/** What a `{name}` in a sentence may stand for; numbers are formatted by whoever knows their unit. A `Text` is given in its own language. */
export type TextArgument = string | number | Text;

/**
 * Fills the `{name}` places of a sentence, in both languages.
 *
 * @throws RangeError when a place has no argument: a message with a hole must never reach a reader.
 */
export function fillText(template: Text, args: Readonly<Record<string, TextArgument>>): Text {
  return { zh: fillOne(template.zh, args, 'zh'), en: fillOne(template.en, args, 'en') };
}

function fillOne(template: string, args: Readonly<Record<string, TextArgument>>, language: Language): string {
  let filled = '';
  for (const [index, part] of partsOf(template).entries()) {
    if (index % 2 === 0) {
      filled += part;
      continue;
    }
    const argument = args[part];
    if (argument === undefined) throw new RangeError(`no value for {${part}} in: ${template}`);
    filled += typeof argument === 'object' ? argument[language] : String(argument);
  }
  return filled;
}

/** A sentence cut at its places: text, name, text, name, …, text. The sentences of the rules are few and filled often. */
const partsOf = remembered((template) => template.split(/\{(\w+)\}/));
