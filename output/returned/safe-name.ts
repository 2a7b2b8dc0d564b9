import { plainText } from '../safe-text.ts';

/**
 * A name of a file or folder out of any text a unit wrote: one part of a path that every system takes, shows as it is,
 * and that leads nowhere else. Names that are fine stay as they are.
 *
 * @param text without folders; its ending, `.xlsx`, is kept when the name must be cut
 */
export function safeName(text: string): string {
  const clean = plainText(text)
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[<>:"/\\|?*]/g, (sign) => fullWidth[sign] ?? '_')
    .replace(/^[ .]+/, '');
  const dot = clean.lastIndexOf('.');
  const hasEnding = dot > 0 && /^\.[0-9A-Za-z]{1,5}$/.test(clean.slice(dot));
  const stem = hasEnding ? clean.slice(0, dot) : clean;
  const ending = hasEnding ? clean.slice(dot) : '';
  const fitted = withoutEnd(cutTo(withoutEnd(stem), mostBytes - ending.length));
  const named = fitted === '' ? '_' : fitted;
  // Windows takes these for devices, whatever stands behind a dot.
  return (device.test(named) ? `_${named}` : named) + ending;
}

/** Gives names that differ from all given before, also where upper and lower case or the forms of Unicode are one. */
export class DistinctNames {
  private readonly taken = new Set<string>();

  /** The name, or the name with (2), (3) … before its ending. */
  take(folder: string, name: string): string {
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let distinct = name;
    for (let number = 2; this.taken.has(folded(`${folder}/${distinct}`)); number += 1)
      distinct = `${stem}(${number})${ending}`;
    this.taken.add(folded(`${folder}/${distinct}`));
    return distinct;
  }
}

/** Names that some file system takes for one. Upper case first: ß and SS, ſ and s meet there. */
function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}

/** File systems allow 255 bytes; room is left for a number and for the folders around it. */
const mostBytes = 180;

/** Signs that take no room: joiners, fillers, variation selectors, tags. */
const unseen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these signs is meant by itself
  /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202F\u2060-\u206F\u3164\uFE00-\uFE0F\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

const fullWidth: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

const device = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|\s|$)/i;

function withoutEnd(text: string): string {
  return text.replace(/[ .]+$/, '');
}

function cutTo(text: string, bytes: number): string {
  let cut = '';
  let used = 0;
  for (const sign of text) {
    used += Buffer.byteLength(sign);
    if (used > bytes) break;
    cut += sign;
  }
  return cut;
}
