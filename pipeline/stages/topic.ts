import { foldText, labelOf } from '../model/label.ts';
import type { Topic } from '../model/template.ts';
import type { Band, ColumnPath, LabelRow } from './heading-band.ts';
import { fewCells } from './sheet-titles.ts';

/** Whether the lines above a heading say that the whole table is about one topic of its template. */
export function isAbout({ words }: Topic, rows: readonly LabelRow[], { first }: Band): boolean {
  return rows.some(
    ({ row, cells }) =>
      row < first &&
      cells.length <= fewCells &&
      cells.some(({ text }) => words.some((word) => foldText(text).includes(word))),
  );
}

/** The headings of a table about a topic, below that topic's own: what the title says, no heading need say again. */
export function underTopic(paths: readonly ColumnPath[], { heading, words }: Topic): readonly ColumnPath[] {
  if (paths.some(({ written }) => words.some((word) => written.includes(word)))) return paths;
  return paths.map((path) => ({ ...path, labels: [labelOf(heading), ...path.labels] }));
}
