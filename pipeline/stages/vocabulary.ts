import { labelOf } from '../model/label.ts';
import type { TableLayout, Template } from '../model/template.ts';
import { everyListsTerms, subjectTermsOfForms, termsOf } from './heading-terms.ts';
import { type Meanings, meaningsOf, saysOnlyHow, titleMeaningsOf } from './meanings.ts';

/** The words of all templates, folded once: what recognition looks labels up in. */
export interface Vocabulary {
  readonly templates: readonly TemplateWords[];
  /** Which tables a folded label is a heading (or part of one) of: index into `tables`. */
  readonly tablesOf: ReadonlyMap<string, readonly number[]>;
  readonly tables: readonly TableWords[];
  readonly formLabels: FormLabelWords;
  /** Folded titles, longest first, with the templates that go by them. */
  readonly titles: readonly { readonly key: string; readonly template: Template }[];
  readonly titleMeanings: Meanings;
  /** Terms in the headings of the general template: what any list of projects may speak of. */
  readonly commonTerms: ReadonlySet<string>;
  /** The templates whose tables always have a row of some name, by its folded name. */
  readonly rowNames: ReadonlyMap<string, ReadonlySet<Template>>;
}

/** The labels of all forms. */
export interface FormLabelWords {
  /** Folded, a label right of another as `parent/own`. */
  readonly keys: ReadonlySet<string>;
  /** The parents alone. */
  readonly parents: ReadonlySet<string>;
}

export interface TemplateWords {
  readonly template: Template;
  readonly tables: readonly TableWords[];
  /** Form fields by folded label; `资金申请/总额` is a label 总额 right of 资金申请. */
  readonly form: ReadonlyMap<string, string>;
  readonly labelMeanings: Meanings;
  /** Of the terms that rule out (`subjectTermsOfForms`) those that its headings, labels or titles speak of. */
  readonly subjects: ReadonlySet<string>;
  /** How alike the labels are that were added for one sheet; those of the template itself are not listed. */
  readonly likenesses?: ReadonlyMap<string, number>;
}

export interface TableWords {
  readonly template: Template;
  readonly name: string;
  readonly layout: TableLayout;
  /** Fields by folded heading, `parent/leaf` or a single label, in the order of the template. */
  readonly fields: ReadonlyMap<string, readonly HeadedField[]>;
  /** Boxes of which one is ticked, by the heading over them (完成目标可能性): a sheet may have that alone and the word below. */
  readonly boxes: ReadonlyMap<string, readonly string[]>;
  /** Every heading as its terms: what headings that no word equals are compared with. */
  readonly meanings: Meanings;
}

/** A field that goes by a heading; rank 0 is its official one, the last a word used at a pinch. */
export interface HeadedField {
  readonly name: string;
  readonly rank: number;
}

export function vocabularyOf(templates: readonly Template[]): Vocabulary {
  const tables: TableWords[] = [];
  const tablesOf = new Map<string, number[]>();
  const words = templates.map((template): TemplateWords => {
    const own = Object.entries(template.tables).map(([name, layout]) => {
      const table: TableWords = {
        template,
        name,
        layout,
        fields: fieldsByHeading(layout),
        boxes: boxesByParent(layout),
        meanings: meaningsOf(layout.fields),
      };
      for (const segment of segmentsOf(layout)) {
        const indexes = tablesOf.get(segment) ?? [];
        indexes.push(tables.length);
        tablesOf.set(segment, indexes);
      }
      tables.push(table);
      return table;
    });
    const labelMeanings = meaningsOf(template.form);
    return {
      template,
      tables: own,
      form: formLabels(template),
      labelMeanings,
      subjects: subjectsOf(template, [labelMeanings, ...own.map(({ meanings }) => meanings)]),
    };
  });
  const titles = templates
    .flatMap((template) => template.titles.map((title) => ({ key: labelOf(title).key, template })))
    .sort((one, other) => other.key.length - one.key.length);
  return {
    templates: words,
    tablesOf,
    tables,
    formLabels: formLabelsOf(words),
    titles,
    titleMeanings: titleMeaningsOf(templates),
    commonTerms: new Set(
      tables
        .flatMap(({ template, meanings }) => (template.isGeneral ? [...meanings.spread.keys()] : []))
        .concat(everyListsTerms),
    ),
    rowNames: rowNamesOf(tables),
  };
}

function rowNamesOf(tables: readonly TableWords[]): ReadonlyMap<string, ReadonlySet<Template>> {
  const names = new Map<string, Set<Template>>();
  for (const { template, layout } of tables) {
    for (const name of layout.fixedRows ?? []) {
      const { bareKey } = labelOf(name);
      names.set(bareKey, (names.get(bareKey) ?? new Set()).add(template));
    }
  }
  return names;
}

function subjectsOf({ titles }: Template, meanings: readonly Meanings[]): ReadonlySet<string> {
  const inTitles = titles.map((title) => termsOf(labelOf(title)));
  return new Set(
    subjectTermsOfForms.filter(
      (term) => inTitles.some((terms) => terms.has(term)) || meanings.some(({ spread }) => spread.has(term)),
    ),
  );
}

export function formLabelsOf(templates: readonly TemplateWords[]): FormLabelWords {
  const keys = new Set(templates.flatMap(({ form }) => [...form.keys()]));
  const pairs = [...keys].filter((key) => key.includes('/'));
  return { keys, parents: new Set(pairs.map((key) => key.slice(0, key.indexOf('/')))) };
}

/** The folded form of a heading: each part folded, `#月` kept. */
export function headingKey(heading: string): string {
  return heading
    .split('/')
    .map((part) => labelOf(part).key)
    .join('/');
}

function fieldsByHeading(layout: TableLayout): ReadonlyMap<string, readonly HeadedField[]> {
  const fields = new Map<string, HeadedField[]>();
  for (const [name, field] of Object.entries(layout.fields)) {
    for (const [rank, heading] of field.headings.entries()) {
      const key = headingKey(heading);
      const own = fields.get(key) ?? [];
      if (!own.some((one) => one.name === name)) own.push({ name, rank });
      fields.set(key, own);
    }
  }
  // 脱贫地区农副产品采购金额 is what stands below 脱贫地区农副产品 elsewhere, unless something goes by the whole of it.
  for (const [key, own] of [...fields]) {
    const whole = key.replaceAll('/', '');
    if (!fields.has(whole) && !saysOnlyHow.test(key)) fields.set(whole, own);
  }
  return fields;
}

function boxesByParent(layout: TableLayout): ReadonlyMap<string, readonly string[]> {
  const boxes = new Map<string, string[]>();
  for (const [name, field] of Object.entries(layout.fields)) {
    if (field.answers === undefined) continue;
    for (const heading of field.headings) {
      const [parent = '', leaf] = headingKey(heading).split('/');
      if (leaf === undefined) continue;
      const own = boxes.get(parent) ?? [];
      if (!own.includes(name)) own.push(name);
      boxes.set(parent, own);
    }
  }
  return boxes;
}

function segmentsOf(layout: TableLayout): ReadonlySet<string> {
  const segments = new Set<string>();
  for (const field of Object.values(layout.fields)) {
    for (const heading of field.headings) {
      const key = headingKey(heading);
      segments.add(key);
      for (const segment of key.split('/')) segments.add(segment);
    }
  }
  return segments;
}

function formLabels(template: Template): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [name, field] of Object.entries(template.form)) {
    for (const heading of field.headings) {
      const key = headingKey(heading);
      if (!labels.has(key)) labels.set(key, name);
    }
  }
  return labels;
}
