/** What a page spells with names; others than these are not seen in tables and stay as written. */
const namedCharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    yen: '¥',
    euro: '€',
    pound: '£',
    cent: '¢',
    sect: '§',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    plusmn: '±',
    sup2: '²',
    sup3: '³',
    middot: '·',
    times: '×',
    divide: '÷',
    minus: '−',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    permil: '‰',
    le: '≤',
    ge: '≥',
    ne: '≠',
    asymp: '≈',
    radic: '√',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
  }),
);

/** Decodes `&nbsp;`, `&#39033;` and `&#x9879;`; what is no reference stays as written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));/g,
    (all, decimal, hex, name) => {
      if (typeof name === 'string')
        return namedCharacters.get(name) ?? namedCharacters.get(name.toLowerCase()) ?? all;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(hex, 16);
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : all;
    },
  );
}

/** The text a page shows for a stretch of its source: runs of blanks and line ends are one space. */
export function shownText(source: string): string {
  return decodeReferences(source.replace(/[ \t\r\n\f]+/g, ' '));
}
