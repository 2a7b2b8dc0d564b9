import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphStyleOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Language } from '../../pipeline/model/text.ts';
import { linePitch, mm, type StyleName, size2, size3, size4, size5, twip } from './official-measures.ts';

/**
 * An official document without a word in it: A4, the margins, the fixed line pitch, the typefaces and sizes, the page
 * number. Fonts are named, never embedded.
 *
 * Source: GB/T 9704-2012 《党政机关公文格式》 5.2 (22 lines of 28 characters within 156 mm × 225 mm), 7.3 (title, body,
 * headings, attachments, signature), 7.5 (page numbers).
 */
export function officialFrame(title: string, language: Language): Document {
  return new Document({
    title,
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
        children: [],
      },
    ],
  });
}

function pageNumber(side: 'left' | 'right'): Footer {
  const indent = size4 * 20;
  return new Footer({
    children: [
      new Paragraph({
        style: 'official-pageNumber',
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
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

/** What styles are called where people choose them; none is called as one that Word knows. */
const styleNames: Readonly<Record<Language, Readonly<Record<StyleName, string>>>> = {
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
};

function paragraphStyles(language: Language): IParagraphStyleOptions[] {
  const style = (
    id: Exclude<StyleName, 'lead'>,
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
