import { addressText } from './address-text.ts';
import type { Place } from './place.ts';
import { projectOf, type Row } from './submission.ts';
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

/** The projects of rows as a list, by name, else by code; classified ones by their code alone. */
export function projectsOf(rows: readonly Row[], most?: number): Text {
  return listOf(
    rows.map((row) => quoted(projectOf(row)?.name ?? projectOf(row)?.code ?? '')),
    most,
  );
}

/** The numbers of rows as a list, ascending: `第 7、9、12 行`. */
export function rowNumbers(rows: readonly Row[]): Text {
  const numbers = rows.map((row) => row.number).toSorted((one, other) => one - other);
  return listOf(numbers.map(String), 10);
}
