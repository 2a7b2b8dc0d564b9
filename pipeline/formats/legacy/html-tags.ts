/** A piece of a page: a tag, or the text between two tags. Comments, scripts and styles are left out. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tag';
      /** In lower case, without the slash. */
      readonly name: string;
      readonly closes: boolean;
      readonly attributes: ReadonlyMap<string, string>;
    };

/** Cuts a page into pieces, in one pass and however broken it is. */
export function* htmlPieces(page: string): Generator<HtmlPiece> {
  let position = 0;
  while (position < page.length) {
    const opening = page.indexOf('<', position);
    if (opening !== position) {
      const end = opening === -1 ? page.length : opening;
      yield { kind: 'text', text: page.slice(position, end) };
      position = end;
      continue;
    }
    if (page.startsWith('<!--', position)) {
      position = behind(page, '-->', position + 4);
      continue;
    }
    if (page[position + 1] === '!' || page[position + 1] === '?') {
      position = behind(page, '>', position);
      continue;
    }
    const tag = readTag(page, position);
    if (tag === null) {
      yield { kind: 'text', text: '<' }; // a lone sign, as in `<5%`
      position += 1;
      continue;
    }
    position = tag.end;
    const { name, closes, attributes } = tag;
    if (!closes && (name === 'script' || name === 'style' || name === 'xml')) {
      position = behindElement(page, name, position);
      continue;
    }
    yield { kind: 'tag', name, closes, attributes };
  }
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

/** The tag that begins at a position; null when the sign there begins none. */
function readTag(page: string, start: number): Tag | null {
  const closes = page[start + 1] === '/';
  let position = start + (closes ? 2 : 1);
  const nameStart = position;
  while (isNameCharacter(page.charCodeAt(position))) position += 1;
  if (position === nameStart || !isLetter(page.charCodeAt(nameStart))) return null;
  const name = page.slice(nameStart, position).toLowerCase();

  const attributes = new Map<string, string>();
  for (;;) {
    while (isBlank(page.charCodeAt(position)) || page[position] === '/') position += 1;
    if (position >= page.length) return { name, closes, attributes, end: position };
    if (page[position] === '>') return { name, closes, attributes, end: position + 1 };
    const keyStart = position;
    position += 1;
    while (position < page.length && !endsKey(page.charCodeAt(position))) position += 1;
    const key = page.slice(keyStart, position).toLowerCase();
    while (isBlank(page.charCodeAt(position))) position += 1;
    if (page[position] !== '=') {
      attributes.set(key, '');
      continue;
    }
    position += 1;
    while (isBlank(page.charCodeAt(position))) position += 1;
    const quote = page[position];
    if (quote === '"' || quote === "'") {
      const end = page.indexOf(quote, position + 1);
      attributes.set(key, page.slice(position + 1, end === -1 ? page.length : end));
      position = end === -1 ? page.length : end + 1;
      continue;
    }
    const valueStart = position;
    while (position < page.length && !isBlank(page.charCodeAt(position)) && page[position] !== '>')
      position += 1;
    attributes.set(key, page.slice(valueStart, position));
  }
}

/** Behind the end tag of an element whose content is no text. */
function behindElement(page: string, name: string, from: number): number {
  for (
    let position = page.indexOf('</', from);
    position !== -1;
    position = page.indexOf('</', position + 2)
  ) {
    if (page.slice(position + 2, position + 2 + name.length).toLowerCase() === name)
      return behind(page, '>', position);
  }
  return page.length;
}

function behind(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from);
  return found === -1 ? page.length : found + mark.length;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Letters, digits, and what stands in names such as `x:num` and `font-face`. */
function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Blanks, `=`, `>` and `/` end the name of an attribute. */
function endsKey(code: number): boolean {
  return isBlank(code) || code === 0x3d || code === 0x3e || code === 0x2f;
}
