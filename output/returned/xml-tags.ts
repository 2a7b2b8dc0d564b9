import { CannotPatch } from './cannot-patch.ts';

/** A tag of a part: where it stands and what it is called, prefix included. */
export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
  /** 1 for the root, for its opening and its closing tag alike. */
  readonly depth: number;
}

/**
 * The tags of XML in their order. Comments, processing instructions and CDATA are passed over. Looks at each character
 * once: parts may be large, and nobody has checked those that our reader does not read.
 *
 * @throws CannotPatch on what is not well-formed, and on a DTD
 */
export function* tagsOf(xml: string): Generator<Tag> {
  const stack: string[] = [];
  let at = xml.indexOf('<');
  while (at !== -1) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at);
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at);
    else {
      const end = endOfTag(xml, at);
      const closes = xml.charCodeAt(at + 1) === slash;
      const name = nameAt(xml, closes ? at + 2 : at + 1);
      if (closes) {
        if (stack.pop() !== name) throw new CannotPatch(`</${name}> closes nothing`);
        yield { name, kind: 'close', start: at, end, depth: stack.length + 1 };
      } else if (xml.charCodeAt(end - 2) === slash) {
        yield { name, kind: 'empty', start: at, end, depth: stack.length + 1 };
      } else {
        stack.push(name);
        yield { name, kind: 'open', start: at, end, depth: stack.length };
      }
      at = end;
    }
    at = xml.indexOf('<', at);
  }
  if (stack.length > 0) throw new CannotPatch(`<${stack.at(-1)}> is never closed`);
}

/** An element: its opening tag, and where its content and it itself end. */
export interface Element {
  readonly name: string;
  readonly tag: Tag;
  /** Where the content ends; the end of the tag in an empty element. */
  readonly contentEnd: number;
  readonly end: number;
}

/**
 * The root of a part and the elements in it at one depth (2: the root's children), in their order.
 *
 * @throws CannotPatch unless the root is called so, without a prefix
 */
export function elementsAt(
  xml: string,
  rootName: string,
  depth: number,
): { readonly root: Element; readonly elements: readonly Element[] } {
  const elements: Element[] = [];
  let root: Element | null = null;
  const open: Tag[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'open') {
      open[tag.depth] = tag;
      continue;
    }
    if (tag.depth !== depth && tag.depth !== 1) continue;
    const opening = tag.kind === 'empty' ? tag : open[tag.depth];
    if (opening === undefined) continue;
    const contentEnd = tag.kind === 'empty' ? tag.end : tag.start;
    const element = { name: tag.name, tag: opening, contentEnd, end: tag.end };
    if (tag.depth === depth) elements.push(element);
    else root = element;
  }
  if (root === null || root.name !== rootName) throw new CannotPatch(`no <${rootName}>`);
  return { root, elements };
}

/** An attribute of a tag: its value as written, references and all, and where the value stands. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The attributes of a tag, with where each begins and ends in the text. */
export function attributesOf(xml: string, tag: Pick<Tag, 'start' | 'end'>): readonly Attribute[] {
  const attributes: Attribute[] = [];
  let at = tag.start + 1 + nameAt(xml, tag.start + 1).length;
  for (;;) {
    while (at < tag.end && isSpace(xml.charCodeAt(at))) at += 1;
    const equals = xml.indexOf('=', at);
    if (equals === -1 || equals >= tag.end) return attributes;
    const name = xml.slice(at, equals).trim();
    let quote = equals + 1;
    while (quote < tag.end && isSpace(xml.charCodeAt(quote))) quote += 1;
    const end = xml.indexOf(xml.charAt(quote), quote + 1);
    if (end === -1 || end >= tag.end) throw new CannotPatch('an attribute without quotes');
    attributes.push({ name, value: xml.slice(quote + 1, end), start: quote + 1, end });
    at = end + 1;
  }
}

/** The attribute of a tag by its name, prefix included; undefined when it has none. */
export function attributeOf(
  xml: string,
  tag: Pick<Tag, 'start' | 'end'>,
  name: string,
): Attribute | undefined {
  return attributesOf(xml, tag).find((attribute) => attribute.name === name);
}

/** The value of an attribute with its references replaced. */
export function decoded(value: string): string {
  return value.replace(
    /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
    (all, hex, decimal, name) => {
      if (name !== undefined) return named[String(name)] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Text for an element or a quoted attribute; it must hold no signs that XML forbids. */
export function encoded(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One change of a text: what stands between two positions gives way to something else. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after all changes; those at one position in the order given. Changes do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let reached = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    if (edit.start < reached) throw new CannotPatch('changes overlap');
    pieces.push(text.slice(reached, edit.start), edit.text);
    reached = edit.end;
  }
  pieces.push(text.slice(reached));
  return pieces.join('');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const slash = 0x2f;

function after(xml: string, closing: string, from: number): number {
  const at = xml.indexOf(closing, from);
  if (at === -1) throw new CannotPatch(`${closing} is missing`);
  return at + closing.length;
}

function endOfTag(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at + 1;
    else if (code === 0x3c || code === 0x21) break;
  }
  throw new CannotPatch('a tag is never closed');
}

function nameAt(xml: string, start: number): string {
  let end = start;
  while (end < xml.length && !endsName(xml.charCodeAt(end))) end += 1;
  if (end === start) throw new CannotPatch('a tag without a name');
  return xml.slice(start, end);
}

function endsName(code: number): boolean {
  return isSpace(code) || code === slash || code === 0x3e;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
