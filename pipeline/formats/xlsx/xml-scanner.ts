import { giveUp } from './refusal-error.ts';
import { type XmlName, XmlNames } from './xml-names.ts';
import { decodeXmlText, longestReference } from './xml-text.ts';

/** What the scanner stands on. `more`: the bytes end within something, and more of them are to come. */
export const Token = { open: 1, close: 2, text: 3, end: 4, more: 5 } as const;
export type Token = (typeof Token)[keyof typeof Token];

export interface XmlLimits {
  readonly xmlDepth: number;
}

/** Where a scanner stood, to return to when the bytes ended too soon. */
export interface XmlPlace {
  readonly position: number;
  readonly depth: number;
}

/**
 * Reads UTF-8 XML as bytes, token by token, and makes no object of anything: names, attributes and texts are places
 * in the bytes until somebody asks for them. An empty element `<v/>` is an opening and a closing token.
 *
 * Strict where it decides what is read: elements nest and close, names have their namespace, attributes are quoted
 * and not repeated, there is one root, no DTD, no character XML forbids.
 *
 * @throws RefusalError from every method, when the XML is not well-formed
 */
export class XmlScanner {
  bytes: Buffer;
  /** The same bytes, for whoever looks at several of them at once. */
  view: DataView;
  position = 0;
  /** The element opened or closed last: `row`, or with its namespace's usual prefix `x14:dataValidation`; see xml-names.ts. */
  tag = '';
  /** The text found last; with references still in it unless `textIsPlain`. */
  textStart = 0;
  textEnd = 0;
  textIsPlain = true;
  attributeCount = 0;
  /** Start and end of the name, start and end of the value of each attribute. */
  readonly attributes: number[] = [];
  depth = 0;

  private readonly part: string;
  private readonly deepest: number;
  private readonly names: XmlNames;
  private readonly stack: XmlName[] = [];
  private readonly tags: string[] = [];
  private end: number;
  private isLast: boolean;
  private selfClosed = false;
  private rootClosed = false;

  /** @param part names the part in refusals */
  constructor(part: string, bytes: Buffer, limits: XmlLimits, isLast = true) {
    this.part = part;
    this.names = new XmlNames(part);
    this.deepest = limits.xmlDepth;
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.end = bytes.length;
    this.isLast = isLast;
  }

  /** Goes on in other bytes, which begin with those not yet read. */
  refill(bytes: Buffer, isLast: boolean): void {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.position = 0;
    this.end = bytes.length;
    this.isLast = isLast;
  }

  /** Returns to where an element had not been opened yet. Nothing opened before it may have been closed since. */
  rewind(place: XmlPlace): void {
    while (this.depth > place.depth) {
      this.depth--;
      this.names.leave(this.depth);
    }
    this.position = place.position;
    this.selfClosed = false;
  }

  /** The element around the one opened last, or around the text; empty at the root. */
  get parent(): string {
    return this.tags[this.depth - 2] ?? '';
  }

  /** Whether the element just opened is an empty one, `<row/>`, whose closing is still to be told. */
  get isSelfClosed(): boolean {
    return this.selfClosed;
  }

  /** Whether names without a prefix are those of the main namespace. */
  get isMainByDefault(): boolean {
    return this.names.isMainByDefault;
  }

  /** The element around the text found last. */
  get current(): string {
    return this.tags[this.depth - 1] ?? '';
  }

  next(): Token {
    if (this.selfClosed) {
      this.selfClosed = false;
      return this.close();
    }
    const { bytes } = this;
    for (;;) {
      const { position } = this;
      if (position >= this.end) return this.endOfBytes();
      if (bytes[position] !== 0x3c) return this.readText(position);
      if (position + 1 >= this.end) return this.ranOut();
      const byte = bytes[position + 1];
      if (byte === 0x2f) return this.readClosing(position);
      if (byte !== 0x21 && byte !== 0x3f) return this.readOpening(position);
      const token = this.readMarkup(position, byte);
      if (token !== null) return token;
    }
  }

  /** Skips the element just opened with all that is in it; false when the bytes ended within. */
  skipElement(): boolean {
    const outside = this.depth - 1;
    for (;;) {
      const token = this.next();
      if (token === Token.more) return false;
      if (token === Token.close && this.depth === outside) return true;
    }
  }

  /** The text in the element just opened, elements within it left out; null when the bytes ended within. */
  readContent(): string | null {
    const outside = this.depth - 1;
    let content = '';
    for (;;) {
      const token = this.next();
      if (token === Token.more) return null;
      if (token === Token.text && this.depth === outside + 1) content += this.text();
      else if (token === Token.close && this.depth === outside) return content;
    }
  }

  /** The text found last. */
  text(): string {
    const raw = this.bytes.toString('utf8', this.textStart, this.textEnd);
    return this.textIsPlain ? raw : (decodeXmlText(raw) ?? this.fail(this.textStart));
  }

  /** The value of an attribute without a prefix; null when the element has none of that name. */
  attribute(name: string): string | null {
    for (let index = 0; index < this.attributeCount; index++) {
      if (!this.attributeIs(index, name)) continue;
      return this.attributeValue(index);
    }
    return null;
  }

  /** The value of an attribute in one of the namespaces of relationships, whatever its prefix: `r:id`. */
  relationshipAttribute(local: string): string | null {
    for (let index = 0; index < this.attributeCount; index++) {
      const name = this.ascii(this.attributes[4 * index] ?? 0, this.attributes[4 * index + 1] ?? 0);
      const colon = name.indexOf(':');
      if (colon < 0 || name.slice(colon + 1) !== local) continue;
      if (this.names.isRelationshipPrefix(name.slice(0, colon))) return this.attributeValue(index);
    }
    return null;
  }

  /** Whether an attribute is set to what XML Schema or other writers call true; false without it. */
  flag(name: string): boolean {
    switch (this.attribute(name)?.toLowerCase()) {
      case '1':
      case 'true':
      case 'on':
        return true;
      case undefined:
      case '':
      case '0':
      case 'false':
      case 'off':
        return false;
      default:
        return this.fail(this.position);
    }
  }

  /** The value of an attribute. Line ends and tabs written as such are spaces, those written as references are not. */
  attributeValue(index: number): string {
    const start = this.attributes[4 * index + 2] ?? 0;
    const end = this.attributes[4 * index + 3] ?? 0;
    const raw = this.bytes.toString('utf8', start, end);
    for (let position = start; position < end; position++) {
      const byte = this.bytes[position] ?? 0;
      if (byte === 0x26 || byte < 0x20)
        return decodeXmlText(raw.replaceAll(/\r\n|[\t\n\r]/g, ' ')) ?? this.fail(start);
    }
    return raw;
  }

  private attributeIs(index: number, name: string): boolean {
    const start = this.attributes[4 * index] ?? 0;
    if ((this.attributes[4 * index + 1] ?? 0) - start !== name.length) return false;
    for (let offset = 0; offset < name.length; offset++) {
      if (this.bytes[start + offset] !== name.charCodeAt(offset)) return false;
    }
    return true;
  }

  private readText(start: number): Token {
    const { bytes, end } = this;
    let position = start;
    let plain = true;
    let blank = true;
    for (; position < end; position++) {
      const byte = bytes[position] ?? 0;
      if (byte === 0x3c) break;
      if (byte > 0x20 && byte !== 0x26) {
        blank = false;
        continue;
      }
      if (byte === 0x26 || byte === 0x0d) plain = false;
      if (byte === 0x26) blank = false;
      else if (byte < 0x20) this.checkControl(byte);
    }
    if (this.depth === 0 && !blank) this.fail(start);
    if (position === end && !this.isLast) return Token.more;
    if (!plain) this.checkReferences(start, position);
    this.textStart = start;
    this.textEnd = position;
    this.textIsPlain = plain;
    this.position = position;
    return Token.text;
  }

  private readClosing(start: number): Token {
    const { bytes } = this;
    const name = this.stack[this.depth - 1];
    if (name === undefined) return this.fail(start);
    const { written } = name;
    let position = start + 2 + written.length;
    if (position >= this.end) return this.ranOut();
    for (let offset = 0; offset < written.length; offset++) {
      if (bytes[start + 2 + offset] !== written.charCodeAt(offset)) this.fail(start);
    }
    while (bytes[position] !== 0x3e) {
      if (position >= this.end) return this.ranOut();
      if (!isSpace(bytes[position] ?? 0)) this.fail(start);
      position++;
    }
    this.position = position + 1;
    return this.close();
  }

  private close(): Token {
    this.depth--;
    this.tag = this.tags[this.depth] ?? '';
    this.names.leave(this.depth);
    if (this.depth === 0) this.rootClosed = true;
    return Token.close;
  }

  private readOpening(start: number): Token {
    const { bytes, end, attributes } = this;
    let position = start + 1;
    while (position < end && isNameByte[bytes[position] ?? 0] === 1) position++;
    const nameEnd = position;
    if (nameEnd === start + 1) this.fail(start);

    let count = 0;
    let declares = false;
    let selfClosed = false;
    for (;;) {
      let byte = bytes[position] ?? 0;
      const spaceStart = position;
      while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++position] ?? 0;
      if (position >= end) return this.ranOut();
      if (byte === 0x3e) break;
      if (byte === 0x2f) {
        if (position + 1 >= end) return this.ranOut();
        if (bytes[position + 1] !== 0x3e) this.fail(start);
        selfClosed = true;
        position++;
        break;
      }
      if (position === spaceStart || count === mostAttributes) this.fail(start);

      const attributeStart = position;
      while (position < end && isNameByte[bytes[position] ?? 0] === 1) position++;
      const attributeEnd = position;
      while (position < end && isSpace(bytes[position] ?? 0)) position++;
      if (position >= end) return this.ranOut();
      if (attributeEnd === attributeStart || bytes[position] !== 0x3d) this.fail(start);
      position++;
      while (position < end && isSpace(bytes[position] ?? 0)) position++;
      if (position >= end) return this.ranOut();
      const quote = bytes[position] ?? 0;
      if (quote !== 0x22 && quote !== 0x27) this.fail(start);
      const valueStart = ++position;
      let hasReferences = false;
      for (; position < end; position++) {
        byte = bytes[position] ?? 0;
        if (byte === quote) break;
        if (byte === 0x3c) this.fail(start);
        if (byte === 0x26) hasReferences = true;
        if (byte < 0x20) this.checkControl(byte);
      }
      if (position >= end) return this.ranOut();
      if (hasReferences) this.checkReferences(valueStart, position);
      attributes[4 * count] = attributeStart;
      attributes[4 * count + 1] = attributeEnd;
      attributes[4 * count + 2] = valueStart;
      attributes[4 * count + 3] = position++;
      for (let other = 0; other < count; other++) {
        if (this.sameName(other, count)) this.fail(start);
      }
      if (bytes[attributeStart] === 0x78 && bytes[attributeStart + 3] === 0x6e) {
        if (this.declareNamespace(attributeStart, attributeEnd, count)) declares = true; // x..n, as in xmlns
      }
      count++;
    }
    this.position = position + 1;
    this.attributeCount = count;
    return this.open(start, nameEnd, declares, selfClosed);
  }

  private open(start: number, nameEnd: number, declares: boolean, selfClosed: boolean): Token {
    if (this.rootClosed) this.fail(start);
    if (this.depth === this.deepest) {
      giveUp('CORRUPT', { zh: `${this.part} 嵌套过深`, en: `${this.part} nests too deep` });
    }
    if (declares) this.names.enter(this.depth);
    const name = this.names.find(this.bytes, start + 1, nameEnd);
    this.tag = this.names.tagOf(name);
    this.stack[this.depth] = name;
    this.tags[this.depth] = this.tag;
    this.depth++;
    this.selfClosed = selfClosed;
    return Token.open;
  }

  private sameName(one: number, other: number): boolean {
    const { bytes, attributes } = this;
    const start = attributes[4 * one] ?? 0;
    const length = (attributes[4 * one + 1] ?? 0) - start;
    const otherStart = attributes[4 * other] ?? 0;
    if (length !== (attributes[4 * other + 1] ?? 0) - otherStart) return false;
    for (let offset = 0; offset < length; offset++) {
      if (bytes[start + offset] !== bytes[otherStart + offset]) return false;
    }
    return true;
  }

  /** Notes `xmlns="…"` and `xmlns:prefix="…"` for the element about to open; false when the attribute is neither. */
  private declareNamespace(start: number, end: number, index: number): boolean {
    const name = this.ascii(start, end);
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return false;
    this.names.declare(name.slice('xmlns:'.length), this.attributeValue(index));
    return true;
  }

  /** Comments and processing instructions are passed over (null), CDATA is text, a DTD is refused. */
  private readMarkup(start: number, kind: number): Token | null {
    if (kind === 0x3f) return this.skipTo('?>', start + 2);
    if (this.startsWith('<!--', start)) return this.skipTo('-->', start + 4);
    if (this.startsWith('<![CDATA[', start)) return this.readCdata(start);
    if (this.startsWith('<!DOCTYPE', start)) giveUp('DTD_NOT_ALLOWED', this.part);
    if (this.end - start < '<!DOCTYPE'.length) return this.ranOut();
    return this.fail(start);
  }

  private skipTo(closing: string, from: number): Token | null {
    const end = this.bytes.indexOf(closing, from, 'latin1');
    if (end < 0) return this.ranOut();
    this.position = end + closing.length;
    return null;
  }

  private readCdata(start: number): Token {
    const textStart = start + '<![CDATA['.length;
    const end = this.bytes.indexOf(']]>', textStart, 'latin1');
    if (end < 0) return this.ranOut();
    if (this.depth === 0) this.fail(start);
    for (let position = textStart; position < end; position++) {
      const byte = this.bytes[position] ?? 0;
      if (byte < 0x20) this.checkControl(byte);
    }
    this.textStart = textStart;
    this.textEnd = end;
    this.textIsPlain = true;
    this.position = end + ']]>'.length;
    return Token.text;
  }

  private startsWith(prefix: string, start: number): boolean {
    for (let offset = 0; offset < prefix.length; offset++) {
      if (this.bytes[start + offset] !== prefix.charCodeAt(offset)) return false;
    }
    return start + prefix.length <= this.end;
  }

  private endOfBytes(): Token {
    if (!this.isLast) return Token.more;
    if (this.depth > 0 || !this.rootClosed) this.fail(this.position);
    return Token.end;
  }

  /** The bytes end within a tag: more must come, or the part is cut short. */
  private ranOut(): Token {
    this.names.forgetDeclarations();
    return this.isLast ? this.fail(this.position) : Token.more;
  }

  /** Sees that each `&` begins a reference to a character, in texts that nobody will ask for, too. */
  private checkReferences(start: number, end: number): void {
    for (let position = start; position < end; position++) {
      if (this.bytes[position] !== 0x26) continue;
      const raw = this.bytes.toString('latin1', position, Math.min(end, position + longestReference));
      const reference = raw.slice(0, raw.indexOf(';') + 1);
      if (reference === '' || decodeXmlText(reference) === null) this.fail(position);
    }
  }

  private checkControl(byte: number): void {
    if (byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) {
      giveUp('CORRUPT', {
        zh: `${this.part} 含有非法字符`,
        en: `${this.part} holds a character XML forbids`,
      });
    }
  }

  private ascii(start: number, end: number): string {
    return this.bytes.toString('latin1', start, end);
  }

  private fail(position: number): never {
    const place = `${this.part}, byte ${position}`;
    return giveUp('CORRUPT', { zh: `${place} 处 XML 有误`, en: `malformed XML in ${place}` });
  }
}

/** Whether bytes hold nothing but white space. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let position = start; position < end; position++) if ((bytes[position] ?? 0) > 0x20) return false;
  return true;
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const mostAttributes = 100;

/** Bytes that may stand in a name: all but white space, control characters and the punctuation of tags. */
const isNameByte = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= 0x20 || '"\'/<=>&'.includes(String.fromCharCode(byte)) ? 0 : 1,
);

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
