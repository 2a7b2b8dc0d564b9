import { cellAddress, columnLetters } from '../../pipeline/model/address.ts';
import { addressText } from '../../pipeline/model/address-text.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { receiptColumns, receiptRows, reviewColumns } from '../../pipeline/model/receipt.ts';
import type { Finding } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { findingText, handlingOf, levelOf } from '../finding-columns.ts';
import { absent, labelsOf } from '../labels.ts';
import { placesIn, rankedFindings } from '../ranking.ts';
import { cellText, lineText } from '../safe-text.ts';
import { lampColours, severityShapes } from '../signs.ts';
import { linesOf } from '../text-width.ts';
import { declaration } from './package.ts';
import { mainNamespace } from './sheet-layout.ts';
import type { Look, StyleSheet } from './style-sheet.ts';
import { returnWords } from './words.ts';
import { encoded } from './xml-tags.ts';

/** What a review says of its file. */
export interface Review {
  /** The name of the file as handed in. */
  readonly fileName: string;
  readonly path: string;
  readonly unit: string;
  readonly period: string;
  readonly findings: readonly Finding[];
  /** Whether the workbook is a copy of a file in another format. */
  readonly isCopy: boolean;
  /** Name of the sheet that lists the reasons to choose from. */
  readonly receipt: string;
}

/**
 * Findings in the order in which a review numbers them, from 1. What could not be judged for want of one cell is said
 * once for the cell, and not at all where something else is wrong with it: what is to be done is the same.
 */
export function numberedFindings(findings: readonly Finding[], path: string): readonly Finding[] {
  const listed = new Set<string>();
  const numbered: Finding[] = [];
  for (const finding of rankedFindings(findings)) {
    const places = finding.where
      .filter(({ file }) => file === path)
      .map(({ sheet, cell: address }) => `${sheet ?? ''}!${address ?? ''}`);
    if (levelOf(finding) === 'undecidable' && places.every((place) => listed.has(place))) continue;
    for (const place of places) listed.add(place);
    numbered.push(finding);
  }
  return numbered;
}

/**
 * 核验意见: the sheet a unit reads first. What is asked of it in one sentence, then a row for each finding with a link to
 * its cell and a place for its explanation.
 *
 * @param sheets names of the sheets links may lead to
 */
export function reviewSheet(
  review: Review,
  styles: StyleSheet,
  sheets: ReadonlySet<string>,
  isSelected: boolean,
  language: Language,
): string {
  const words = returnWords(language);
  const labels = labelsOf(language);
  const style = lookup(styles, language);
  const findings = numberedFindings(review.findings, review.path);
  const count = (handling: 'toCorrect' | 'toExplain' | 'explained') =>
    placesIn(findings.filter((finding) => handlingOf(finding) === handling));
  const rows: string[] = [];
  const merges: string[] = [];
  const banner = (look: LookName, text: string, height: number) => {
    const number = rows.length + 1;
    const cells = widths.map((_, index) => cell(number, index + 1, style(look), index === 0 ? text : ''));
    rows.push(row(number, height, cells));
    merges.push(`A${number}:${columnLetters(widths.length)}${number}`);
  };
  const total = widths.reduce((sum, width) => sum + width, 0);
  banner('title', words.title, 36);
  banner('task', words.task(count('toCorrect'), count('toExplain'), count('explained')), 26);
  const unit = review.unit === '' ? labels.unknownUnit : review.unit;
  banner('about', words.about(review.period, unit, lineText(review.fileName)), 20);
  const how = review.isCopy ? `${words.copy(lineText(review.fileName))}\n${words.how}` : words.how;
  banner('how', how, linesOf(how, total - 4) * 15 + 6);
  const heading = rows.length + 1;
  rows.push(
    row(
      heading,
      24,
      words.headings.map((text, index) => cell(heading, index + 1, style('heading'), text)),
    ),
  );
  const links: string[] = [];
  for (const [index, finding] of findings.entries()) {
    const number = rows.length + 1;
    const level = levelOf(finding);
    const target = linkTarget(finding, review.path, sheets);
    const texts = [
      String(index + 1),
      `${severityShapes[level]} ${labels.severity[level]}`,
      placeText(finding, review.path, sheets.size, language),
      findingText(finding, 'project', language),
      findingText(finding, 'problem', language),
      findingText(finding, 'remedy', language),
      finding.explanation ?? '',
    ];
    const looks: readonly LookName[] = [
      'centred',
      level,
      target === null ? 'text' : 'link',
      'text',
      'text',
      'text',
      'answer',
    ];
    const cells = texts.map((text, column) =>
      cell(number, column + 1, style(looks[column] ?? 'text'), text, column === 0 ? index + 1 : null),
    );
    const lines = Math.max(...texts.map((text, column) => linesOf(text, (widths[column] ?? 10) / 1.06 - 1)));
    rows.push(row(number, Math.min(409, lines * 15 + 6), cells));
    if (target !== null)
      links.push(`<hyperlink ref="${cellAddress(number, 3)}" location="${encoded(target)}"/>`);
  }
  const answers = columnLetters(reviewColumns.explanation);
  const reasons = columnLetters(receiptColumns.reasons);
  const { firstFinding } = receiptRows;
  const list = `${quotedSheet(review.receipt)}!$${reasons}$${firstFinding}:$${reasons}$${firstFinding + words.reasons.length - 1}`;
  return (
    `${declaration}<worksheet xmlns="${mainNamespace}"><sheetPr><tabColor rgb="FF${lampColours.red.sign}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${columnLetters(widths.length)}${rows.length}"/>` +
    `<sheetViews><sheetView showGridLines="0"${isSelected ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="${heading}" topLeftCell="A${heading + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${heading + 1}" sqref="A${heading + 1}"/></sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` +
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" promptTitle="${words.prompt.title}" prompt="${words.prompt.text}" sqref="${answers}${heading + 1}:${answers}${rows.length}"><formula1>${list}</formula1></dataValidation></dataValidations>` +
    (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`) +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.55" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>&amp;C&amp;9 ${encoded(labels.footer.page)}</oddFooter></headerFooter></worksheet>`
  );
}

/** Widths of the columns, in digits. */
const widths = [6, 11, 26, 22, 46, 40, 28] as const;

/** A cell of text that no program evaluates; a number where one is given. */
export function cell(
  row: number,
  column: number,
  style: number,
  text: string,
  value: number | null = null,
  personal: 'masked' | 'kept' = 'masked',
): string {
  const address = cellAddress(row, column);
  if (value !== null) return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
  if (text === '') return `<c r="${address}" s="${style}"/>`;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${encoded(cellText(text, personal))}</t></is></c>`;
}

/** A sheet's name as formulas and links write it. */
function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function row(number: number, height: number, cells: readonly string[]): string {
  return `<row r="${number}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
}

/**
 * Places of a finding as the unit knows them: the cells of a sheet, what they are called, the sheet's name where there
 * are several, and the name of a file only when it is not the one that is being read.
 */
function placeText(finding: Finding, path: string, sheetCount: number, language: Language): string {
  const labels = labelsOf(language);
  const { inBrackets } = returnWords(language);
  const lines: string[] = [];
  const groups = groupBy(finding.where.slice(0, mostPlaces), ({ file, sheet }) => {
    const inFile = file === path ? '' : lineText(file);
    const inSheet = sheet === null || (file === path && sheetCount === 1) ? '' : lineText(sheet);
    return `${inFile} ${inSheet}`.trim();
  });
  for (const [within, places] of groups) {
    const cells = places.map(({ sheet, cell: address }) =>
      sheet === null
        ? labels.wholeFile
        : address === null
          ? labels.wholeSheet
          : addressText(address)[language],
    );
    const headings = places.map(({ label }) => lineText(label ?? '')).filter((heading) => heading !== '');
    const called = [...new Set(headings)].join(labels.and);
    lines.push(`${[...new Set(cells)].join(labels.and)}${called === '' ? '' : labels.colon.trim()}`);
    if (called !== '') lines.push(called);
    if (within !== '') lines.push(inBrackets(within));
  }
  if (finding.where.length > mostPlaces) lines.push(labels.sentences.morePlaces(finding.where.length));
  return lines.length === 0 ? absent : lines.join('\n');
}

const mostPlaces = 5;

function linkTarget(finding: Finding, path: string, sheets: ReadonlySet<string>): string | null {
  const place = finding.where.find((one) => one.file === path && one.sheet !== null && sheets.has(one.sheet));
  if (place === undefined || place.sheet === null) return null;
  const isReference = place.cell !== null && /^[A-Z]{0,3}\d{0,7}(:[A-Z]{0,3}\d{0,7})?$/.test(place.cell);
  return `${quotedSheet(place.sheet)}!${isReference && place.cell !== null ? place.cell : 'A1'}`;
}

type LookName =
  | 'title'
  | 'task'
  | 'about'
  | 'how'
  | 'heading'
  | 'centred'
  | 'text'
  | 'link'
  | 'answer'
  | 'error'
  | 'warning'
  | 'notice'
  | 'undecidable';

/** The styles of the sheet, made when first used. */
function lookup(styles: StyleSheet, language: Language): (name: LookName) => number {
  const { title, heading, body } = returnWords(language).fonts;
  const font = (face: string, size: number, colour: string, more = '') =>
    `<font>${more}<sz val="${size}"/><color rgb="FF${colour}"/><name val="${face}"/></font>`;
  const align = (horizontal: string) =>
    `<alignment horizontal="${horizontal}" vertical="center" wrapText="1"/>`;
  const edge = (side: string) => `<${side} style="thin"><color rgb="FFB8C2CC"/></${side}>`;
  const border = `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`;
  const ink = '1F2933';
  const soft = '52606D';
  const tone = ({ ground, sign }: { readonly ground: string; readonly sign: string }): Look => ({
    font: font(heading, 11, sign, '<b/>'),
    fill: ground,
    border,
    alignment: align('center'),
  });
  const looks: Readonly<Record<LookName, Look>> = {
    title: { font: font(title, 20, ink), alignment: align('center') },
    task: { font: font(heading, 14, lampColours.red.sign, '<b/>'), alignment: align('center') },
    about: { font: font(body, 11, soft), alignment: align('center') },
    how: { font: font(body, 10, soft), alignment: align('left') },
    heading: { font: font(heading, 11, ink, '<b/>'), fill: 'DCE6F1', border, alignment: align('center') },
    centred: { font: font(body, 11, ink), border, alignment: align('center') },
    text: { font: font(body, 11, ink), border, alignment: align('left') },
    link: { font: font(body, 11, '1B4F8A', '<u/>'), border, alignment: align('left') },
    answer: { font: font(body, 11, ink), fill: 'FFFDF3', border, alignment: align('left') },
    error: tone(lampColours.red),
    warning: tone(lampColours.yellow),
    notice: tone({ ground: 'EEF1F4', sign: '4A5560' }),
    undecidable: tone(lampColours.blue),
  };
  return (name) => styles.styleOf(looks[name]);
}
