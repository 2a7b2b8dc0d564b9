import { foldText } from './label.ts';

/** The name of a row of named items, apart from how it is numbered. */
export interface ItemName {
  /** Folded, without number, 其中 and brackets: `（一）因公出国（境）费` is `因公出国境费`. */
  readonly name: string;
  /** `一、` 1, `（一）` 2, `1.` 3, `（1）` 4; 0 without a number. */
  readonly depth: number;
  /** Whether it begins with 其中: a part of the row above. */
  readonly isOfWhich: boolean;
}

/** Reads the name of a row such as `二、政府性基金预算拨款收入`, `其中：（1）购置费`. */
export function itemName(written: string): ItemName {
  let rest = foldText(written);
  let depth = 0;
  let isOfWhich = false;
  for (;;) {
    const before = rest;
    if (/^其中[:、,，]?/.test(rest)) {
      isOfWhich = true;
      rest = rest.replace(/^其中[:、,，]?/, '');
    }
    for (const [number, pattern] of numberings) {
      if (!pattern.test(rest)) continue;
      if (depth === 0) depth = number;
      rest = rest.replace(pattern, '');
    }
    if (rest === before) break;
  }
  return { name: rest.replace(/[()[\]{}【】〔〕*:]/g, ''), depth, isOfWhich };
}

const numberings: readonly (readonly [number, RegExp])[] = [
  [1, /^[一二三四五六七八九十]{1,3}[、.]/],
  [2, /^\([一二三四五六七八九十]{1,3}\)/],
  [3, /^\d{1,2}[、.](?!\d)/],
  [4, /^\(\d{1,2}\)/],
];
