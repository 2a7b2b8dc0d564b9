import { addressText } from './address-text.ts';
import type { Place } from './place.ts';
import type { Text } from './text.ts';

/** A list inside a sentence, the first `most` of it: `D7、D9 等`. */
export function listOf(items: readonly (string | Text)[], most = 5): Text {
  const shown = items.slice(0, most);
  const rest = items.length > most;
  const words = (language: keyof Text) =>
    shown.map((item) => (typeof item === 'string' ? item : item[language]));
  return {
    zh: `${words('zh').join('、')}${rest ? ' 等' : ''}`,
    en: `${words('en').join(', ')}${rest ? ' and others' : ''}`,
  };
}

/** The cells of places as a list: `D7、D9 等`, whole rows and columns in words. A place without a cell is named by its sheet or file. */
export function cellsOf(places: readonly Place[], most = 5): Text {
  return listOf(
    places.map((place) => (place.cell === null ? (place.sheet ?? place.file) : addressText(place.cell))),
    most,
  );
}

/** A name as an item of a list, in the quotation marks of each language. */
export function quoted(name: string): Text {
  return { zh: `「${name}」`, en: `"${name}"` };
}
