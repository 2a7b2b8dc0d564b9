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
    places.map((place) =>
      place.cell === null ? (place.sheet ?? place.file) : (wholeLines(place.cell) ?? place.cell),
    ),
    most,
  );
}

/** `7:9` as 第 7–9 行, `D:D` as D 列; null for a cell. */
function wholeLines(address: string): Text | null {
  const [, first, last] = /^(\d+|[A-Z]+):(\d+|[A-Z]+)$/.exec(address) ?? [];
  if (first === undefined || last === undefined) return null;
  const span = first === last ? first : `${first}–${last}`;
  return /\d/.test(first)
    ? { zh: `第 ${span} 行`, en: `row ${span}` }
    : { zh: `${span} 列`, en: `column ${span}` };
}

/** A name as an item of a list, in the quotation marks of each language. */
export function quoted(name: string): Text {
  return { zh: `「${name}」`, en: `"${name}"` };
}
