/**
 * The width of a text in columns of a fixed-width font: Chinese characters, full-width signs and emoji take two,
 * combining marks none. Also how wide a column of a sheet must be, since its unit is one digit.
 *
 * Source: Unicode Standard Annex 11, East Asian Width; the ambiguous signs that Chinese fonts draw wide (quotes, dashes,
 * dots, shapes) count two when `ambiguous` says so: sheets are set in Chinese fonts, terminals mostly are not.
 */
export function textWidth(text: string, ambiguous: 'narrow' | 'wide' = 'narrow'): number {
  let width = 0;
  for (const sign of text) {
    if (sign < '\u0300')
      width += ambiguous === 'wide' && (sign === '·' || sign === '×' || sign === '÷') ? 2 : 1;
    else if (widthless.test(sign)) width += 0;
    else if (wide.test(sign)) width += 2;
    else width += ambiguous === 'wide' && wideInChinese.test(sign) ? 2 : 1;
  }
  return width;
}

/** A text filled up with spaces to a width; longer texts stay whole. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** A text cut to a width, with … where something was left out. */
export function cutTo(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const sign of text) {
    used += textWidth(sign);
    if (used > width - 1) break;
    cut += sign;
  }
  return `${cut}…`;
}

/** A text in lines of a width: no Latin word is parted, no line begins with a closing sign. */
export function wrapTo(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(/(?:[!-~]+|.)[，。；、：）”》」]*/gu)) {
    if (line !== '' && textWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** How many lines a text takes in a column of a width, its own line breaks included. */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(line, 'wide') / width));
  return lines;
}

const widthless = /[\p{Mn}\p{Me}\u200B-\u200F\u2060]/u;
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18AFF}\u{1B000}-\u{1B2FB}\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u;
const wideInChinese = /[\u2010-\u2027\u2030-\u203B\u2100-\u22FF\u2460-\u27BF]/;
