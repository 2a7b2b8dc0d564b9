import type { Text } from './text.ts';

/** An address as people say it: `7:9` is 第 7–9 行, `D:D` is D 列; a cell is named as it is. */
export function addressText(address: string): Text {
  const [, first, last] = /^(\d+|[A-Z]+):(\d+|[A-Z]+)$/.exec(address) ?? [];
  if (first === undefined || last === undefined) return { zh: address, en: address };
  const span = first === last ? first : `${first}–${last}`;
  return /\d/.test(first)
    ? { zh: `第 ${span} 行`, en: `row ${span}` }
    : { zh: `${span} 列`, en: `column ${span}` };
}
