import type { Language } from '../../pipeline/model/text.ts';
import { absent, type Labels, labelsOf } from '../labels.ts';
import { severityShapes } from '../signs.ts';
import {
  bannerRow,
  type CellPlan,
  headingRow,
  type RowPlan,
  type SheetPlan,
} from '../variance-workbook/sheet-plan.ts';
import { writeWorkbook } from '../variance-workbook/write-workbook.ts';
import type { ExampleCard, OptionCard, RuleCard } from './rule-card.ts';
import { type CatalogueWords, catalogueWords } from './words.ts';

/** What the sheets of a catalogue are made from. */
interface Catalogue {
  readonly cards: readonly RuleCard[];
  /** The name of the settings whose values it shows. */
  readonly policy: string;
  readonly labels: Labels;
  readonly words: CatalogueWords;
}

/**
 * 「核验规则目录」: every rule with its basis, its options in force and its worked example, as the bytes of a workbook.
 * The same cards give the same bytes.
 */
export async function ruleCatalogue(
  cards: readonly RuleCard[],
  policy: string,
  language: Language,
): Promise<Uint8Array> {
  const words = catalogueWords(language);
  const labels = labelsOf(language);
  return await writeWorkbook(
    catalogueSheets(cards, policy, language),
    { title: words.title, creator: labels.product, day: noDay, pageFooter: labels.footer.page },
    language,
  );
}

/** The sheets of the workbook in their order. */
function catalogueSheets(
  cards: readonly RuleCard[],
  policy: string,
  language: Language,
): readonly SheetPlan[] {
  const catalogue = { cards, policy, labels: labelsOf(language), words: catalogueWords(language) };
  return [rulesSheet(catalogue), optionsSheet(catalogue), examplesSheet(catalogue)];
}

/** A catalogue belongs to no period; bytes that depend on nothing but the rules need a day that never changes. */
const noDay = '2000-01-01';

function rulesSheet({ cards, policy, labels, words }: Catalogue): SheetPlan {
  const heads = labels.ruleSheet;
  return listSheet(
    words.sheets.rules,
    words.title,
    words.about.rules(cards.length, policy),
    [
      [heads.id, 9],
      [heads.group, 12],
      [heads.title, 22],
      [heads.severity, 10],
      [words.scopeHead, 10],
      [words.templates, 20],
      [heads.source, 26],
      [heads.why, 30],
      [words.options, 36],
      [words.effective, 14],
    ],
    cards.map((card) => [
      centred(card.id),
      text(labels.groups[card.group] ?? card.group),
      text(card.title),
      severity(card.severity, labels),
      centred(words.scope[card.scope]),
      text(
        card.templates.map((id) => `${id} ${labels.templates[id] ?? ''}`.trim()).join('\n') ||
          words.anyTemplate,
      ),
      text(card.source),
      text(card.why),
      text(card.options.map(({ meaning, shown }) => `${meaning}${labels.colon}${shown}`).join('\n')),
      text(card.off === null ? card.effective : `${words.off}${labels.colon}${card.off}`),
    ]),
  );
}

function optionsSheet({ cards, labels, words }: Catalogue): SheetPlan {
  const heads = labels.ruleSheet;
  return listSheet(
    words.sheets.options,
    words.sheets.options,
    words.about.options,
    [
      [heads.id, 9],
      [heads.title, 26],
      [words.optionName, 19],
      [words.meaning, 44],
      [words.unit, 18],
      [words.value, 22],
      [words.shown, 22],
      [words.compared, 20],
    ],
    cards.flatMap((card) =>
      card.options.map((option) => [
        centred(card.id),
        text(card.title),
        text(option.name),
        text(option.meaning),
        text(option.unit),
        text(option.value),
        text(option.shown),
        text(comparedText(option, words)),
      ]),
    ),
  );
}

function comparedText({ shown, initial }: OptionCard, words: CatalogueWords): string {
  return shown === initial ? words.sameAsDefault : words.changed(initial);
}

function examplesSheet({ cards, labels, words }: Catalogue): SheetPlan {
  const heads = labels.ruleSheet;
  return listSheet(
    words.sheets.examples,
    words.sheets.examples,
    words.about.examples,
    [
      [heads.id, 9],
      [heads.title, 20],
      [words.place, 30],
      [heads.severity, 10],
      [words.problem, 40],
      [words.remedy, 34],
      [words.trace, 26],
      [words.found, 12],
      [words.expected, 12],
      [words.difference, 10],
      [words.tolerance, 8],
      [words.threshold, 12],
    ],
    cards.flatMap((card) =>
      card.example === null
        ? []
        : [[centred(card.id), text(card.title), ...exampleCells(card.example, labels)]],
    ),
  );
}

function exampleCells(example: ExampleCard, labels: Labels): readonly CellPlan[] {
  const raw = (value: string | null): CellPlan => ({ value: value ?? absent, style: 'raw' });
  return [
    text(example.places),
    severity(example.severity, labels),
    text(example.message),
    text(example.clears),
    text(example.trace ?? ''),
    raw(example.value),
    raw(example.expected),
    raw(example.difference),
    raw(example.tolerance),
    raw(example.threshold),
  ];
}

/** A list under a title, to filter and to print: headings with their widths, rows of cells. */
function listSheet(
  name: string,
  title: string,
  about: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly CellPlan[])[],
): SheetPlan {
  const heading = 3;
  const head: readonly RowPlan[] = [
    bannerRow('title', title, columns.length, 34),
    bannerRow('subtitle', about, columns.length, 20),
    headingRow(columns.map(([column]) => column)),
  ];
  const last = heading + rows.length;
  return {
    name,
    widths: columns.map(([, width]) => width),
    rows: [...head, ...rows.map((cells) => ({ cells }))],
    frozen: { rows: heading, columns: 1 },
    titleRows: { first: heading, last: heading },
    ...(last > heading && { filter: { heading, last, columns: columns.length } }),
    tab: '1E6B34',
  };
}

function text(value: string): CellPlan {
  return { value: value || absent, style: 'text' };
}

function centred(value: string): CellPlan {
  return { value, style: 'textCentred' };
}

function severity(level: RuleCard['severity'], labels: Labels): CellPlan {
  return centred(`${severityShapes[level]} ${labels.severity[level]}`);
}
