import { giveUp } from './refusal-error.ts';

/** A name as written in a part, with the tag it stands for in the namespaces now in force. */
export interface XmlName {
  /** Its bytes, each as the character of that code. */
  readonly written: string;
  readonly prefix: string;
  readonly local: string;
  tag: string;
  scope: Scope | null;
}

interface Scope {
  readonly depth: number;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

/** The prefix each namespace goes by in tags; elements of any other get `?:`. No namespace at all is taken for the main one. */
const usualPrefixes = new Map([
  ['', ''],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', ''],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/package/2006/content-types', ''],
  ['http://schemas.microsoft.com/office/spreadsheetml/2009/9/main', 'x14:'],
  ['http://schemas.microsoft.com/office/excel/2006/main', 'xm:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
]);

const relationshipNamespaces = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** A part with more different names than this is not a workbook's. */
const mostNames = 2000;

const undeclared: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/** The names of one part: each is kept once, and found by its bytes without making a string. */
export class XmlNames {
  private readonly part: string;
  // Filled, so that V8 does not take them for arrays of numbers until the first name is stored.
  private readonly oneByte = new Array<XmlName | undefined>(128).fill(undefined);
  private readonly byHash = new Array<XmlName[] | undefined>(64).fill(undefined);
  private count = 0;
  private scope: Scope = { depth: -1, namespaces: undeclared, outer: null };
  private declared: Map<string, string> | null = null;

  constructor(part: string) {
    this.part = part;
  }

  find(bytes: Buffer, start: number, end: number): XmlName {
    const byte = bytes[start] ?? 0;
    if (end - start === 1 && byte < 128) {
      const known = this.oneByte[byte];
      if (known !== undefined) return known;
      const name = this.newName(bytes, start, end);
      this.oneByte[byte] = name;
      return name;
    }
    let hash = end - start;
    for (let position = start; position < end; position++) hash = (hash * 31 + (bytes[position] ?? 0)) & 63;
    const candidates = this.byHash[hash];
    if (candidates !== undefined) {
      for (const name of candidates) if (isWritten(name, bytes, start, end)) return name;
    }
    const name = this.newName(bytes, start, end);
    if (candidates === undefined) this.byHash[hash] = [name];
    else candidates.push(name);
    return name;
  }

  /** The tag of a name where the scanner stands. */
  tagOf(name: XmlName): string {
    if (name.scope === this.scope) return name.tag;
    const namespace = this.namespaceOf(name.prefix);
    if (namespace === undefined) {
      giveUp('CORRUPT', { zh: `${this.part} 前缀未声明`, en: `${this.part} uses an undeclared prefix` });
    }
    name.scope = this.scope;
    name.tag = (usualPrefixes.get(namespace) ?? '?:') + name.local;
    return name.tag;
  }

  isRelationshipPrefix(prefix: string): boolean {
    return relationshipNamespaces.has(this.namespaceOf(prefix) ?? '');
  }

  get isMainByDefault(): boolean {
    return usualPrefixes.get(this.namespaceOf('') ?? '') === '';
  }

  /** Notes a declaration of the element about to be entered; an empty prefix is the default namespace. */
  declare(prefix: string, namespace: string): void {
    this.declared ??= new Map();
    this.declared.set(prefix, namespace);
  }

  /** Forgets the declarations noted: the bytes ended within the tag, which will be read again. */
  forgetDeclarations(): void {
    this.declared = null;
  }

  /** Opens the scope of the declarations noted, for an element at a depth. */
  enter(depth: number): void {
    this.scope = { depth, namespaces: this.declared ?? new Map(), outer: this.scope };
    this.declared = null;
  }

  /** Closes the scope of the element at a depth, if it has one. */
  leave(depth: number): void {
    if (this.scope.depth === depth && this.scope.outer !== null) this.scope = this.scope.outer;
  }

  private namespaceOf(prefix: string): string | undefined {
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.outer) {
      const namespace = scope.namespaces.get(prefix);
      if (namespace !== undefined) return namespace;
    }
    return undefined;
  }

  private newName(bytes: Buffer, start: number, end: number): XmlName {
    if (++this.count > mostNames) {
      giveUp('CORRUPT', { zh: `${this.part} 元素名过多`, en: `${this.part} uses too many names` });
    }
    const written = bytes.toString('latin1', start, end);
    const colon = written.indexOf(':');
    return {
      written,
      prefix: colon < 0 ? '' : written.slice(0, colon),
      local: written.slice(colon + 1),
      tag: '',
      scope: null,
    };
  }
}

function isWritten(name: XmlName, bytes: Uint8Array, start: number, end: number): boolean {
  const { written } = name;
  if (written.length !== end - start) return false;
  for (let offset = 0; offset < written.length; offset++) {
    if (written.charCodeAt(offset) !== bytes[start + offset]) return false;
  }
  return true;
}
