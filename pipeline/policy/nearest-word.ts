/** The word a reader probably meant, for "是不是…?"; case does not count. Null when none is near; the first of equals. */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const allowed = Math.max(1, Math.floor([...word].length / 3));
  let nearest: string | null = null;
  let smallest = allowed + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance >= smallest) continue;
    nearest = candidate;
    smallest = distance;
  }
  return nearest;
}

/** How many characters must be put in, taken out or exchanged to turn one text into the other (Levenshtein). */
export function editDistance(left: string, right: string): number {
  const from = [...left];
  const to = [...right];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, character] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const exchanged = (above[column] ?? 0) + (character === other ? 0 : 1);
      const takenOut = (above[column + 1] ?? 0) + 1;
      const putIn = (current[column] ?? 0) + 1;
      current.push(Math.min(exchanged, takenOut, putIn));
    }
    above = current;
  }
  return above[to.length] ?? 0;
}
