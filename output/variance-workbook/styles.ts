import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { Language } from '../../pipeline/model/text.ts';
import { lampColours } from '../signs.ts';

/** The looks a cell can have; each is one style of the workbook. */
export type StyleName =
  | 'plain'
  | 'title'
  | 'subtitle'
  | 'back'
  | 'sentence'
  | 'note'
  | 'section'
  | 'heading'
  | 'headingBand'
  | 'text'
  | 'textCentred'
  | 'id'
  | 'amount'
  | 'rate'
  | 'points'
  | 'count'
  | 'raw'
  | 'rawNumber'
  | 'link'
  | 'linkCentred'
  | 'group'
  | 'total'
  | 'totalAmount'
  | 'totalRate'
  | 'totalPoints'
  | 'totalCount'
  | `lamp.${Tone}`
  | `state.${Tone}`
  | `box.${BoxPart}.${Tone}`;

/** Green, yellow, red, blue, or grey where there is nothing to say. */
export type Tone = keyof typeof lampColours | 'grey';
export type BoxPart = 'label' | 'figure' | 'note';

/**
 * Number formats: 万元 with two decimals, percentages with one, points signed; zero is shown, never blank. The space at
 * the end keeps figures off the line in every program, which an indent does not.
 */
const formats = {
  amount: '#,##0.00_ ;-#,##0.00_ ;0.00_ ;@_ ',
  rate: '0.0%_ ;-0.0%_ ;0.0%_ ;@_ ',
  points: '+0.0_ ;-0.0_ ;0.0_ ;@_ ',
  count: '0_ ;-0_ ;0_ ;@_ ',
  raw: '0.00####_ ;-0.00####_ ;0.00####_ ;@_ ',
} as const;

/** The style of each name, in the fonts of a language. */
export function stylesOf(language: Language): (name: StyleName) => Partial<Style> {
  const faces = language === 'zh' ? chineseFaces : englishFaces;
  const made = new Map<StyleName, Partial<Style>>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const style = styleOf(name, faces);
    made.set(name, style);
    return style;
  };
}

/** Fonts every office of the bureau has; official type for titles is named and falls back where it is missing. */
const chineseFaces = { title: '方正小标宋简体', heading: '黑体', body: '宋体', sentence: '仿宋' };
const englishFaces = { title: 'Cambria', heading: 'Calibri', body: 'Calibri', sentence: 'Calibri' };
type Faces = typeof chineseFaces;

const ink = 'FF1F2933';
const soft = 'FF52606D';
const line = 'FFB8C2CC';
const headingGround = 'FFDCE6F1';
const groupGround = 'FFF2F5F9';
const greyTone = { ground: 'EEF1F4', sign: '4A5560' };

function styleOf(name: StyleName, faces: Faces): Partial<Style> {
  const body = font(faces.body, 11);
  const [kind, part, tone] = name.split('.');
  if (kind === 'box') return boxStyle(part ?? '', toneOf(tone), faces);
  if (kind === 'lamp' || kind === 'state') return toneStyle(toneOf(part), faces);
  switch (name) {
    case 'title':
      return { font: font(faces.title, 20), alignment: centred };
    case 'subtitle':
      return { font: font(faces.body, 11, { color: { argb: soft } }), alignment: centred };
    case 'back':
      return {
        font: font(faces.body, 9, { color: { argb: 'FF1B4F8A' }, underline: true }),
        alignment: { vertical: 'middle', horizontal: 'left' },
      };
    case 'sentence':
      return { font: font(faces.sentence, 14), alignment: { ...wrapped, vertical: 'middle' } };
    case 'note':
      return {
        font: font(faces.body, 10, { color: { argb: soft } }),
        alignment: { ...wrapped, vertical: 'middle' },
      };
    case 'section':
      return { font: font(faces.heading, 12, { bold: true }), alignment: { vertical: 'middle' } };
    case 'heading':
      return {
        font: font(faces.heading, 11, { bold: true }),
        alignment: { ...centred, wrapText: true },
        fill: solid(headingGround),
        border: boxed,
      };
    case 'headingBand':
      return {
        font: font(faces.heading, 11, { bold: true }),
        alignment: centred,
        fill: solid(headingGround),
        border: boxed,
      };
    case 'text':
      return { font: body, alignment: wrapped, border: boxed, numFmt: '@' };
    case 'textCentred':
      return { font: body, alignment: { ...centred, wrapText: true }, border: boxed, numFmt: '@' };
    case 'id':
      return { font: body, alignment: wrapped, border: boxed, numFmt: '@' };
    case 'raw':
      return { font: body, alignment: { ...right, wrapText: true }, border: boxed, numFmt: '@_ ' };
    case 'rawNumber':
      return { font: body, alignment: right, border: boxed, numFmt: formats.raw };
    case 'amount':
    case 'rate':
    case 'points':
    case 'count':
      return { font: body, alignment: right, border: boxed, numFmt: formats[name] };
    case 'link':
    case 'linkCentred':
      return {
        font: font(faces.body, 11, { color: { argb: 'FF1B4F8A' }, underline: true }),
        alignment: name === 'link' ? wrapped : centred,
        border: boxed,
        numFmt: '@',
      };
    case 'group':
      return {
        font: font(faces.heading, 11, { bold: true }),
        alignment: { vertical: 'middle' },
        fill: solid(groupGround),
        border: boxed,
      };
    case 'total':
      return { ...totalStyle(faces), alignment: centred };
    case 'totalAmount':
      return { ...totalStyle(faces), alignment: right, numFmt: formats.amount };
    case 'totalRate':
      return { ...totalStyle(faces), alignment: right, numFmt: formats.rate };
    case 'totalPoints':
      return { ...totalStyle(faces), alignment: right, numFmt: formats.points };
    case 'totalCount':
      return { ...totalStyle(faces), alignment: right, numFmt: formats.count };
    default:
      return { font: body };
  }
}

function totalStyle(faces: Faces): Partial<Style> {
  return { font: font(faces.heading, 11, { bold: true }), fill: solid(groupGround), border: boxed };
}

/** Colour besides shape and word: the ground prints light grey, the sign stays dark. */
function toneStyle(tone: typeof greyTone, faces: Faces): Partial<Style> {
  return {
    font: font(faces.heading, 11, { bold: true, color: { argb: `FF${tone.sign}` } }),
    alignment: centred,
    fill: solid(`FF${tone.ground}`),
    border: boxed,
    numFmt: '@',
  };
}

/** The colours of a tone for a cell that comes to say so: a ground alone, for programs add it to what the cell has. */
export function toneWhere(tone: Tone): Partial<Style> {
  const { sign, ground } = toneOf(tone);
  return {
    font: { color: { argb: `FF${sign}` } },
    // In what a condition adds, programs read the ground from the back.
    fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${ground}` } },
  };
}

function boxStyle(part: string, tone: typeof greyTone, faces: Faces): Partial<Style> {
  const size = part === 'figure' ? 22 : part === 'label' ? 11 : 9;
  const edge = { style: 'medium', color: { argb: 'FFFFFFFF' } } as const;
  return {
    font: font(faces.heading, size, { bold: part !== 'note', color: { argb: `FF${tone.sign}` } }),
    alignment: centred,
    fill: solid(`FF${tone.ground}`),
    border: { left: edge, right: edge },
  };
}

function toneOf(name: string | undefined): typeof greyTone {
  return name === 'red' || name === 'yellow' || name === 'green' || name === 'blue'
    ? lampColours[name]
    : greyTone;
}

function font(name: string, size: number, more: Partial<Font> = {}): Partial<Font> {
  return { name, size, color: { argb: ink }, ...more };
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

const thin = { style: 'thin', color: { argb: line } } as const;
const boxed: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
const wrapped: Partial<Alignment> = { vertical: 'middle', horizontal: 'left', wrapText: true };
const centred: Partial<Alignment> = { vertical: 'middle', horizontal: 'center' };
const right: Partial<Alignment> = { vertical: 'middle', horizontal: 'right' };
