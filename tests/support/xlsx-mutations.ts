/** Numbers from 0 up to, but not including, a bound; the same for the same seed. */
export type Random = (bound: number) => number;

/** A small generator of pseudo-random numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** A file with one to three accidents of transfer: bits flipped, bytes lost, doubled, overwritten or cut off. */
export function damagedFile(bytes: Buffer, random: Random): Buffer {
  let damaged: Buffer = Buffer.from(bytes);
  for (let count = 1 + random(3); count > 0; count--) damaged = damagedOnce(damaged, random);
  return damaged;
}

function damagedOnce(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length);
  const end = Math.min(bytes.length, at + 1 + random(40));
  switch (random(6)) {
    case 0:
    case 1: {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
      return flipped;
    }
    case 2: {
      const overwritten = Buffer.from(bytes);
      for (let position = at; position < end; position++) overwritten[position] = random(256);
      return overwritten;
    }
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    default:
      return bytes.subarray(0, at);
  }
}

/** What must become of a workbook after a change to its XML. */
export type Verdict = 'refused' | 'equal';

/** A change to XML, and what must become of it; null where the XML offers nothing to change. */
export interface XmlMutation {
  readonly name: string;
  readonly verdict: Verdict;
  readonly change: (xml: string, random: Random) => string | Buffer | null;
}

/** Changes whose outcome is certain: they break the XML or the format, or are none as far as the content goes. */
export const xmlMutations: readonly XmlMutation[] = [
  broken('cut off', (xml, random) => xml.slice(0, random(xml.lastIndexOf('>')))),
  broken('a tag lost', (xml, random) => changeToken(xml, random, isPairedTag, () => '')),
  broken('a tag doubled', (xml, random) => changeToken(xml, random, isPairedTag, (tag) => tag + tag)),
  broken('a tag of another name', (xml, random) =>
    changeToken(xml, random, isPairedTag, (tag) => tag.replace(/[A-Za-z]+/, (name) => `${name}x`)),
  ),
  broken('an attribute doubled', (xml, random) =>
    changeToken(xml, random, hasAttribute, (tag) =>
      tag.replace(/ [\w:]+="[^"]*"/, (attribute) => attribute + attribute),
    ),
  ),
  broken('a quote lost', (xml, random) =>
    changeToken(xml, random, hasAttribute, (tag) => tag.replace('"', '')),
  ),
  broken('an angle bracket lost', (xml, random) =>
    changeToken(xml, random, isPairedTag, (tag) => tag.slice(0, -1)),
  ),
  broken('an unknown entity', (xml, random) =>
    changeToken(xml, random, isValue, (text) => `${text}&unknown;`),
  ),
  broken('a control character', (xml, random) => changeToken(xml, random, isValue, (text) => `${text}\x0b`)),
  broken('a byte that is no UTF-8', (xml, random) => {
    const bytes = Buffer.from(xml);
    bytes[random(bytes.length)] = 0xff;
    return bytes;
  }),
  broken('text behind the end', (xml) => `${xml}x`),
  broken('a second root', (xml) => `${xml}<a/>`),
  broken('a DTD', (xml) => xml.replace(/<(?=[A-Za-z])/, '<!DOCTYPE a []><')),
  ...['1,234', '0x1F', 'NaN', '1 2', '--1', '1e', '１２'].map((number) =>
    broken(`the number ${JSON.stringify(number)}`, (xml, random) =>
      changeCell(
        xml,
        random,
        (type) => type === 'n' || type === null,
        () => number,
      ),
    ),
  ),
  broken('a style that is no number', (xml, random) =>
    changeToken(xml, random, isFilledCellWithStyle, (tag) => tag.replace(/ s="\d+"/, ' s="a"')),
  ),
  broken('a cell out of the sheet', (xml, random) =>
    changeToken(
      xml,
      random,
      (tag) => /^<(\w+:)?c [^>]*r="/.test(tag),
      (tag) => tag.replace(/ r="[A-Za-z]+/, ' r="ZZZ'),
    ),
  ),
  harmless('a comment', (xml, random) => changeToken(xml, random, isTag, (tag) => `${tag}<!-- <v>9</v> -->`)),
  harmless('an instruction', (xml, random) => changeToken(xml, random, isTag, (tag) => `${tag}<?a b?>`)),
  harmless('blanks in a tag', (xml, random) =>
    changeToken(xml, random, isTag, (tag) => tag.replace(/(\/?)>$/, ' \n$1>')),
  ),
  harmless('an attribute of another namespace', (xml, random) =>
    changeToken(xml, random, isOpening, (tag) =>
      tag.replace(/(\/?)>$/, ' xmlns:zz="urn:zz" zz:r="Z9" zz:s="7"$1>'),
    ),
  ),
  harmless('single quotes', (xml, random) =>
    changeToken(xml, random, hasAttribute, (tag) => (tag.includes("'") ? tag : tag.replaceAll('"', "'"))),
  ),
  harmless('an empty tag written out', (xml, random) =>
    changeToken(
      xml,
      random,
      (tag) => isTag(tag) && tag.endsWith('/>'),
      (tag) => tag.replace(/^<([\w:]+)([\s\S]*)\/>$/, '<$1$2></$1>'),
    ),
  ),
];

function broken(name: string, change: XmlMutation['change']): XmlMutation {
  return { name, verdict: 'refused', change };
}

function harmless(name: string, change: XmlMutation['change']): XmlMutation {
  return { name, verdict: 'equal', change };
}

function tokensOf(xml: string): string[] {
  return xml.match(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[^>]*>|[^<]+/g) ?? [];
}

/** Changes one token of those that qualify, behind the root's opening tag. */
function changeToken(
  xml: string,
  random: Random,
  qualifies: (token: string, index: number, tokens: readonly string[]) => boolean,
  change: (token: string) => string,
): string | null {
  const tokens = tokensOf(xml);
  const root = tokens.findIndex(isOpening);
  const places = tokens.flatMap((token, index) =>
    index > root && qualifies(token, index, tokens) ? [index] : [],
  );
  const place = places[random(places.length)];
  if (place === undefined) return null;
  tokens[place] = change(tokens[place] ?? '');
  return tokens.join('');
}

/** Changes the text between `<v>` and `</v>` of one cell of a type. */
function changeCell(
  xml: string,
  random: Random,
  isType: (type: string | null) => boolean,
  change: (text: string) => string,
): string | null {
  return changeToken(
    xml,
    random,
    (text, index, tokens) => {
      if (!isText(text) || !/^<(\w+:)?v>$/.test(tokens[index - 1] ?? '')) return false;
      const cell = tokens.slice(0, index).findLast((token) => /^<(\w+:)?c[ >]/.test(token)) ?? '';
      return isType(/ t="(\w+)"/.exec(cell)?.[1] ?? null);
    },
    change,
  );
}

function isTag(token: string): boolean {
  return /^<\/?[A-Za-z]/.test(token);
}

function isOpening(token: string): boolean {
  return /^<[A-Za-z]/.test(token);
}

function isPairedTag(token: string): boolean {
  return isTag(token) && !token.endsWith('/>');
}

function hasAttribute(token: string): boolean {
  return isOpening(token) && /="[^"]*"/.test(token);
}

/** An empty cell may name any style: nothing is made of it. */
function isFilledCellWithStyle(token: string, index: number, tokens: readonly string[]): boolean {
  if (!/^<(\w+:)?c .*s="\d+"/.test(token)) return false;
  const content = tokens.slice(index + 1).find(isTag) ?? '';
  return /^<(\w+:)?(v|f|is)>/.test(content) && !token.endsWith('/>');
}

function isText(token: string): boolean {
  return !token.startsWith('<');
}

/** Text that has a meaning, inside an element that is looked at. */
function isValue(token: string, index: number, tokens: readonly string[]): boolean {
  return isText(token) && token.trim() !== '' && /^<(\w+:)?[vtf]\b/.test(tokens[index - 1] ?? '');
}
