import type { Measure } from '../../model/template.ts';
import { tidy } from './number.ts';

/**
 * Reads a target or result of an indicator: `≥95%`, `90%以上`, `不少于46名`, `6只`, `完成`. The number keeps its unit;
 * text without a number is a measure all the same, with none.
 */
export function parseMeasure(text: string): Measure {
  const plain = tidy(text);
  const match = /([<>≥≤=＝]|>=|<=)?(-?\d+(?:,\d{3})*(?:\.\d+)?)(%|‰)?/.exec(
    plain.replaceAll('>=', '≥').replaceAll('<=', '≤'),
  );
  const shown = text.trim();
  if (match?.[2] === undefined) return { text: shown, comparator: null, number: null, unit: '' };
  const before = plain.slice(0, Math.max(0, plain.indexOf(match[2])));
  const after = plain.slice(plain.indexOf(match[2]) + match[2].length + (match[3]?.length ?? 0));
  return {
    text: shown,
    comparator: comparatorOf(match[1], before, after),
    number: Number(match[2].replaceAll(',', '')),
    unit: match[3] ?? /^[^\d,，。;；(（以之]{0,6}/.exec(after)?.[0] ?? '',
  };
}

/** Words count like signs; 以上 and 以下 include the bound, as Chinese law uses them. */
function comparatorOf(sign: string | undefined, before: string, after: string): Measure['comparator'] {
  if (sign === '≥' || sign === '≤' || sign === '>' || sign === '<') return sign;
  if (/(?:不少于|不低于|至少|不小于|达到)$/.test(before) || /^[^\d]{0,4}(?:以上|及以上)/.test(after))
    return '≥';
  if (
    /(?:不超过|不高于|不多于|不大于|控制在)$/.test(before) ||
    /^[^\d]{0,4}(?:以下|以内|及以下|之内)/.test(after)
  )
    return '≤';
  if (/(?:大于|超过|多于|高于)$/.test(before)) return '>';
  if (/(?:小于|低于|少于)$/.test(before)) return '<';
  if (sign === '=' || sign === '＝' || /等于$/.test(before)) return '=';
  return null;
}
