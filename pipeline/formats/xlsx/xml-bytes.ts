import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { giveUp } from './refusal-error.ts';

/**
 * Turns the bytes of an XML part into UTF-8 without a byte order mark, whole or piece by piece.
 *
 * UTF-16 is legal and re-encoded, and so is ISO-8859-1 where it is declared: each of its bytes is one character. Other
 * encodings are refused unless the part is plain ASCII, where the usual ones agree.
 */
export class XmlBytes {
  private readonly part: string;
  private decoder: Pick<TextDecoder, 'decode'> | null = null;
  private asciiOnly = false;
  private started = false;

  constructor(part: string) {
    this.part = part;
  }

  /** The next piece as UTF-8; it may end within a character. The first piece must hold the XML declaration. */
  next(piece: Buffer, last: boolean): Buffer {
    const bytes = this.started ? piece : this.start(piece);
    if (this.decoder === null) return bytes;
    try {
      return Buffer.from(this.decoder.decode(bytes, { stream: !last }), 'utf8');
    } catch {
      return giveUp('BAD_TEXT', this.part);
    }
  }

  /**
   * Checks UTF-8 that begins and ends between characters.
   *
   * @throws RefusalError
   */
  check(bytes: Uint8Array): void {
    if (!(this.asciiOnly ? isAscii(bytes) : isUtf8(bytes))) giveUp('BAD_TEXT', this.part);
  }

  private start(bytes: Buffer): Buffer {
    this.started = true;
    const [first, second, third] = bytes;
    if (first === 0xef && second === 0xbb && third === 0xbf) return this.declared(bytes.subarray(3), true);
    const littleEndian = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
    const bigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
    if (!littleEndian && !bigEndian) return this.declared(bytes, false);
    this.decoder = new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be', { fatal: true });
    return bytes;
  }

  /** Heeds `encoding="…"` of `<?xml … ?>`. What is seen not to be UTF-16 and calls itself so is UTF-8: .NET writes that. */
  private declared(bytes: Buffer, isMarked: boolean): Buffer {
    if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return bytes;
    const end = bytes.subarray(0, 200).indexOf('?>');
    const encoding = /encoding\s*=\s*["']([\w.-]*)["']/.exec(
      bytes.toString('latin1', 0, Math.max(0, end)),
    )?.[1];
    if (!isMarked && /^iso-?8859-1$/i.test(encoding ?? '')) {
      this.decoder = latin1;
      return bytes;
    }
    this.asciiOnly = encoding !== undefined && !/^utf-?(8|16)$/i.test(encoding);
    if (this.asciiOnly && !extendsAscii.test(encoding ?? '')) giveUp('BAD_TEXT', `${this.part}: ${encoding}`);
    return bytes;
  }
}

/** ISO-8859-1; throws at what is a control character there, but a letter or half of one in what is mistaken for it. */
const latin1 = {
  decode(bytes: Uint8Array): string {
    if (bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) throw new RangeError('not ISO-8859-1');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  },
};

/** Encodings in which ASCII bytes are ASCII characters, as they are not in UTF-7 or EBCDIC. */
const extendsAscii = /^(?:(?:us-)?ascii|iso-8859-|windows-|gb|big5|shift|euc)/i;

/**
 * A whole XML part as checked UTF-8.
 *
 * @throws RefusalError
 */
export function xmlBytes(part: string, bytes: Buffer): Buffer {
  const reader = new XmlBytes(part);
  const utf8 = reader.next(bytes, true);
  reader.check(utf8);
  return utf8;
}
