/** How a CSV separates its fields, and where its rows begin: behind a `sep=` line when there is one. */
export interface Delimiter {
  readonly delimiter: string;
  readonly start: number;
}

/** In order of preference when two fit alike: a tab is never typed by accident, a comma often is. */
const candidates = ['\t', ',', ';', '|'];

/** How many lines are looked at. */
const sampleLines = 100;

/**
 * Tells which character separates the fields.
 *
 * A first line `sep=;`, as Excel writes and hides it, decides. Otherwise the one that gives the most lines the same
 * number of fields; titles and notes around the table hold none and do not count.
 */
export function findDelimiter(text: string): Delimiter {
  const declared = /^sep=(.)\r?(?:\n|$)/i.exec(text.slice(0, 8));
  if (declared?.[1] !== undefined) return { delimiter: declared[1], start: declared[0].length };

  const tallies = candidates.map((delimiter) => ({ delimiter, lines: new Map<number, number>() }));
  for (const counts of countsByLine(text)) {
    for (const [index, count] of counts.entries()) {
      const lines = tallies[index]?.lines;
      if (count > 0) lines?.set(count, (lines.get(count) ?? 0) + 1);
    }
  }
  let best = { delimiter: ',', agreeing: 0 };
  for (const { delimiter, lines } of tallies) {
    const agreeing = Math.max(0, ...lines.values());
    if (agreeing > best.agreeing) best = { delimiter, agreeing };
  }
  return { delimiter: best.delimiter, start: 0 };
}

/** How often each candidate stands outside quotes, line by line. */
function countsByLine(text: string): readonly (readonly number[])[] {
  const lines: number[][] = [];
  let counts = candidates.map(() => 0);
  let quoted = false;
  const end = Math.min(text.length, sampleLines * 10_000);
  for (let position = 0; position < end && lines.length < sampleLines; position += 1) {
    const letter = text[position] ?? '';
    if (letter === '"') quoted = !quoted && opensField(text[position - 1]);
    if (quoted) continue;
    if (letter === '\n' || letter === '\r') {
      lines.push(counts);
      counts = candidates.map(() => 0);
      continue;
    }
    const candidate = candidates.indexOf(letter);
    if (candidate !== -1) counts[candidate] = (counts[candidate] ?? 0) + 1;
  }
  lines.push(counts);
  return lines;
}

/** Whether a quote behind this character opens a field, or goes on with one it seemed to have closed. */
function opensField(before: string | undefined): boolean {
  return (
    before === undefined ||
    before === '"' ||
    before === '\n' ||
    before === '\r' ||
    candidates.includes(before)
  );
}
