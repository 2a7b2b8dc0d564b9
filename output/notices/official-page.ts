import { maskPersonal } from '../../pipeline/model/mask-personal.ts';
import { lineText } from '../safe-text.ts';
import { textWidth } from '../text-width.ts';
import { mm, type StyleName, twip } from './official-measures.ts';

/**
 * What stands on the page of an official document, as Word keeps it. The library would hold an object for each property
 * of each cell: it takes six times the time, and a gigabyte for the circular of ten thousand units.
 *
 * Source: GB/T 9704-2012 7.3; ECMA-376 part 1, 17.3 (paragraphs), 17.4 (tables).
 */
export interface BodyPart {
  readonly xml: string;
}

/** The title, centred, broken where its sense allows; what stands under it in smaller type, such as （初稿）; an empty line. */
export function titleOf(text: string, under?: string): readonly BodyPart[] {
  const small = under === undefined ? [] : [paragraphOf('subtitle', run(under))];
  return [...text.split('\n').map((line) => paragraphOf('title', run(line))), ...small, emptyLine()];
}

/** Whom it goes to, at the left edge. */
export function addressee(text: string): BodyPart {
  return paragraphOf('plain', run(text));
}

/** A heading of the first level: 一、… */
export function heading(text: string, startsPage = false): BodyPart {
  return paragraphOf('heading', run(text), `${kept}${startsPage ? '<w:pageBreakBefore/>' : ''}`);
}

/**
 * A paragraph of the body, indented by two characters; `lead` is its beginning as a heading of the second level.
 *
 * @param keepNext for the last one before the signature, which must not stand on a page without text (7.3.5.4)
 */
export function paragraph(text: string, lead = '', keepNext = false): BodyPart {
  const space = lead.endsWith(' ') ? ' ' : '';
  const led =
    lead === '' ? '' : runOf(safe(lead) + space, '<w:rPr><w:rStyle w:val="official-lead"/></w:rPr>');
  return paragraphOf('body', `${led}${run(text)}`, keepNext ? kept : '');
}

/** 附件：1. … each on its line, an empty line above, on one page with the end of the text; none without attachments. */
export function attachments(word: string, names: readonly string[]): readonly BodyPart[] {
  if (names.length === 0) return [];
  const indent = twip(textWidth(word, 'wide') / 2);
  return [
    emptyLine(true),
    ...names.map((name, index) => {
      const number = names.length === 1 ? '' : `${index + 1}. `;
      return paragraphOf(
        'plain',
        run(`${index === 0 ? word : ''}${number}${name}`),
        `${index < mostKeptTogether ? kept : ''}<w:ind w:left="${twip(2) + indent}" w:hanging="${index === 0 ? indent : 0}"/>`,
      );
    }),
  ];
}

/** More attachments than these are let run over the page. */
const mostKeptTogether = 12;

/**
 * The office and the date below the text, the date four characters from the right edge and the office centred over it;
 * where the office is not known its line stays empty for the seal.
 */
export function signature(office: string | null, date: string): readonly BodyPart[] {
  const name = office ?? '';
  const wider = (textWidth(date, 'wide') - textWidth(name, 'wide')) / 2;
  // An office longer than its date ends two characters from the edge, and the date is centred under it.
  const officeIndent = Math.max(2, 4 + wider / 2);
  const dateIndent = name === '' ? 4 : officeIndent - wider / 2;
  const line = (text: string, right: number, keepNext: string) =>
    paragraphOf('plain', run(text), `${keepNext}<w:ind w:right="${twip(right)}"/>${alignedTo('right')}`);
  return [emptyLine(true), line(name, officeIndent, kept), line(date, dateIndent, '')];
}

/** A column of a table: its heading, its share of the width, and where its text stands. */
export interface Column {
  readonly heading: string;
  /** Of the 156 mm, in mm. */
  readonly width: number;
  readonly align: Align;
}

type Align = 'left' | 'centre' | 'right';

/** A table over the whole width; its heading is repeated on every page, and no row is parted. Line breaks make paragraphs. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): BodyPart {
  const head = columns.map((column) =>
    cellOf(column.heading, column.width, 'tableHead', `${kept}${alignedTo('centre')}`),
  );
  const aligned = columns.map(({ align }) => alignedTo(align));
  const body = rows.map((row) => {
    const cells = columns.map(({ width }, index) =>
      cellOf(row[index] ?? '', width, 'tableText', aligned[index] ?? ''),
    );
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${mm(7)}" w:hRule="atLeast"/></w:trPr>${cells.join('')}</w:tr>`;
  });
  const grid = columns.map(({ width }) => `<w:gridCol w:w="${mm(width)}"/>`).join('');
  return {
    xml:
      `<w:tbl>${tableProperties}<w:tblGrid>${grid}</w:tblGrid>` +
      `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>${body.join('')}</w:tbl>`,
  };
}

/** A note at the right edge above a table: the unit of its amounts. */
export function noteAbove(text: string): BodyPart {
  return paragraphOf('tableText', run(text), `${kept}${alignedTo('right')}`);
}

/** An empty line of the body. */
export function emptyLine(keepNext = false): BodyPart {
  return paragraphOf('plain', '', keepNext ? kept : '');
}

function cellOf(text: string, width: number, style: StyleName, properties: string): string {
  const lines = text.split('\n').map((line) => paragraphOf(style, run(line), properties).xml);
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${mm(width)}"/><w:vAlign w:val="center"/></w:tcPr>${lines.join('')}</w:tc>`;
}

/** On one page with what follows. */
const kept = '<w:keepNext/>';

function alignedTo(side: Align): string {
  return `<w:jc w:val="${side === 'centre' ? 'center' : side}"/>`;
}

/** @param properties besides its style, in the order of the format */
function paragraphOf(style: StyleName, runs: string, properties = ''): BodyPart {
  return { xml: `<w:p><w:pPr><w:pStyle w:val="official-${style}"/>${properties}</w:pPr>${runs}</w:p>` };
}

/** Nothing for an empty text. */
function run(text: string): string {
  const plain = safe(text);
  return plain === '' ? '' : runOf(plain, '');
}

function runOf(text: string, properties: string): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** Text is one line without signs that cannot be seen, numbers of persons masked. */
export function safe(text: string): string {
  return maskPersonal(lineText(text));
}

/** Text as XML has it. */
export function escaped(text: string): string {
  return text.replace(/[&"'<>]/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};

const sides = ['top', 'left', 'bottom', 'right'] as const;
const edges = [...sides, 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`,
);
const margins = { top: mm(0.6), left: mm(1), bottom: mm(0.6), right: mm(1) };
const tableProperties =
  `<w:tblPr><w:tblW w:type="dxa" w:w="${mm(156)}"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
  `<w:tblCellMar>${sides.map((side) => `<w:${side} w:type="dxa" w:w="${margins[side]}"/>`).join('')}</w:tblCellMar></w:tblPr>`;
