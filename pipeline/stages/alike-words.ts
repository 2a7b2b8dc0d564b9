import type { Label } from '../model/label.ts';
import { type LabelRow, wordHitsOf } from './heading-band.ts';
import { termsOf } from './heading-terms.ts';
import { resemblances } from './meanings.ts';
import { formLabelsOf, type TemplateWords, type Vocabulary } from './vocabulary.ts';

/** Headings and labels stand near the top of a sheet, and are few. */
const rowsLookedAt = 60;
const labelsLookedAt = 200;

/**
 * The vocabulary with the sheet's own labels added as words of every table and form where they resemble one: for a sheet
 * that no template fits by known words.
 */
export function withAlikeWords(vocabulary: Vocabulary, rows: readonly LabelRow[]): Vocabulary {
  const labels = labelsOn(rows);
  const tablesOf = new Map<string, readonly number[]>(vocabulary.tablesOf);
  for (const [index, table] of vocabulary.tables.entries()) {
    for (const label of labels) {
      const known = tablesOf.get(label.key) ?? [];
      if (known.includes(index) || (vocabulary.tablesOf.get(label.monthKey) ?? []).includes(index)) continue;
      if (resemblances(termsOf(label), table.meanings).length > 0) tablesOf.set(label.key, [...known, index]);
    }
  }
  const extended = { ...vocabulary, tablesOf };
  const hits = wordHitsOf(rows, extended);
  const templates = vocabulary.templates.map((words): TemplateWords => {
    if (words.form.size === 0) return words;
    const own = words.tables.map((table) => vocabulary.tables.indexOf(table));
    const outside = rows.filter(
      ({ cells }, index) =>
        own.every((table) => (hits[index]?.[table] ?? 0) < Math.max(3, cells.length / 2)) &&
        // Nearly all of it known words: the heading of another template's table on the same sheet.
        hits[index]?.some((count) => count >= Math.max(5, 0.8 * cells.length)) !== true,
    );
    return withFormLabels(words, labelsOn(outside));
  });
  return { ...extended, templates, formLabels: formLabelsOf(templates) };
}

/** Rows with more figures than texts are bodies of tables. */
function labelsOn(rows: readonly LabelRow[]): readonly Label[] {
  const labels = new Map<string, Label>();
  for (const { cells, figures } of rows.slice(0, rowsLookedAt)) {
    if (cells.length + figures < 2 || figures > cells.length) continue;
    for (const { label, text } of cells) {
      // A label with its value in one cell is a line about the sheet.
      if (/[:：]./.test(text.replace(/^\s*(?:其中|[一二三]级)[:：]/, ''))) continue;
      if (label.bareKey.length < 2 || label.bareKey.length > 20 || labels.size >= labelsLookedAt) continue;
      labels.set(label.bareKey, label);
    }
  }
  return [...labels.values()];
}

/** Labels of a form, headings of its tables left out, with those of the sheet that resemble one field more than any other, the likest for each field. */
function withFormLabels(words: TemplateWords, labels: readonly Label[]): TemplateWords {
  const { form, labelMeanings } = words;
  const known = new Map(form);
  const likenesses = new Map<string, number>();
  const said = new Set(labels.map((label) => form.get(label.bareKey)));
  const found = labels
    .filter((label) => !known.has(label.bareKey) && !isAnswer(label, words))
    .flatMap((label) => {
      const [first, second] = resemblances(termsOf(label), labelMeanings);
      if (first === undefined || (second !== undefined && first.score - second.score < undecided)) return [];
      // 资金来源 | 总额: what heads another label is not that label.
      return first.heading.startsWith(`${label.bareKey}/`) ? [] : [{ label, ...first }];
    })
    .sort((one, other) => other.score - one.score);
  for (const { label, field, score } of found) {
    // What else says the same is what stands beside the label: 目标合理性 | 目标合理.
    if (said.has(field)) continue;
    said.add(field);
    known.set(label.bareKey, field);
    likenesses.set(label.bareKey, score);
  }
  return { ...words, form: known, likenesses };
}

/** 建议支持 is a conclusion, and no label of what is suggested. */
function isAnswer({ key }: Label, { template }: TemplateWords): boolean {
  return Object.values(template.form).some(({ choices = [] }) =>
    choices.some(({ word }) => key.endsWith(word)),
  );
}

/** Two fields as near as this to one label leave it undecided. */
const undecided = 0.02;
