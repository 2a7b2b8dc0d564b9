import { foldText, labelOf } from '../model/label.ts';
import type { Topic } from '../model/template.ts';
import type { Band, ColumnPath, LabelRow } from './heading-band.ts';
import { fewCells } from './sheet-titles.ts';

/** Whether the lines above a heading, or the names of sheet and file, say that the whole table is about one topic of its template. */
export function isAbout(
  { words }: Topic,
  rows: readonly LabelRow[],
  { first }: Band,
  names: readonly string[],
): boolean {
  const isNamed = (text: string) => words.some((word) => foldText(text).includes(word));
  return (
    rows.some(
      ({ row, cells }) => row < first && cells.length <= fewCells && cells.some(({ text }) => isNamed(text)),
    ) || names.some(isNamed)
  );
}

/** The headings of a table about a topic, below that topic's own: what the title says, no heading need say again. */
export function underTopic(paths: readonly ColumnPath[], { heading, words }: Topic): readonly ColumnPath[] {
  if (paths.some(({ written }) => words.some((word) => written.includes(word)))) return paths;
  return paths.map((path) => ({ ...path, labels: [labelOf(heading), ...path.labels] }));
}
