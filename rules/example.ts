import { z } from 'zod';
import type { Language } from '../pipeline/model/text.ts';

const text = z.object({ zh: z.string(), en: z.string() });

/** A worked example of a rule: what it says of its own sample. */
const example = z.object({
  severity: z.enum(['error', 'warning', 'notice']),
  /** The cells concerned, the one to mark first, with what the sample has in them. */
  places: z.array(
    z.object({
      sheet: z.string().nullable(),
      cell: z.string().nullable(),
      label: z.string().nullable(),
      holds: z.string().nullable(),
    }),
  ),
  message: text,
  clears: text,
  value: z.string().nullable(),
  expected: z.string().nullable(),
  difference: z.string().nullable(),
  tolerance: z.string().nullable(),
  threshold: z.string().nullable(),
  trace: z.string().nullable(),
});

export type Example = z.output<typeof example>;

/** `rules/examples.json` of a build: an example of every rule by its id, made from the samples. */
export const examplesSchema = z.record(z.string(), example);

/** The cells of an example with what stands in them: `支出进度!Z6 累计实际支出“60.00 万元”`. */
export function placeTexts({ places }: Example, lang: Language): readonly string[] {
  const cells = places.map(({ sheet, cell, label, holds }) => {
    const where = [sheet, cell].filter((part) => part !== null).join('!');
    const what = holds === null ? '' : lang === 'zh' ? `“${holds}”` : ` "${holds}"`;
    return `${[where, label ?? ''].filter((part) => part !== '').join(' ')}${what}`;
  });
  return cells.filter((cell) => cell !== '');
}
