import { type Refusal, refuse } from '../../model/refusal.ts';

/** A text and the name of the encoding it was read in, e.g. `gb18030`; a byte order mark is not part of the text. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes a text file: UTF-16 by its byte order mark, otherwise strict UTF-8, otherwise GB18030.
 *
 * No encoding is guessed at: one decodes every byte or the next is tried. Refuses with BAD_TEXT when none does, when
 * the text is UTF-8 but for a few damaged bytes (GB18030 would decode those to plausible nonsense), or holds a NUL.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Refusal {
  const decoded = decodeByMarkOrContent(bytes);
  if (decoded === null) return refuse('BAD_TEXT');
  const nul = decoded.text.indexOf('\0');
  if (nul !== -1) {
    const line = lineOf(decoded.text, nul);
    return refuse('BAD_TEXT', { zh: `第 ${line} 行含有空字符`, en: `a NUL character in line ${line}` });
  }
  return decoded;
}

/** Decodes bytes in an encoding a file declares; null when there is no such encoding or a byte does not fit. */
export function decodeAs(bytes: Uint8Array, encoding: string): DecodedText | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return null; // RangeError for an unknown name, TypeError for a byte that does not fit
  }
}

function decodeByMarkOrContent(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== null || isDamagedUtf8(bytes)) return utf8;
  return decodeAs(bytes, 'gb18030');
}

/**
 * Whether bytes that are not UTF-8 are so only for some damage: read as UTF-8 they give far more characters beyond
 * ASCII than replacement characters. Text in GB18030 gives hardly any.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let replaced = 0;
  let good = 0;
  // A megabyte from either end is enough to tell, and keeps the work bounded.
  for (const part of [
    bytes.subarray(0, 1 << 20),
    bytes.subarray(Math.max(1 << 20, bytes.length - (1 << 20))),
  ]) {
    const text = new TextDecoder('utf-8').decode(part);
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 0xfffd) replaced += 1;
      else if (code >= 0x800) good += 1;
    }
  }
  return good > replaced * 4;
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < position; next = text.indexOf('\n', next + 1))
    line += 1;
  return line;
}
