import type { AmountUnit } from '../../model/money.ts';
import type { Gap } from '../../model/submission.ts';

/** A number out of the text of a cell, or why there is none. */
export type ParsedNumber = NumberRead | NumberMissing;

export interface NumberRead {
  readonly number: number;
  /** A unit of amount written behind it: `12.00万元`. */
  readonly unit: AmountUnit | null;
  readonly isPercent: boolean;
  readonly wasFullWidth: boolean;
}

export interface NumberMissing {
  readonly gap: Gap;
}

/** Signs for nothing, after folding; alone in a cell they are never zero. */
const placeholders = new Set([
  '/',
  '//',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '———',
  '－',
  '–',
  '―',
  '一',
  '无',
  '空',
  '不涉及',
  '不适用',
  '暂无',
  '没有',
  '未发生',
  '不详',
  'XX',
  'xx',
  '××',
  'X',
  '×',
  '待填写',
  '待填',
  '待定',
  'N/A',
  'n/a',
  'NA',
  '#',
  '*',
  '…',
  '...',
  '....',
]);

/** Of these, words that say there is none: an answer where the question is whether there is any. */
const denials = new Set(['无', '不涉及', '不适用', '暂无', '没有', '未发生']);

/** Signs that something is still to be put there. */
const unfinished = new Set(['XX', 'xx', '××', 'X', '×', '待填写', '待填', '待定']);

/** Words that say a row is secret. */
const classifiedWords = new Set(['涉密', '保密', '涉密项目', '(涉密)', '(保密)', '秘密', '机密']);

/** Whether a text is a sign for nothing: `/`, `—`, 无, 不涉及, XX, 待填写. */
export function isPlaceholder(text: string): boolean {
  return placeholders.has(tidy(text));
}

/** Whether a text says in words that there is none: 无, 不涉及, 未发生. */
export function isDenial(text: string): boolean {
  return denials.has(tidy(text));
}

/** Whether a text is a sign that a figure is still to come: XX, 待填写. */
export function isUnfinished(text: string): boolean {
  return unfinished.has(tidy(text));
}

/** Whether a cell says 涉密 and nothing else. */
export function isClassified(text: string): boolean {
  return text.includes('密') && classifiedWords.has(tidy(text));
}

/** Text for reading: NFKC, no spaces, no zero-width characters, no apostrophe that forces text. */
export function tidy(text: string): string {
  return isTidy.test(text) ? text : tidied(text);
}

/** Cheap, and true of most texts: nothing in it that would be unified or left out. */
const isTidy = /^[\u4e00-\u9fffA-Za-z0-9.,+%/()-]*$/;

function tidied(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/^['‘’`]/, '');
}

/**
 * Reads a number out of text: `1,234.50`, `￥3,000`, `（12.3）` for −12.3, `96.1%`, `12.00万元`, full-width digits.
 * Exact or not at all: `1,23` and `12.3.4` are no numbers.
 */
export function parseNumber(text: string): ParsedNumber {
  const plain = tidy(text);
  if (plain === '') return { gap: 'blank' };
  if (classifiedWords.has(plain)) return { gap: 'classified' };
  if (placeholders.has(plain)) return { gap: 'placeholder' };
  const match = grammar.exec(plain);
  if (match === null) return { gap: 'unreadable' };
  const [, open, sign, currency, sign2, digits, exponent, percent, unit, close] = match;
  if ((open === undefined) !== (close === undefined) || digits === undefined) return { gap: 'unreadable' };
  if (sign !== undefined && sign2 !== undefined) return { gap: 'unreadable' };
  if (percent !== undefined && (unit !== undefined || currency !== undefined)) return { gap: 'unreadable' };
  const negative = open !== undefined || isMinus(sign) || isMinus(sign2);
  const magnitude = Number(digits.replaceAll(',', '') + (exponent ?? ''));
  if (!Number.isFinite(magnitude)) return { gap: 'unreadable' };
  return {
    number: negative && magnitude !== 0 ? -magnitude : magnitude,
    unit: amountUnitOf(unit),
    isPercent: percent !== undefined,
    wasFullWidth: /[\uff01-\uff5e\uffe5]/.test(text),
  };
}

/** Brackets, sign, currency, digits with well-formed thousands, exponent, percent, unit. */
const grammar =
  /^(\()?([+\-−﹣])?([¥￥$]|人民币|RMB)?([+\-−﹣])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?(%)?([百千万亿]*元|万|亿)?(\))?$/;

function isMinus(sign: string | undefined): boolean {
  return sign !== undefined && sign !== '+';
}

function amountUnitOf(unit: string | undefined): AmountUnit | null {
  switch (unit) {
    case '万':
    case '万元':
      return '万元';
    case '亿':
    case '亿元':
      return '亿元';
    case '元':
    case '百元':
    case '千元':
    case '百万元':
      return unit;
    default:
      return null;
  }
}
