import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  type IParagraphStyleOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { maskPersonal } from '../../pipeline/model/mask-personal.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { lineText } from '../safe-text.ts';
import { textWidth } from '../text-width.ts';

/**
 * The page of an official document: A4, the margins, the fixed line pitch, the typefaces and sizes, the page number.
 * Fonts are named, never embedded.
 *
 * Source: GB/T 9704-2012 《党政机关公文格式》 5.2 (22 lines of 28 characters within 156 mm × 225 mm), 7.3 (title, body,
 * headings, attachments, signature), 7.5 (page numbers).
 */
export function officialDocument(
  content: readonly (Paragraph | Table)[],
  { title, language }: { readonly title: string; readonly language: Language },
): Document {
  return new Document({
    title: safe(title.replaceAll('\n', '')),
    creator: '',
    lastModifiedBy: '',
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: fonts.body, size: 2 * size3, language: languages[language] } } },
      paragraphStyles: paragraphStyles(language),
      characterStyles: [
        {
          id: 'official-lead',
          name: styleNames[language].lead,
          quickFormat: true,
          run: { font: fonts.lead },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(37),
              left: mm(28),
              right: mm(26),
              bottom: mm(35),
              header: mm(15),
              footer: mm(25),
            },
          },
        },
        // Odd pages number on the right, even ones on the left, one character in.
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [...content],
      },
    ],
  });
}

/** The title, centred, broken where its sense allows; what stands under it in smaller type, such as （初稿）; an empty line. */
export function titleOf(text: string, under?: string): readonly Paragraph[] {
  const small =
    under === undefined ? [] : [new Paragraph({ style: 'official-subtitle', children: runs(under) })];
  const lines = text
    .split('\n')
    .map((line) => new Paragraph({ style: 'official-title', children: runs(line) }));
  return [...lines, ...small, emptyLine()];
}

/** Whom it goes to, at the left edge. */
export function addressee(text: string): Paragraph {
  return new Paragraph({ style: 'official-plain', children: runs(text) });
}

/** A heading of the first level: 一、… */
export function heading(text: string, startsPage = false): Paragraph {
  return new Paragraph({
    style: 'official-heading',
    children: runs(text),
    keepNext: true,
    pageBreakBefore: startsPage,
  });
}

/**
 * A paragraph of the body, indented by two characters; `lead` is its beginning as a heading of the second level.
 *
 * @param keepNext for the last one before the signature, which must not stand on a page without text (7.3.5.4)
 */
export function paragraph(text: string, lead = '', keepNext = false): Paragraph {
  const space = lead.endsWith(' ') ? ' ' : '';
  const led = lead === '' ? [] : [new TextRun({ text: safe(lead) + space, style: 'official-lead' })];
  return new Paragraph({ style: 'official-body', keepNext, children: [...led, ...runs(text)] });
}

/** 附件：1. … each on its line, an empty line above, on one page with the end of the text; none without attachments. */
export function attachments(word: string, names: readonly string[]): readonly Paragraph[] {
  if (names.length === 0) return [];
  const indent = twip(textWidth(word, 'wide') / 2);
  return [
    emptyLine(true),
    ...names.map((name, index) => {
      const number = names.length === 1 ? '' : `${index + 1}. `;
      return new Paragraph({
        style: 'official-plain',
        indent: { left: twip(2) + indent, hanging: index === 0 ? indent : 0 },
        keepNext: index < mostKeptTogether,
        children: runs(`${index === 0 ? word : ''}${number}${name}`),
      });
    }),
  ];
}

/** More attachments than these are let run over the page. */
const mostKeptTogether = 12;

/**
 * The office and the date below the text, the date four characters from the right edge and the office centred over it;
 * where the office is not known its line stays empty for the seal.
 */
export function signature(office: string | null, date: string): readonly Paragraph[] {
  const name = office ?? '';
  const wider = (textWidth(date, 'wide') - textWidth(name, 'wide')) / 2;
  // An office longer than its date ends two characters from the edge, and the date is centred under it.
  const officeIndent = Math.max(2, 4 + wider / 2);
  const dateIndent = name === '' ? 4 : officeIndent - wider / 2;
  const line = (text: string, right: number, keepNext: boolean) =>
    new Paragraph({
      style: 'official-plain',
      alignment: AlignmentType.RIGHT,
      indent: { right: twip(right) },
      keepNext,
      children: runs(text),
    });
  return [emptyLine(true), line(name, officeIndent, true), line(date, dateIndent, false)];
}

/** A column of a table: its heading, its share of the width, and where its text stands. */
export interface Column {
  readonly heading: string;
  /** Of the 156 mm, in mm. */
  readonly width: number;
  readonly align: 'left' | 'centre' | 'right';
}

/** A table over the whole width; its heading is repeated on every page, and no row is parted. Line breaks make paragraphs. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: 'auto' };
  return new Table({
    width: { size: mm(156), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    layout: TableLayoutType.FIXED,
    margins: { left: mm(1), right: mm(1), top: mm(0.6), bottom: mm(0.6), marginUnitType: WidthType.DXA },
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) =>
          cellOf(column.heading, { ...column, align: 'centre' }, 'tableHead', true),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            height: { value: mm(7), rule: HeightRule.ATLEAST },
            children: columns.map((column, index) => cellOf(row[index] ?? '', column, 'tableText', false)),
          }),
      ),
    ],
  });
}

/** A note at the right edge above a table: the unit of its amounts. */
export function noteAbove(text: string): Paragraph {
  return new Paragraph({
    style: 'official-tableText',
    alignment: AlignmentType.RIGHT,
    keepNext: true,
    children: runs(text),
  });
}

/** An empty line of the body. */
export function emptyLine(keepNext = false): Paragraph {
  return new Paragraph({ style: 'official-plain', keepNext });
}

function cellOf(text: string, { width, align }: Column, style: StyleName, keepNext: boolean): TableCell {
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          style: `official-${style}`,
          alignment: alignments[align],
          keepNext,
          children: runs(line),
        }),
    ),
  });
}

const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Sizes in points: 二号, 三号, 四号, 五号. */
const size2 = 22;
const size3 = 16;
const size4 = 14;
const size5 = 10.5;

/** 22 lines within 225 mm: 28.95 points, in twentieths of a point. */
const linePitch = 579;

/** Characters of the body (16 points) in twentieths of a point. */
function twip(characters: number): number {
  return Math.round(characters * size3 * 20);
}

function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Text is one line without signs that cannot be seen, numbers of persons masked; the library escapes what XML means. */
function safe(text: string): string {
  return maskPersonal(lineText(text));
}

function runs(text: string): TextRun[] {
  const plain = safe(text);
  return plain === '' ? [] : [new TextRun(plain)];
}

function pageNumber(side: 'left' | 'right'): Footer {
  const indent = size4 * 20;
  return new Footer({
    children: [
      new Paragraph({
        style: 'official-pageNumber',
        alignment: alignments[side],
        indent: side === 'left' ? { left: indent } : { right: indent },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

interface Font {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly eastAsia: string;
}

/** Latin letters and digits, as in documents in English, are set in the type that goes with these. */
function withLatin(eastAsia: string): Font {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia };
}

const fonts = {
  title: withLatin('方正小标宋简体'),
  body: withLatin('仿宋_GB2312'),
  heading: withLatin('黑体'),
  lead: withLatin('楷体_GB2312'),
  number: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' },
} as const satisfies Readonly<Record<string, Font>>;

const languages = {
  zh: { value: 'en-US', eastAsia: 'zh-CN' },
  en: { value: 'en-GB', eastAsia: 'zh-CN' },
} as const;

const fixed = (pitch: number) => ({ line: pitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const centred = { alignment: AlignmentType.CENTER };
const justified = {
  spacing: fixed(linePitch),
  alignment: AlignmentType.BOTH,
  indent: { firstLine: twip(2) },
};
const inTable = { spacing: fixed(size5 * 20 * 1.5) };

type StyleName = Exclude<keyof (typeof styleNames)['zh'], 'lead'>;

/** What styles are called where people choose them; none is called as one that Word knows. */
const styleNames = {
  zh: {
    title: '公文标题',
    subtitle: '公文副标题',
    plain: '公文顶格',
    body: '公文正文',
    heading: '公文一级标题',
    lead: '公文二级标题',
    tableText: '公文表格',
    tableHead: '公文表头',
    pageNumber: '公文页码',
  },
  en: {
    title: 'Official title',
    subtitle: 'Official subtitle',
    plain: 'Official, not indented',
    body: 'Official body',
    heading: 'Official heading',
    lead: 'Official lead',
    tableText: 'Official table',
    tableHead: 'Official table head',
    pageNumber: 'Official page number',
  },
} as const;

function paragraphStyles(language: Language): IParagraphStyleOptions[] {
  const style = (
    id: StyleName,
    font: Font,
    size: number,
    properties: NonNullable<IParagraphStyleOptions['paragraph']>,
  ): IParagraphStyleOptions => ({
    id: `official-${id}`,
    name: styleNames[language][id],
    quickFormat: true,
    run: { font, size: 2 * size },
    paragraph: properties,
  });
  return [
    style('title', fonts.title, size2, { ...centred, spacing: fixed(700) }),
    style('subtitle', fonts.lead, size3, { ...centred, spacing: fixed(linePitch) }),
    style('plain', fonts.body, size3, { spacing: fixed(linePitch) }),
    style('body', fonts.body, size3, justified),
    style('heading', fonts.heading, size3, { ...justified, outlineLevel: 0 }),
    style('tableText', fonts.body, size5, inTable),
    style('tableHead', fonts.heading, size5, inTable),
    style('pageNumber', fonts.number, size4, {}),
  ];
}
