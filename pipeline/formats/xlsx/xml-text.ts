/** The text of XML character data, `&…;` replaced and line ends unified; null when a reference is none. */
export function decodeXmlText(raw: string): string | null {
  const unified = raw.includes('\r') ? raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : raw;
  if (!unified.includes('&')) return unified;
  let text = '';
  let position = 0;
  for (let start = unified.indexOf('&'); start >= 0; start = unified.indexOf('&', position)) {
    const end = unified.indexOf(';', start);
    if (end < 0 || end - start >= longestReference) return null;
    const character = referencedCharacter(unified.slice(start + 1, end));
    if (character === null) return null;
    text += unified.slice(position, start) + character;
    position = end + 1;
  }
  return text + unified.slice(position);
}

/** Where text ends that stands for itself: before the next tag, reference or control character, which line ends are. */
export function endOfPlainText(bytes: Uint8Array, start: number): number {
  let position = start;
  let byte = bytes[position] ?? 0;
  while (byte >= 0x20 && byte !== 0x3c && byte !== 0x26) byte = bytes[++position] ?? 0;
  return position;
}

/** Where blanks and line ends are over that may stand between tags. */
export function endOfBlanks(bytes: Uint8Array, start: number): number {
  let position = start;
  let byte = bytes[position] ?? 0;
  while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++position] ?? 0;
  return position;
}

/** Whether something is written at a position. */
export function isAt(bytes: Uint8Array, position: number, written: Uint8Array): boolean {
  for (let offset = 0; offset < written.length; offset++) {
    if (bytes[position + offset] !== written[offset]) return false;
  }
  return true;
}

/** Two or four characters of ASCII as the number that a view reads where they are written. */
export function letters(text: string): number {
  const bytes = Buffer.from(text, 'latin1');
  return bytes.readIntLE(0, bytes.length);
}

/** The text of a cell, whose escapes `_x000D_` stand for characters that XML cannot hold. */
export function unescapeCellText(text: string): string {
  let start = text.indexOf('_x');
  if (start < 0) return text;
  let result = '';
  let position = 0;
  for (; start >= 0; start = text.indexOf('_x', start + 1)) {
    if (start < position || text.charAt(start + 6) !== '_') continue;
    const code = hexValue(text, start + 2, start + 6);
    if (code === null) continue;
    result += text.slice(position, start) + String.fromCharCode(code);
    position = start + 7;
  }
  return result + text.slice(position);
}

/** Characters from `&` to `;`, both included: no reference needs more. */
export const longestReference = 13;
const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function referencedCharacter(name: string): string | null {
  if (!name.startsWith('#')) return named.get(name) ?? null;
  const code = name.startsWith('#x') ? hexValue(name, 2, name.length) : decimalValue(name.slice(1));
  if (code === null || !isXmlCharacter(code)) return null;
  return String.fromCodePoint(code);
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

function decimalValue(digits: string): number | null {
  if (digits === '') return null;
  let value = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

function hexValue(text: string, from: number, to: number): number | null {
  if (from >= to) return null;
  let value = 0;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    let digit = -1;
    if (code >= 48 && code <= 57) digit = code - 48;
    else if ((code | 32) >= 97 && (code | 32) <= 102) digit = (code | 32) - 87;
    if (digit < 0) return null;
    value = value * 16 + digit;
  }
  return value;
}
