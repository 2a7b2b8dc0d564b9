/** An element or an end of one, in the order of the page. */
export interface Tag {
  readonly name: string;
  readonly end: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a page is made of: its tags, and its text with entities resolved; style and script are left out of the text. */
export interface MarkupOf {
  readonly tags: readonly Tag[];
  readonly text: string;
}

const empty = new Set(['meta', 'br', 'input']);

/**
 * Reads HTML as strictly as our pages are written: quoted attributes, every element closed in order, no stray `<`.
 *
 * @throws Error at the first place that is not so.
 */
export function markupOf(page: string): MarkupOf {
  const tags: Tag[] = [];
  const open: string[] = [];
  let text = '';
  let at = page.startsWith('<!DOCTYPE html>') ? '<!DOCTYPE html>'.length : fail(page, 0, 'no doctype');
  while (at < page.length) {
    const next = page.indexOf('<', at);
    const stop = next === -1 ? page.length : next;
    const words = page.slice(at, stop);
    const inside = open.at(-1);
    if (inside === 'style' || inside === 'script') {
      const end = page.indexOf(`</${inside}>`, at);
      if (end === -1) fail(page, at, `${inside} is not closed`);
      at = end;
    } else {
      text += resolved(words);
      at = stop;
      if (next === -1) break;
    }
    const match = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)>/.exec(
      page.slice(at, at + 100_000),
    );
    if (match === null) fail(page, at, 'not a tag as we write them');
    const [whole = '', slash, name = '', attributes = ''] = match ?? [];
    at += whole.length;
    if (slash === '/') {
      if (open.pop() !== name) fail(page, at, `</${name}> closes nothing`);
    } else if (!empty.has(name)) {
      open.push(name);
    }
    tags.push({ name, end: slash === '/', attributes: attributesOf(attributes) });
  }
  if (open.length > 0) fail(page, at, `<${open.join('><')}> is not closed`);
  return { tags, text };
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
    attributes.set(name, resolved(value));
  }
  return attributes;
}

function resolved(text: string): string {
  // In one pass: what an entity stands for is not read again.
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (named.get(name) ?? whole) : String.fromCodePoint(Number(code)),
  );
}

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
]);

function fail(page: string, at: number, why: string): never {
  throw new Error(`${why}: ${page.slice(Math.max(0, at - 60), at + 60)}`);
}
