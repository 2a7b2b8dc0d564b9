/** A part of a JSON object: the value of one of its names, or one thing of the list that its value is. */
export interface Part {
  readonly name: string;
  /** The JSON of the value or thing. */
  readonly text: string;
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * The parts of a JSON object, one after the other, however it is laid out: a report may be longer than a string can be.
 * What is no JSON shows in the text of a part, or in parts that are not there.
 *
 * @param wanted names of the parts to give; the others are passed over
 */
export function* partsOf(json: Iterable<Uint8Array>, wanted: ReadonlySet<string>): Generator<Part> {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isList = false;
  let name = '';
  let held: Uint8Array[] = [];
  for (const piece of json) {
    let start = 0;
    const taken = (end: number): string => {
      const text = Buffer.concat([...held, piece.subarray(start, end)]).toString();
      held = [];
      start = end + 1;
      return text.trim();
    };
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece[at];
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (sign === backslash) isEscaped = true;
        else if (sign === quote) isInString = false;
        continue;
      }
      if (sign === quote) {
        isInString = true;
      } else if (sign === openBrace || sign === openBracket) {
        depth += 1;
        if (depth === 1 || (depth === 2 && sign === openBracket)) {
          isList = depth === 2;
          taken(at);
        }
      } else if (sign === closeBrace || sign === closeBracket) {
        depth -= 1;
        if (depth === 0 || (depth === 1 && isList)) {
          const text = taken(at);
          if (text !== '' && wanted.has(name)) yield { name, text };
        }
        if (depth <= 1) isList = false;
      } else if (sign === colon && depth === 1) {
        name = nameIn(taken(at));
      } else if (sign === comma && (depth === 1 || (depth === 2 && isList))) {
        const text = taken(at);
        if (text !== '' && wanted.has(name)) yield { name, text };
      }
    }
    if (depth > 0 && (wanted.has(name) || depth === 1)) held.push(piece.slice(start));
  }
}

function nameIn(text: string): string {
  const name: unknown = JSON.parse(text);
  return typeof name === 'string' ? name : '';
}
