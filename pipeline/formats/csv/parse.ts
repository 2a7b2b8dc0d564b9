import Papa from 'papaparse';
import type { CsvSyntax } from './preflight.ts';

/**
 * The fields of whole rows, row by row; null when the parser finds a fault in their quotes.
 *
 * The text ends with a row end.
 */
export function parseRows(
  text: string,
  { delimiter, newline }: CsvSyntax,
): readonly (readonly string[])[] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  if (errors.length > 0) return null;
  data.pop(); // the parser gives what stands behind the last row end, which is nothing, as one more row
  if (newline !== '\n') return data;
  for (const fields of data) {
    const last = fields.length - 1;
    if (fields[last]?.endsWith('\r')) fields[last] = fields[last].slice(0, -1);
  }
  return data;
}
